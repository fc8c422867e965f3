/* The worker of the search. Material's finds; here it learns to look past accents and forms of words.
   Each word of the index is folded where the worker cuts texts into words, so that what is found is still marked
   in the text as it was written. Each word that is asked for is folded, too; an English one brings its stem along. */
const QUERY = 2;

/* How much a page counts that has the very word, or a word that begins with it; the stem counts 1. */
const SAME = 8, BEGINS = 4;
const ENGLISH = /^[a-z]{4,}$/, PLAIN = /^[\p{L}\p{N}]+$/u;

const fold = (word) => (/^[\x20-\x7e]*$/.test(word) ? word.toLowerCase() : scmFold(word));

/* Give the beginnings that other forms of a word have: `cities` has `citi` and, in the singular, `city`. */
const stem = (word) => {
  if (!ENGLISH.test(word)) return [];
  const root = String(lunr.stemmer(new lunr.Token(word)));
  return [root, root.replace(/i$/, "y")].filter((form, place, all) => form.length > 2 && all.indexOf(form) === place);
};

const widen = (word) => [`${word}^${SAME}`, `${word}*^${BEGINS}`, ...stem(word).map((form) => `${form}*^1`)];

/* Give a question as lunr reads it. What holds a sign of lunr's own (a quotation, `+must`, `-not`) stays as it is. */
const ask = (question) => fold(question).split(/\s+/)
  .flatMap((part) => (/["*~^:]|^[+-]/.test(part) || question.includes('"') ? [part] : part.split(lunr.tokenizer.separator)))
  .filter(Boolean)
  .flatMap((part) => (PLAIN.test(part) ? widen(part) : [part]))
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
