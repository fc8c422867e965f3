"""SCM events and meetings of the Advisory Board."""

from dataclasses import dataclass
from datetime import date as Day
from typing import Literal

from scm_site.records.record_file import Cancelled, Record
from scm_site.records.unknown import Unknown


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """A date that a meeting or event was moved away from, and why."""

    date: Day
    reason: str | Unknown


@dataclass(frozen=True, kw_only=True, slots=True)
class Event(Record):
    """An event linked to or organised by SCM, or a board meeting (ToR, G3 and I2)."""

    type: Literal["event", "board meeting"]
    title: str
    date: Day
    place: str
    last_day: Day | None = None
    time: str = ""
    organised_by: str = ""
    address: str = ""
    summary: str = ""
    cancelled: Cancelled | None = None
    moved_from: tuple[Moved, ...] = ()
    former_ids: tuple[str, ...] = ()

    @property
    def ends_on(self) -> Day:
        """Its last day, which is its only one where the record names no other."""
        return self.last_day or self.date
