"""On which days a group or an outcome came into another state: worked out for each day on which one could.

A state is derived from what the register said on that day, so that a day once told does not change when something else
is filed later.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from scm_site.compliance.arrivals import Arrivals
from scm_site.compliance.situation import view_dossier, view_outcome
from scm_site.days import next_day
from scm_site.records.dossier import Dossier
from scm_site.records.outcome import Outcome
from scm_site.records.outcome_state import OutcomeState, derive_outcome_state
from scm_site.records.record_file import Record
from scm_site.records.state import State, derive_state
from scm_site.records.unknown import known

S = TypeVar("S", State, OutcomeState)


@dataclass(frozen=True, kw_only=True, slots=True)
class StateChange:
    """That a group, or an outcome of it, came into a state on a day, from which one, and why."""

    day: date
    state: str
    was: str
    why: str = ""
    outcome: Outcome | None = None


def list_group_states(dossier: Dossier, arrivals: Arrivals, as_of: date) -> Iterator[StateChange]:
    """Give every change of a group's state up to a day, the oldest first."""
    deciding = replace(dossier, meetings=(), status_updates=(), board_briefs=(), outcomes=())
    deciding = replace(deciding, outcome_versions=(), invited=(), loose_acts=())

    def find_state(day: date) -> State | None:
        if not arrivals.is_there(dossier.launched, day):
            return None
        return derive_state(view_dossier(deciding, arrivals, day), day)

    def list_turns(day: date) -> Iterator[date]:
        view = view_dossier(deciding, arrivals, day)
        yield from filter(
            None, (known(view.group.launch), next_day(view.last_day) if view.last_day else None)
        )
        for pause in view.course.pauses:
            yield from (pause.first, next_day(pause.last))

    days = find_days((dossier.launched, *dossier.acts), arrivals, list_turns, as_of)
    for day, was, state in walk(days, find_state):
        if was is not None and was.name != state.name:
            yield StateChange(day=day, state=state.name, was=was.name, why=state.why)


def list_outcome_states(outcome: Outcome, arrivals: Arrivals, as_of: date) -> Iterator[StateChange]:
    """Give every change of an outcome's state up to a day, the oldest first: delivered, returned, public, withdrawn."""

    def find_state(day: date) -> OutcomeState | None:
        seen = view_outcome(outcome, arrivals, day)
        return derive_outcome_state(seen, day) if seen else None

    def list_turns(day: date) -> Iterator[date]:
        seen = view_outcome(outcome, arrivals, day) or outcome
        control, withdrawn = known(seen.quality_control), seen.withdrawn
        told = (*seen.deliveries, known(seen.published))
        yield from filter(None, (*told, control and control.on, withdrawn and withdrawn.on))

    for day, was, state in walk(
        find_days((outcome.record, *outcome.filed), arrivals, list_turns, as_of), find_state
    ):
        before = was or OutcomeState.NOT_PUBLIC_YET
        if state not in (before, OutcomeState.NOT_PUBLIC_YET):
            yield StateChange(day=day, state=state.value, was=before.value, outcome=outcome)


def find_days(
    records: Iterable[Record], arrivals: Arrivals, list_turns: Callable[[date], Iterator[date]], as_of: date
) -> list[date]:
    """Give every day up to `as_of` on which a state could change, in order.

    Those are the days on which something arrived, and the dates that the records gave then or give now.
    """
    arrived = {
        version.day
        for record in records
        for version in arrivals.list_versions(record)
        if version.day is not None
    }
    arrived |= {arrivals.history.day} if arrivals.history.day else set()
    turns = {turn for day in (*arrived, as_of) for turn in list_turns(day)}
    return sorted(day for day in arrived | turns if date.min < day <= as_of)


def walk(days: list[date], find_state: Callable[[date], S | None]) -> Iterator[tuple[date, S | None, S]]:
    """Give each day with the state before it and on it; nothing for days on which there is none."""
    before = find_state(days[0] - timedelta(days=1)) if days else None
    for day in days:
        state = find_state(day)
        if state is not None:
            yield day, before, state
            before = state
