/* Texts that say too little: fewer characters than enough, or the same few words again and again.

   The same measures as in scm_site/records/unfinished.py. It is a warning: what is thin can be filed, but does not count. */

import { fill, nameField, walk } from "./sentences.js";

const SHORTEST_PROSE = 40;
const WORD = /[\p{L}\p{N}]+/gu;

export const findThinTexts = (data, form, findSchema) => walk(data).flatMap(([path, text]) => {
  const enough = findSchema(form.schema, path)["x-enough"] ?? 0;
  if (!enough || !text.trim() || form.placeholder.test(text)) return [];
  const length = [...text.split(/\s+/u).filter(Boolean).join(" ")].length;
  const words = new Set((text.match(WORD) ?? []).map((word) => word.toUpperCase())).size;
  const needed = Math.max(enough, length) >= SHORTEST_PROSE ? Math.max(2, Math.floor(enough / 20)) : 0;
  const say = (size, least) => [{
    path,
    message: fill(form.sentences.thin, { name: nameField(path), size, enough: least }),
    fix: form.thinFix,
    isWarning: true,
  }];
  if (length < enough) return say(count(length, "character"), enough);
  return words < needed ? say(count(words, "different word"), needed) : [];
});

const count = (number, what) => (number === 1 ? `${number} ${what}` : `${number} ${what}s`);
