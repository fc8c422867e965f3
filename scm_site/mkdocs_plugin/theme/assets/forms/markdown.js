/* What a text holds that the site does not show: HTML, pictures, odd links (scm_site/texts/markdown.py does the same).

   The parser is the one of the register, in the language in which it was first written. It is loaded once a text has a
   sign of what may be refused; most texts have none. */

const SIGNS = ["<", "](", "][", "]:", "![", "://"];
const DEEP = /^[ \t>*+0-9.)-]{20}/mu;
const DEEPEST = 40;
const WEB_ADDRESS = /^https:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?(?:[/?#][^\s<>"'`\\]*)?$/u;
const PATH = /^[A-Za-z0-9._-][A-Za-z0-9._/-]*$/u;

const hasSigns = (text) => SIGNS.some((sign) => text.includes(sign)) || DEEP.test(text);

let parser = null;

/* Load what it takes to judge a text. Where that fails, the check of the pull request says what there is to say. */
export const prepareFor = async (text) => {
  if (parser || !hasSigns(text)) return;
  try {
    await import("../markdown-it/markdown-it.min.js");
    parser = globalThis.markdownit("default", { html: true, linkify: false, typographer: false, maxNesting: DEEPEST });
    parser.validateLink = () => true;
  } catch { parser = null; }
};

/* Each thing that is refused, with its kind: html, picture, depth, address, heading, or record (a link to be looked up). */
export const findRefusals = (text) => {
  if (!parser || !hasSigns(text)) return [];
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

/* The names by which headings are linked to. */
const listHeadings = (tokens) => {
  const names = new Set();
  tokens.forEach(({ type }, index) => {
    if (type !== "heading_open") return;
    const parts = tokens[index + 1].children.map((child) => (["text", "code_inline"].includes(child.type) ? child.content : " "));
    const words = parts.join("").split(/\s+/u).filter(Boolean).join(" ");
    const slug = words.toLowerCase().replace(/[^a-z0-9]+/gu, "-").replace(/^-+|-+$/gu, "").slice(0, 60).replace(/^-+|-+$/gu, "");
    let name = slug || "text", number = 2;
    for (; names.has(name); number += 1) name = slug ? `${slug}-${number}` : String(number);
    names.add(name);
  });
  return names;
};
