"""How the standings changed over time: the counts at the end of each month, computed as they were then."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from scm_site.compliance.arrivals import Arrivals
from scm_site.compliance.board import Board, make_board
from scm_site.compliance.standing import StandingState
from scm_site.days import add_months
from scm_site.records.register import Register

#: How many months a trend looks back.
MONTHS_BACK = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """How many standings there were of each state on a day."""

    day: date
    counts: Mapping[StandingState, int]


def make_trend(register: Register, arrivals: Arrivals, board: Board) -> Iterator[Point]:
    """Give the counts at the end of each of the last months since the register opened, and on the day of the board."""
    first = board.as_of.replace(day=1)
    starts = [add_months(first, -back) for back in range(MONTHS_BACK - 1, -1, -1)]
    opened = register.settings.register_opened
    days = [start - timedelta(days=1) for start in starts if start > date.min]
    for day in days:
        if day >= opened:
            yield Point(day=day, counts=make_board(register, arrivals, day).counts)
    yield Point(day=board.as_of, counts=board.counts)
