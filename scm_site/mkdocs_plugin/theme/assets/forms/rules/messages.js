/* Rules on the message of an end (scm_site/checks/end_rules.py). */

import { isAfter } from "./days.js";
import { tellLate } from "./notice.js";

export const X001 = ({ group: { ended }, id, known: { longestNoticeDays: most }, say }) => {
  const message = ended?.how === "early" ? tellLate({ end: ended.end, notice: id.slice(0, 10), most, say }) : "";
  return message ? [[[], message]] : [];
};

export const X003 = ({ group: { ended }, id, say }) => {
  const notice = id.slice(0, 10), decided = ended?.decided;
  return isAfter(decided, notice) ? [[[], say("X003 notice", { notice, decided })]] : [];
};
