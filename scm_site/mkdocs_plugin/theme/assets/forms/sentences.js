/* What is said about an answer that does not fit: the texts of `scm check`, filled in (scm_site/sentences.py). */

import { writeNumber } from "./digits.js";

const LONGEST = 60;
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

export const fill = (text, values) => text.replace(/\{(\w+)\}/gu, (_, name) => String(values[name]));

/* A text with every character that would not be seen as U+XXXX; nothing in it ends the backticks around it. */
const showText = (text) => text.replace(/\p{Zs}/gu, " ").replace(UNSEEN, nameCharacter).replaceAll("`", "\u02cb");
export const nameCharacter = (letter) => `U+${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

export const quote = (text) => {
  const letters = [...text];
  const short = letters.length <= LONGEST ? text : `${letters.slice(0, LONGEST - 1).join("")}…`;
  return `\`${showText(short)}\``;
};

/* A field as a person would look for it: `members 2, charter, version`. */
export const nameField = (path) => {
  const parts = [];
  for (const part of path) {
    if (typeof part === "number" && parts.length) parts[parts.length - 1] += ` ${part + 1}`;
    else parts.push(String(part));
  }
  return parts.join(", ") || "record";
};

export const describeValue = (value) => {
  if (typeof value === "boolean") return `\`${value}\``;
  if (typeof value === "number") return `the number \`${writeNumber(value)}\``;
  if (typeof value === "string") return `the text ${quote(value)}`;
  return Array.isArray(value) ? "a list" : "a set of fields";
};

/* Every text in the data, with its place. */
export const walk = (value, path = []) => {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => walk(item, [...path, index]));
  if (value && typeof value === "object") return Object.entries(value).flatMap(([name, inner]) => walk(inner, [...path, name]));
  return [];
};

/* Why a text is not a day, or "". */
export const findDayFault = (text, { sentences, months, years }) => {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (!found) return sentences["not a day"];
  const [year, month, day] = found.slice(1).map(Number);
  if (year < years[0] || year > years[1]) return fill(sentences["year out of range"], { first: years[0], last: years[1] });
  if (month < 1 || month > 12) return fill(sentences["no such month"], { month: found[2] });
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day >= 1 && day <= days) return "";
  return fill(sentences["no such day"], { month: months[month - 1], year, days });
};
