/* Rules on moves of meetings, and on calling them off (scm_site/checks/meeting_rules.py). */

import { isAfter } from "./days.js";

const DONE = { moved: "move", "called-off": "calling off" };

export const M010 = ({ id, path, meeting: { date: held }, say }) => {
  const day = id.slice(0, 10), what = DONE[path.split(".").at(-2)];
  return isAfter(day, held) ? [[["day"], say("M010", { what, day, held })]] : [];
};
