/* Are the answers right? The schema's own validator says where they are not, the catalogue of sentences how.

   Each problem: the place in the data, what is wrong, what to do, and whether it is only a warning. */

import { validate } from "../json-schema/validate.js";
import { findLost } from "./characters.js";
import { findEmptySections, findThinTexts } from "./thin.js";
import { describeValue, fill, findDayFault, nameCharacter, nameField, quote, walk } from "./sentences.js";

/* What a validator says on its way to a cause is no cause. */
const CAUSES = new Set([
  "required", "type", "enum", "pattern", "format", "uniqueItems", "minLength", "maxLength", "minItems", "maxItems",
  "minProperties", "minimum", "maximum",
]);

/* `text` is the file that the data makes. */
export const findProblems = (data, form, text) => {
  const unfinished = findPlaceholders(data, form);
  const blank = new Set(unfinished.map((problem) => nameField(problem.path)));
  const misfits = findMisfits(data, form).filter((problem) => !blank.has(nameField(problem.path)));
  const said = new Set([...unfinished, ...misfits].map((problem) => nameField(problem.path)));
  const thin = findThinTexts(data, form, findSchema).filter((problem) => !said.has(nameField(problem.path)));
  const others = [...findEmptySections(data, form), ...findPrivateData(data, form), ...describeLost(data, form, text)];
  return [...unfinished, ...misfits, ...thin, ...others];
};

const findMisfits = (data, form) => {
  const { errors } = validate(data, form.schema, "2020-12", undefined, false);
  const found = new Map();
  for (const error of errors) {
    if (!CAUSES.has(error.keyword)) continue;
    for (const problem of describe(error, data, form)) found.set(problem.message, problem);
  }
  return [...found.values()];
};

const describe = (error, data, form) => {
  const path = readPointer(error.instanceLocation, data), value = find(data, path), schema = findSchema(form.schema, path);
  const { keyword } = error, { sentences } = form, name = nameField(path), fix = schema["x-fix"] ?? "";
  const say = (sentence, values, at = path, way = fix) => [{ path: at, message: fill(sentence, values), fix: way }];
  if (keyword === "required") return describeMissing(path, value, schema, form);
  if (["pattern", "minLength", "minItems"].includes(keyword) && isEmpty(value)) return describeEmpty(path, schema, form);
  if (keyword === "type") {
    return say(sentences["wrong type"], { name, found: describeValue(value), wanted: form.types[schema.type] });
  }
  if (keyword === "enum") {
    if (typeof value !== "string") return [];
    return say(sentences["not a choice"], { name, value: quote(value), choices: schema.enum.join(", ") });
  }
  if (keyword === "pattern" || keyword === "format") {
    if (keyword === "format" && schema.pattern && !new RegExp(schema.pattern, "u").test(value)) return [];
    return say(sentences["wrong form"], { name, value: quote(value), fault: describeForm(value, schema, form) });
  }
  if (keyword === "uniqueItems") {
    const texts = value.map((item) => JSON.stringify(item));
    const index = texts.findIndex((text, position) => texts.indexOf(text) < position);
    return say(sentences.twice, { name, value: quote(String(value[index])) }, [...path, index]);
  }
  return say(sentences["out of limits"], { name, what: fill(form.limits[keyword], { wanted: schema[keyword], size: measure(value) }) });
};

const measure = (value) => {
  if (typeof value === "string") return [...value].length;
  return Array.isArray(value) ? value.length : typeof value === "object" ? Object.keys(value).length : value;
};

const describeMissing = (path, value, schema, form) => {
  const sentence = form.sentences[path.length ? "missing inside" : "missing"], owner = nameField(path);
  return schema.required.filter((name) => !Object.hasOwn(value, name)).map((name) => {
    const inner = schema.properties[name];
    const message = fill(sentence, { name, title: inner.title ?? name, owner });
    return { path: [...path, name], message, short: form.sentences["missing, in short"], fix: inner["x-fix"] ?? "" };
  });
};

const isEmpty = (value) => (typeof value === "string" ? !value.trim() : value.length === 0);

const describeEmpty = (path, schema, form) => {
  const owner = findSchema(form.schema, path.slice(0, -1)), last = path.at(-1), fix = schema["x-fix"] ?? "";
  const isNeeded = typeof last === "number" || (owner.required ?? []).includes(last);
  const way = isNeeded ? fix : fill(form.sentences["may be left out"], { fix });
  return [{ path, message: fill(form.sentences.empty, { name: nameField(path) }), fix: way }];
};

const describeForm = (value, schema, form) => {
  const example = { example: typeof schema.example === "object" ? "" : schema.example ?? "" };
  if (schema.format !== "date") return fill(form.sentences["not as the example"], example);
  const fault = findDayFault(value, form);
  if (fault === form.sentences["not a day"]) return fill(form.sentences["not a day, for example"], example);
  return fault || fill(form.sentences["not as the example"], example);
};

const findPlaceholders = (data, form) => walk(data).flatMap(([path, text]) => {
  const found = form.placeholder.exec(text);
  return found ? [{
    path,
    message: fill(form.sentences.placeholder, { name: nameField(path), quote: quote(found[0]) }),
    fix: findSchema(form.schema, path)["x-fix"] ?? "",
  }] : [];
});

const findPrivateData = (data, form) => walk(data).flatMap(([path, text]) => {
  if (form.mailboxes.includes(nameField(path))) return [];
  return form.private.flatMap(({ what, sign, pattern }) => (text.includes(sign) ? [...text.matchAll(pattern)] : []).map((found) => ({
    path,
    message: fill(form.sentences.private, { name: nameField(path), what, quote: quote(`${[...found[0]].slice(0, 3).join("")}…`) }),
    fix: form.privateFix,
  })));
});

/* Letters that were lost before they came here: the first five of a file are named, as `scm check` does. */
const describeLost = (data, form, text) => {
  const lost = findLost(text), { sentences } = form;
  return lost.slice(0, 5).map(({ letter, before }, number) => ({
    path: walk(data).find(([, words]) => words.includes(letter))?.[0] ?? [],
    message: fill(sentences.lost, {
      name: letter === "\ufffd" ? `${nameCharacter(letter)} (replacement character)` : nameCharacter(letter),
      where: before ? fill(sentences.after, { quote: quote(before) }) : sentences["at the start"],
      others: number === 4 && lost.length > 5 ? fill(sentences["elsewhere, too"], { others: lost.length - 5 }) : "",
    }),
    fix: form.lostFix,
  }));
};

const readPointer = (pointer, data) => {
  let value = data;
  return pointer.replace(/^#\/?/u, "").split("/").filter(Boolean).map((part) => {
    const name = decodeURI(part).replaceAll("~1", "/").replaceAll("~0", "~");
    const step = Array.isArray(value) ? Number(name) : name;
    value = value?.[step];
    return step;
  });
};

const find = (data, path) => path.reduce((value, part) => value?.[part], data);

const findSchema = (schema, path) => path.reduce(
  (inner, part) => (typeof part === "number" ? inner.items : inner.properties?.[part]) ?? {}, schema,
);
