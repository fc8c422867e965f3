/* What has to be mended: a list on top that takes the focus, and each sentence beside what it is about. */

import { control, findElement, openAround } from "./fields.js";
import { numberItem } from "./items.js";
import { find, root, top } from "./page.js";

export const showProblems = (problems) => {
  for (const old of root.querySelectorAll("[data-problem]")) old.remove();
  for (const wrong of root.querySelectorAll("[aria-invalid]")) wrong.removeAttribute("aria-invalid");
  for (const told of root.querySelectorAll("[aria-describedby*=problem-]")) describeBy(told, "");
  const errors = inOrder(problems.filter(({ isWarning }) => !isWarning)), warnings = inOrder(problems.filter(({ isWarning }) => isWarning));
  const links = [...errors, ...warnings].map(showProblem);
  find("summary").hidden = problems.length === 0;
  find("summary").dataset.tone = errors.length ? "late" : "due";
  find("summary-title").textContent = errors.length
    ? `${count(errors.length, "thing has", "things have")} to be mended before this can be filed`
    : "This can be filed, but please look again";
  find("problems").replaceChildren(...links.slice(0, errors.length));
  find("warnings").replaceChildren(...links.slice(errors.length));
  find("second-look").hidden = warnings.length === 0;
  find("second-look-title").textContent = `${count(warnings.length, "thing is worth a second look. It does", "things are worth a second look. They do")} not stop the filing:`;
  find("summary-ready").hidden = errors.length > 0;
};

const count = (number, one, several) => `${number} ${number === 1 ? one : several}`;

/* As they stand on the page, from top to bottom. */
const inOrder = (problems) => problems
  .map((problem) => ({ problem, place: findElement(top, problem.path) ?? top[0] }))
  .sort((one, other) => {
    if (one.place === other.place) return 0;
    const isInside = one.place.compareDocumentPosition(other.place) & Node.DOCUMENT_POSITION_FOLLOWING;
    return isInside ? -1 : 1;
  });

const showProblem = ({ problem, place }, number) => {
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
  (place.querySelector(":scope > [data-part=problem]") ?? place).append(note);
  const input = findInput(place);
  if (input) {
    if (!problem.isWarning && !input.matches("button")) input.setAttribute("aria-invalid", "true");
    describeBy(input, note.id);
  }
  return showLink(problem, place, input);
};

/* What takes the focus: the field itself; of a list without items, the button that adds one. */
const findInput = (place) => control(place) ?? place.querySelector("button");

const describeBy = (input, id) => {
  const others = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && !one.startsWith("problem-"));
  const kept = id ? [...others, ...(input.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one.startsWith("problem-")), id] : others;
  if (kept.length) input.setAttribute("aria-describedby", kept.join(" "));
  else input.removeAttribute("aria-describedby");
};

const showLink = (problem, place, input) => {
  const item = document.createElement("li"), link = document.createElement("a"), label = findLabel(place);
  link.href = `#${input?.id || place.id || "form"}`;
  link.append(...showWords(label ? `${label}: ${sayShort(problem)}` : problem.message));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    openAround(place);
    (input ?? place).focus();
  });
  item.append(link);
  return item;
};

/* Behind the label the field needs no other name. The whole sentence, that of `scm check`, stands beside the field. */
const sayShort = ({ message, short }) => `${short ?? message.replace(/^field `[^`]*` /u, "this ")}.`;

/* The words above a field, and those above the list or group that it stands in. */
export const findLabel = (place) => {
  const own = (element) => element.querySelector(":scope > :is(label, legend)")?.firstChild?.textContent.trim() ?? "";
  const names = [];
  let item = "";
  for (let element = place; element; element = element.parentElement.closest("[data-shape]")) {
    const name = own(element), entry = element.closest("[data-item-of]");
    if (element.dataset.name && name) {
      names.unshift(item ? `${name} ${item}` : name);
      item = "";
    } else if (entry) item = numberItem(entry);
  }
  return names.join(", ");
};

/* What stands between backticks is shown as it is typed in a file. */
const showWords = (text) => text.split("`").map((words, index) => {
  if (index % 2 === 0) return document.createTextNode(words);
  const code = document.createElement("code");
  code.textContent = words;
  return code;
});
