/* A text as a search compares it: without accents and capitals. The same as data/archive/folding.py; a test
   holds the two against each other. */
(() => {
  const PLAIN = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ŋ: "n", ς: "σ",
    "’": "'", "‘": "'", "ʼ": "'", "‐": "-", "–": "-", "—": "-", "\u00ad": "",
  };
  const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "gu");
  globalThis.scmFold = (text) => text.normalize("NFKD").toLowerCase()
    .replace(SPECIAL, (letter) => PLAIN[letter])
    .replace(/\p{Mn}/gu, "").split(/\s+/u).filter(Boolean).join(" ");
})();
