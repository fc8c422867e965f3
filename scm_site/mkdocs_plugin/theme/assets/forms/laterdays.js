/* The end of a group, also one that is moved: what it has planned for later days is named, since other files have to
   change then, too. */

import { fill } from "./sentences.js";
import { chosen, form } from "./page.js";

const ENDS = {
  ends: ({ end }) => [["end"], end],
  amends: ({ end, not_agreed: refused }) => [["end", "becomes"], refused ? "" : end?.becomes],
};

export const findLaterDays = (data) => {
  const [path, end] = ENDS[form.kind]?.(data) ?? [];
  if (!end) return [];
  const isLater = ({ day, meeting }) => day > end && (!meeting || meeting !== data.evaluation_meeting);
  return (chosen.facts?.later ?? []).filter(isLater).map(({ what, fix }) => ({
    path,
    message: fill(form.sentences["after the end"], { what, end }),
    fix,
    isWarning: true,
  }));
};
