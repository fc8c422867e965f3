/* What an act sets, one thing after the other, as `Act.settings` gives it (scm_site/records/acts/programme_changes.py):
   its name, what it becomes (null for what is given up), what it was, and where that stands in the answers. */

const TERMS = ["launch", "end", "title", "challenge", "objectives", "terms_of_reference"];

/* What a move can change of a meeting. */
const MOVABLE = ["date", "last_day", "time", "zone", "mode", "place"];

export const GIVEN_UP = null;

const change = (path, changed) => (changed ? [{
  name: path.join("."), becomes: changed.becomes, was: changed.instead_of, at: [...path, "becomes"],
}] : []);

const listParts = (part, { added = [], moved = [], retargeted = [], dropped = [] } = {}) => [
  ...added.map((one, index) => ({ name: `${part}.${one.id}`, becomes: one, at: [part, "added", index, part === "kpis" ? "name" : "title"] })),
  ...moved.map((one, index) => ({ name: `${part}.${one.id}.due`, becomes: one.becomes, was: one.instead_of, at: [part, "moved", index, "becomes"] })),
  ...retargeted.map((one, index) => ({ name: `${part}.${one.id}.target`, becomes: one.becomes, was: one.instead_of, at: [part, "retargeted", index, "becomes"] })),
  ...dropped.map((one, index) => ({ name: `${part}.${one.id}`, becomes: GIVEN_UP, at: [part, "dropped", index, "id"] })),
];

/* What a correction says of members, offices and acts: one fact after the other, by its name. */
const listFacts = ({ facts = [] }) => facts.map((one, index) => (
  { name: one.id, becomes: one.becomes, was: one.instead_of, at: ["facts", index, "becomes"] }
)).filter(({ name }) => name);

export const isFact = ({ at }) => at[0] === "facts";

export const listSettings = (act) => [
  ...[...TERMS, ...MOVABLE].flatMap((name) => change([name], act[name])),
  ...["due", "title"].flatMap((name) => change(["final_outcome", name], act.final_outcome?.[name])),
  ...listParts("milestones", act.milestones),
  ...listParts("kpis", act.kpis),
  ...listFacts(act),
];
