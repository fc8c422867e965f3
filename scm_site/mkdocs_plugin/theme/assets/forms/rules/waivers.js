/* Rules on waivers (scm_site/checks/waiver_rules.py). */

import { isAfter, isDay } from "./days.js";

export const V001 = ({ data: { from, until }, say }) => (isAfter(from, until) ? [[["until"], say("V001", { until, first: from })]] : []);

export const V004 = ({ data: { duty, from, until }, group, id, say }) => {
  if (!isDay(from) || !isDay(until)) return [];
  const others = group.waivers.filter((one) => one.duty === duty), own = { id, from, until };
  const all = [...others, own].sort((one, other) => (`${one.from} ${one.id}` < `${other.from} ${other.id}` ? -1 : 1));
  return all.slice(1).flatMap((later, index) => {
    const earlier = all[index];
    if (![earlier, later].includes(own) || later.from > earlier.until) return [];
    return [[[later === own ? "from" : "until"], say("V004", { duty, until: earlier.until, waiver: earlier.id })]];
  });
};

export const V005 = ({ data: { duty, until }, group: { lastDay: last }, known: { owedAfterTheEnd }, say }) => (
  isAfter(until, last) && duty && !owedAfterTheEnd.includes(duty) ? [[["until"], say("V005", { until, last })]] : []
);

export const V006 = ({ data: { granted, until }, say }) => (
  isAfter(granted?.on, until) ? [[["granted", "on"], say("V006", { granted: granted.on, until }), { isWarning: true }]] : []
);
