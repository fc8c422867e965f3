/* Rules on acts (scm_site/checks/act_rules.py). */

import { listSettings } from "../settings.js";
import { form } from "../page.js";
import { isAfter, isDay } from "./days.js";

export const A004 = ({ data: { agreed, not_agreed: refused }, id, say }) => {
  if (form.kind !== "amends") return [];
  const works = id.slice(0, 10), late = ["secretariat", "group"].filter((by) => isAfter(agreed?.[by]?.day, works));
  return [
    ...Boolean(agreed) === Boolean(refused) ? [[["agreed"], say(agreed ? "A004 both" : "A004 neither")]] : [],
    ...late.map((by) => [["agreed", by, "day"], say("A004", { by: say(`A004 ${by}`), agreed: agreed[by].day, day: works })]),
  ];
};

export const A007 = ({ data, say }) => {
  const settings = listSettings(data), same = settings.filter(({ becomes, was }) => JSON.stringify(becomes) === JSON.stringify(was));
  if (!settings.length && !data.wording) return [[[], say("A007")]];
  return same.map(({ at }) => [at, say("A007 same")]);
};

export const A009 = ({ data: { filed_for: told }, id, say }) => (
  isAfter(told?.day, id.slice(0, 10)) ? [[["filed_for", "day"], say("A009", { came: told.day, day: id.slice(0, 10) })]] : []
);

/* A correction plans nothing, and neither does what was not agreed. */
export const A008 = ({ data, group: { launch, end: planned }, say }) => {
  if (form.kind === "corrects" || data.not_agreed) return [];
  const end = data.end?.becomes ?? planned, days = listSettings(data).map(({ becomes, name, at }) => (
    { due: name.endsWith(".due") ? becomes : becomes?.due, at }
  )).filter(({ due }) => isDay(due));
  return days.flatMap(({ due, at }) => {
    if (isAfter(launch, due)) return [[at, say("A008 before", { due, launch })]];
    return isAfter(due, end) ? [[at, say("A008 after", { due, end })]] : [];
  });
};
