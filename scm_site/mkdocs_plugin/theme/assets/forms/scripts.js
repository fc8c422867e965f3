/* Words whose letters are of several scripts (scm_site/reading/scripts.py says why, and does the same). */

import { form } from "./page.js";

const SCRIPTS = { Latin: /\p{Script=Latin}/u, Greek: /\p{Script=Greek}/u, Cyrillic: /\p{Script=Cyrillic}/u, Armenian: /\p{Script=Armenian}/u };
const WORD = /(?:[\p{L}\p{N}][\u0300-\u036f]*)+/gu, LETTER = /\p{L}/u;
const MOST_SHOWN = 4;

const findScript = (letter) => Object.keys(SCRIPTS).find((script) => SCRIPTS[script].test(letter)) ?? "";
const listLetters = (word) => [...word.replaceAll("\u00b5", "").normalize("NFKC")].filter((one) => LETTER.test(one));
const looksLatin = (letter) => /[A-Za-z]/u.test(letter) || form.looksLatin.includes(letter);
const isUpper = (text) => text === text.toUpperCase() && text !== text.toLowerCase();
const isLower = (text) => text === text.toLowerCase() && text !== text.toUpperCase();

/* Whether a text has letters of more than one of the scripts, wherever they stand. */
export const hasSeveralScripts = (text) => Object.values(SCRIPTS).filter((script) => script.test(text)).length > 1;

/* Each word whose letters are of several scripts; in a name, signs are no excuse. */
export const findMixedWords = (text, isName) => [...text.matchAll(WORD)].map(([word]) => word.normalize("NFC")).filter((word) => isMixed(listLetters(word), isName));

const isMixed = (letters, isName) => {
  const scripts = new Set(letters.map(findScript)), known = [...scripts].filter(Boolean);
  if (known.length > 1) return isName || !(isSign(letters) || isCompound(letters));
  return scripts.size > 1 && letters.every((one) => findScript(one) || looksLatin(one));
};

/* One or two Greek letters with a unit, an index or an acronym. */
const isSign = (letters) => {
  const word = letters.join(""), greek = letters.filter((one) => findScript(one) === "Greek").join(""), start = word.indexOf(greek);
  if (!greek || start < 0 || [...greek].length > 2 || [...greek].some(isNoSign)) return false;
  const before = word.slice(0, start), after = word.slice(start + greek.length), others = [...before, ...after];
  if (isLower(greek) && isUpper(before + after)) return true;
  const longest = [...greek].some(looksLatin) ? 2 : 3;
  return others.length <= longest && (isUpper(greek) || !before || !after) || !before && form.scriptSigns.prefixes.includes(greek);
};

const isNoSign = (letter) => form.scriptSigns.none.includes(letter) || isUpper(letter) && looksLatin(letter);

/* Two whole parts, as `ПриватBank` or `LEDлампи`. */
const isCompound = (letters) => {
  const parts = letters.reduce((found, one) => {
    const last = found.at(-1);
    if (last && findScript(last[0]) === findScript(one)) last.push(one);
    else found.push([one]);
    return found;
  }, []);
  if (parts.length !== 2 || parts.some((part) => part.length < 2)) return false;
  const [first, second] = parts;
  const isSeam = isLower(first.at(-1)) && isUpper(second[0]) || isUpper(first.join("")) && isLower(second.join(""));
  return isSeam && !letters.every((one) => findScript(one) === "Latin" || looksLatin(one));
};

/* The letters of the scripts that a word has least of, with their numbers. */
export const nameForeign = (word) => {
  const letters = listLetters(word), scripts = letters.map(findScript);
  const count = (script) => scripts.filter((one) => one === script).length + (script === "Latin" ? 0.5 : 0);
  const most = scripts.reduce((best, one) => (count(one) > count(best) ? one : best));
  return [...new Set(letters.filter((one) => findScript(one) !== most))].slice(0, MOST_SHOWN).map((letter) => {
    const code = letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0"), script = findScript(letter);
    return `\`${letter}\` (U+${code}${script ? `, ${script}` : ""})`;
  }).join(", ");
};
