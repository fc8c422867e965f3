/* Rules on the days of status updates and briefs (scm_site/checks/report_rules.py). */

import { addDays, isAfter, isDay } from "./days.js";

export const U004 = ({ data: { date }, group: { launch }, say }) => (
  isAfter(launch, date) ? [[["date"], say("U004", { day: date, launch })]] : []
);

export const U006 = ({ data: { date }, group: { lastDay: last }, known: { daysForALastReport: most }, say }) => (
  isDay(last) && isAfter(date, addDays(last, most)) ? [[["date"], say("U006", { day: date, most, last })]] : []
);
