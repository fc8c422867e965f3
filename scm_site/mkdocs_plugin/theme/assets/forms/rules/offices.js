/* Who acts for the Secretariat was in office (scm_site/checks/waiver_rules.py). */

import { isDay } from "./days.js";

export const V002 = ({ data: { granted, agreed }, known: { terms }, say }) => {
  const given = granted ? { by: granted.by, day: granted.day, at: ["granted", "by"] } : { ...agreed?.secretariat, at: ["agreed", "secretariat", "by"] };
  const { by, day, at } = given, own = terms[by] ?? [];
  const isOut = isDay(day) && own.length > 0 && !own.some(([first, last]) => first <= day && (!last || day <= last));
  return isOut ? [[at, say("V002", { person: by, day })]] : [];
};
