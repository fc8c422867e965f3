/* Rules on whom a record lists: the proposed chair, or the authors that are named (scm_site/checks/privacy_rules.py). */

import { quote } from "../sentences.js";
import { isAfter } from "./days.js";

const listAuthors = ({ authors = [] }) => authors
  .map((author, index) => ({ ...author, path: ["authors", index] }))
  .filter(({ name }) => name);

export const N001 = ({ data, say }) => listAuthors(data)
  .filter(({ consent }) => !consent)
  .map(({ name, path }) => [path, say("N001", { who: quote(name) })]);

export const N003 = ({ data: { proposed_chair: chair }, say }) => {
  if (!chair || Boolean(chair.name) !== Boolean(chair.name_withheld)) return [];
  if (chair.name) return [[["proposed_chair", "name"], say("N003")]];
  return [[["proposed_chair", "name"], say("N003 neither"), { fix: "Give the name, or answer yes if the person asked not to be named." }]];
};

export const N004 = ({ data: { proposed_chair: chair, date }, say }) => (
  isAfter(chair?.consent, date) ? [[["proposed_chair", "consent"], say("N004", { day: chair.consent, since: date })]] : []
);
