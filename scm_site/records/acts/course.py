"""The course of a group: how it ended, who was told, what is excused, when it pauses. Acts add to it one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scm_site.records.acts.act import Act
from scm_site.records.acts.ends import Ends
from scm_site.records.acts.known import Idle, Known
from scm_site.records.acts.pauses import Pauses
from scm_site.records.acts.presented import Presented
from scm_site.records.acts.resumes import Resumes
from scm_site.records.acts.setting_aside import list_standing
from scm_site.records.acts.tells import Tells
from scm_site.records.acts.waives import Waives
from scm_site.records.unknown import known


@dataclass(frozen=True, kw_only=True, slots=True)
class Pause:
    """A time in which a group did not work, the first and the last day included, and the act that says so."""

    act: Pauses
    first: date
    last: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Course:
    """What acts say of a group's course. `idle` are those that find nothing to do, with the reason."""

    ended: Ends | None = None
    notice: Tells | None = None
    presented: tuple[Presented, ...] = ()
    waivers: tuple[Waives, ...] = ()
    pauses: tuple[Pause, ...] = ()
    idle: tuple[Idle, ...] = ()

    def find_pause(self, day: date) -> Pause | None:
        """Give the pause in which a day lies, or None."""
        return next((pause for pause in self.pauses if pause.first <= day <= pause.last), None)


def make_course(acts: Sequence[Known]) -> Course:
    """Give a group's course from its acts, in the order in which they arrived; what was taken back does nothing."""
    there = list_standing(acts)
    ends = [act for act in there if isinstance(act, Ends)]
    told = [act for act in there if isinstance(act, Tells)]
    ended = next(iter(ends), None)
    waivers = (act for act in there if isinstance(act, Waives))
    pauses, idle = make_pauses(there, known(ended.end) if ended else None)
    return Course(
        ended=ended,
        notice=next(iter(sorted(told, key=lambda act: (not act.to_all_members, act.day))), None),
        presented=tuple(act for act in there if isinstance(act, Presented)),
        waivers=tuple(sorted(waivers, key=lambda act: (act.first_day, act.name))),
        pauses=tuple(pauses),
        idle=(*idle, *tell_idle(ends, told)),
    )


def make_pauses(acts: Sequence[Act], end: date | None) -> tuple[list[Pause], list[Idle]]:
    """Give the pauses in the order of their days, and the acts that do nothing: no pause outlasts its group.

    Acts are taken in the order in which they arrived, each if it fits beside those that were taken before.
    """
    taken, waiting = list[Pauses | Resumes](), [act for act in acts if isinstance(act, Pauses | Resumes)]
    while fitting := next((act for act in waiting if not find_pauses([*taken, act])[1]), None):
        taken.append(fitting)
        waiting.remove(fitting)
    faults = ((act, find_pauses([*taken, act])[1]) for act in waiting)
    pauses = (replace(one, last=min(one.last, end or one.last)) for one in find_pauses(taken)[0])
    idle = [tell_unfit(act, fault) for act, fault in faults if fault]
    return [pause for pause in pauses if pause.first <= pause.last], idle


def find_pauses(turns: Sequence[Pauses | Resumes]) -> tuple[list[Pause], Idle | None]:
    """Give the pauses that acts come to, in the order of their days, and the first act that finds nothing to do."""
    pauses = list[Pause]()
    for act in sorted(turns, key=lambda act: (act.begins, isinstance(act, Pauses), act.name)):
        before = pauses[-1] if pauses and act.begins <= pauses[-1].last else None
        if isinstance(act, Resumes) and before:
            pauses[-1] = replace(before, last=act.begins - timedelta(days=1))
        elif isinstance(act, Resumes):
            return pauses, Idle(act=act, why=f"the group does not pause on {act.begins}")
        elif before:
            why = f"the group pauses already, by `{before.act.name}`"
            return pauses, Idle(act=act, why=why, is_disputed=True)
        else:
            pauses.append(Pause(act=act, first=act.begins, last=act.until))
    return pauses, None


def tell_unfit(act: Act, fault: Idle) -> Idle:
    """Say why an act does nothing: it does not fit itself, or one that arrived before does not fit beside it."""
    if fault.act is act:
        return fault
    return Idle(act=act, why=f"it contradicts `{fault.act.name}`, which arrived first", is_disputed=True)


def tell_idle(ends: Sequence[Ends], told: Sequence[Tells]) -> Iterator[Idle]:
    """Say of each end after the first, and of each message of an end that is not there, that it does nothing."""
    for act in ends[1:]:
        yield Idle(act=act, why=f"the group ends already by `{ends[0].name}`", is_disputed=True)
    for message in told if not ends else ():
        yield Idle(act=message, why="no act says that the group ends")
