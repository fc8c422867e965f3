/* What a text holds that the site does not show: HTML, pictures, odd links (scm_site/texts/markdown.py does the same).

   The parser is the one of the register, in the language in which it was first written. It is loaded once a text has a
   sign of what may be refused; most texts have none. */

import { form } from "./page.js";
import { hasSeveralScripts } from "./scripts.js";

const SIGNS = ["<", "](", "][", "]:", "![", "://"];
const DEEP = /^[ \t>*+0-9.)-]{20}/mu;
const DEEPEST = 40, DEEPEST_BRACKETS = 6;
const WEB_ADDRESS = /^https:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?(?:[/?#][^\s<>"'`\\]*)?$/u;
const PATH = /^[A-Za-z0-9._-][A-Za-z0-9._/-]*$/u;

const hasSigns = (text) => SIGNS.some((sign) => text.includes(sign)) || DEEP.test(text);

/* Whether readers may see something else than is written, or something that is looked for. */
const mayDiffer = (text) => text !== text.normalize("NFKC") || hasSeveralScripts(text) || form.mayDiffer.test(text);

let parser = null;

/* Load what it takes to judge a text. Where that fails, the check of the pull request says what there is to say. */
export const prepareFor = async (text) => {
  if (parser || !hasSigns(text) && !mayDiffer(text)) return;
  try {
    await import("../markdown-it/markdown-it.min.js");
    parser = globalThis.markdownit("default", { html: true, linkify: false, typographer: false, maxNesting: DEEPEST });
    parser.validateLink = () => true;
    limitBrackets(parser.inline);
  } catch { parser = null; }
};

/* Brackets inside brackets beyond this are words: each of them would be tried as a link in as many ways. */
const limitBrackets = (inline) => {
  const skip = inline.skipToken.bind(inline);
  inline.skipToken = (state) => {
    if (state.level < DEEPEST_BRACKETS || state.pos in state.cache) return skip(state);
    const from = state.pos;
    state.pos = state.posMax + 1;
    state.cache[from] = state.pos;
    return undefined;
  };
};

/* A text over its limit is not looked at any further. */
const isTooLong = (text) => text.length > 1000 && [...text].length > (form.schema.properties.text?.maxLength ?? Infinity);

/* Each thing that is refused, with its kind: html, picture, depth, address, heading, or record (a link to be looked up). */
export const findRefusals = (text) => {
  if (!parser || !hasSigns(text) || isTooLong(text)) return [];
  const tokens = parser.parse(text, {}), headings = listHeadings(tokens);
  return tokens.flatMap((token) => refuse(token, headings));
};

const refuse = (token, headings) => {
  const inner = token.type === "image" ? [] : (token.children ?? []).flatMap((one) => refuse(one, headings));
  if (["html_block", "html_inline"].includes(token.type)) return [{ kind: "html", words: token.content.trim() }, ...inner];
  if (token.type === "image") return [{ kind: "picture", words: token.attrGet("src") ?? "" }];
  if (["blockquote_open", "list_item_open"].includes(token.type) && token.level >= DEEPEST - 1) return [{ kind: "depth", words: token.markup }, ...inner];
  return token.type === "link_open" ? refuseAddress(token.attrGet("href") ?? "", headings) : inner;
};

const refuseAddress = (words, headings) => {
  if (WEB_ADDRESS.test(words) || words.startsWith("#") && headings.has(words.slice(1))) return [];
  return [{ kind: words.startsWith("#") ? "heading" : PATH.test(words) ? "record" : "address", words }];
};

/* The words that readers see in one piece, in parts: of each paragraph, heading, cell and line of code. */
export const readWords = (text) => {
  if (isTooLong(text)) return [];
  if (!parser || !mayDiffer(text)) return [[text]];
  return parser.parse(text, {}).flatMap((token) => {
    if (token.type !== "inline") return token.content ? token.content.split("\n").map((words) => [words]) : [];
    const parts = readParts(token.children), asked = token.children.flatMap((inner) => (
      ["title", "href", "src"].map((name) => inner.attrGet(name)).filter(Boolean).map((words) => [words])
    ));
    return [...parts.length ? [parts] : [], ...asked];
  });
};

const readParts = (tokens) => tokens.flatMap(({ type, content, children }) => {
  if (["softbreak", "hardbreak"].includes(type)) return [" "];
  if (type === "image") return readParts(children ?? []);
  return content ? [content] : [];
});

/* The words of each link, with its address. */
export const readLinks = (text) => {
  if (!parser || isTooLong(text) || !["](", "]:", "]["].some((sign) => text.includes(sign))) return [];
  return parser.parse(text, {}).flatMap(({ children }) => {
    let start = 0;
    return (children ?? []).flatMap(({ type }, number) => {
      if (type === "link_open") start = number;
      if (type !== "link_close") return [];
      return [{ words: readParts(children.slice(start, number)).join(""), address: children[start].attrGet("href") ?? "" }];
    });
  });
};

/* The names by which headings are linked to. */
const listHeadings = (tokens) => {
  const names = new Map();
  tokens.forEach(({ type }, index) => {
    if (type !== "heading_open") return;
    const parts = tokens[index + 1].children.map((child) => (["text", "code_inline"].includes(child.type) ? child.content : " "));
    const words = parts.join("").split(/\s+/u).filter(Boolean).join(" ");
    const slug = words.toLowerCase().replace(/[^a-z0-9]+/gu, "-").replace(/^-+|-+$/gu, "").slice(0, 60).replace(/^-+|-+$/gu, "");
    const first = slug || "text";
    let name = first, number = names.get(first) ?? 1;
    while (names.has(name)) {
      number += 1;
      name = slug ? `${slug}-${number}` : String(number);
    }
    names.set(first, number);
    if (!names.has(name)) names.set(name, 1);
  });
  return names;
};
