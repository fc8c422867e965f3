"""What acts change in a work programme: the final outcome, milestones, KPIs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scm_site.records.acts.act import GIVEN_UP, Act, Setting
from scm_site.records.work_programme import Kpi, Milestone


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangedDay:
    """A day, and the one that it replaces."""

    becomes: date
    instead_of: date


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangedText:
    """A text, and the one that it replaces."""

    becomes: str
    instead_of: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangedList:
    """Texts one below the other, and those that they replace."""

    becomes: tuple[str, ...]
    instead_of: tuple[str, ...]


Changed = ChangedDay | ChangedText | ChangedList


@dataclass(frozen=True, kw_only=True, slots=True)
class Dropped:
    """A milestone or a KPI that is given up, and why."""

    id: str
    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MovedMilestone:
    """A milestone that gets another date."""

    id: str
    becomes: date
    instead_of: date


@dataclass(frozen=True, kw_only=True, slots=True)
class RetargetedKpi:
    """A KPI that gets another target."""

    id: str
    becomes: Decimal
    instead_of: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class MilestoneChanges:
    """Milestones that come in, move or are given up."""

    added: tuple[Milestone, ...] = ()
    moved: tuple[MovedMilestone, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class KpiChanges:
    """KPIs that come in, get another target, or are followed no longer."""

    added: tuple[Kpi, ...] = ()
    retargeted: tuple[RetargetedKpi, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FinalOutcomeChanges:
    """The final outcome gets another date, or another title."""

    due: ChangedDay | None = None
    title: ChangedText | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeAct(Act):
    """An act that may change a work programme."""

    final_outcome: FinalOutcomeChanges | None = None
    milestones: MilestoneChanges | None = None
    kpis: KpiChanges | None = None

    @property
    def settings(self) -> tuple[Setting, ...]:
        """What it sets in the work programme."""
        return set_programme(self)


def set_changed(name: str, changed: Changed | None) -> Iterator[Setting]:
    """Give what an act sets in a field that says what it becomes and what it was; nothing where it is left out."""
    if changed is not None:
        field = (*name.split("."), "becomes")
        yield Setting(name=name, becomes=changed.becomes, was=changed.instead_of, field=field)


def set_programme(act: ProgrammeAct) -> tuple[Setting, ...]:
    """Give what an act sets in a work programme."""
    return (*set_final_outcome(act), *set_milestones(act), *set_kpis(act))


def set_final_outcome(act: ProgrammeAct) -> Iterator[Setting]:
    """Give what an act sets of the final outcome."""
    if act.final_outcome is not None:
        yield from set_changed("final_outcome.due", act.final_outcome.due)
        yield from set_changed("final_outcome.title", act.final_outcome.title)


def set_milestones(act: ProgrammeAct) -> Iterator[Setting]:
    """Give what an act sets of milestones: each added one, each date that moves, each that is given up."""
    changes = act.milestones or MilestoneChanges()
    return set_listed("milestones", changes.added, ("moved", "due", changes.moved), changes.dropped)


def set_kpis(act: ProgrammeAct) -> Iterator[Setting]:
    """Give what an act sets of KPIs: each added one, each other target, each that is given up."""
    changes = act.kpis or KpiChanges()
    return set_listed("kpis", changes.added, ("retargeted", "target", changes.retargeted), changes.dropped)


def set_listed(
    part: str,
    added: Sequence[Milestone | Kpi],
    changed: tuple[str, str, Sequence[MovedMilestone | RetargetedKpi]],
    dropped: Sequence[Dropped],
) -> Iterator[Setting]:
    """Give what an act sets of a list of things: those that come in, change in one quality, and are given up.

    `changed` is the field of the act, the quality, and the things that change in it.
    """
    for index, one in enumerate(added):
        yield add(part, one, index)
    field, quality, others = changed
    for index, other in enumerate(others):
        where, name = (part, field, index, "becomes"), f"{part}.{other.id}.{quality}"
        yield Setting(name=name, becomes=other.becomes, was=other.instead_of, field=where)
    for index, gone in enumerate(dropped):
        yield drop(part, gone, index)


def add(part: str, one: Milestone | Kpi, index: int) -> Setting:
    """Give what adds a milestone or a KPI, which was not there before."""
    return Setting(name=f"{part}.{one.id}", becomes=one, was=None, field=(part, "added", index, "id"))


def drop(part: str, one: Dropped, index: int) -> Setting:
    """Give what gives a milestone or a KPI up, whatever it said."""
    field = (part, "dropped", index, "id")
    return Setting(name=f"{part}.{one.id}", becomes=GIVEN_UP, was=None, field=field, because=one.because)
