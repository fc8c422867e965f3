/* Rules on waivers (scm_site/checks/waiver_rules.py). */

import { isAfter, isDay } from "./days.js";

export const V001 = ({ data: { first_day: given, until, granted }, id, say }) => {
  const day = id.slice(0, 10), first = given ?? (granted ? "" : day);
  return [
    ...isAfter(first, until) ? [[["until"], say("V001", { until, first })]] : [],
    ...isAfter(granted?.day, day) ? [[["granted", "day"], say("V001 granted", { granted: granted.day, day })]] : [],
  ];
};

export const V004 = ({ data: { duty, first_day: first, until }, group, id, say }) => {
  if (!isDay(first) || !isDay(until)) return [];
  const others = group.waivers.filter((one) => one.duty === duty), own = { name: id, first, until };
  const all = [...others, own].sort((one, other) => (`${one.first} ${one.name}` < `${other.first} ${other.name}` ? -1 : 1));
  return all.slice(1).flatMap((later, index) => {
    const earlier = all[index];
    if (![earlier, later].includes(own) || later.first > earlier.until) return [];
    return [[[later === own ? "first_day" : "until"], say("V004", { duty, until: earlier.until, waiver: earlier.name })]];
  });
};

export const V005 = ({ data: { duty, until }, group: { lastDay: last }, known: { owedAfterTheEnd }, say }) => (
  isAfter(until, last) && duty && !owedAfterTheEnd.includes(duty) ? [[["until"], say("V005", { until, last })]] : []
);

export const V006 = ({ data: { granted, until }, say }) => (
  isAfter(granted?.day, until) ? [[["granted", "day"], say("V006", { granted: granted.day, until }), { isWarning: true }]] : []
);
