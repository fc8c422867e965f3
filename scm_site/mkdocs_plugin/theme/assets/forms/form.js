/* A form that makes the file of a record: fill in, check, and take the file to where it is handed in. Nothing leaves
   this page until somebody follows a link at its end. */

import { showHeld } from "./acts.js";
import { hasUnseen } from "./characters.js";
import { findProblems } from "./check.js";
import { keepDraft, recallDraft } from "./draft.js";
import { findLaterDays } from "./laterdays.js";
import { addItem, control, writeFields } from "./fields.js";
import { copy, download, findNameProblem, makeFile, showFile } from "./file.js";
import { chooseGroup, chooseRecord, fillChoices, fillToday } from "./group.js";
import { nameItems } from "./items.js";
import { hideNeededTakes } from "./kpis.js";
import { find, form, root, top } from "./page.js";
import { showHolder } from "./offices.js";
import { showProblems } from "./problems.js";
import { findBreaches, prepareRules } from "./rules.js";
import { showAct } from "./telling.js";

/* The file as it would be, and what is said about it. */
export const judge = async () => {
  const file = makeFile();
  await prepareRules(file.data);
  const others = [...findNameProblem(file), ...findLaterDays(file.data)];
  return { ...file, problems: [...findProblems(file.data, form, file.text), ...findBreaches(file), ...others] };
};

const check = async () => {
  delete root.dataset.judged;
  const file = await judge(), errors = file.problems.filter((problem) => !problem.isWarning);
  showProblems(file.problems);
  find("done").hidden = errors.length > 0;
  if (!errors.length) showFile(file);
  const texts = [...find("fields").querySelectorAll("textarea, input[type=text]")];
  find("cleaned").hidden = !texts.some((input) => hasUnseen(input.value));
  (file.problems.length ? find("summary") : find("done-title")).focus();
  root.dataset.judged = "";
};

const refresh = () => {
  hideNeededTakes();
  nameItems();
  showHolder();
  showHeld();
  showAct();
};

const onChange = () => {
  find("done").hidden = true;
  refresh();
  if (find("keep").checked) keepDraft();
};

root.addEventListener("click", (event) => {
  const button = event.target.closest("button"), list = button?.closest("[data-shape=list]");
  if (button?.dataset.copy !== undefined) copy(button.parentElement.querySelector("[role=status]"));
  if (button?.dataset.add !== undefined) control(addItem(list)).focus();
  if (button?.dataset.take !== undefined) {
    button.closest("[data-item-of]").remove();
    list.querySelector(":scope > [data-add]").focus();
    onChange();
  }
});
root.addEventListener("item-added", (event) => { fillChoices(event.target); nameItems(); showHeld(); });
root.addEventListener("submit", (event) => event.preventDefault());
find("fields").addEventListener("input", onChange);
find("check").addEventListener("click", check);
find("download").addEventListener("click", download);
find("keep").addEventListener("change", keepDraft);
find("record")?.addEventListener("change", () => { chooseRecord(); onChange(); });
find("group")?.addEventListener("change", async (event) => { await chooseGroup(event.target.value); onChange(); });

/* What a link to the form has answered already, if it is one of the choices. */
const FROM_ADDRESS = { waives: "duty", ends: "how", "hands-over": "role", corrects: "of", "takes-back": "act" };
const takeFromAddress = (asked) => {
  const name = FROM_ADDRESS[form.kind], field = top.find(({ dataset }) => dataset.name === name), value = asked.get(name);
  if (field && [...control(field).options].some((option) => option.value === value)) writeFields([field], { [name]: value });
};

const begin = async () => {
  const asked = new URLSearchParams(location.search), select = find("group");
  const isOffered = [...select?.options ?? []].some((option) => option.value === asked.get("group"));
  const group = isOffered ? asked.get("group") : "", wanted = isOffered ? asked.get(form.beside) ?? asked.get("id") ?? "" : "";
  for (const list of root.querySelectorAll("[data-shape=list][data-begun]")) addItem(list);
  fillToday();
  const isBack = await recallDraft(group, wanted);
  if (!isBack && group) {
    select.value = group;
    await chooseGroup(group, { wanted });
  }
  if (!isBack) takeFromAddress(asked);
  refresh();
  root.hidden = false;
  root.dataset.ready = "";
};
begin();
