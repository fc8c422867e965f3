/* The file that the answers make: its place, its text, and the ways to hand it in. */

import { makeMailAddress, makeNewFileAddress } from "./forge.js";
import { readFields } from "./fields.js";
import { findBeside, leaveOutBeside } from "./beside.js";
import { makeId } from "./names.js";
import { chosen, find, form, root, top } from "./page.js";
import { fill, findDayFault, quote } from "./sentences.js";
import { writeFile } from "./yaml.js";

/* The answers in the order of the schema. */
export const readData = () => {
  const read = readFields(top);
  if (form.isMarkdown) read.text ??= "";
  const names = new Set([...Object.keys(form.schema.properties), ...Object.keys(read)]);
  return Object.fromEntries([...names].filter((name) => Object.hasOwn(read, name)).map((name) => [name, read[name]]));
};

/* What the answers make as they are, also with faults in them. */
export const makeFile = () => makeFileOf(readData());

export const makeFileOf = (answers) => {
  const data = leaveOutBeside(leaveOutDay(answers));
  return { path: makePath(answers), text: writeFile(data, form.isMarkdown), data };
};

/* The day of an act stands in the name of its file alone. */
const leaveOutDay = (answers) => {
  if (!form.isAct) return answers;
  const { day, ...data } = answers;
  return data;
};

/* The place of the file, or "" where every name for it is taken. */
const makePath = (data) => {
  const { facts } = chosen, { id: beside, what } = findBeside(data), record = beside ? { id: beside } : chosen.record;
  const taken = form.beside ? record?.taken ?? [] : listTaken(facts, beside);
  /* What is late is filed under the name of the turn that it is owed for. */
  if (form.isAct && findDayFault(data.day ?? "", form) || form.beside && !record) return "";
  const id = chosen.owed || makeId(form.kind, data, { letters: form.letters, taken, isAct: form.isAct });
  if (!id && form.path.includes("{id}")) return "";
  const path = (beside ? form.pathsBeside[what] : form.path).replace("{group}", facts?.id ?? "");
  return path.replace(/\{(?:meeting|outcome)\}/u, record?.id ?? "").replace("{id}", id);
};

/* The names that files of this kind have already, of those that lie beside a meeting or an outcome if it is one. */
const listTaken = (facts, beside) => {
  const taken = facts?.taken[form.kind] ?? form.taken, start = `${beside}/`;
  return beside ? taken.filter((id) => id.startsWith(start)).map((id) => id.slice(start.length)) : taken;
};

export const findNameProblem = ({ path, data }) => {
  if (path) return [];
  if (form.beside && !chosen.record) return [{ path: [], message: `No ${form.beside} is chosen`, fix: `Choose the ${form.beside} above.` }];
  if (form.isAct) return findActDayProblem();
  return !data.date ? [] : [{
    path: ["date"],
    message: `A file of ${data.date} is there already.`,
    fix: "Choose another day, or change the file that is there.",
  }];
};

const findActDayProblem = () => {
  const { day } = readFields(top), { sentences } = form, fix = "Choose the day on which it was done.";
  if (!day) return [{ path: ["day"], message: "“Day” is missing", short: sentences["missing, in short"], fix }];
  return [{ path: ["day"], message: fill(sentences["wrong form"], { name: "day", value: quote(day), fault: findDayFault(day, form) }), fix }];
};

export const showFile = ({ path, text }) => {
  root.dataset.path = path;
  find("path").textContent = path;
  find("text").textContent = text;
  if (form.isAct) find("does").textContent = document.querySelector("[data-form-tells]").textContent;
  if (find("link")) showLink(path, text);
  const mail = find("mail");
  if (mail) mail.href = makeMailAddress(form.mailbox, path, text);
};

const showLink = (path, text) => {
  const { address, isFilled } = makeNewFileAddress(form.forge, path, text);
  find("link").href = address;
  find("paste").hidden = isFilled;
};

export const download = () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([find("text").textContent], { type: "text/plain;charset=utf-8" }));
  link.download = root.dataset.path.split("/").pop();
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

export const copy = async (told) => {
  try {
    await navigator.clipboard.writeText(find("text").textContent);
    told.textContent = "Copied.";
  } catch {
    told.textContent = "This browser does not let the page copy: select the text below and copy it.";
  }
};
