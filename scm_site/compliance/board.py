"""How compliance stands for all groups on a day: every standing, a cell for each group and duty, what is open."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scm_site.compliance.arrivals import Arrivals
from scm_site.compliance.assessment import Assessment, assess_register
from scm_site.compliance.duties import DUTIES
from scm_site.compliance.duty import Duty
from scm_site.compliance.known_days import know_spans
from scm_site.compliance.standing import Standing, StandingState
from scm_site.records.dossier import Dossier
from scm_site.records.register import Register
from scm_site.records.settings import Days, Span, find_days
from scm_site.records.state import State, derive_state
from scm_site.terms.after_the_end import OWED_AFTER_THE_END

#: Which standing speaks for a group and a duty when there are several: the first of these states that any has.
LEADING = (
    StandingState.OVERDUE,
    StandingState.DUE_SOON,
    StandingState.WAIVED,
    StandingState.MET_LATE,
    StandingState.MET,
    StandingState.UNKNOWN,
    StandingState.NOT_YET_DUE,
    StandingState.NOT_APPLICABLE,
)


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One group and one duty: every standing in the order of due dates, and the one that speaks for all."""

    duty: Duty
    standings: tuple[Standing, ...]

    @cached_property
    def lead(self) -> Standing:
        """The standing that speaks for all: the oldest open one; else the newest that was due; else the next."""
        state = next(state for state in LEADING if any(one.state == state for one in self.standings))
        own = [one for one in self.standings if one.state == state]
        if state in (StandingState.MET, StandingState.MET_LATE):
            own = [one for one in self.standings if one.state.is_met]
        return own[0] if state.is_open or state == StandingState.NOT_YET_DUE else own[-1]

    @property
    def met(self) -> int:
        """How many were met, in time or late."""
        return sum(one.state.is_met for one in self.standings)

    @property
    def judged(self) -> int:
        """How many were met or are overdue."""
        return sum(one.state.is_met or one.state == StandingState.OVERDUE for one in self.standings)


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One group: its records as they were known on the day, its state, and a cell for each duty."""

    dossier: Dossier
    state: State
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Board:
    """Every standing of a register on a day; in each of `spans` the numbers of the settings stay as they are."""

    as_of: date
    spans: tuple[Span, ...]
    rows: tuple[Row, ...]

    @property
    def days(self) -> Days:
        """The numbers of the settings on the day."""
        return find_days(self.spans, self.as_of)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Every standing, group by group and duty by duty."""
        return tuple(standing for row in self.rows for cell in row.cells for standing in cell.standings)

    @cached_property
    def counts(self) -> Mapping[StandingState, int]:
        """How many standings there are of each state.

        What groups left open when they ended does not count, and a Discussion group owes nothing that could be counted.
        """
        rows = (row for row in self.rows if row.dossier.group.is_focus)
        standings = (one for row in rows for cell in row.cells for one in cell.standings)
        found = Counter(
            one.state for one in standings if not (one.state.is_open and self.is_left_behind(one))
        )
        return {state: found[state] for state in StandingState}

    @cached_property
    def attention(self) -> tuple[Standing, ...]:
        """What is open and still to be done, the longest overdue first."""
        return sort_standings(
            one for one in self.standings if one.state.is_open and not self.is_left_behind(one)
        )

    @cached_property
    def left_open(self) -> tuple[Standing, ...]:
        """What groups left open when they ended, and nobody is expected to do any more."""
        return sort_standings(one for one in self.standings if one.state.is_open and self.is_left_behind(one))

    def is_left_behind(self, standing: Standing) -> bool:
        """Tell whether the group has ended, and what it owed ended with it."""
        row = self.find_row(standing.group)
        return row is not None and row.state.has_ended and standing.duty.id not in OWED_AFTER_THE_END

    def find_row(self, group: str) -> Row | None:
        """Give the row of a group, or None where it was not in the register yet."""
        return self._rows_by_group.get(group)

    @cached_property
    def _rows_by_group(self) -> dict[str, Row]:
        return {row.dossier.group.id: row for row in self.rows}


def make_board(register: Register, arrivals: Arrivals, as_of: date) -> Board:
    """Assess every group that was in the register on a day."""
    return Board(
        as_of=as_of,
        spans=know_spans(register.settings, arrivals, as_of) if "settings" in register.singles else (),
        rows=tuple(make_row(group) for group in assess_register(register, arrivals, as_of)),
    )


def make_row(group: Assessment) -> Row:
    """Give the row of one group."""
    dossier = group.situation.dossier
    return Row(
        dossier=dossier,
        state=derive_state(dossier, group.situation.as_of),
        cells=tuple(make_cells(group.standings)),
    )


def make_cells(standings: Iterable[Standing]) -> Iterator[Cell]:
    """Give a cell for each duty that a group has a standing for."""
    by_duty: dict[str, list[Standing]] = defaultdict(list)
    for standing in standings:
        by_duty[standing.duty.id].append(standing)
    for duty_id, duty in DUTIES.items():
        if duty_id in by_duty:
            yield Cell(duty=duty, standings=tuple(by_duty[duty_id]))


def sort_standings(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """Give standings by state (what needs attention first), due date, group and duty."""
    order = {state: number for number, state in enumerate(StandingState)}
    return tuple(sorted(standings, key=lambda one: (order[one.state], one.due or date.max, one.id)))


def sort_by_time(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """Give standings by due date, those without one last."""
    return tuple(sorted(standings, key=lambda one: (one.due or date.max, one.id)))
