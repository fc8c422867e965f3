/* What is corrected or taken back can stand beside a meeting or an outcome: the choice then begins with the id of that;
   before that of an outcome stands `outcomes`. */

import { form } from "./page.js";

const NAMED = { corrects: "of", "takes-back": "act" };
const split = (answers) => (answers[NAMED[form.kind]] ?? "").split("/");

/* The id of the meeting or outcome, and which of the two it is; "" where something of the group itself is chosen. */
export const findBeside = (answers) => {
  const [id = "", outcomes] = split(answers).slice(0, -1).reverse();
  return { id, what: outcomes ? "outcome" : "meeting" };
};

/* The answers as the file has them: it stands in the folder of the meeting or outcome, and does not name it. */
export const leaveOutBeside = (answers) => (
  findBeside(answers).id ? { ...answers, [NAMED[form.kind]]: split(answers).pop() } : answers
);
