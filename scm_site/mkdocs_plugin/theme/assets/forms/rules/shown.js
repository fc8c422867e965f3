/* Rules on what readers see (scm_site/checks/shown_rules.py). What stood there before is a warning. */

import { findWrong } from "../characters.js";
import { fold } from "../folding.js";
import { findFalseHosts } from "../hosts.js";
import { readLinks, readWords } from "../markdown.js";
import { form } from "../page.js";
import { findMixedWords, nameForeign } from "../scripts.js";
import { nameField, quote, walk } from "../sentences.js";

const MARKS = /\p{M}{9,}/gu;

const readShown = (data) => walk(data).flatMap(([path, text]) => (
  path.length === 1 && path[0] === "text" ? readWords(text) : [[text]]
).map((parts) => ({ path, parts })));

const asBefore = (before) => (before ? { isWarning: true } : {});

export const T005 = ({ data, before, say }) => {
  const wrong = readShown(data).filter(({ path }) => path[0] === "text").flatMap(({ parts }) => findWrong(parts.join("")));
  const codes = wrong.map(({ letter, fault }) => `${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")} ${fault}`);
  const heaps = readShown(data).flatMap(({ path, parts }) => [...parts.join("").matchAll(MARKS)].map(([marks]) => [
    path, say("T005 marks", { name: nameField(path), number: [...marks].length }), asBefore(before),
  ]));
  return [...heaps, ...[...new Set(codes)].map((one) => {
    const [code, fault] = one.split(" "), more = codes.filter((other) => other === one).length - 1;
    const others = more ? say("elsewhere, too", { others: more }) : "";
    return [["text"], say("T005", { code, fault: say(`T005 ${fault}`), others }), asBefore(before)];
  })];
};

export const T006 = ({ data, before, say }) => {
  const texts = new Map(walk(data).map(([path, text]) => [nameField(path), text]));
  const told = (path, address) => (shown) => [path, say("T006", { shown: quote(shown), address: quote(address) }), asBefore(before)];
  return [
    ...readLinks(data.text ?? "").flatMap(({ words, address }) => findFalseHosts(words, address).map(told(["text"], address))),
    ...walk(data).filter(([path]) => path.at(-1) === "address" && path.length > 1).flatMap(([path, address]) => {
      const title = [...path.slice(0, -1), "title"];
      return findFalseHosts(texts.get(nameField(title)) ?? "", address).map(told(title, address));
    }),
  ];
};

export const T007 = ({ data, before, say }) => readShown(data).flatMap(({ path, parts }) => (
  findMixedWords(parts.join(""), path.at(-1) === "name").map((word) => [
    path, say("T007", { name: nameField(path), word: quote(word), letters: nameForeign(word) }), asBefore(before),
  ])
));

/* What N002 says of a text already. */
const findTyped = (text) => form.private.flatMap(({ sign, pattern }) => (
  (text.includes(sign) ? [...text.matchAll(pattern)] : []).map(([found]) => fold(found))
));

export const N006 = ({ data, before, say }) => {
  const typed = new Map(walk(data).map(([path, text]) => [nameField(path), findTyped(text)]));
  return readShown(data).filter(({ path }) => !form.mailboxes.includes(nameField(path))).flatMap(({ path, parts }) => {
    const folded = parts.map(fold).join(""), said = typed.get(nameField(path));
    return form.shownPrivate.flatMap(({ what, pattern }) => [...folded.matchAll(pattern)].map(([found]) => ({ what, found })))
      .filter(({ found }) => !said.some((one) => one.includes(found) || found.includes(one)))
      .map(({ what, found }) => [
        path, say("N006", { name: nameField(path), what, quote: quote(`${[...found].slice(0, 3).join("")}…`) }), asBefore(before),
      ]);
  });
};
