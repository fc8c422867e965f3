"""A group's record and its work programme, cut into single things with names, and put together again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from scm_site.records.acts.act import Content, Names, Setting
from scm_site.records.acts.facts import keep_facts, list_facts
from scm_site.records.group import Group, Launch
from scm_site.records.meeting import MeetingPlan
from scm_site.records.record_file import Record
from scm_site.records.unknown import Unknown, known
from scm_site.records.work_programme import FinalOutcome, Kpi, Milestone, WorkProgramme

T = TypeVar("T")
G = TypeVar("G", Group, Launch)

#: The days of a meeting that count; slips in its time and place are mended by an edit.
DAYS_OF_MEETING = ("date", "last_day")

#: The fields of a group's record that acts can change.
OF_GROUP = ("title", "challenge", "objectives", "launch", "end")


@dataclass(frozen=True, kw_only=True, slots=True)
class Founding:
    """What a group was launched with: its own record, and its first work programme once there is one.

    `facts` are what else can be put right in the record of the launch.
    """

    group: Group
    work_programme: WorkProgramme | None = None
    facts: Mapping[str, Content] = field(default_factory=dict)

    def cut(self) -> dict[str, Content]:
        """Cut a group's record and its work programme into single things, each under its name."""
        programme = self.work_programme
        of_group = {**self.facts, **make_group_parts(self.group)}
        return of_group | (make_programme_parts(programme) if programme else {})

    def make_anew(self, parts: Mapping[str, Any]) -> "Founding":
        """Make a group's record and its work programme of single things; what was given up is left out."""
        group, programme = put_into_group(self.group, parts), self.work_programme
        if programme is None:
            return replace(self, group=group)
        # Objectives are written in both, and amended in the group's alone.
        follows = programme.objectives == self.group.objectives
        made = put_into_programme(programme, parts)
        made = replace(made, objectives=group.objectives) if follows else made
        return replace(self, group=group, work_programme=made)


def make_group_parts(group: Group | Launch) -> dict[str, Content]:
    """Cut what acts can change of a group's record into single things, each under its name."""
    return {name: getattr(group, name) for name in OF_GROUP}


def make_programme_parts(programme: WorkProgramme) -> dict[str, Content]:
    """Cut what acts can change of a work programme into single things; lists of things stand there without content."""
    parts: dict[str, Content] = dict.fromkeys(("final_outcome", "milestones", "kpis"))
    parts["terms_of_reference"] = programme.terms_of_reference
    final = known(programme.final_outcome)
    if final:
        parts |= {"final_outcome.due": final.due, "final_outcome.title": final.title}
    for milestone in known(programme.milestones) or ():
        parts |= {f"milestones.{milestone.id}": milestone, f"milestones.{milestone.id}.due": milestone.due}
    for kpi in known(programme.kpis) or ():
        parts |= {f"kpis.{kpi.id}": kpi, f"kpis.{kpi.id}.target": kpi.target}
    return parts


def put_into_group(group: G, parts: Mapping[str, Any]) -> G:
    """Give a group's record with single things as they are told."""
    return replace(group, **{name: parts[name] for name in OF_GROUP})


def put_into_programme(programme: WorkProgramme, parts: Mapping[str, Any]) -> WorkProgramme:
    """Give a work programme with single things as they are told; what was given up is left out."""
    milestones = tuple(
        replace(one, due=parts.get(f"milestones.{one.id}.due", one.due)) for one in pick(parts, Milestone)
    )
    kpis = tuple(
        replace(one, target=parts.get(f"kpis.{one.id}.target", one.target)) for one in pick(parts, Kpi)
    )
    final = programme.final_outcome
    if isinstance(final, FinalOutcome):
        final = replace(final, due=parts["final_outcome.due"], title=parts["final_outcome.title"])
    return replace(
        programme,
        terms_of_reference=parts["terms_of_reference"],
        final_outcome=final,
        milestones=milestones if milestones or known(programme.milestones) else programme.milestones,
        kpis=kpis if kpis or known(programme.kpis) else programme.kpis,
    )


def keep_parts(record: Record, first: Record) -> Record:
    """Give a record with what acts can change as another version of it said, where that one said it."""
    if isinstance(record, MeetingPlan) and isinstance(first, MeetingPlan):
        return record.make_anew(record.cut() | {name: first.cut()[name] for name in DAYS_OF_MEETING})
    if isinstance(record, Launch) and isinstance(first, Launch):
        kept = put_into_group(record, make_group_parts(record) | find_stated(make_group_parts(first)))
        return keep_facts(kept, list_facts(first))
    if isinstance(record, WorkProgramme) and isinstance(first, WorkProgramme):
        now = make_programme_parts(record)
        stated = {
            name: keep_words(part, now.get(name))
            for name, part in find_stated(make_programme_parts(first)).items()
        }
        final = record.final_outcome if known(record.final_outcome) else first.final_outcome
        return put_into_programme(replace(record, final_outcome=final), now | stated)
    return record


def keep_words(part: Content, now: Content) -> Content:
    """Give a milestone with the prose that it has now, in which a slip may be mended by an edit."""
    if isinstance(part, Milestone) and isinstance(now, Milestone):
        return replace(part, description=now.description)
    return part


def find_stated(parts: Mapping[str, Content]) -> dict[str, Content]:
    """Give the single things that are neither left open nor unknown."""
    return {name: part for name, part in parts.items() if part and not isinstance(part, Unknown)}


def pick(parts: Mapping[str, Content], wanted: type[T]) -> list[T]:
    """Give the parts of one type, in the order in which they came in."""
    return [part for part in parts.values() if isinstance(part, wanted)]


def set_part(parts: dict[str, Content], setting: Setting) -> None:
    """Set one thing; with a milestone comes its date, with a KPI its target."""
    parts[setting.name] = setting.becomes
    if isinstance(setting.becomes, Milestone):
        parts[f"{setting.name}.due"] = setting.becomes.due
    elif isinstance(setting.becomes, Kpi):
        parts[f"{setting.name}.target"] = setting.becomes.target


def name_parts(parts: Iterable[Content]) -> Names:
    """Give what milestones and KPIs are called that are or were in a work programme."""
    there = tuple(parts)
    return Names(
        milestones={one.id: one.title for one in there if isinstance(one, Milestone)},
        kpis={one.id: one.name for one in there if isinstance(one, Kpi)},
    )
