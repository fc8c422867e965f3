"""Short stories of acts: a founding record and acts, one a line, read into the types of the program.

    founded: end 2026-07-15, milestone draft 2026-05-31, kpi homes 1200, final 2026-06-15
    2026-03-12 amends end 2026-07-15 -> 2027-01-15
    2026-04-01 replans +milestone second 2026-09-30
    2026-04-01-b replans -kpi homes arrived 2026-04-09
    2026-05-01 takes-back 2026-03-12.amends

A line without `arrived` arrived on its own day.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from scm_site.days import parse_day
from scm_site.records.acts.act import Act
from scm_site.records.acts.amends import Amends
from scm_site.records.acts.corrects import Corrects
from scm_site.records.acts.holding import Held, holds
from scm_site.records.acts.known import Known
from scm_site.records.acts.parts import Founding
from scm_site.records.acts.programme_changes import (
    ChangedDay,
    ChangedText,
    Dropped,
    FinalOutcomeChanges,
    KpiChanges,
    MilestoneChanges,
    MovedMilestone,
    RetargetedKpi,
)
from scm_site.records.acts.replans import Replans
from scm_site.records.acts.takes_back import TakesBack
from scm_site.records.group import Group
from scm_site.records.record_file import RecordFile
from scm_site.records.unknown import Unknown
from scm_site.records.work_programme import FinalOutcome, Kpi, Milestone, WorkProgramme

UNTOLD = Unknown(unknown="not told in this story")
KINDS: dict[str, type[Act]] = {
    "amends": Amends,
    "replans": Replans,
    "corrects": Corrects,
    "takes-back": TakesBack,
}


@dataclass(frozen=True)
class Story:
    """A group and its programme as founded, and the acts in the order in which they arrived."""

    group: Group
    programme: WorkProgramme
    acts: tuple[Known, ...]

    def hold(self, day: str = "2099-01-01", known: str = "2099-01-01") -> Held[Founding]:
        """Give what holds on a day, by what had arrived on another."""
        there = [one for one in self.acts if (one.arrived or date.min) <= parse_day(known)]
        return holds(Founding(group=self.group, work_programme=self.programme), there, parse_day(day))


def tell(text: str) -> Story:
    """Read a story."""
    first, *lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    group, programme = found(first.removeprefix("founded:"))
    acts = [read_act(line) for line in lines]
    return Story(group, programme, tuple(sorted(acts, key=lambda one: one.arrived or one.act.day)))


def make_file(kind: str, name: str) -> RecordFile:
    """Make the file of a record that nobody reads."""
    return RecordFile(
        path=f"{name}.{kind}.yml", kind=kind, id=name, group="g", marks={}, data={}, body_line=1
    )


def found(text: str) -> tuple[Group, WorkProgramme]:
    """Read what was put down in the beginning."""
    told = [part.split() for part in text.split(",")]
    one = {words[0]: words[1] for words in told}
    group = Group(
        file=make_file("group", "g"),
        title=one.get("title", "T"),
        kind="focus",
        themes=(),
        summary="",
        launch=parse_day(one.get("launch", "2025-01-15")),
        members=(),
        joining=UNTOLD,
        text="",
        end=parse_day(one["end"]),
    )
    programme = WorkProgramme(
        file=make_file("work-programme", "work-programme"),
        terms_of_reference="focus-1",
        final_outcome=FinalOutcome(
            title="F", format="report", due=parse_day(one.get("final", "2026-06-15")), description=""
        ),
        objectives=(),
        milestones=tuple(make_milestone(*words[1:]) for words in told if words[0] == "milestone"),
        kpis=tuple(make_kpi(*words[1:]) for words in told if words[0] == "kpi"),
        timeline=(),
        rules_of_participation=UNTOLD,
        text="",
    )
    return group, programme


def read_act(line: str) -> Known:
    """Read one act."""
    line, _, arrived = line.partition(" arrived ")
    name, kind, *rest = line.split(" ", 2)
    file, day = make_file(kind, name), parse_day(name[:10])
    changes = rest[0].split("; ") if rest else []
    if kind == "takes-back":
        return Known(
            act=TakesBack(file=file, because="", act=changes[0]), arrived=parse_day(arrived or name[:10])
        )
    fields: dict[str, Any] = read_changes([one for one in changes if not one.startswith(("of ", "after "))])
    fields |= {words[0]: words[1] for one in changes if (words := one.split())[0] in ("of", "after")}
    if kind == "replans":
        fields["agreed"] = day
    if kind == "corrects":
        fields["source"] = ""
    return Known(act=KINDS[kind](file=file, because="", **fields), arrived=parse_day(arrived or name[:10]))


def read_changes(changes: list[str]) -> dict[str, object]:
    """Read what an act changes."""
    fields: dict[str, object] = {}
    inside: dict[str, dict[str, list[object]]] = {}
    for change in changes:
        what, *words = change.replace(" ->", "").split()
        if what in PLAIN:
            name, made = PLAIN[what](*words)
            fields[name] = made
        else:
            part, where, one = LISTED[what](*words)
            inside.setdefault(part, {}).setdefault(where, []).append(one)
    for part, lists in inside.items():
        wanted = MilestoneChanges if part == "milestones" else KpiChanges
        fields[part] = wanted(**{where: tuple(ones) for where, ones in lists.items()})  # type: ignore[arg-type]
    return fields


def change_day(old: str, new: str) -> ChangedDay:
    """Give a day that replaces another one."""
    return ChangedDay(instead_of=parse_day(old), becomes=parse_day(new))


def make_milestone(name: str, due: str) -> Milestone:
    """Give a milestone by its id and date."""
    return Milestone(id=name, title=name, due=parse_day(due))


def make_kpi(name: str, target: str) -> Kpi:
    """Give a KPI by its id and target."""
    return Kpi(id=name, name=name, unit="u", target=Decimal(target))


def move_milestone(name: str, old: str, new: str) -> MovedMilestone:
    """Give a milestone that moves."""
    return MovedMilestone(id=name, instead_of=parse_day(old), becomes=parse_day(new))


def retarget(name: str, old: str, new: str) -> RetargetedKpi:
    """Give a KPI with another target."""
    return RetargetedKpi(id=name, instead_of=Decimal(old), becomes=Decimal(new))


PLAIN: dict[str, Callable[..., tuple[str, object]]] = {
    "end": lambda *words: ("end", change_day(*words)),
    "launch": lambda *words: ("launch", change_day(*words)),
    "title": lambda old, new: ("title", ChangedText(instead_of=old, becomes=new)),
    "final": lambda *words: ("final_outcome", FinalOutcomeChanges(due=change_day(*words))),
}
LISTED: dict[str, Callable[..., tuple[str, str, object]]] = {
    "+milestone": lambda *words: ("milestones", "added", make_milestone(*words)),
    "milestone": lambda *words: ("milestones", "moved", move_milestone(*words)),
    "-milestone": lambda name: ("milestones", "dropped", Dropped(id=name, because="")),
    "+kpi": lambda *words: ("kpis", "added", make_kpi(*words)),
    "kpi": lambda *words: ("kpis", "retargeted", retarget(*words)),
    "-kpi": lambda name: ("kpis", "dropped", Dropped(id=name, because="")),
}


def show(held: Held[Founding]) -> dict[str, str]:
    """Give what holds, in the words of a story."""
    programme = held.record.work_programme
    assert programme is not None
    final, milestones, kpis = programme.final_outcome, programme.milestones, programme.kpis
    assert isinstance(final, FinalOutcome)
    assert isinstance(milestones, tuple)
    assert isinstance(kpis, tuple)
    shown = {
        "title": held.record.group.title,
        "end": str(held.record.group.end),
        "launch": str(held.record.group.launch),
    }
    shown["final"] = str(final.due)
    shown |= {f"milestone {one.id}": str(one.due) for one in milestones}
    return shown | {f"kpi {one.id}": re.sub(r"\.0$", "", str(one.target)) for one in kpis}
