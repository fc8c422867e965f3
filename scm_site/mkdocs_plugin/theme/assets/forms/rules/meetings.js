/* Rules on the plan of a meeting, and on its moves (scm_site/checks/meeting_rules.py, date_rules.py). */

import { isAfter, isDay, readClocks, writeDay } from "./days.js";

/* What a plan says, or what a move makes of it: the value of a field, and where it stands. */
const read = ({ data, meeting }, name) => {
  const told = data[name];
  if (told?.becomes !== undefined) return { value: told.becomes, at: [name, "becomes"] };
  return { value: typeof told === "string" ? told : meeting.held?.[name], at: [name] };
};

const LONGEST_NIGHT = 12 * 60;
const count = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/* What goes on after midnight ends at most twelve hours later; several days have times of their own. */
export const D003 = (given) => {
  const { value: time, at } = read(given, "time"), found = /^(?<begin>\d\d:\d\d)-(?<end>\d\d:\d\d)(?: |$)/u.exec(time ?? "")?.groups;
  if (!found || read(given, "last_day").value || found.end > found.begin) return [];
  const isTooLong = found.end === found.begin || count(found.end) + 24 * 60 - count(found.begin) > LONGEST_NIGHT;
  return isTooLong ? [[at, given.say("D003", { time, ...found })]] : [];
};

export const D004 = (given) => {
  const { value: date } = read(given, "date"), { value: time, at } = read(given, "time"), { zones } = given.known;
  const found = /^(?<clock>\d\d:\d\d)-\d\d:\d\d (?<letters>\w+)$/u.exec(time ?? "")?.groups;
  if (!found || !zones[found.letters] || !isDay(date)) return [];
  const { names, shown } = readClocks(date, found.clock, found.letters, zones);
  if (!names.length || names.includes(found.letters)) return [];
  const said = `${found.clock} ${found.letters}`;
  return [[at, given.say("D004", { time, day: writeDay(date), names: names.join(" or "), said, clock: shown })]];
};

/* The zone is chosen from a list; here is told whether the time says by which clocks it is. */
export const D005 = (given) => {
  const { value: time, at } = read(given, "time"), { value: zone, at: where } = read(given, "zone"), { say } = given;
  if (zone && !time) return [[where, say("D005 no time", { zone })]];
  const hasLetters = Boolean(time?.includes(" "));
  return time && hasLetters === Boolean(zone) ? [[at, say(hasLetters ? "D005 both" : "D005", { time })]] : [];
};

export const D006 = (given) => {
  const { value: last, at } = read(given, "last_day"), { value: day } = read(given, "date");
  return isDay(last) && isDay(day) && last <= day ? [[at, given.say("D006", { last, day })]] : [];
};

export const M007 = (given) => {
  const { value: mode, at } = read(given, "mode");
  return mode && mode !== "online" && !read(given, "place").value ? [[at, given.say("M007", { mode })]] : [];
};

/* The meeting that looks back at the end keeps its name when it moves. */
export const M008 = (given) => {
  const { value: day, at } = read(given, "date"), { lastDay: last, evaluation } = given.group, id = given.meeting.id ?? given.id;
  return isAfter(day, last) && evaluation !== id ? [[at, given.say("M008", { day, last })]] : [];
};
