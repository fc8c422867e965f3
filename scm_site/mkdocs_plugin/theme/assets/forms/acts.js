/* What an act replaces: it is shown as it holds, and nobody types it. What the act cannot set is not asked for. */

import { partThousands } from "./digits.js";
import { beginChange, clearFields, control } from "./fields.js";
import { makeName } from "./names.js";
import { chosen, form, root, top } from "./page.js";
import { isDay, writeDay } from "./rules/days.js";

const PLANNED = ["final_outcome", "milestones", "kpis"], SHOWN_IF_HELD = [...PLANNED, "facts"];
const OF_PROGRAMME = new RegExp(`^(?:terms_of_reference$|(?:${PLANNED.join("|")})\\.)`, "u");

/* What a correction is of: a record, or an act by its name. */
const readOf = () => control(top.find(({ dataset }) => dataset.name === "of")).value;

/* What holds, by its names; for a correction, what the record or act says that is corrected. */
export const findHeld = () => {
  const { held, said } = chosen.facts.acts;
  if (form.beside) return chosen.record?.held ?? {};
  return form.kind === "corrects" ? said[readOf()] ?? {} : held;
};

/* Whether a whole work programme can change: of an act, only what it had set is corrected. */
const canPlan = (held) => (form.kind === "corrects" ? readOf() === "work-programme" : Object.keys(held).some((name) => OF_PROGRAMME.test(name)));

/* Show beside each change what it replaces, and make the ids of what comes in. */
export const showHeld = () => {
  if (!form.isAct || !chosen.facts) return;
  const held = findHeld();
  showPlanned(held);
  for (const element of root.querySelectorAll("[data-shape=held]")) showOne(element, held);
  for (const element of root.querySelectorAll("[data-shape=made]")) element.dataset.value = makeOwnId(element);
};

const showPlanned = (held) => {
  const isWhole = canPlan(held);
  for (const element of top.filter(({ dataset }) => SHOWN_IF_HELD.includes(dataset.name))) {
    setShown(element, (isWhole && element.dataset.name !== "facts") || Object.keys(held).some((name) => name.startsWith(`${element.dataset.name}.`)));
    for (const list of element.querySelectorAll("[data-name=added], [data-name=dropped]")) setShown(list, isWhole);
  }
};

const setShown = (element, isShown) => {
  const isLeft = !isShown && !element.hidden;
  element.hidden = !isShown;
  if (isLeft) clearFields([element]);
};

const showOne = (element, held) => {
  const group = element.closest("[data-shape=group]"), { source } = element.dataset, isOne = !source.includes("{id}");
  const select = isOne ? null : group.querySelector("[data-name=id] select"), value = held[source.replace("{id}", select?.value)];
  element.dataset.value = value === undefined ? "" : JSON.stringify(value);
  element.querySelector("output").textContent = write(value);
  for (const option of select?.options ?? []) option.disabled = option.value !== "" && !Object.hasOwn(held, source.replace("{id}", option.value));
  if (!isOne) return;
  setShown(group, value !== undefined || form.kind === "moved");
  if (value !== undefined) beginChange(group, value);
};

const write = (value) => {
  if (Array.isArray(value)) return value.join("\n");
  if (typeof value === "number") return partThousands(value);
  return isDay(value) ? writeDay(value) : String(value ?? "–");
};

/* The number of an item in its list, and the last number that an id of a member has: m7 is followed by m8. */
const placeOf = (element) => [...element.closest("[data-item-of]").parentElement.children].indexOf(element.closest("[data-item-of]"));
const lastNumber = (people) => Math.max(0, ...Object.keys(people).map((id) => Number(/^m(\d+)$/u.exec(id)?.[1] ?? 0)));

/* An id that nothing has or had in the work programme, and that no item above has. */
const makeOwnId = (element) => {
  const people = chosen.facts.acts.names.members;
  if (element.dataset.source === "person") return `m${Number(element.closest("[data-item-of]") ? placeOf(element) : 0) + lastNumber(people) + 1}`;
  const item = element.closest("[data-item-of]"), part = top.find((one) => one.contains(element)).dataset.name;
  const others = [...item.parentElement.children].slice(0, [...item.parentElement.children].indexOf(item));
  const taken = [...Object.keys(chosen.facts.acts.names[part] ?? {}), ...others.map((one) => one.querySelector("[data-shape=made]").dataset.value)];
  const words = control(item.querySelector(`[data-name=${element.dataset.source}]`)).value;
  return makeName(words, { kpis: "kpi", actions: "action" }[part] ?? "milestone", { letters: form.letters, taken });
};
