/* A group that ended some time ago: a report that is written today has no place in it any more (rule U006). */

import { chosen, form } from "./page.js";
import { addDays, today } from "./rules/days.js";
import { fill } from "./sentences.js";

export const tellLateReport = () => {
  const { lastDay, lastDayInWords: last } = chosen.facts.known, most = form.known.daysForALastReport;
  if (!form.isPeriodic || !lastDay || today() <= addDays(lastDay, most)) return [];
  return [`${fill(form.sentences["ended"], { last, most })} ${form.fixes.U006}`];
};
