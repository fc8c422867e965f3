/* The fields on the page and the data of a record: each part of the page says with data-shape what it holds. */

const part = (element, name) => element.querySelector(`:scope > [data-part=${name}]`);
const inner = (element) => [...part(element, "fields").children].filter((child) => child.dataset.shape);
const items = (element) => [...part(element, "items").children];
const tidy = (text) => text.replace(/\r\n?/gu, "\n").toWellFormed?.().trim() ?? text.trim();

/* What a field holds, or undefined where nothing was filled in. */
const READ = {
  line: (element) => tidy(control(element).value).replace(/\s*\n\s*/gu, " ") || undefined,
  lines: (element) => tidy(control(element).value) || undefined,
  day: (element) => control(element).value.trim() || undefined,
  choice: (element) => control(element).value || undefined,
  number: (element) => readNumber(control(element).value.trim()),
  answer: (element) => {
    const chosen = element.querySelector("input:checked");
    return chosen ? chosen.value === "true" : undefined;
  },
  many: (element) => keep([...element.querySelectorAll("input:checked")].map((input) => input.value), element),
  list: (element) => keep(items(element).map((item) => readField(item.querySelector("[data-shape]"))).filter((value) => value !== undefined), element),
  group: (element) => {
    const data = readFields(inner(element));
    return Object.keys(data).length || element.dataset.needed !== undefined && element.dataset.item === undefined ? data : undefined;
  },
};

/* A list that must be there and may be empty is written as empty. */
const keep = (values, element) => (values.length || element.dataset.mayBeEmpty !== undefined ? values : undefined);

const readNumber = (text) => {
  if (text === "") return undefined;
  const number = Number(text.replace(",", "."));
  return Number.isFinite(number) ? number : text;
};

export const control = (element) => element.querySelector("input, select, textarea");
const readField = (element) => READ[element.dataset.shape](element);

export const readFields = (elements) => {
  const data = {};
  for (const element of elements) {
    const value = readField(element);
    if (value !== undefined) data[element.dataset.name] = value;
  }
  return data;
};

/* Put data into the fields; what the data does not have is left as it is. */
const WRITE = {
  answer: (element, value) => {
    for (const input of element.querySelectorAll("input")) input.checked = input.value === String(value);
  },
  many: (element, value) => {
    for (const input of element.querySelectorAll("input")) input.checked = value.includes(input.value);
  },
  list: (element, value) => {
    while (items(element).length < value.length) addItem(element);
    value.forEach((one, index) => writeField(items(element)[index].querySelector("[data-shape]"), one));
  },
  group: (element, value) => {
    writeFields(inner(element), value);
    const fold = element.querySelector(":scope > details") ?? element.closest("details");
    if (fold) fold.open = true;
  },
};

const writeField = (element, value) => {
  const write = WRITE[element.dataset.shape];
  if (write) write(element, value);
  else control(element).value = String(value);
};

export const writeFields = (elements, data) => {
  for (const element of elements) {
    if (Object.hasOwn(data, element.dataset.name)) {
      writeField(element, data[element.dataset.name]);
      const fold = element.closest("details");
      if (fold) fold.open = true;
    }
  }
};

let made = 0;
/* Another item of a list; ids in it are made its own. */
export const addItem = (list) => {
  const item = list.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
  made += 1;
  for (const element of item.querySelectorAll("[id], [for], [aria-describedby], [name], [list], [aria-labelledby]")) {
    for (const name of ["id", "for", "aria-describedby", "name", "list", "aria-labelledby"]) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.split(" ").map((one) => `${one}-${made}`).join(" "));
    }
  }
  part(list, "items").append(item);
  item.dispatchEvent(new CustomEvent("item-added", { bubbles: true }));
  return item;
};

/* The element of a place in the data; the nearest one around it where there is none. */
export const findElement = (elements, path) => {
  let found = null, among = elements;
  for (const step of path) {
    const next = typeof step === "number"
      ? found && found.dataset.shape === "list" ? items(found)[step]?.querySelector("[data-shape]") : null
      : among.find((element) => element.dataset.name === step);
    if (!next) break;
    found = next;
    among = found.dataset.shape === "group" ? inner(found) : [];
  }
  return found;
};
