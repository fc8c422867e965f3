/* What an act will do, in a sentence, while it is written: the same as the register says of it afterwards
   (scm_site/records/acts/sentences.py has the words; a test holds the two against each other). */

import { findHeld } from "./acts.js";
import { partThousands } from "./digits.js";
import { readFields } from "./fields.js";
import { leaveOutBeside } from "./beside.js";
import { chosen, find, form, top } from "./page.js";
import { countDays, isDay, writeDay } from "./rules/days.js";
import { fill } from "./sentences.js";
import { GIVEN_UP, isFact, listSettings } from "./settings.js";

const say = (sentence, values = {}) => fill(form.acts[sentence], values);

export const showAct = () => {
  if (!form.isAct) return;
  const act = leaveOutBeside(readFields(top)), whole = chosen.facts && tellAct(form.kind, act, chosen.facts.acts.names);
  const told = whole ? `${whole}.` : `${tellOpening(act)}.`.replace(/…\.$/u, "…"), place = document.querySelector("[data-form-tells]");
  const words = `What it ${act.not_agreed ? "says" : "does"}: ${told}`;
  if (place.textContent !== words) place.textContent = words;
};

/* The sentence with which a form begins, as long as no other is whole: what is not known yet is left open. */
const tellOpening = (act) => {
  const [sentence, replaced] = form.opening, first = act.first_day ?? act.day, { names } = chosen.facts?.acts ?? {};
  const ofMembers = { member: act.member, gone: act.from, comes: act.to };
  const values = { ...act, first, day: act.last_day ?? first, was: chosen.facts && findHeld()[replaced] };
  for (const [name, id] of Object.entries(ofMembers)) values[name] = id && nameMember(id, names.members);
  if (names && act.role && !act.from) values.gone = say("nobody");
  return form.acts[sentence].replace(/\{(\w+)\}/gu, (_, name) => sayPlain(values[name]));
};

const sayPlain = (value) => (isDay(value) ? writeDay(value) : ["string", "number"].includes(typeof value) ? String(value) : "…");

/* What happens to a meeting. */
const OF_MEETING = {
  agenda: ({ items, decisions }) => (items ? [say("agenda", { items: count("item", items.length) }), ...decisions ? [say("to decide", { number: decisions.length })] : []].join(", ") : ""),
  "called-off": () => say("called off"),
  minutes: ({ decisions }) => [say("minutes"), ...decisions ? [say("with decisions", { decisions: count("decision", decisions.length) })] : []].join(", "),
  settles: ({ action, result }) => (action && result ? say(result, { action }) : ""),
};

/* What happens to an outcome. */
const OF_OUTCOME = {
  delivers: ({ version }) => version && say("delivers", { version }),
  controlled: ({ version, result }) => version && result && say(`controlled ${result}`, { version }),
  published: ({ day, on, identifier }) => isDay(on ?? day) && identifier && say("published", { day: writeDay(on ?? day), identifier }),
  shown: ({ at }) => at && say("shown", { day: isDay(at.slice(0, 10)) ? writeDay(at.slice(0, 10)) : at }),
  "new-version": ({ version, changes }) => version && changes && say("new version", { version, changes: changes.replace(/\.$/u, "") }),
  replaces: ({ outcomes }) => outcomes && say("replaces", { outcomes: outcomes.join(", ") }),
  withdrawn: () => say("withdrawn"),
};

/* "" as long as nothing is said that is whole. */
export const tellAct = (kind, act, names) => {
  if (Object.hasOwn(ON_MEMBERS, kind)) return ON_MEMBERS[kind](act, (id) => nameMember(id, names.members));
  const told = listSettings(act).filter(isWhole).map((one) => tellOne(one, nameAll(act, names))).join("; ");
  if (Object.hasOwn(OF_COURSE, kind)) return OF_COURSE[kind](act) || "";
  if (Object.hasOwn(OF_MEETING, kind)) return OF_MEETING[kind](act);
  if (Object.hasOwn(OF_OUTCOME, kind)) return OF_OUTCOME[kind](act) || "";
  if (kind === "corrects") return told && act.of ? say("corrects", { what: nameCorrected(act.of), told }) : "";
  const whole = told || (act.wording ? say("wording") : "");
  return whole && act.not_agreed ? say("not agreed", { told: whole }) : whole;
};

const nameMember = (id, members) => (Object.hasOwn(members, id) ? `${members[id]} ${id}` : id);

/* What acts on members, space and calls do; each says nothing until all is there that its sentence needs. */
const ON_MEMBERS = {
  joins: ({ day, members = [] }) => members.filter(({ role, first_day: first }) => role && isDay(first ?? day))
    .map(({ id, role, first_day: first }) => say("joins", { role, member: id, day: writeDay(first ?? day) })).join("; "),
  leaves: ({ day, member, last_day: last }, name) => (member && isDay(last ?? day) ? say("leaves", { member: name(member), day: writeDay(last ?? day) }) : ""),
  "hands-over": ({ day, role, from, to, person, first_day: first, last_day: last }, name) => {
    const begins = first ?? day, gone = from ? name(from) : say("nobody"), comes = to ?? person?.id;
    if (!role || !isDay(begins) || !(from || comes)) return "";
    if (!comes) return say("vacant", { role, gone, day: writeDay(last ?? day) });
    return say("hands over", { role, gone, comes, day: writeDay(begins) });
  },
  confirms: ({ member, by }, name) => (member && by ? say("confirms", { member: name(member), by }) : ""),
  "acts-for": ({ day, role, member, person, first_day: first, until }, name) => {
    const who = member ? name(member) : person?.id, begins = first ?? day;
    return role && who && isDay(begins) && isDay(until) ? say("acts for", { member: who, role, day: writeDay(begins), until: writeDay(until) }) : "";
  },
  "accepts-charter": ({ day, version, members = [] }, name) => (
    version && members.length && isDay(day) ? say("accepts charter", { version, members: members.map(name).join(", "), day: writeDay(day) }) : ""
  ),
  consents: ({ member, until }, name) => {
    if (!member) return "";
    return isDay(until) ? say("consent ends", { member: name(member), day: writeDay(until) }) : say("consents", { member: name(member) });
  },
  "opens-space": ({ address }) => (address ? say("opens space", { address }) : ""),
  invites: ({ day, state, until }) => (state && isDay(until ?? day) ? say(`invites ${state}${until ? " until" : ""}`, { day: writeDay(until ?? day) }) : ""),
  noted: ({ what }) => (what ? say("noted", { what }) : ""),
};

/* What acts do that set nothing; nothing while a day is missing. */
const OF_COURSE = {
  "takes-back": ({ act }) => act && say("takes back", { act }),
  waives: ({ duty, first_day: first, until }) => duty && areDays(first, until)
    && say("waives", { duty: duty.replaceAll("-", " "), first: writeDay(first), until: writeDay(until) }),
  pauses: ({ day, first_day: first, until }) => areDays(first ?? day, until)
    && say("pauses", { first: writeDay(first ?? day), until: writeDay(until) }),
  resumes: ({ day, first_day: first }) => areDays(first ?? day) && say("resumes", { first: writeDay(first ?? day) }),
  ends: ({ how, end, decided_by: by, goes_on_in: groups }) => how && by && areDays(end) && [
    say(`ends ${how}`, { end: writeDay(end) }),
    say("decided by", { by: by.join(" and ") }),
    ...groups ? [say("goes on", { groups: groups.join(" and ") })] : [],
  ].join("; "),
  tells: ({ to_all_members: all, how }) => (all === undefined ? "" : [say(all ? "tells" : "tells some"), ...how ? [how] : []].join(", ")),
  presented: ({ at }) => at && say("presented", { day: areDays(at.slice(0, 10)) ? writeDay(at.slice(0, 10)) : at }),
};

const areDays = (...days) => days.every(isDay);

const isWhole = ({ name, becomes, at }) => {
  if (isFact({ at })) return Boolean(becomes);
  if (becomes === GIVEN_UP || name.includes(".undefined")) return !name.includes(".undefined");
  if (becomes?.id) return Boolean(becomes.title && isDay(becomes.due) || becomes.name && becomes.unit && becomes.target !== undefined);
  return becomes !== undefined && (isDay(becomes) || !/^(?:launch|end|date|last_day)$|\.due$/u.test(name));
};

/* The titles of milestones and the names of KPIs, with those that come in. */
const nameAll = ({ milestones, kpis }, names) => ({
  members: names.members,
  milestones: { ...names.milestones, ...Object.fromEntries((milestones?.added ?? []).map(({ id, title }) => [id, title])) },
  kpis: { ...names.kpis, ...Object.fromEntries((kpis?.added ?? []).map(({ id, name }) => [id, name])) },
});

const nameCorrected = (of) => (Object.hasOwn(form.acts, `corrects ${of}`) ? say(`corrects ${of}`) : say("corrects act", { act: of }));

const tellOne = (one, names) => {
  const { name, becomes, was } = one, [part, id, ...rest] = name.split(".");
  if (isFact(one)) return tellChange("fact", one, { fact: part === "members" ? say("fact of", { fact: nameFact(rest.join(".")), member: nameMember(id, names.members) }) : nameFact(name.replace(/^person\./u, "")) });
  if (part === "milestones") return tellPart("milestone", one, names.milestones[id] ?? id);
  if (part === "kpis") return tellPart("kpi", one, names.kpis[id] ?? id);
  if (name === "objectives") return tellObjectives(was ?? [], becomes).join("; ") || say("objectives ordered");
  if (name === "end" && isDay(was)) return tellChange(becomes > was ? "longer" : "shorter", one, { span: measure(...[was, becomes].sort()) });
  return tellChange(name, one);
};

const tellChange = (sentence, { was, becomes }, values = {}) => say(sentence, { was: write(was), becomes: write(becomes), ...values });

const nameFact = (name) => form.acts[`fact ${name}`] ?? name;

const tellPart = (what, one, name) => {
  const { becomes } = one;
  if (becomes === GIVEN_UP) return say(`${what} given up`, { name });
  if (!becomes.id) return tellChange(what === "kpi" ? "kpi retargeted" : "milestone moved", one, { name });
  return say(`${what} added`, what === "kpi" ? { ...becomes, target: write(becomes.target) } : { name: becomes.title, due: writeDay(becomes.due) });
};

const tellObjectives = (was, becomes) => {
  const gone = was.filter((text) => !becomes.includes(text)), come = becomes.filter((text) => !was.includes(text));
  if (gone.length === come.length) return gone.map((old, index) => say("objective replaced", { old, new: come[index] }));
  return [...gone.map((text) => say("objective dropped", { text })), ...come.map((text) => say("objective added", { text }))];
};

/* A span in whole months where it is one, else in days. */
const measure = (first, last) => {
  const [from, to] = [first, last].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  return to > from && first.slice(8) === last.slice(8) ? count("month", to - from) : count("day", countDays(first, last));
};

const count = (what, number) => (number === 1 ? say(`one ${what}`) : say(`${what}s`, { number }));

const write = (value) => {
  if (isDay(value)) return writeDay(value);
  if (typeof value === "number") return partThousands(value);
  if (Array.isArray(value)) return value.join("; ");
  return value ? say("text", { text: value }) : say("nothing");
};
