/* What the register knows of a group: lists to choose from, a first draft, and records that can be added to. */

import { clearFields, writeFields } from "./fields.js";
import { isPeriod } from "./names.js";
import { chosen, find, form, root, top } from "./page.js";

let asked = 0;

export const fillChoices = (scope) => {
  if (!chosen.facts) return;
  for (const select of scope.querySelectorAll("select[data-choices]")) {
    const before = select.value, choices = chosen.facts.choices[select.dataset.choices] ?? [];
    select.replaceChildren(new Option("Choose …", ""), ...choices.map(({ value, words }) => new Option(words, value)));
    select.value = before;
    if (select.selectedIndex < 0) select.value = "";
  }
};

/* Choose a group. `wanted` is a record that is added to, or the turn that is owed; a draft of one's own is not changed. */
/* The group that the answers in the fields are of, also while none is chosen. */
let filledFor = "";

export const chooseGroup = async (id, { wanted = "", isFresh = true } = {}) => {
  asked += 1;
  const turn = asked;
  Object.assign(chosen, { facts: null, existing: null, owed: "" });
  show(false);
  find("told").textContent = "";
  if (!id) return false;
  const facts = await load(id);
  if (turn !== asked) return false;
  if (!facts) {
    find("told").textContent = "What the register knows of this group could not be loaded, so the form cannot go on. Please reload the page.";
    return false;
  }
  chosen.facts = facts;
  if (filledFor && filledFor !== id && isFresh) startAgain();
  filledFor = id;
  fillChoices(root);
  show(true);
  showRecords(wanted, isFresh);
  if (form.isPeriodic && isPeriod(wanted) && !facts.taken[form.kind].includes(wanted)) chosen.owed = wanted;
  if (isFresh && !chosen.existing) begin();
  return true;
};

const load = async (id) => {
  try {
    const answer = await fetch(form.facts.replace("GROUP", encodeURIComponent(id)));
    return answer.ok ? await answer.json() : null;
  } catch { return null; }
};

const show = (isShown) => {
  find("fields").hidden = !isShown;
  find("ready").hidden = !isShown;
};

/* Another group begins with empty fields: what was filled in for the first is not said of the second. */
const startAgain = () => {
  clearFields(top);
  fillToday();
};

export const fillToday = () => {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const input of root.querySelectorAll("input[data-today]")) input.value = day;
};

const begin = () => {
  const draft = chosen.facts.drafts[form.kind];
  if (draft) writeFields(top, draft);
  const told = [`For the group “${chosen.facts.title}”.`];
  if (chosen.owed) told.push(`It is filed as the one of ${nameTurn(chosen.owed)}, whatever its date is.`);
  if (draft) told.push("What the register knows already is filled in; please read it.");
  find("told").textContent = told.join(" ");
};

const nameTurn = (turn) => {
  const [year, month, day] = turn.split("-"), name = form.months[Number(month) - 1];
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
};

/* Records that are there and can be added to, such as a planned meeting. */
const showRecords = (wanted, isFresh) => {
  const select = find("record");
  if (!select) return;
  const records = chosen.facts.records[form.kind] ?? [];
  select.replaceChildren(new Option("A new one", ""), ...records.map(({ id, words }) => new Option(words, id)));
  select.closest("[data-record-part]").hidden = records.length === 0;
  if (records.some(({ id }) => id === wanted)) select.value = wanted;
  chooseRecord(isFresh);
};

export const chooseRecord = (isFresh = true) => {
  const id = find("record").value, before = chosen.existing;
  chosen.existing = (chosen.facts.records[form.kind] ?? []).find((record) => record.id === id) ?? null;
  if (!isFresh) return;
  if (before || chosen.existing) startAgain();
  if (chosen.existing) {
    writeFields(top, chosen.existing.data);
    find("told").textContent = "What is filed of it already is filled in; add what is new.";
  } else find("told").textContent = "";
};
