/* Rules on agendas and minutes (scm_site/checks/meeting_rules.py); the meeting is the one that was chosen. */

import { form } from "../page.js";
import { isAfter } from "./days.js";

/* The group's first meeting on or after the launch that was not called off. */
const findKickOff = ({ group }) => group.meetings.find(({ date, isCancelled }) => !isCancelled && date >= group.launch);

export const M001 = ({ data, group, meeting: { id, date }, say }) => {
  const kickOff = findKickOff({ group });
  if (!data.first_meeting || !id || kickOff?.id === id) return [];
  const first = kickOff ? say("M001 first", { meeting: kickOff.id }) : "";
  return [[["first_meeting"], isAfter(group.launch, date) ? say("M001 early", { day: date, launch: group.launch, first }) : say("M001", { first })]];
};

export const M003 = ({ data: { decisions = [] }, meeting: { date }, say }) => decisions.flatMap(({ announced }, index) => (
  isAfter(announced, date) ? [[["decisions", index, "announced"], say("M003", { announced, day: date })]] : []
));

export const M006 = ({ id, meeting: { date }, say }) => {
  const sent = id.slice(0, 10);
  if (form.kind === "agenda") return isAfter(sent, date) ? [[["day"], say("M006 agenda", { sent, day: date })]] : [];
  return isAfter(date, sent) ? [[["day"], say("M006 minutes", { sent, day: date })]] : [];
};
