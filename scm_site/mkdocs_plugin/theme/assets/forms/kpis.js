/* The rows of an update's readings: one for each KPI has to be there, so that only others can be taken out. */

import { chosen, top } from "./page.js";

export const hideNeededTakes = () => {
  const list = top.find(({ dataset }) => dataset.name === "kpi_readings"), needed = new Set(chosen.facts?.known.kpis);
  for (const row of list?.querySelectorAll("[data-item-of=kpi_readings]") ?? []) {
    const kpi = row.querySelector("[data-name=kpi] select").value;
    row.querySelector(":scope > [data-take]").hidden = needed.delete(kpi);
  }
};
