/* The end of a group: what it has planned for later days is named, since other files have to change then, too. */

import { fill } from "./sentences.js";
import { chosen, form } from "./page.js";

export const findLaterDays = ({ end, evaluation_meeting: evaluation }) => {
  if (form.kind !== "termination" || !end) return [];
  return (chosen.facts?.later ?? []).filter(({ day, meeting }) => day > end && (!meeting || meeting !== evaluation)).map(({ what, fix }) => ({
    path: ["end"],
    message: fill(form.sentences["after the end"], { what, end }),
    fix,
    isWarning: true,
  }));
};
