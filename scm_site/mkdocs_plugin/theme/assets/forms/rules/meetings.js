/* Rules on meetings and their minutes (scm_site/checks/meeting_rules.py, date_rules.py). */

import { isAfter, isDay, readClocks, writeDay } from "./days.js";

export const D002 = ({ data: { date, moved_from: moves = [] }, say }) => moves.flatMap((move, index) => (
  isDay(date) && move.date === date ? [[["moved_from", index, "date"], say("D002", { day: date })]] : []
));

export const D003 = ({ data: { time }, say }) => {
  const found = /^(?<begin>\d\d:\d\d)-(?<end>\d\d:\d\d)(?: |$)/u.exec(time ?? "")?.groups;
  return found && found.end <= found.begin ? [[["time"], say("D003", { time, ...found })]] : [];
};

/* A time that was filed so is only pointed out, as the check of the pull request does. */
export const D004 = ({ data: { date, time }, begun, known: { zones }, say }) => {
  const found = /^(?<clock>\d\d:\d\d)-\d\d:\d\d (?<letters>\w+)$/u.exec(time ?? "")?.groups;
  if (!found || !zones[found.letters] || !isDay(date)) return [];
  const { names, shown } = readClocks(date, found.clock, found.letters, zones);
  if (!names.length || names.includes(found.letters)) return [];
  const said = `${found.clock} ${found.letters}`, isWarning = begun.time === time && begun.date === date;
  return [[["time"], say("D004", { time, day: writeDay(date), names: names.join(" or "), said, clock: shown }), { isWarning }]];
};

/* The group's first meeting on or after the launch that was not cancelled, with this one as it is here. */
const findKickOff = ({ data, group, id, before }) => [
  ...group.meetings.filter((one) => one.id !== before),
  { id, date: data.date, isCancelled: Boolean(data.cancelled) },
].sort((one, other) => (`${one.date} ${one.id}` < `${other.date} ${other.id}` ? -1 : 1))
  .find(({ date, isCancelled }) => !isCancelled && date >= group.launch);

export const M001 = ({ data, group, id, before, say }) => {
  if (!data.first_meeting || !isDay(data.date)) return [];
  const kickOff = findKickOff({ data, group, id, before }), first = kickOff ? say("M001 first", { meeting: kickOff.id }) : "";
  if (kickOff?.id === id) return [];
  const isEarly = isAfter(group.launch, data.date);
  return [[["first_meeting"], isEarly ? say("M001 early", { day: data.date, launch: group.launch, first }) : say("M001", { first })]];
};

export const M002 = ({ data, group, id, before, say }) => {
  const agreed = data.first_meeting?.outcome_format, planned = group.finalFormat;
  if (!agreed || !planned || agreed === planned || !isDay(data.date)) return [];
  return findKickOff({ data, group, id, before })?.id === id ? [[["first_meeting", "outcome_format"], say("M002", { agreed, planned })]] : [];
};

export const M003 = ({ data: { decisions = [], date }, say }) => decisions.flatMap(({ announced }, index) => (
  isAfter(announced, date) ? [[["decisions", index, "announced"], say("M003", { announced, day: date })]] : []
));

const PROVE_IT = ["minutes", "decisions", "attended", "first_meeting", "text"];
const NAMED_AS_FIELDS = ["minutes", "decisions"];

export const M004 = ({ data, say }) => PROVE_IT
  .filter((name) => isDay(data.cancelled?.on) && data[name])
  .map((name) => [[name], say("M004", { day: data.cancelled.on, what: NAMED_AS_FIELDS.includes(name) ? name : say(`M004 ${name}`) })]);

export const M005 = ({ data: { minutes, text }, say }) => (minutes && !text ? [[["minutes"], say("M005")]] : []);

export const M006 = ({ data: { date, agenda, agenda_sent: agendaSent, minutes: { sent, approved } = {} }, say }) => [
  ...isAfter(agendaSent, date) ? [[["agenda_sent"], say("M006 agenda", { sent: agendaSent, day: date })]] : [],
  ...isDay(agendaSent) && !agenda ? [[["agenda_sent"], say("M006 no agenda", { sent: agendaSent }), { fix: "List the items of the agenda." }]] : [],
  ...isAfter(date, sent) ? [[["minutes", "sent"], say("M006 minutes", { sent, day: date })]] : [],
  ...isAfter(sent, approved) ? [[["minutes", "approved"], say("M006 approved", { approved, sent })]] : [],
];

export const M007 = ({ data: { mode, place }, say }) => (
  mode && mode !== "online" && !place ? [[["place"], say("M007", { mode })]] : []
);

/* An evaluation meeting that moves is named by its old id until that record changes too, which does not stop the form. */
export const M008 = ({ data: { date, cancelled }, group: { lastDay: last, evaluation }, id, before, say }) => {
  if (!isAfter(date, last) || cancelled || evaluation === id) return [];
  const more = evaluation && evaluation === before ? { fix: `Name it \`${id}\` in the record of the group's end, too.`, isWarning: true } : {};
  return [[["date"], say("M008", { day: date, last }), more]];
};
