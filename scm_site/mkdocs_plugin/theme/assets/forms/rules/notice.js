/* Whether a group ends within three weeks of the message to its members (rule X001). */

import { countDays, isDay } from "./days.js";

/* Say that a group ends too late, or too early, for the message to its members; "" where it does not. */
export const tellLate = ({ end, notice, most, say }) => {
  if (!isDay(end) || !isDay(notice)) return "";
  const days = countDays(notice, end), what = days > 0 ? say("X001 after", { days }) : say("X001 before");
  return days < 0 || days > most ? say("X001", { end, what, notice, most }) : "";
};
