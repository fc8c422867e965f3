/* Rules on who may propose, and what (scm_site/checks/proposal_rules.py). */

import { isAfter, isDay } from "./days.js";

export const P001 = ({ data: { applicant, date }, known: { countries }, say }) => {
  const { names, alsoAccepted, eu, kinds, lists } = countries, code = alsoAccepted[applicant?.country] ?? applicant?.country ?? "";
  if (!isDay(date) || eu.includes(code) || !Object.hasOwn(names, code)) return [];
  const inForce = lists.filter(({ from }) => from <= date).at(-1);
  if (inForce?.eligible.includes(code)) return [];
  const which = inForce ? say("P001 list", { version: inForce.version, day: inForce.from }) : say("P001 no list");
  return [[["applicant", "country"], say("P001", { code: applicant.country, name: names[code], kinds, day: date, which })]];
};

const refuse = (name, rule) => ({ data: { declarations }, say }) => (
  declarations?.[name] === false ? [[["declarations", name], say(rule)]] : []
);

export const P002 = refuse("no_conflict_of_interest", "P002");
export const P003 = refuse("at_least_18", "P003");
export const P004 = refuse("charter", "P004");

export const P005 = ({ data: { kind, duration_months: months }, known: { shortestMonths: least }, say }) => (
  kind === "focus" && Number.isInteger(months) && months > 0 && months < least ? [[["duration_months"], say("P005", { least, months })]] : []
);

export const P006 = ({ data: { declarations, date }, say }) => (
  isAfter(declarations?.on, date) ? [[["declarations", "on"], say("P006", { declared: declarations.on, day: date })]] : []
);
