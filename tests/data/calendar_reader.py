"""Calendar feeds of a register, and what vobject reads in them: other code than what wrote them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import vobject

from scm_site.compliance.arrivals import Arrivals
from scm_site.compliance.board import make_board
from scm_site.data.calendars import make_calendar_files
from scm_site.pipeline import Assessed
from scm_site.records.dossier import Dossier
from scm_site.records.register import Register

EXAMPLE_DAY = date(2026, 5, 20)
REAL_DAY = date(2026, 11, 24)


@dataclass(frozen=True)
class ReadEvent:
    """An event as a calendar program sees it."""

    uid: str
    start: Any
    end: Any
    summary: str
    description: str
    alarms: list[Any]
    told: Mapping[str, Any]


def make_feeds(
    assessed: Assessed, register: Register | None = None, day: date | None = None
) -> dict[str, bytes]:
    """Give every feed; with another register than the one that was read, or for another day."""
    assert assessed.board
    register = register or assessed.checked.register
    schemas = assessed.checked.schemas
    arrivals = Arrivals(history=assessed.arrivals.history, schemas=schemas)  # it keeps what it has seen
    board = make_board(register, arrivals, day or assessed.board.as_of)
    return dict(make_calendar_files(board, register))


def change_dossier(register: Register, group: str, change: Callable[[Dossier], Dossier]) -> Register:
    """Give a register in which one group's records are others."""
    changed = [change(one) if one.group.id == group else one for one in register.dossiers]
    return replace(register, dossiers=tuple(changed))


def change_meeting(register: Register, group: str, meeting: str, **fields: Any) -> Register:
    """Give a register in which some fields of a meeting have other contents."""

    def change(dossier: Dossier) -> Dossier:
        meetings = [replace(one, **fields) if one.id == meeting else one for one in dossier.meetings]
        return replace(dossier, meetings=tuple(meetings))

    return change_dossier(register, group, change)


def change_event(register: Register, event: str, **fields: Any) -> Register:
    """Give a register in which some fields of an event have other contents."""
    events = tuple(replace(one, **fields) if one.id == event else one for one in register.events)
    return replace(register, events=events)


def read_calendar(feed: bytes) -> Any:
    """Give the whole calendar; fails where there is more than one, or something that cannot be read."""
    (calendar,) = vobject.readComponents(feed.decode("utf-8"))
    assert calendar.name == "VCALENDAR"
    return calendar


def read_events(feed: bytes) -> dict[str, ReadEvent]:
    """Give the events of a feed by their ids; fails where two have the same."""
    found = [read_event(event) for event in read_calendar(feed).contents.get("vevent", [])]
    events = {event.uid: event for event in found}
    assert len(events) == len(found)
    return events


def read_event(event: Any) -> ReadEvent:
    """Give what one event says."""
    one_of_each = {name: lines[0].value for name, lines in event.contents.items() if name != "valarm"}
    return ReadEvent(
        uid=event.uid.value,
        start=event.dtstart.value,
        end=event.dtend.value,
        summary=event.summary.value,
        description=event.description.value,
        alarms=[alarm.trigger.value for alarm in event.contents.get("valarm", [])],
        told=one_of_each,
    )
