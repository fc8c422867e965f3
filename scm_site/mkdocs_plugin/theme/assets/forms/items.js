/* What each item of a list is called: by the list, its number, and the choice with which it begins. The same words stand
   above its fields, on its button, and in the list of what has to be mended. A button alone also says in which group it
   is: milestones are added, and so are KPIs. */

import { root } from "./page.js";

const readLegend = (element) => element.querySelector(":scope > legend").firstChild.textContent.trim();
const FIRST = ":scope > [data-shape=group] > [data-part=fields] > [data-shape]:first-child > select";

/* Its number, and which KPI, milestone or role it is about: `2 – Homes with a plan`. */
export const numberItem = (item) => {
  const number = [...item.parentElement.children].indexOf(item) + 1, choice = item.querySelector(FIRST);
  return choice?.value ? `${number} – ${choice.selectedOptions[0].text}` : String(number);
};

export const nameItems = () => {
  for (const item of root.querySelectorAll("[data-item-of]")) {
    const list = item.closest("[data-shape=list]"), around = list.parentElement.closest("[data-shape=group]");
    const name = `${readLegend(list)} ${numberItem(item)}`;
    item.querySelector(":scope > [data-shape] > :is(legend, label)").textContent = name;
    item.querySelector(":scope > [data-take] > span").textContent = `: ${around ? `${readLegend(around)}, ` : ""}${name}`;
  }
};
