/* Who hands over an office: whoever holds it, unless somebody else is chosen. */

import { control } from "./fields.js";
import { chosen, form, top } from "./page.js";

export const showHolder = () => {
  if (form.kind !== "hands-over" || !chosen.facts) return;
  const [role, from] = ["role", "from"].map((name) => top.find(({ dataset }) => dataset.name === name));
  const { held = "" } = from.dataset, holder = chosen.facts.acts.offices[control(role).value] ?? "";
  if (control(from).value !== held) return;
  control(from).value = holder;
  from.dataset.held = holder;
};
