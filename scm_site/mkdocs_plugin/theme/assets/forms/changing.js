/* A meeting that is filed already, and changes: it moves to another day, or its approved minutes are put right. */

import { addItem, openAround, readFields, writeFields } from "./fields.js";
import { makeDatedId } from "./names.js";
import { chosen, find, form, top } from "./page.js";
import { isDay } from "./rules/days.js";
import { fill } from "./sentences.js";

/* The id that a meeting gets with its new day, since the name of its file carries the day; "" where it keeps its own. */
export const findNewId = (date) => {
  const { existing, facts } = chosen;
  if (form.kind !== "meeting" || !existing || !isDay(date) || date === existing.data.date) return "";
  return makeDatedId(date, existing.id, facts.taken.meeting.filter((id) => id !== existing.id && !(existing.kept.former_ids ?? []).includes(id)));
};

/* The names that it had before: whoever knows one of them finds the meeting. */
export const listFormerIds = (id) => [...(chosen.existing.kept.former_ids ?? []).filter((one) => one !== id), chosen.existing.id];

const isPlanned = () => form.kind === "meeting" && Boolean(chosen.existing) && !chosen.existing.data.minutes;

/* A planned meeting gets another day: the one before is written down at once, and the reason asked for. */
export const noteMove = ({ target }) => {
  const named = (name) => top.find(({ dataset }) => dataset.name === name);
  if (!isPlanned() || target.closest("[data-shape]") !== named("date")) return;
  const list = named("moved_from"), before = chosen.existing.data.date;
  const { date, moved_from: moves = [] } = readFields(top), noted = moves.findIndex((move) => move.date === before);
  if (date !== before && noted < 0) {
    writeFields(addItem(list).querySelectorAll("[data-shape=day]"), { date: before });
    openAround(list);
    find("told").textContent = "The meeting moves. Its day until now stands under “Moved from”: please say there why it moves.";
  } else if (date === before && noted >= 0 && !moves[noted].reason) writeFields([list], { moved_from: moves.filter((move, number) => number !== noted) });
};

/* What the form can tell of such a change before the pull request does: rule B002, that a move is told, and what it does
   to records that know the meeting by the name it had (rules R007 and T004 in their files). */
export const findChangeProblems = (data) => [...findUntoldMove(data), ...findOldName(data), ...findRewritten(data)];

const findUntoldMove = ({ date, moved_from: moves = [] }) => {
  const before = chosen.existing?.data.date;
  if (!isPlanned() || !findNewId(date) || moves.some((move) => move.date === before)) return [];
  return [{
    path: ["moved_from"],
    message: `The meeting was filed for ${before}, and nothing says why it is on another day now`,
    fix: "Add that day with the reason, unless it was only a slip.",
    isWarning: true,
  }];
};

const findOldName = ({ date }) => {
  const name = findNewId(date);
  if (!name) return [];
  const { id } = chosen.existing, isEvaluation = chosen.facts.known.evaluation === id;
  return [{
    path: ["date"],
    message: isEvaluation
      ? `the record of the group's end names this meeting \`${id}\` as its evaluation meeting, so that record has to change too, and so do links in texts`
      : `records that name the meeting \`${id}\` (that of the group's end, or links in texts) have to change too`,
    fix: `Name it \`${name}\` there, in the same pull request; its check names each place.`,
    isWarning: true,
  }];
};

const findRewritten = (data) => {
  const { begun } = chosen, approved = chosen.existing && begun.minutes?.approved;
  if (form.kind !== "meeting" || !approved || (data.corrections ?? []).length > (begun.corrections ?? []).length) return [];
  const now = readFields(top);
  const fields = form.minutesSay.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(begun[name]));
  return fields.length ? [{
    path: ["corrections"],
    message: fill(form.sentences.rewritten, { day: approved, fields: fields.map((name) => `\`${name}\``).join(", ") }),
    fix: "Add a correction: the day, and what was wrong.",
  }] : [];
};
