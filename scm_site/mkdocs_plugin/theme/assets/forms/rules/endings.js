/* Rules on how a group ends (scm_site/checks/end_rules.py). */

import { isAfter } from "./days.js";
import { tellLate } from "./notice.js";

export const X001 = ({ data: { how, end }, group: { told }, known: { longestNoticeDays: most }, say }) => {
  const message = how === "early" && told.length ? tellLate({ end, notice: told[0], most, say }) : "";
  return message ? [[["end"], message]] : [];
};

export const X002 = ({ data: { how, decided_by: by }, say }) => {
  if (!by) return [];
  if (how === "early" && !by.includes("chair") && !by.includes("co-chair")) return [[["decided_by"], say("X002 early")]];
  return how === "by agreement" && !by.includes("members") ? [[["decided_by"], say("X002 agreed")]] : [];
};

export const X003 = ({ data: { how, end }, group: { launch, end: planned }, id, say }) => {
  const decided = id.slice(0, 10);
  return [
    ...isAfter(launch, end) ? [[["end"], say("X003 launch", { end, launch })]] : [],
    ...isAfter(end, planned) ? [[["end"], say("X003 planned", { end, planned })]] : [],
    ...how !== "completed" && isAfter(decided, end) ? [[["end"], say("X003 decision", { decided, end })]] : [],
  ];
};
