/* Rules on what stands in a text (scm_site/checks/text_rules.py). */

import { findRefusals } from "../markdown.js";
import { hasRecord } from "../records.js";
import { quote } from "../sentences.js";

export const T003 = ({ data: { text = "" }, fixes, say }) => {
  const refusals = findRefusals(text).filter(({ kind }) => kind !== "record");
  const closes = ({ kind, words }) => kind === "html" && words.startsWith("</");
  const isOpened = refusals.some((one) => one.kind === "html" && !closes(one));
  /* What is closed is said where it opens. */
  return refusals.filter((one) => !isOpened || !closes(one)).map(({ kind, words }) => [
    ["text"], say(`T003 ${kind}`, { quote: quote(words) }), { fix: fixes[`T003 ${kind}`] },
  ]);
};

export const T004 = ({ data: { text = "" }, path, was, say }) => findRefusals(text)
  .filter(({ kind, words }) => kind === "record" && !hasRecord(path, words, was))
  .map(({ words }) => [["text"], say("T004", { quote: quote(words) })]);
