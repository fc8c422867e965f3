"""What holds on a day: a record as it was put down, with the acts applied that were known by then.

The founding record and its acts are cut into single things with names (`end`, `milestones.draft.due`). An act is taken
whole or not at all. It is judged once, in the order of arrival: the first that fits goes on to hold, and a later one
that contradicts it does nothing. What holds is then made in the order of the days on which the acts work.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from scm_site.records.acts.act import GIVEN_UP, Act, Content, Names
from scm_site.records.acts.corrects import LAUNCH, PROGRAMME, Corrects
from scm_site.records.acts.fitting import find_fault
from scm_site.records.acts.kinds import ACT_KINDS
from scm_site.records.acts.known import Idle, Known, Step, Taken
from scm_site.records.acts.parts import make_parts, name_parts, put_together, set_part
from scm_site.records.acts.setting_aside import (
    correct_acts,
    correct_start,
    find_corrected,
    find_undone,
    find_void,
    is_refused,
    tell_refused,
    tell_void,
)
from scm_site.records.acts.takes_back import TakesBack
from scm_site.records.group import Group
from scm_site.records.work_programme import Kpi, WorkProgramme


@dataclass(frozen=True, kw_only=True)
class Held:
    """What holds on a day, how it came to, and which acts do nothing.

    `launched` and `agreed` are the records as they were filed, `known` the acts in the order in which they arrived.
    `founded` is what was put down in the beginning, in single things, and `start` the same with what put it right since
    (`corrections`, those of acts among them). `steps` are what acts have set, in the order in which they work,
    `arrived` when each act reached the main branch, and `state` what holds, in single things.
    """

    group: Group
    work_programme: WorkProgramme | None
    launched: Group
    agreed: WorkProgramme | None
    known: tuple[Known, ...] = ()
    state: Mapping[str, Content] = field(default_factory=dict)
    founded: Mapping[str, Content] = field(default_factory=dict)
    start: Mapping[str, Content] = field(default_factory=dict)
    corrections: tuple[Step, ...] = ()
    steps: tuple[Step, ...] = ()
    idle: tuple[Idle, ...] = ()
    arrived: Mapping[str, date | None] = field(default_factory=dict)

    def find_steps(self, name: str) -> tuple[Step, ...]:
        """Give what acts have set in one thing, in the order in which they work."""
        return tuple(step for step in self.steps if step.setting.name == name)

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
        """What milestones and KPIs are called, also those that were given up."""
        return name_parts((*self.start.values(), *(step.setting.becomes for step in self.steps)))

    @property
    def every_kpi(self) -> Mapping[str, Kpi]:
        """The KPIs that are or were followed, by their ids: old readings stay when one is given up."""
        there = (*self.start.values(), *(step.setting.becomes for step in self.steps))
        return {one.id: one for one in there if isinstance(one, Kpi)}

    def tell(self, act: Act) -> str:
        """Say in a sentence what an act does."""
        return str(ACT_KINDS[act.file.kind].tell(act, self.names))


def holds(group: Group, programme: WorkProgramme | None, acts: Sequence[Known], day: date = date.max) -> Held:
    """Give what holds of a group and its work programme on a day, as far as the acts are known.

    `acts` are those that are known, in the order in which they arrived. What is known on a day is what had arrived by
    then: leave out the others.
    """
    void = find_void(acts)
    standing = [known for known in acts if known.act.name not in void]
    corrections = [known for known in standing if isinstance(known.act, Corrects)]
    of_start = [known for known in corrections if find_corrected(known.act) in (LAUNCH, PROGRAMME)]
    founded = make_parts(group, programme)
    start, slips, idle = correct_start(founded, of_start)
    takers = [known for known in standing if not isinstance(known.act, Corrects | TakesBack)]
    changing = [known for known in takers if not is_refused(known.act)]
    corrected, more_slips, more = correct_acts(changing, [one for one in corrections if one not in of_start])
    undone = [Step(known=one, setting=setting) for one in acts for setting in find_undone(one, void)]
    steps, contradictions = take_in_turn(start, corrected, undone)
    here = tuple(step for step in steps if step.known.works_from <= day)
    state = dict(start)
    for step in here:
        set_part(state, step.setting)
    changed = here or corrections
    held_group, held_programme = put_together(group, programme, state) if changed else (group, programme)
    return Held(
        group=held_group,
        work_programme=held_programme,
        launched=group,
        agreed=programme,
        known=tuple(acts),
        state=state,
        founded=founded,
        start=start,
        corrections=(*slips, *more_slips),
        steps=here,
        arrived={known.act.name: known.arrived for known in acts},
        idle=(*tell_void(acts, void), *tell_refused(takers), *idle, *more, *contradictions),
    )


def take_in_turn(
    start: Mapping[str, Content], acts: Sequence[Taken], undone: Sequence[Step]
) -> tuple[list[Step], list[Idle]]:
    """Take acts in the order of arrival; give what they set in the order in which they work, and those that do not fit.

    An act fits if every act that was taken before still fits beside it. One that was built on another waits for it.
    """
    taken, waiting = list[Taken](), list(acts)
    while fitting := find_fitting(start, taken, waiting, undone):
        taken.append(fitting)
        waiting.remove(fitting)
    idle = [tell_unfit(one, find_unfit(start, taken, one, undone)) for one in waiting]
    return apply_all(start, sort_acts(taken), undone)[0], idle


def find_fitting(
    start: Mapping[str, Content], taken: Sequence[Taken], waiting: Sequence[Taken], undone: Sequence[Step]
) -> Taken | None:
    """Give the first act that waits and fits beside those that were taken, or None."""
    return next((one for one in waiting if find_unfit(start, taken, one, undone) is None), None)


def find_unfit(
    start: Mapping[str, Content], taken: Sequence[Taken], one: Taken, undone: Sequence[Step]
) -> Idle | None:
    """Give the first act that does not fit when one comes to those that were taken, or None where all do."""
    return apply_all(start, sort_acts([*taken, one]), undone)[1]


def tell_unfit(one: Taken, fault: Idle | None) -> Idle:
    """Say why an act does nothing: it does not fit itself, or one that arrived before does not fit beside it."""
    known, settings = one
    if fault is None or fault.act is known.act:
        return fault or Idle(act=known.act, why="it does not fit")
    names = {setting.name for setting in fault.act.settings}
    where = next((setting.field for setting in settings if setting.name in names), ())
    why = f"it contradicts {fault.act.name}, which arrived first"
    return Idle(act=known.act, why=why, field=where, is_disputed=True)


def sort_acts(
    acts: Sequence[Taken],
) -> list[Taken]:
    """Give acts in the order in which they work: by day, then the rank of the kind, then `after`; never by arrival."""
    ordered = sorted(
        acts, key=lambda one: (one[0].works_from, ACT_KINDS[one[0].act.file.kind].rank, one[0].act.name)
    )
    for one in list(ordered):
        place = next((at for at, other in enumerate(ordered) if other[0].act.name == one[0].act.after), None)
        own = ordered.index(one)
        if place is not None and place > own and ordered[place][0].works_from == one[0].works_from:
            ordered.insert(place + 1, one)
            del ordered[own]
    return ordered


def apply_all(
    start: Mapping[str, Content],
    acts: Sequence[Taken],
    undone: Sequence[Step],
) -> tuple[list[Step], Idle | None]:
    """Apply acts in their order; give each thing that was set, and the first act that does not fit."""
    state, steps = dict(start), list[Step]()
    built_on = frozenset((step.setting.name, step.setting.becomes) for step in undone)
    for known, settings in acts:
        for setting in settings:
            if state.get(setting.name) == setting.becomes:
                continue
            why = find_fault(state, setting, built_on)
            if why:
                giver = find_last(steps, setting.name)
                said = f"{why}, since {giver.name}" if giver else why
                return steps, Idle(
                    act=known.act, why=said, field=setting.field, is_disputed=giver is not None
                )
            steps.append(Step(known=known, setting=setting))
            set_part(state, setting)
    return steps, None


def find_last(steps: Sequence[Step], name: str) -> Act | None:
    """Give the act that set something last, or None where none did."""
    return next((step.known.act for step in reversed(steps) if step.setting.name == name), None)
