/* Characters that may not stand in a record (scm_site/reading/characters.py; a test compares the two).

   Who pastes from a PDF or a word processor does not see them, so the form takes them out, or turns them into the line
   end that was meant. A letter that was lost on its way it cannot know: that is said, and somebody has to type it. */

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
/* Joiners are needed in emoji, and in scripts from Hebrew on (Latin, Greek and Cyrillic come before). */
const JOINS = "[\\u0590-\\u1cff\\u203c\\u2049\\u2190-\\u2bff\\ua800-\\uabff\\ufe0f\\u{11000}-\\u{1e9ff}\\u{1f000}-\\u{1faff}]";
const FLAG = "\\u{1f3f4}[\\u{e0061}-\\u{e007a}]{4,6}\\u{e007f}";
const NOT_CHARACTERS = `\\ufdd0-\\ufdef${Array.from({ length: 17 }, (_, plane) => {
  const start = (plane * 0x10000).toString(16).slice(0, -4);
  return `\\u{${start}fffe}\\u{${start}ffff}`;
}).join("")}`;
const CONTROL = `[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u{d800}-\\u{dfff}${NOT_CHARACTERS}]`;
const BIDI = "[\\u202a-\\u202e\\u2066-\\u2069]";
const NEVER_SEEN = [
  "[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b\\u200e\\u200f\\u2060-\\u2065\\u206a-\\u206f"
    + "\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\u{1d173}-\\u{1d17a}\\u{e0100}-\\u{e0fff}]",
  "[\\u{e0000}-\\u{e00ff}]",
  "[\\ufe00-\\ufe0d]",
].join("|");
const INVISIBLE = `${NEVER_SEEN}|(?<!${JOINS})[\\u200c\\u200d]|[\\u200c\\u200d](?!\\S)`;
const UNSEEN = `${CONTROL}|${BIDI}|${INVISIBLE}`;
const TAKEN_OUT = new RegExp(`(?<kept>${FLAG})|${UNSEEN}`, "gu");
const LOST = /[\ufffd\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/gu;
const WRONG = new RegExp(
  `(?<kept>${FLAG})|(?<control>${CONTROL})|(?<line_break>[\\r\\u0085\\u2028\\u2029])|(?<bidi>${BIDI})|(?<invisible>${INVISIBLE})|(?<lost>${LOST.source})`,
  "gu",
);

/* What nobody sees in an address or a number, wherever it stands. */
export const IN_NO_ADDRESS = new RegExp(`${BIDI}|${NEVER_SEEN}|[\\u200c\\u200d\\ufe0e\\ufe0f]`, "gu");

/* Each character that may not stand in a text, with what is wrong about it. */
export const findWrong = (text) => [...text.matchAll(WRONG)].filter(({ groups }) => !groups.kept).map((found) => ({
  letter: found[0], fault: Object.keys(found.groups).find((name) => found.groups[name] !== undefined),
}));

/* The text as a record can hold it: in Unicode's form NFC, as the register reads it. */
export const clean = (text) => {
  let before, now = text.replace(LINE_ENDS, "\n").normalize("NFC");
  do {
    before = now;
    now = before.replace(TAKEN_OUT, (found, kept) => kept ?? "").normalize("NFC");
  } while (now !== before);
  return now;
};

/* Whether cleaning takes out more than line ends that were written in another way. */
export const hasUnseen = (text) => [...text.replace(LINE_ENDS, "\n").matchAll(TAKEN_OUT)].some((found) => !found.groups.kept);

/* Each letter that was lost, with what stands before it on its line. */
export const findLost = (text) => [...text.matchAll(LOST)].map((found) => {
  const line = text.slice(text.lastIndexOf("\n", found.index - 1) + 1, found.index);
  return { letter: found[0], before: [...line].slice(-20).join("").trimStart() };
});
