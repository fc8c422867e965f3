/* What is corrected or taken back can stand in the folder of a meeting: the choice then begins with the meeting's id. */

import { form } from "./page.js";

const NAMED = { corrects: "of", "takes-back": "act" };
const split = (answers) => (answers[NAMED[form.kind]] ?? "").split("/");

/* The id of the meeting, "" where something of the group itself is chosen. */
export const findMeetingOf = (answers) => split(answers).slice(0, -1).join("");

/* The answers as the file has them: it stands in the folder of the meeting, and does not name it. */
export const leaveOutMeeting = (answers) => (
  findMeetingOf(answers) ? { ...answers, [NAMED[form.kind]]: split(answers).pop() } : answers
);
