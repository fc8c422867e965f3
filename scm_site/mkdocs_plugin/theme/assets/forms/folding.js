/* Texts as their meaning is read: the same for all signs, digits and spaces that look or mean alike
   (scm_site/reading/folding.py does the same; a test compares the two). */

import { IN_NO_ADDRESS } from "./characters.js";

const DIGIT = /\p{Nd}/u;

/* Unicode keeps the ten digits of a script together, the nought first. */
const readDigit = (letter) => {
  const number = letter.codePointAt(0);
  let first = number;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((number - first) % 10);
};

export const fold = (text) => text.normalize("NFKC")
  .replace(/\p{Nd}/gu, readDigit)
  .replace(/[\p{Pd}\u2212]/gu, "-")
  .replace(/\p{Zs}/gu, " ")
  .replaceAll("\u3002", ".")
  .replace(IN_NO_ADDRESS, "")
  .replace(/[\s\x1c-\x1f\x85]+/gu, " ");
