/* A draft that survives a reload, if somebody asks for it. Until then nothing is stored. */

import { clearFields, readFields, writeFields } from "./fields.js";
import { chooseGroup } from "./group.js";
import { chosen, find, form, top } from "./page.js";

const name = `scm-form-${form.kind}`;
const MARKED = "On this computer your answers are kept.";

export const keepDraft = () => {
  try {
    if (!find("keep").checked) localStorage.removeItem(name);
    else if (chosen.facts || !find("group")) localStorage.setItem(name, JSON.stringify(makeDraft()));
    find("kept").textContent = find("keep").checked ? MARKED : "Nothing is kept.";
  } catch { find("kept").textContent = "This browser does not let the page keep anything."; }
};

const makeDraft = () => ({
  group: chosen.facts?.id ?? "", record: chosen.record?.id ?? "", owed: chosen.owed, data: readFields(top),
});

/* Bring the draft back, unless the address asks for another group; tell whether that was done. */
export const recallDraft = async (group, wanted) => {
  const kept = readDraft();
  if (!kept) return false;
  if (isOther(kept, group, wanted)) {
    find("kept").textContent = "Answers that you kept before, for another one, stay as they are until you set this mark.";
    return false;
  }
  find("keep").checked = true;
  if (find("group")) {
    find("group").value = kept.group;
    if (!await chooseGroup(find("group").value, { wanted: kept.record || kept.owed, isFresh: false })) return true;
  }
  /* A day that somebody took out is not today again. */
  clearFields(top);
  writeFields(top, kept.data);
  find("kept").textContent = "Your answers from last time are back.";
  return true;
};

const isOther = (kept, group, wanted) => Boolean(group) && (group !== kept.group || wanted !== (kept.record || kept.owed));

const readDraft = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(name));
    return kept && typeof kept.data === "object" && kept.data ? kept : null;
  } catch { return null; }
};
