"""Everything with a date that people can go to: group meetings, events, board meetings."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from scm_site.days import MONTHS
from scm_site.records.event import Event, Moved
from scm_site.records.meeting import Meeting
from scm_site.records.record_file import Cancelled
from scm_site.records.register import Register
from scm_site.zones import write_time


@dataclass(frozen=True, kw_only=True, slots=True)
class DatedEntry:
    """A dated entry: what, where, of which group (or none), and whether it was moved or called off."""

    record: Event | Meeting
    day: date
    last_day: date | None
    title: str
    label: str
    place: str
    time: str
    group_title: str
    summary: str
    organised_by: str
    address: str
    moved_from: tuple[Moved, ...]
    cancelled: Cancelled | None

    @property
    def weekday(self) -> str:
        """The day of the week, in three letters."""
        return ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[self.day.weekday()]

    def is_coming(self, as_of: date) -> bool:
        """Whether it takes place on a day or after it."""
        return (self.last_day or self.day) >= as_of

    @property
    def is_meeting(self) -> bool:
        """Whether it is a group's meeting, which has a page of its own."""
        return isinstance(self.record, Meeting)


@dataclass(frozen=True, kw_only=True, slots=True)
class Month:
    """The entries of a month."""

    title: str
    anchor: str
    entries: tuple[DatedEntry, ...]


def list_entries(register: Register) -> list[DatedEntry]:
    """Give every entry, the earliest first."""
    entries = [make_event_entry(event) for event in register.events]
    for dossier in register.dossiers:
        entries += [make_meeting_entry(meeting, register) for meeting in dossier.hosted]
    return sorted(entries, key=lambda entry: (entry.day, entry.title, entry.record.file.path))


def make_event_entry(event: Event) -> DatedEntry:
    """Give the entry of an event or board meeting."""
    return DatedEntry(
        record=event,
        day=event.date,
        last_day=event.last_day,
        title=event.title,
        label="Board meeting" if event.type == "board meeting" else "Event",
        place=event.place,
        time=event.time,
        group_title="",
        summary=event.summary,
        organised_by=event.organised_by,
        address=event.address,
        moved_from=event.moved_from,
        cancelled=event.cancelled,
    )


def make_meeting_entry(meeting: Meeting, register: Register) -> DatedEntry:
    """Give the entry of a meeting of a group, or of several."""
    return DatedEntry(
        record=meeting,
        day=meeting.date,
        last_day=meeting.last_day,
        title=meeting.title,
        label="Group meeting",
        place=meeting.place or meeting.mode,
        time=write_time(meeting.date, meeting.time, meeting.zone),
        group_title=" and ".join(group.title for group in register.find_groups_of(meeting)),
        summary="",
        organised_by="",
        address=meeting.address,
        moved_from=meeting.moved_from,
        cancelled=meeting.cancelled,
    )


def find_coming(entries: list[DatedEntry], as_of: date) -> list[DatedEntry]:
    """Give what takes place on a day or after it."""
    return [entry for entry in entries if entry.is_coming(as_of)]


def group_by_month(entries: list[DatedEntry]) -> Iterator[Month]:
    """Give entries month by month, in the order in which they come."""
    for (year, month), inside in groupby(entries, key=lambda entry: (entry.day.year, entry.day.month)):
        title = f"{MONTHS[month - 1]} {year}"
        yield Month(title=title, anchor=f"month-{year:04d}-{month:02d}", entries=tuple(inside))
