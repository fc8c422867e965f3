"""Fixed grids: what falls due every so many calendar months from the launch, whatever was late before (o and I1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scm_site.days import add_months, next_day


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """One turn of a grid: its number from 1, its first day, and the day on which it falls due, which is its last."""

    number: int
    start: date
    due: date

    @property
    def month(self) -> str:
        """The month in which it falls due, `2026-05`: the name of the file that answers it."""
        return self.due.isoformat()[:7]


def make_slots(launch: date, months: int, last: date) -> Iterator[Slot]:
    """Give every slot that begins by a day: each due date is counted from the launch, never from the one before.

    From 31 January, every two months: 31 March, 31 May, 31 July, 30 September. Where a month is too short, its last
    day counts.
    """
    number, start = 1, launch
    while start <= last and start < date.max:
        due = add_months(launch, months * number)
        yield Slot(number=number, start=start, due=due)
        number, start = number + 1, next_day(due)


def find_slot_of(month: str, slots: list[Slot]) -> Slot | None:
    """Give the slot that a file named for a month answers: the first that falls due in that month or later."""
    return next((slot for slot in slots if slot.month >= month), None)
