/* A reading of a KPI has a number, or the reason why there is none: rule U002, since the form itself begins the readings. */

import { fill } from "./sentences.js";

export const findHalfReadings = (data, form) => (data.kpi_readings ?? []).flatMap((reading, index) => {
  const hasValue = reading.value !== undefined, hasReason = reading.not_measured !== undefined;
  if (!reading.kpi || hasValue !== hasReason) return [];
  const what = hasValue ? "both `value` and" : "neither `value` nor";
  return [{
    path: ["kpi_readings", index],
    message: fill(form.sentences["half a reading"], { kpi: reading.kpi, what }),
    fix: "Give one of the two: the number, or why there is none.",
  }];
});
