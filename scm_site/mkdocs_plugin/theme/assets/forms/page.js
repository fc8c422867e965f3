/* The form on the page, what it was told when the site was built, and what was chosen in it. */

export const root = document.querySelector("[data-form]");
const setup = JSON.parse(document.getElementById("form-setup").textContent);
const compile = (patterns) => patterns.map(({ what, sign, pattern }) => ({ what, sign, pattern: new RegExp(pattern, "gu") }));
export const form = {
  ...setup,
  isMarkdown: setup.path.endsWith(".md"),
  placeholder: new RegExp(setup.placeholder, "u"),
  private: compile(setup.private),
  shownPrivate: compile(setup.shownPrivate),
  mayDiffer: new RegExp(setup.mayDiffer, "u"),
};
export const find = (name) => root.querySelector(`[data-form-${name}]`);
const isTop = (element) => !element.parentElement.closest("[data-shape]");
export const top = [...find("fields").querySelectorAll("[data-shape]")].filter(isTop);

/* Of the group that was chosen: what the register knows of it, the meeting or outcome to which something happens, the turn that is
   owed; and the answers that the form itself began with. */
export const chosen = { facts: null, record: null, owed: "", begun: {} };
