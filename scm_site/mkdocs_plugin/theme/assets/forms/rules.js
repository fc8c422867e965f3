/* The rules that need only the record itself and what is known of its group: one function each, named for its id.

   A rule gives, for each breach, the place, the sentence, and what differs from other breaches (what to do, or that it is
   only a warning). What the forms leave to the check of the pull request says each rule where it is declared. */

import { prepareFor } from "./markdown.js";
import { chosen, form } from "./page.js";
import { prepareRecords } from "./records.js";
import { fill } from "./sentences.js";
import * as acts from "./rules/acts.js";
import * as endings from "./rules/endings.js";
import * as events from "./rules/events.js";
import * as meetings from "./rules/meetings.js";
import * as messages from "./rules/messages.js";
import * as minutes from "./rules/minutes.js";
import * as moves from "./rules/moves.js";
import * as offices from "./rules/offices.js";
import * as outcomes from "./rules/outcomes.js";
import * as pauses from "./rules/pauses.js";
import * as people from "./rules/people.js";
import * as proposal from "./rules/proposal.js";
import * as reports from "./rules/reports.js";
import * as shown from "./rules/shown.js";
import * as texts from "./rules/texts.js";
import * as updates from "./rules/updates.js";
import * as waivers from "./rules/waivers.js";

/* What any act can break. */
const ACT = [{ A009: acts.A009 }, shown];

/* The rules of each kind; what is not here is an act that has none of its own. */
const OF_KIND = {
  proposal: [people, proposal, texts, shown],
  "status-update": [updates, reports, shown],
  meeting: [meetings, texts, shown],
  "board-brief": [reports, events, texts, shown],
  outcome: [people, outcomes, texts, shown],
  shown: [{ E002: events.E002 }, ...ACT],
  waives: [waivers, offices, ...ACT],
  pauses: [pauses, ...ACT],
  ends: [endings, texts, ...ACT],
  tells: [messages, ...ACT],
  presented: [events, ...ACT],
  amends: [acts, offices, shown],
  replans: [acts, shown],
  corrects: [acts, shown],
  agenda: [minutes, ...ACT],
  moved: [moves, acts, meetings, shown],
  "called-off": [moves, ...ACT],
  minutes: [minutes, texts, ...ACT],
};

const say = (sentence, values = {}) => fill(form.sentences[sentence], values);

/* Load what the rules on texts need, where this text needs it. */
export const prepareRules = async ({ text = "" }) => {
  await prepareFor(text);
  if (text.includes("](") || text.includes("]:")) await prepareRecords(form.paths);
};

/* Give what the rules say of a file. */
export const findBreaches = ({ data, path }) => {
  const [name, folder] = path.split("/").reverse(), id = form.kind === "meeting" ? folder : name.replace(/\.\w+$/u, "");
  const given = { data, path, id, meeting: chosen.record ?? {}, say, group: chosen.facts?.known ?? {}, known: form.known, fixes: form.fixes };
  return (OF_KIND[form.kind] ?? ACT).flatMap((rules) => Object.entries(rules).flatMap(([rule, find]) => (
    find(given).map(([at, message, more]) => ({ path: at, message, rule, fix: form.fixes[rule], ...more }))
  )));
};
