/* Names of files: small Latin letters, digits and hyphens, from words in any script that Europe writes. */

const LONGEST = 60;

export const makeSlug = (words, letters) => {
  const plain = [...words.normalize("NFC").toLowerCase()].map((letter) => letters[letter] ?? letter).join("");
  const slug = plain.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/gu, "-").replace(/^-+|-+$/gu, "");
  if (slug.length <= LONGEST) return slug;
  const cut = slug.slice(0, LONGEST + 1);
  return cut.slice(0, cut.lastIndexOf("-") > 20 ? cut.lastIndexOf("-") : LONGEST);
};

/* A name that nothing has yet. */
export const makeFree = (name, taken) => {
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
};

/* The id of a new record: what its kind is named for. */
const ID_OF = {
  proposal: (data, slug) => `${(data.date ?? "").slice(0, 4)}-${slug(data.title ?? "topic")}`,
  meeting: (data, slug) => `${data.date ?? ""}-${slug(data.title ?? "meeting")}`,
  "status-update": (data) => (data.date ?? "").slice(0, 7),
  "board-brief": (data) => (data.date ?? "").slice(0, 7),
  outcome: (data, slug) => slug(data.title ?? "outcome"),
  waiver: (data, slug) => `${data.granted?.on ?? data.from ?? ""}-${slug(data.duty ?? "waiver")}`,
  termination: () => "",
};

export const makeId = (kind, data, { letters, taken }) => {
  const slug = (words) => makeSlug(words, letters) || kind;
  const id = ID_OF[kind](data, slug);
  /* A second one in a month is named for its day. */
  const isPeriod = /^\d{4}-\d{2}$/u.test(id) && taken.includes(id);
  return makeFree(isPeriod ? data.date : id, taken);
};
