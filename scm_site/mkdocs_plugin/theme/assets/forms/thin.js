/* Texts that say too little: fewer characters than enough, or the same few words again and again.

   The same measures as in scm_site/records/unfinished.py. It is a warning: what is thin can be filed, but does not count.
   What the form itself had filled in is left out of the count: whoever files has something to say, too. */

import { chosen } from "./page.js";
import { fill, nameField, walk } from "./sentences.js";

const SHORTEST_PROSE = 40;
const WORD = /[\p{L}\p{N}]+/gu;

export const findThinTexts = (data, form, findSchema) => walk(data).flatMap(([path, text]) => {
  const enough = findSchema(form.schema, path)["x-enough"] ?? 0;
  if (!enough || !text.trim() || form.placeholder.test(text)) return [];
  const own = takeOut(text, findDraft(path, form)), sentence = own === text ? "thin" : "thin draft";
  const length = [...own.split(/\s+/u).filter(Boolean).join(" ")].length;
  const words = new Set((own.match(WORD) ?? []).map((word) => word.toUpperCase())).size;
  const needed = Math.max(enough, length) >= SHORTEST_PROSE ? Math.max(2, Math.floor(enough / 20)) : 0;
  const say = (size, least) => [{
    path,
    message: fill(form.sentences[sentence], { name: nameField(path), size, enough: least }),
    fix: form.thinFix,
    isWarning: true,
  }];
  if (length < enough) return say(count(length, "character"), enough);
  return words < needed ? say(count(words, "different word"), needed) : [];
});

/* The text with which the form began a field, or "". */
const findDraft = (path, form) => {
  const draft = chosen.facts?.drafts[form.kind]?.[path[0]];
  return path.length === 1 && typeof draft === "string" ? draft : "";
};

const takeOut = (text, draft) => draft.split("\n").filter((line) => line.trim()).reduce((rest, line) => rest.replace(line, ""), text);

/* Headings with which the form began a text, and below which nothing was written. */
export const findEmptySections = (data, form) => Object.entries(data).flatMap(([name, text]) => (
  findDraft([name], form).split("\n").filter((line) => line.startsWith("## ")).flatMap((heading) => {
    const [, below] = typeof text === "string" ? `${text}\n`.split(`${heading}\n`) : [];
    if (below === undefined || below.split(/^#/mu)[0].trim()) return [];
    const message = fill(form.sentences["empty section"], { name, heading: heading.slice(3) });
    return [{ path: [name], message, fix: "Write something below this heading, or take it out.", isWarning: true }];
  })
));

const count = (number, what) => (number === 1 ? `${number} ${what}` : `${number} ${what}s`);
