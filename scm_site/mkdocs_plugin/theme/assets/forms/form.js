/* A form that makes the file of a record: fill in, check, and take the file to the forge. Nothing leaves this page
   until somebody follows a link at its end. */

import { findProblems } from "./check.js";
import { addItem, control, findElement, readFields, writeFields } from "./fields.js";
import { makeEditAddress, makeNewFileAddress } from "./forge.js";
import { makeId } from "./names.js";
import { writeFile } from "./yaml.js";

const root = document.querySelector("[data-form]");
const setup = JSON.parse(document.getElementById("form-setup").textContent);
const form = {
  ...setup,
  placeholder: new RegExp(setup.placeholder, "u"),
  private: setup.private.map(({ what, sign, pattern }) => ({ what, sign, pattern: new RegExp(pattern, "gu") })),
};
const find = (name) => root.querySelector(`[data-form-${name}]`);
const top = [...find("fields").querySelectorAll("[data-shape]")].filter((element) => !element.parentElement.closest("[data-shape]"));
const draftName = `scm-form-${form.kind}`;
let facts = null, existing = null, owed = "";

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

/* --- Lists -------------------------------------------------------------------------------------------------- */

root.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.add !== undefined) {
    control(addItem(button.closest("[data-shape=list]"))).focus();
  }
  if (button.dataset.take !== undefined) {
    const list = button.closest("[data-shape=list]");
    button.closest("[data-item-of]").remove();
    list.querySelector(":scope > [data-add]").focus();
  }
});

root.addEventListener("item-added", (event) => fillChoices(event.target));

/* --- What the register knows of a group --------------------------------------------------------------------- */

const fillChoices = (scope) => {
  if (!facts) return;
  for (const select of scope.querySelectorAll("select[data-choices]")) {
    const chosen = select.value;
    select.replaceChildren(new Option("Choose …", ""), ...(facts.choices[select.dataset.choices] ?? []).map(
      ({ value, words }) => new Option(words, value),
    ));
    select.value = chosen;
  }
};

const chooseGroup = async (id, wanted) => {
  facts = null;
  existing = null;
  find("fields").hidden = !id;
  find("ready").hidden = !id;
  if (!id) return;
  const answer = await fetch(form.facts.replace("GROUP", encodeURIComponent(id)));
  if (!answer.ok) {
    find("told").textContent = "What the register knows of this group could not be loaded. Please try again.";
    return;
  }
  facts = await answer.json();
  fillChoices(root);
  showRecords(wanted);
  const draft = facts.drafts[form.kind];
  if (draft && !existing) writeFields(top, draft);
  owed = wanted && !existing && form.isPeriodic ? wanted : "";
  find("told").textContent = `For the group “${facts.title}”.${draft && !existing ? " What the register knows already is filled in; please read it." : ""}`;
};

/* Records that are there and can be added to, such as a planned meeting. */
const showRecords = (wanted) => {
  const select = find("record");
  if (!select) return;
  const records = facts.records[form.kind] ?? [];
  select.replaceChildren(new Option("A new one", ""), ...records.map(({ id, words }) => new Option(words, id)));
  select.closest("[data-record-part]").hidden = records.length === 0;
  if (records.some(({ id }) => id === wanted)) select.value = wanted;
  chooseRecord();
};

const chooseRecord = () => {
  const select = find("record");
  existing = (facts.records[form.kind] ?? []).find(({ id }) => id === select.value) ?? null;
  if (existing) writeFields(top, existing.data);
};

/* --- Check -------------------------------------------------------------------------------------------------- */

const check = () => {
  const data = readFields(top);
  if (existing) Object.assign(data, { ...existing.kept, ...data });
  const problems = findProblems(data, form);
  showProblems(problems);
  const errors = problems.filter((problem) => !problem.isWarning);
  find("done").hidden = errors.length > 0;
  if (errors.length) find("summary").focus();
  else finish(data, problems);
};

const showProblems = (problems) => {
  for (const old of root.querySelectorAll("[data-problem]")) old.remove();
  for (const wrong of root.querySelectorAll("[aria-invalid]")) wrong.removeAttribute("aria-invalid");
  const list = find("problems");
  list.replaceChildren(...problems.map((problem, number) => showProblem(problem, number)));
  const errors = problems.filter((problem) => !problem.isWarning).length;
  find("summary").hidden = problems.length === 0;
  const things = errors === 1 ? "1 thing has to be mended" : `${errors} things have to be mended`;
  find("summary-title").textContent = errors ? `${things} before this can be filed` : "This can be filed, but please look again";
};

const showProblem = (problem, number) => {
  const place = findElement(top, problem.path) ?? top[0];
  const note = document.createElement("p");
  note.className = "scm-form__problem";
  note.id = `problem-${number}`;
  note.dataset.problem = problem.isWarning ? "warning" : "error";
  note.append(...showWords(problem.message));
  if (problem.fix) {
    const fix = document.createElement("span");
    fix.className = "scm-form__fix";
    fix.append(...showWords(problem.fix));
    note.append(" ", fix);
  }
  const slot = place.querySelector(":scope > [data-part=problem]") ?? place;
  slot.append(note);
  const input = control(place);
  if (input && !problem.isWarning) {
    input.setAttribute("aria-invalid", "true");
    const before = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.startsWith("problem-"));
    input.setAttribute("aria-describedby", [...before, note.id].join(" "));
  }
  const item = document.createElement("li"), link = document.createElement("a");
  link.href = `#${input?.id || place.id || "form"}`;
  link.append(...showWords(problem.message));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    (input ?? place.querySelector("button") ?? place).focus();
  });
  item.append(link);
  return item;
};

/* What stands between backticks is shown as it is typed in a file. */
const showWords = (text) => text.split("`").map((words, index) => {
  if (index % 2 === 0) return document.createTextNode(words);
  const code = document.createElement("code");
  code.textContent = words;
  return code;
});

/* --- The file ----------------------------------------------------------------------------------------------- */

const makePath = (data) => {
  if (existing) return existing.path;
  const taken = facts?.taken[form.kind] ?? form.taken ?? [];
  /* What is late is filed under the name of the turn that it is owed for. */
  const id = owed && !taken.includes(owed) ? owed : makeId(form.kind, data, { letters: form.letters, taken });
  return form.path.replace("{group}", facts?.id ?? "").replace("{id}", id);
};

const finish = (data, warnings) => {
  const path = makePath(data), text = writeFile(data, form.path.endsWith(".md"));
  const { address, isFilled } = existing
    ? { address: makeEditAddress(form.forge, path), isFilled: false }
    : makeNewFileAddress(form.forge, path, text);
  root.dataset.path = path;
  find("path").textContent = path;
  find("text").textContent = text;
  const link = find("link");
  if (link) {
    link.href = address;
    link.hidden = !address;
    find("paste").hidden = isFilled || !address;
    find("paste-how").textContent = existing
      ? "The file is there already: copy the text below, open the page, select everything in the editor, and paste."
      : "The text is too long to go along with the link. Copy it first, then paste it into the large empty field of that page.";
  }
  const mail = find("mail");
  if (mail) {
    const body = `The file ${path} is attached, or stands below.\n\n${text}`;
    const whole = `mailto:${form.mailbox}?subject=${encodeURIComponent(path)}&body=${encodeURIComponent(body)}`;
    const short = `mailto:${form.mailbox}?subject=${encodeURIComponent(path)}&body=${encodeURIComponent(`Please find attached: ${path}`)}`;
    mail.href = whole.length <= 1900 ? whole : short;
  }
  find("done").hidden = false;
  if (!warnings.length) find("done-title").focus();
  else find("summary").focus();
};

const download = () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([find("text").textContent], { type: "text/plain;charset=utf-8" }));
  link.download = root.dataset.path.split("/").pop();
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

const copy = async () => {
  try {
    await navigator.clipboard.writeText(find("text").textContent);
    find("copied").textContent = "Copied.";
  } catch {
    find("copied").textContent = "This browser does not let the page copy: select the text below and copy it.";
  }
};

/* --- A draft that survives a reload, if somebody asks for it ------------------------------------------------- */

const keepDraft = () => {
  try {
    if (find("keep").checked) {
      localStorage.setItem(draftName, JSON.stringify({ group: find("group")?.value ?? "", data: readFields(top) }));
    } else localStorage.removeItem(draftName);
  } catch { find("kept").textContent = "This browser does not keep drafts."; }
};

const recallDraft = async () => {
  let kept = null;
  try { kept = JSON.parse(localStorage.getItem(draftName)); } catch { /* nothing is kept */ }
  if (!kept) return;
  find("keep").checked = true;
  if (kept.group && find("group")) {
    find("group").value = kept.group;
    await chooseGroup(kept.group);
  }
  writeFields(top, kept.data);
  find("kept").textContent = "Your draft from last time is back.";
};

/* --- Start -------------------------------------------------------------------------------------------------- */

for (const input of root.querySelectorAll("input[data-today]")) input.value = today();
for (const list of root.querySelectorAll("[data-shape=list][data-begun]")) addItem(list);
root.addEventListener("submit", (event) => event.preventDefault());
find("check").addEventListener("click", check);
find("download").addEventListener("click", download);
find("copy").addEventListener("click", copy);
find("keep").addEventListener("change", keepDraft);
root.addEventListener("input", () => { if (find("keep").checked) keepDraft(); });
find("record")?.addEventListener("change", chooseRecord);
find("group")?.addEventListener("change", (event) => chooseGroup(event.target.value));

const state = new URLSearchParams(location.search);
const begin = async () => {
  await recallDraft();
  const group = state.get("group") ?? "";
  const select = find("group");
  if (select && [...select.options].some((option) => option.value === group) && group) {
    select.value = group;
    await chooseGroup(group, state.get("id") ?? "");
  }
  if (form.kind === "waiver" && state.get("duty")) writeFields(top, { duty: state.get("duty") });
  root.hidden = false;
  root.dataset.ready = "";
};
begin();
