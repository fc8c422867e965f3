/* Which files the register has, so that a link to one can be told from a slip. The site gives no more than a number for
   each (scm_site/pages/forms/form_setup.py): some are of outcomes whose titles are not public yet. */

let numbers = null;

/* Load the numbers; without them, the check of the pull request says which links lead nowhere. */
export const prepareRecords = async (address) => {
  if (numbers) return;
  try {
    const answer = await fetch(address);
    if (answer.ok) numbers = new Set(await answer.json());
  } catch { numbers = null; }
};

/* The same number as the program gives: FNV-1a of 32 bits. */
export const number = (path) => new TextEncoder().encode(path).reduce((sum, byte) => Math.imul(sum ^ byte, 16777619) >>> 0, 2166136261);

/* Whether a link in the file at a path leads to a file of the register; true where that cannot be told. The file itself is
   there once it is handed in, and no longer where it was before. */
export const hasRecord = (path, link, was) => {
  const target = follow(path, link);
  if (target === path || target === was) return target === path;
  return !numbers || numbers.has(number(target));
};

const follow = (path, link) => {
  const parts = [];
  for (const part of [...path.split("/").slice(0, -1), ...link.split("/")]) {
    if (part === ".." && parts.length && parts.at(-1) !== "..") parts.pop();
    else if (part && part !== ".") parts.push(part);
  }
  return parts.join("/") || ".";
};
