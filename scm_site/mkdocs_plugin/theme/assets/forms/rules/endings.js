/* Rules on how a group ends (scm_site/checks/end_rules.py). */

import { countDays, isAfter, isDay } from "./days.js";

export const X001 = ({ data: { how, end, notice }, known: { longestNoticeDays: most }, say }) => {
  if (how !== "early") return [];
  if (!notice) return [[["notice"], say("X001 no notice"), { fix: "Send the message to all members first, then give its day here." }]];
  if (!isDay(end) || !isDay(notice.on)) return [];
  const days = countDays(notice.on, end), what = days > 0 ? say("X001 after", { days }) : say("X001 before");
  return days < 0 || days > most ? [[["end"], say("X001", { end, what, notice: notice.on, most })]] : [];
};

export const X002 = ({ data: { how, decided_by: by }, say }) => {
  if (!by) return [];
  if (how === "early" && !by.includes("chair") && !by.includes("co-chair")) return [[["decided_by"], say("X002 early")]];
  return how === "by agreement" && !by.includes("members") ? [[["decided_by"], say("X002 agreed")]] : [];
};

export const X003 = ({ data: { how, end, notice, decided_on: decided }, group: { launch, end: planned }, say }) => [
  ...isAfter(launch, end) ? [[["end"], say("X003 launch", { end, launch })]] : [],
  ...isAfter(end, planned) ? [[["end"], say("X003 planned", { end, planned })]] : [],
  ...isAfter(decided, notice?.on) ? [[["notice", "on"], say("X003 notice", { notice: notice.on, decided })]] : [],
  ...how !== "completed" && isAfter(decided, end) ? [[["decided_on"], say("X003 decision", { decided, end })]] : [],
];
