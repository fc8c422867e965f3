/* The worker of the search. Material's finds; here it learns to look past accents and forms of words.
   Each word of the index is folded where the worker cuts texts into words, so that what is found is still marked
   in the text as it was written. Each word that is asked for is folded, too; an English one brings its stem along. */
const QUERY = 2;

/* How much a page counts that has the very word, or a word that begins with it; the stem counts 1. */
const SAME = 8, BEGINS = 4;
const ENGLISH = /^[a-z]{4,}$/, WORD = /[\p{L}\p{N}]/u;

const fold = (word) => (/^[\x20-\x7e]*$/.test(word) ? word.toLowerCase() : scmFold(word));

/* Give the beginnings that other forms of a word have: `cities` has `citi` and, in the singular, `city`. */
const stem = (word) => {
  if (!ENGLISH.test(word)) return [];
  const root = String(lunr.stemmer(new lunr.Token(word)));
  return [root, root.replace(/i$/, "y")].filter((form, place, all) => form.length > 2 && all.indexOf(form) === place);
};

const widen = (word) => [`${word}^${SAME}`, `${word}*^${BEGINS}`, ...stem(word).map((form) => `${form}*^1`)];

const split = (text) => text.split(lunr.tokenizer.separator).filter(Boolean);

/* Each word between quotation marks must be there; words that stand in every text are in no index. */
const demand = (words) => split(words).filter((word) => lunr.stopWordFilter(word)).map((word) => `+${word}`);

/* A sign of lunr's own (`+must`, `-not`, `title:`) stays as it is. The parts of a number (SCM-2025-002) belong
   together. */
const loosen = (part) => {
  if (/[*~^]|^[+-]|^(title|text):/.test(part)) return [part];
  const words = split(part);
  return words.length > 1 && /\d/.test(part) ? words.map((word) => `+${word}*`) : words.flatMap(widen);
};

/* Give a question as lunr reads it. */
const ask = (question) => fold(question.replaceAll("\\", " ")).split(/"([^"]*)"?/)
  .flatMap((part, place) => (place % 2 ? demand(part) : part.split(/\s+/).flatMap(loosen)))
  .filter((part) => WORD.test(part))
  .join(" ");

/* Before Material's listener, which is added below: it gets the same message with another question. */
addEventListener("message", (event) => {
  if (!event.isTrusted || event.data.type !== QUERY) return;
  event.stopImmediatePropagation();
  dispatchEvent(new MessageEvent("message", { data: { ...event.data, data: ask(event.data.data) } }));
});

importScripts("scm-fold.js", "search-worker.js");

lunr.Token = class extends lunr.Token {
  constructor(word, told) { super(word && fold(word), told); }
};
