"""What stands in a calendar feed on a day or at a time, before it is written as iCalendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from scm_site.records.record_file import Record
from scm_site.records.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarEntry:
    """One entry of a feed: from when until when, and what people read.

    `start` and `end` are days, or both instants; `end` is the first day or instant after it. `alarms` are the numbers
    of days before the start on which it rings. `changes` says how often it was moved or called off, None where nobody
    records that. Only what `is_busy` takes up somebody's time.
    """

    uid: str
    start: date | datetime
    end: date | datetime
    title: str
    description: str
    address: str
    categories: tuple[str, ...]
    place: str = ""
    alarms: tuple[int, ...] = ()
    changes: int | None = None
    is_busy: bool = False
    is_cancelled: bool = False

    @property
    def day(self) -> date:
        """The day on which it starts, in UTC where it has a time."""
        return self.start.date() if isinstance(self.start, datetime) else self.start


def sort_entries(entries: Iterable[CalendarEntry]) -> list[CalendarEntry]:
    """Give entries by their first day, and on one day by their ids."""
    return sorted(entries, key=lambda entry: (entry.day, entry.uid))


def choose_alarms(days_before: Iterable[int], day: date, as_of: date) -> tuple[int, ...]:
    """Give the alarms that can still ring: some programs ring at once for one whose day is over."""
    return tuple(before for before in days_before if (day - as_of).days >= before)


def find_first_id(record: Record) -> str:
    """Give the oldest id that a record had, so that a rename does not make another entry of it."""
    former: tuple[str, ...] = getattr(record, "former_ids", ())
    return former[0] if former else record.id


def make_address(register: Register, path: str) -> str:
    """Give the whole address of a page, from its path on the site."""
    return register.settings.site.make_address(path)
