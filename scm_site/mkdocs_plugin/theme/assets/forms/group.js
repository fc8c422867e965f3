/* What the register knows of a group: lists to choose from, a first draft, and meetings and
   outcomes to which something happens. */

import { clearFields, readFields, writeFields } from "./fields.js";
import { tellLateReport } from "./latereport.js";
import { chosen, find, form, root, top } from "./page.js";
import { findLabel } from "./problems.js";
import { today } from "./rules/days.js";

let asked = 0;

export const fillChoices = (scope) => {
  if (!chosen.facts) return;
  for (const select of scope.querySelectorAll("select[data-choices]")) {
    const before = select.value, choices = chosen.record?.[select.dataset.choices] ?? chosen.facts.choices[select.dataset.choices] ?? [];
    select.replaceChildren(new Option("Choose …", ""), ...choices.map(({ value, words }) => new Option(words, value)));
    select.value = before;
    if (select.selectedIndex < 0) select.value = "";
  }
};

/* What somebody had typed for what was left for another group or record, and the record that was last chosen in a group. */
const left = new Map(), lastOf = new Map();
const keyOfChoice = () => `${chosen.facts.id} ${chosen.record?.id ?? ""}`;
const recall = () => left.get(keyOfChoice()) ?? {};

/* Tells whether anything was typed that now waits. */
const leave = () => {
  if (!chosen.facts) return false;
  const own = findTyped();
  left.set(keyOfChoice(), own);
  lastOf.set(chosen.facts.id, chosen.record?.id ?? "");
  return Object.keys(own).length > 0;
};

/* What was typed, and is not what the form itself had filled in. */
const findTyped = () => Object.fromEntries(
  Object.entries(readFields(top)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(chosen.begun[name])),
);

/* Choose a group. `wanted` is the record to which something happens, or the turn that is owed; a draft of one's own is not changed. */
export const chooseGroup = async (id, { wanted = "", isFresh = true } = {}) => {
  asked += 1;
  const turn = asked;
  const waits = leave() && id !== chosen.facts.id;
  Object.assign(chosen, { facts: null, record: null, owed: "" });
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
  if (facts.owed[form.kind]?.includes(wanted)) chosen.owed = wanted;
  showRecords(wanted || (isFresh && lastOf.get(id)) || "");
  fillChoices(root);
  show(true);
  startWith(isFresh ? recall() : null, waits);
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

export const fillToday = () => {
  for (const input of root.querySelectorAll("input[data-today]")) input.value = today();
};

const empty = () => {
  clearFields(top);
  fillToday();
};

/* Fill in what the register knows, and over it what was typed; without that, leave the fields to a draft. */
const startWith = (own, waits) => {
  empty();
  const known = chosen.record?.data ?? chosen.facts.drafts[form.kind];
  if (known) writeFields(top, known);
  chosen.begun = readFields(top);
  if (own) writeFields(top, own);
  else empty();
  find("told").textContent = [...tell(own ?? {}, own && known), ...waits ? [WAITS] : []].join(" ");
};

const WAITS = "What you filled in for the other one comes back when you choose that again.";

const tell = (own, known) => [
  ...[`For the group “${chosen.facts.title}”.`],
  ...chosen.owed ? [`This is the one for ${nameTurn(chosen.owed)}: its file is named so, even if you write it later.`] : [],
  ...tellLateReport(),
  ...known && Object.keys(known).length ? ["What the register knows already is filled in; please read it."] : [],
  ...form.kind === "ends" ? ["Once you have given the last day, the check names what else has to change, such as a later meeting."] : [],
  ...Object.keys(own).length ? [`What you had typed stays: ${top.filter((element) => Object.hasOwn(own, element.dataset.name)).map(findLabel).join(", ")}.`] : [],
];

const nameTurn = (turn) => {
  const [year, month, day] = turn.split("-"), name = form.months[Number(month) - 1];
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
};

/* The meetings or outcomes to which something of this kind can happen. */
const showRecords = (wanted) => {
  const select = find("record");
  if (!select) return;
  const records = listRecords();
  select.replaceChildren(new Option("Choose …", ""), ...records.map(({ id, words }) => new Option(words, id)));
  select.closest("[data-record-part]").hidden = false;
  if (records.some(({ id }) => id === wanted)) select.value = wanted;
  chosen.record = findRecord();
};

const listRecords = () => chosen.facts.beside[form.kind] ?? [];
const findRecord = () => listRecords().find(({ id }) => id === find("record").value) ?? null;

/* Another record begins with what is known of it. What somebody typed before they chose one goes along. */
export const chooseRecord = () => {
  const typed = chosen.record ? {} : findTyped(), waits = leave() && chosen.record !== null;
  chosen.record = findRecord();
  fillChoices(root);
  startWith({ ...recall(), ...typed }, waits);
};
