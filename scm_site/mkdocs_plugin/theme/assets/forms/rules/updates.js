/* Rules on what a status update reads and reports (scm_site/checks/report_rules.py). */

import { isAfter } from "./days.js";

const ONE_OF_TWO = {
  fix: "Give one of the two: the number, or why there is none.",
  short: "give either the number or the reason why there is none",
};

export const U002 = ({ data: { kpi_readings: readings = [] }, group: { kpis }, say }) => {
  const read = readings.map(({ kpi }) => kpi), isOurs = read.every((kpi) => kpis.includes(kpi));
  return [
    ...kpis.filter((kpi) => isOurs && !read.includes(kpi)).map((kpi) => [["kpi_readings"], say("U002", { kpi })]),
    ...readings.flatMap(({ kpi, value, not_measured: reason }, index) => [
      ...kpi && read.indexOf(kpi) < index ? [[["kpi_readings", index], say("U002 twice", { kpi }), { fix: "Take one of the two readings out." }]] : [],
      ...kpi && value === undefined && reason === undefined ? [[["kpi_readings", index, "value"], say("U002 neither", { kpi }), ONE_OF_TWO]] : [],
      ...kpi && value !== undefined && reason !== undefined ? [[["kpi_readings", index, "value"], say("U002 both", { kpi }), ONE_OF_TWO]] : [],
    ]),
  ];
};

export const U003 = ({ data: { milestones_reached: reached = [], date }, group, id, say }) => reached.flatMap(({ milestone, on }, index) => {
  const isSecond = reached.findIndex((one) => one.milestone === milestone) < index, update = group.reached[milestone] ?? (isSecond ? id : "");
  return [
    ...isAfter(on, date) ? [[["milestones_reached", index, "on"], say("U003 late", { milestone, on, day: date })]] : [],
    ...milestone && update ? [[["milestones_reached", index], say("U003", { milestone, update })]] : [],
  ];
});
