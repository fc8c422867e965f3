/* Rules on the events and board meetings that a record names (scm_site/checks/event_rules.py, report_rules.py, end_rules.py). */

import { isAfter } from "./days.js";

/* Each event that is named and known, with its field. */
const listNamed = (data, { events }) => [
  ...["board_meeting", "at"].map((name) => [[name], data[name]]),
].filter(([, event]) => Object.hasOwn(events, event ?? "")).map(([path, id]) => ({ path, id, ...events[id] }));

export const E002 = ({ data, known, say }) => listNamed(data, known)
  .filter(({ cancelledOn }) => cancelledOn)
  .map(({ path, id, cancelledOn }) => [path, say("E002", { event: id, day: cancelledOn })]);

export const U005 = ({ data, known, say }) => listNamed(data, known)
  .filter(({ path, date }) => path[0] === "board_meeting" && isAfter(data.date, date))
  .map(({ path, id, date }) => [path, say("U005", { day: data.date, meeting: id, date })]);

export const X004 = ({ data, group: { lastDay: last }, known, say }) => listNamed(data, known)
  .filter(({ path, lastDay }) => path[0] === "at" && isAfter(last, lastDay))
  .map(({ path, id, date }) => [path, say("X004", { meeting: id, day: date, last })]);
