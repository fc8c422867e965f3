/* The answers as the file of a record. Each text is written so that every reader of YAML gives it back unchanged. */

import { writeNumber } from "./digits.js";

/* Texts that need no quotes: a date, an address, or a letter first and then nothing that means more in YAML. */
const PLAIN = /^(?:[A-Za-z][\w ./@()+-]*(?:\w|[.)/])|[A-Za-z]|https:\/\/[\w./-]*[\w/-]|[0-9]{4}-[0-9]{2}-[0-9]{2})$/u;
const WORDS = new Set(["true", "false", "yes", "no", "on", "off", "null", "y", "n"]);
/* What a block of lines cannot hold. */
const NOT_IN_A_BLOCK = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|^\s|\s$/u;
const ESCAPED = /[\u007f-\u009f\u2028\u2029\ufeff]/gu;

export const writeText = (value) => {
  if (typeof value === "number") return writeNumber(value);
  if (typeof value !== "string") return JSON.stringify(value);
  if (PLAIN.test(value) && !WORDS.has(value.toLowerCase())) return value;
  return JSON.stringify(value).replace(ESCAPED, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
};

const writeEntry = (start, value, indent) => {
  if (Array.isArray(value)) {
    return value.length ? [start, ...value.flatMap((item) => writeItem(item, indent))] : [`${start} []`];
  }
  if (value && typeof value === "object") {
    const fields = Object.entries(value);
    return fields.length ? [start, ...writeFields(fields, indent)] : [`${start} {}`];
  }
  if (typeof value === "string" && value.includes("\n") && !NOT_IN_A_BLOCK.test(value.replaceAll("\n", ""))) {
    return [`${start} |-`, ...value.split("\n").map((line) => (line ? indent + line : ""))];
  }
  return [`${start} ${writeText(value)}`];
};

const writeItem = (item, indent) => {
  if (item === null || typeof item !== "object") return writeEntry(`${indent}-`, item, `${indent}  `);
  const [first, ...others] = writeFields(Object.entries(item), `${indent}  `);
  return first === undefined ? [`${indent}- {}`] : [`${indent}- ${first.trimStart()}`, ...others];
};

const writeFields = (fields, indent) => fields.flatMap(([name, value]) => writeEntry(`${indent}${name}:`, value, `${indent}  `));

/* A whole file: fields alone, or fields between two lines of hyphens and the text below them. */
export const writeFile = (data, isMarkdown) => {
  if (!isMarkdown) return `${writeFields(Object.entries(data), "").join("\n")}\n`;
  const { text, ...fields } = data;
  return ["---", ...writeFields(Object.entries(fields), ""), "---", "", text ?? ""].join("\n").trimEnd() + "\n";
};
