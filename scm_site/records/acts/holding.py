"""What holds on a day: a record as it was put down, with the acts applied that were known by then.

A record and its acts are cut into single things with names (`end`, `milestones.draft.due`). An act is taken
whole or not at all. It is judged once, in the order of arrival: the first that fits goes on to hold, and a later one
that contradicts it does nothing. What holds is then made in the order of the days on which the acts work.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Generic, Protocol, Self, TypeVar

from scm_site.records.acts.act import GIVEN_UP, Act, Content, Names
from scm_site.records.acts.corrects import RECORDS, Corrects
from scm_site.records.acts.course import Course, make_course
from scm_site.records.acts.kinds import ACT_KINDS
from scm_site.records.acts.known import Idle, Known, Step
from scm_site.records.acts.parts import name_parts, set_part
from scm_site.records.acts.setting_aside import (
    correct_acts,
    correct_start,
    find_corrected,
    find_undone,
    find_void,
    is_refused,
    list_corrections,
    tell_double,
    tell_refused,
    tell_void,
)
from scm_site.records.acts.takes_back import TakesBack
from scm_site.records.acts.taking import take_in_turn
from scm_site.records.work_programme import Kpi


class Whole(Protocol):
    """What acts can change: it is cut into single things with names, and made anew of them."""

    def cut(self) -> dict[str, Content]:
        """Give everything that acts can change, each thing under its name."""
        ...

    def make_anew(self, parts: Mapping[str, Any]) -> Self:
        """Give the same with single things as they are told."""
        ...


W = TypeVar("W", bound=Whole)


@dataclass(frozen=True, kw_only=True)
class Held(Generic[W]):
    """What holds on a day, how it came to, and which acts do nothing.

    `filed` is the record as it was put down, `record` as it holds, `known` the acts in the order in which they arrived.
    `founded` is what was put down in the beginning, in single things, and `start` the same with what put it right since
    (`corrections`, those of acts among them). `steps` are what acts have set, in the order in which they work,
    `arrived` when each act reached the main branch, and `state` what holds, in single things.
    """

    filed: W
    record: W
    known: tuple[Known, ...] = ()
    state: Mapping[str, Content] = field(default_factory=dict)
    founded: Mapping[str, Content] = field(default_factory=dict)
    start: Mapping[str, Content] = field(default_factory=dict)
    corrections: tuple[Step, ...] = ()
    steps: tuple[Step, ...] = ()
    idle: tuple[Idle, ...] = ()
    arrived: Mapping[str, date | None] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)

    def find_last(self, name: str) -> Step | None:
        """Give what gave one thing its content, a correction or another act; None where that is as it was put down."""
        given = (*self.corrections, *self.steps)
        return next((step for step in reversed(given) if step.setting.name == name), None)

    def find_giver(self, name: str) -> Act | None:
        """Give the act that gave one thing its content, None where that is as it was put down."""
        last = self.find_last(name)
        return last.known.act if last else None

    @property
    def given_up(self) -> tuple[Step, ...]:
        """The milestones and KPIs that were given up, each with its act."""
        return tuple(step for step in self.steps if step.setting.becomes is GIVEN_UP)

    @property
    def names(self) -> Names:
        """What milestones and KPIs are called, also those that were given up, and the roles of members."""
        return replace(name_parts(self._every_part), members=self.roles)

    @property
    def every_kpi(self) -> Mapping[str, Kpi]:
        """The KPIs that are or were followed, by their ids: old readings stay when one is given up."""
        return {one.id: one for one in self._every_part if isinstance(one, Kpi)}

    @property
    def _every_part(self) -> tuple[Content, ...]:
        return (*self.start.values(), *(step.setting.becomes for step in self.steps))

    @cached_property
    def course(self) -> Course:
        """How the group went on besides: its end, who was told, what is excused, its pauses."""
        return make_course(self.known)

    @property
    def every_idle(self) -> tuple[Idle, ...]:
        """The acts that do nothing, whether they are to set something or add to the course of the group."""
        return (*self.idle, *self.course.idle)

    def find_idle(self, act: Act) -> str:
        """Say why an act does nothing; "" where it does something."""
        return next((one.why for one in self.every_idle if one.act.name == act.name), "")

    def tell(self, act: Act) -> str:
        """Say in a sentence what an act does."""
        return str(ACT_KINDS[act.file.kind].tell(act, self.names))


def holds(filed: W, acts: Sequence[Known], day: date = date.max) -> Held[W]:
    """Give what holds of a record on a day, as far as the acts are known.

    `acts` are those that are known, in the order in which they arrived. What is known on a day is what had arrived by
    then: leave out the others.
    """
    void = find_void(acts)
    double = list(tell_double(acts, void))
    outside = {*void, *(one.act.name for one in double)}
    standing = [known for known in acts if known.act.name not in outside]
    corrections = list_corrections(acts, void)
    of_start = [known for known in corrections if find_corrected(known.act) in RECORDS]
    founded = filed.cut()
    start, slips, idle = correct_start(founded, of_start)
    takers = [known for known in standing if not isinstance(known.act, Corrects | TakesBack)]
    changing = [known for known in takers if not is_refused(known.act)]
    corrected, more_slips, more = correct_acts(acts, changing, corrections)
    steps, contradictions = take_in_turn(start, corrected, find_undone(acts, void, (*slips, *more_slips)))
    here = tuple(step for step in steps if step.known.works_from <= day)
    working = {step.known.act.name for step in here}
    state = dict(start)
    for step in here:
        set_part(state, step.setting)
    return Held(
        filed=filed,
        record=filed.make_anew(state) if here or corrections else filed,
        known=tuple(acts),
        state=state,
        founded=founded,
        start=start,
        corrections=(*slips, *(step for step in more_slips if find_corrected(step.known.act) in working)),
        steps=here,
        arrived={known.act.name: known.arrived for known in acts},
        idle=(*tell_void(acts, void), *double, *tell_refused(takers), *idle, *more, *contradictions),
    )
