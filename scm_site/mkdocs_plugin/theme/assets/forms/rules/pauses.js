/* Rules on pauses (scm_site/checks/waiver_rules.py). */

import { isAfter, isDay } from "./days.js";

export { V001 } from "./waivers.js";

export const V007 = ({ data: { first_day: given, until }, group: { launch, lastDay: last }, id, say }) => {
  const first = given ?? id.slice(0, 10);
  const early = isAfter(launch, first) ? [[["first_day"], say("V007 launch", { first, launch })]] : [];
  return isAfter(until, last) ? [...early, [["until"], say("V007", { until, last })]] : early;
};

export const V008 = ({ data: { first_day: given, until }, group: { finalDue: due, lastDay: end }, id, say }) => {
  const first = given ?? id.slice(0, 10), last = isAfter(until, end) ? end : until;
  if (![first, last, due].every(isDay) || due < first || due > last) return [];
  return [[["until"], say("V008", { due, first, last }), { isWarning: true }]];
};
