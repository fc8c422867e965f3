/* The fields on the page and the data of a record: each part of the page says with data-shape what it holds. */

import { clean } from "./characters.js";
import { writeNumber } from "./digits.js";

const part = (element, name) => element.querySelector(`:scope > [data-part=${name}]`);
const inner = (element) => [...part(element, "fields").children].filter((child) => child.dataset.shape);
const items = (element) => [...part(element, "items").children];
const held = (item) => item.querySelector("[data-shape]");

export const control = (element) => element.querySelector("input, select, textarea");
/* What somebody typed, without spaces around it. */
const typed = (element) => clean(control(element).value).trim();

/* The text below the fields of a file: two spaces at a line's end mean something in it. */
const isBody = (element) => element.dataset.name === "text" && !element.parentElement.closest("[data-shape]");

/* What a field holds, or undefined where nothing was filled in. */
const READ = {
  line: (element) => typed(element).replace(/\s*\n\s*/gu, " ").replaceAll("\t", " ") || undefined,
  lines: (element) => (isBody(element) ? typed(element) : typed(element).replace(/[^\S\n]+$/gmu, "")) || undefined,
  /* A day that was begun and not finished is none; a browser keeps to itself what was typed of it. */
  day: (element) => typed(element) || (control(element).validity.badInput ? "?" : undefined),
  choice: (element) => control(element).value || undefined,
  number: (element) => readNumber(typed(element)),
  answer: (element) => {
    const chosen = element.querySelector("input:checked");
    return chosen ? chosen.value === "true" : undefined;
  },
  many: (element) => keep([...element.querySelectorAll("input:checked")].map((input) => input.value), element),
  list: (element) => keep(filled(element).map((item) => readField(held(item))), element),
  group: (element) => {
    const data = readFields(inner(element).filter(({ dataset }) => !WORKED_OUT.has(dataset.shape)));
    const isNeeded = element.dataset.needed !== undefined && element.dataset.item === undefined;
    if (!isNeeded && isBlank(data) || isAsBegun(element, data)) return undefined;
    return readFields(inner(element));
  },
  /* What is replaced, as `acts.js` found it. */
  held: ({ dataset }) => (dataset.value ? JSON.parse(dataset.value) : undefined),
  /* An id of one's own, as `acts.js` made it. */
  made: ({ dataset }) => dataset.value || undefined,
};

const WORKED_OUT = new Set(["held", "made"]);

/* Whether nothing was filled in, however deep; a list that may be empty says something. */
const isBlank = (data) => Object.values(data).every((value) => value?.constructor === Object && isBlank(value));

/* A change that begins with what holds: what it becomes is filled in, and says nothing until it is another. */
const isAsBegun = ({ dataset }, { becomes }) => dataset.start !== undefined && JSON.stringify(becomes) === dataset.start;

/* What was typed stays, and so does an empty field until something else holds. */
export const beginChange = (group, value) => {
  const becomes = inner(group).find(({ dataset }) => dataset.name === "becomes"), now = JSON.stringify(readField(becomes));
  const { held, start } = group.dataset, wanted = JSON.stringify(value);
  group.dataset.held = wanted;
  if (!BEGUN.has(becomes.dataset.shape) || held === wanted || now !== undefined && now !== start) return;
  writeField(becomes, value);
  group.dataset.start = JSON.stringify(readField(becomes));
};

const BEGUN = new Set(["line", "lines", "list"]);

/* The items of a list in which something was filled in. */
const filled = (element) => items(element).filter((item) => readField(held(item)) !== undefined);

/* A list that must be there and may be empty is written as empty. */
const keep = (values, element) => (values.length || element.dataset.mayBeEmpty !== undefined ? values : undefined);

/* A number as the register reads one: at most fifteen digits. A comma before three digits could mean thousands. */
const readNumber = (text) => {
  const plain = /^-?\d+,\d{3}$/u.test(text) ? text : text.replace(",", ".");
  if (!/^-?\d+(?:\.\d+)?$/u.test(plain) || plain.replace(/\D/gu, "").length > 15) return text || undefined;
  return Number(plain);
};

const readField = (element) => READ[element.dataset.shape](element);

export const readFields = (elements) => {
  const data = {};
  for (const element of elements) {
    const value = readField(element);
    if (value !== undefined) data[element.dataset.name] = value;
  }
  return data;
};

/* Put data into the fields; what the data does not have is left as it is, and so is a field of another shape. */
const WRITE = {
  answer: (element, value) => {
    for (const input of element.querySelectorAll("input")) input.checked = input.value === String(value);
  },
  many: (element, value) => {
    if (!Array.isArray(value)) return;
    for (const input of element.querySelectorAll("input")) input.checked = value.includes(input.value);
  },
  list: (element, value) => {
    if (!Array.isArray(value)) return;
    part(element, "items").replaceChildren();
    for (const one of value) writeField(held(addItem(element)), one);
  },
  group: (element, value) => {
    if (value && typeof value === "object") writeFields(inner(element), value);
  },
  held: () => {},
  made: () => {},
};

const writeField = (element, value) => {
  const write = WRITE[element.dataset.shape];
  if (write) write(element, value);
  else if (typeof value !== "object") control(element).value = typeof value === "number" ? writeNumber(value) : String(value);
};

export const writeFields = (elements, data) => {
  for (const element of elements) {
    if (Object.hasOwn(data, element.dataset.name)) {
      writeField(element, data[element.dataset.name]);
      openAround(element);
    }
  }
};

export const openAround = (element) => {
  for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
};

/* Empty every field; lists get the one item with which they begin. */
export const clearFields = (elements) => {
  for (const element of elements) {
    for (const input of element.querySelectorAll("input, select, textarea")) {
      if (input.type === "checkbox" || input.type === "radio") input.checked = false;
      else input.value = "";
    }
    for (const group of [element, ...element.querySelectorAll("[data-held]")]) {
      delete group.dataset.held;
      delete group.dataset.start;
    }
    for (const list of [element, ...element.querySelectorAll("[data-shape=list]")]) {
      if (list.dataset.shape !== "list") continue;
      part(list, "items").replaceChildren();
      if (list.dataset.begun !== undefined) addItem(list);
    }
  }
};

let made = 0;
const OWN = ["id", "for", "aria-describedby", "name"];
/* Another item of a list; ids in it are made its own. */
export const addItem = (list) => {
  const item = list.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
  made += 1;
  for (const element of item.querySelectorAll(OWN.map((name) => `[${name}]`).join(", "))) {
    for (const name of OWN) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.split(" ").map((one) => `${one}-${made}`).join(" "));
    }
  }
  part(list, "items").append(item);
  for (const within of item.querySelectorAll("[data-shape=list][data-begun]")) addItem(within);
  item.dispatchEvent(new CustomEvent("item-added", { bubbles: true }));
  return item;
};

/* The element of a place in the data; the nearest one around it where there is none. */
export const findElement = (elements, path) => {
  let found = null, among = elements;
  for (const step of path) {
    const item = typeof step === "number" && found?.dataset.shape === "list" ? filled(found)[step] : null;
    const next = typeof step === "number" ? item && held(item) : among.find((element) => element.dataset.name === step);
    if (!next) break;
    found = next;
    among = found.dataset.shape === "group" ? inner(found) : [];
  }
  return found;
};
