/* Names of files: small Latin letters, digits and hyphens, from words in any script that Europe writes. */

const LONGEST_SLUG = 80, SHORT_ENOUGH = 60;

/* The same name as `scm new` gives (scm_site/reading/name_forms.py). */
export const makeSlug = (words, letters) => {
  const small = words.normalize("NFC").toLowerCase().replace(/\p{P}/gu, "-");
  const paired = Object.keys(letters).filter((pair) => pair.length > 1)
    .reduce((text, pair) => text.replaceAll(pair, letters[pair]), small);
  const latin = [...paired].map((letter) => letters[letter] ?? letter).join("");
  const plain = latin.normalize("NFKD").replace(/[^\0-\x7f]/gu, "").toLowerCase();
  return trim(plain.replace(/[^a-z0-9]+/gu, "-")).slice(0, LONGEST_SLUG).replace(/-+$/u, "");
};

const trim = (slug) => slug.replace(/^-+|-+$/gu, "");

/* A long name ends with a whole word, and leaves room for a number. */
const shorten = (slug) => {
  if (slug.length <= SHORT_ENOUGH) return slug;
  const end = slug.lastIndexOf("-", SHORT_ENOUGH);
  return slug.slice(0, end > 20 ? end : SHORT_ENOUGH).replace(/-+$/u, "");
};

/* A name that nothing has yet. */
const makeFree = (name, taken) => {
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
};

/* What a new record is named for, by its kind; acts for their day where it says nothing else, reports for their month. */
const NAMED_FOR = {
  proposal: (data, slug) => `${(data.date ?? "").slice(0, 4)}-${slug(data.title)}`,
  meeting: (data, slug) => `${data.date ?? ""}-${slug(data.title)}`,
  outcome: (data, slug) => slug(data.title),
  waives: ({ day, duty }, slug) => `${day ?? ""}-${slug(duty)}`,
};

/* A second report in a month is named for its day; a third on that day has no name, since there is no other form. */
const makePeriod = (date, taken) => [date.slice(0, 7), date].find((name) => !taken.includes(name)) ?? "";

/* An id from words, which nothing has yet. */
export const makeName = (words, otherwise, { letters, taken }) => makeFree(shorten(makeSlug(words, letters)) || otherwise, taken);

export const makeId = (kind, data, { letters, taken, isAct }) => {
  if (!NAMED_FOR[kind]) return isAct ? makeFree(data.day ?? "", taken) : makePeriod(data.date ?? "", taken);
  const slug = (words) => shorten(makeSlug(words ?? "", letters)) || kind;
  return makeFree(NAMED_FOR[kind](data, slug), taken);
};
