"""What the forms for acts know of a group: what holds, what each record and act says, and what can be chosen."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from textwrap import shorten
from typing import Any

from scm_site.days import write_day
from scm_site.records.acts.act import Act, Content
from scm_site.records.acts.corrects import LAUNCH, PLAN, PROGRAMME, name_corrected
from scm_site.records.acts.facts import MENDED, list_facts
from scm_site.records.acts.kinds import ACT_KINDS
from scm_site.records.acts.parts import OF_GROUP
from scm_site.records.acts.sentences import name_fact
from scm_site.records.acts.setting_aside import find_void, list_standing
from scm_site.records.dossier import Dossier
from scm_site.records.meeting import Meeting
from scm_site.records.people import Member
from scm_site.records.unknown import known
from scm_site.sentences import sentence

#: What stands before the id of an outcome where something beside it is chosen.
OUTCOMES = "outcomes"

#: How much of an act's sentence fits into a list to choose from.
MOST_WORDS = 120

Plain = str | int | float | list[str]


def make_act_facts(dossier: Dossier, as_of: date) -> dict[str, Any]:
    """Give what an act can replace: what holds now, who holds each office, and what each record and act says.

    With it come the names of milestones and KPIs, also of those that were given up, since no id is used twice.
    """
    names, founding = dossier.held.names, dossier.held.record
    return {
        "held": list_plain(replace(founding, facts={}).cut()),
        "offices": {
            role: one.id for role in dossier.group.offices for one in dossier.find_holders(role, as_of)
        },
        "said": list_said(dossier),
        "names": {
            "milestones": dict(names.milestones),
            "kpis": dict(names.kpis),
            "members": dict(names.members),
        },
    }


def list_said(dossier: Dossier) -> dict[str, dict[str, Plain]]:
    """Give what the records and the acts of a group say, corrected where that was corrected before."""
    start, facts = list_plain(dossier.held.start), dossier.held.filed.facts
    of_group = {name: content for name, content in start.items() if name in OF_GROUP}
    of_programme = {
        name: content for name, content in start.items() if name not in OF_GROUP and name not in facts
    }
    of_members = name_facts({name: dossier.held.start[name] for name in facts})
    said = {LAUNCH: of_group | of_members, PROGRAMME: of_programme}
    said |= {act.name: name_facts(list_facts(act)) for act in list_standing(dossier.held.known)}
    for step in dossier.held.steps:
        told = list_plain({step.setting.name: step.setting.becomes})
        said[step.known.act.name] = said.get(step.known.act.name, {}) | told
    for meeting in dossier.hosted:
        said |= list_said_of(meeting)
    for outcome in dossier.outcomes:
        standing = list_standing(outcome.held.known)
        said |= {f"{OUTCOMES}/{outcome.id}/{one.name}": name_facts(list_facts(one)) for one in standing}
    return {of: contents for of, contents in said.items() if contents}


def list_said_of(meeting: Meeting) -> dict[str, dict[str, Plain]]:
    """Give what the plan of a meeting and the acts beside it say, by the id of the meeting and the name of each."""
    moved = {(step.known.act.name, step.setting.name): step.setting.becomes for step in meeting.held.steps}
    said = {PLAN: meeting.held.start}
    for act in list_standing(meeting.held.known):
        said[act.name] = list_facts(act) | {name: new for (of, name), new in moved.items() if of == act.name}
    return {f"{meeting.id}/{of}": name_facts(contents) for of, contents in said.items()}


def name_facts(facts: Mapping[str, Content]) -> dict[str, Plain]:
    """Give the facts of a record or an act, by names that nothing else has."""
    return {f"facts.{name}": told for name, told in list_plain(facts).items() if name not in MENDED}


def list_every_fact(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Give each fact that a record or an act of a group tells, with its words."""
    told = (name for said in list_said(dossier).values() for name in said)
    for name in sorted({name.removeprefix("facts.") for name in told if name.startswith("facts.")}):
        yield name, sentence(name_fact(name, dossier.held.names))


def list_plain(parts: Mapping[str, Content]) -> dict[str, Plain]:
    """Give the single things that an act can replace, as its file writes them; what is not known is none of them."""
    plain = ((name, make_plain(content)) for name, content in parts.items())
    return {name: content for name, content in plain if content is not None}


def make_plain(content: Content) -> Plain | None:
    """Give one thing as a file writes it, None for what is not replaced by itself: a whole milestone or KPI."""
    if isinstance(content, Decimal):
        return int(content) if content == content.to_integral_value() else float(content)
    if isinstance(content, date):
        return content.isoformat()
    if isinstance(content, tuple):
        return list(content)
    return content if isinstance(content, str) and content else None


def list_act_choices(dossier: Dossier) -> dict[str, list[tuple[str, str]]]:
    """Give what the forms for acts choose from, each with its words."""
    names, void = dossier.held.names, find_void(dossier.held.known)
    acts = [act for act in reversed(dossier.acts) if act.name not in void]
    return {
        "acts": [*((act.name, tell_act(act, dossier)) for act in acts), *list_acts_beside(dossier)],
        "said": list(list_correctable(dossier, acts)),
        "every_milestone": list(names.milestones.items()),
        "every_kpi": list(names.kpis.items()),
        "every_fact": list(list_every_fact(dossier)),
        "members": [(one.id, tell_member(one)) for one in dossier.group.members],
    }


def tell_member(member: Member) -> str:
    """Give a member in the words of a list, without a name: role, id, organisation, days."""
    organisation, first = known(member.organisation), known(member.from_)
    at = f", {organisation}" if organisation and not member.name_withheld else ""
    days = f", since {write_day(first)}" if first else ""
    return f"{member.role} {member.id}{at}{days}" + (f", until {write_day(member.to)}" if member.to else "")


def list_correctable(dossier: Dossier, acts: list[Act]) -> Iterator[tuple[str, str]]:
    """Give what can be corrected: the group's record, its work programme, and acts that set something."""
    said = list_said(dossier)
    for of in (LAUNCH, PROGRAMME):
        if of in said:
            yield of, sentence(name_corrected(of))
    yield from ((act.name, tell_act(act, dossier)) for act in acts if act.name in said)
    for meeting in reversed(dossier.hosted):
        yield f"{meeting.id}/{PLAN}", f"{write_day(meeting.date)}: {meeting.title}: {name_corrected(PLAN)}"
    yield from ((of, words) for of, words in list_acts_beside(dossier) if of in said)


def list_acts_beside(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Give the acts of each meeting that stand, the last meeting first, and those of outcomes, with their words."""
    for meeting in reversed(dossier.hosted):
        for act in list_standing(meeting.held.known):
            yield f"{meeting.id}/{act.name}", f"{tell_act(act, dossier)} ({meeting.title})"
    for outcome in dossier.outcomes:
        for act in list_standing(outcome.held.known):
            kind = ACT_KINDS[act.file.kind].title  # what it says may not be public yet
            yield f"{OUTCOMES}/{outcome.id}/{act.name}", f"{write_day(act.day)}: {kind} ({outcome.id})"


def tell_act(act: Act, dossier: Dossier) -> str:
    """Give an act in the words of a list: its day, and what it does."""
    return shorten(f"{write_day(act.day)}: {dossier.held.tell(act)}", MOST_WORDS, placeholder=" …")
