"""Meetings and events as public data: everything with a date that people can go to.

Why something was moved or called off stands on its page only: a copied file cannot be corrected.
"""

from typing import TypedDict

from scm_site.data.calendar_entry import make_address
from scm_site.data.standings import write_date
from scm_site.records.dossier import Dossier
from scm_site.records.event import Event
from scm_site.records.meeting import Meeting
from scm_site.records.register import Register


class EventData(TypedDict):
    """One event, board meeting or group meeting, as other programs read it; None where something is not stated."""

    id: str
    former_ids: list[str]
    kind: str
    title: str
    date: str
    last_day: str | None
    time: str | None
    mode: str | None
    place: str | None
    group: str | None
    organised_by: str | None
    cancelled: bool
    cancelled_on: str | None
    moved_from: list[str]
    address: str | None
    page: str


def list_events(register: Register) -> list[EventData]:
    """Give everything with a date, the earliest first."""
    found = [make_event(event, register) for event in register.events]
    for dossier in register.dossiers:
        found += [make_meeting(meeting, dossier, register) for meeting in dossier.meetings]
    return sorted(found, key=lambda one: (one["date"], one["title"], one["id"]))


def make_event(event: Event, register: Register) -> EventData:
    """Give an event or board meeting as plain data."""
    return EventData(
        id=event.id,
        former_ids=list(event.former_ids),
        kind=event.type,
        title=event.title,
        date=event.date.isoformat(),
        last_day=write_date(event.last_day),
        time=event.time or None,
        mode=None,
        place=event.place,
        group=None,
        organised_by=event.organised_by or None,
        cancelled=event.cancelled is not None,
        cancelled_on=write_date(event.cancelled.on if event.cancelled else None),
        moved_from=[moved.date.isoformat() for moved in event.moved_from],
        address=event.address or None,
        page=make_address(register, f"calendar/{event.id[:4]}/#{event.id}"),
    )


def make_meeting(meeting: Meeting, dossier: Dossier, register: Register) -> EventData:
    """Give a group's meeting as plain data; its id has the group's before it."""
    group = dossier.group.id
    return EventData(
        id=f"{group}/{meeting.id}",
        former_ids=[f"{group}/{former}" for former in meeting.former_ids],
        kind="group meeting",
        title=meeting.title,
        date=meeting.date.isoformat(),
        last_day=None,
        time=meeting.time or None,
        mode=meeting.mode,
        place=meeting.place or None,
        group=group,
        organised_by=None,
        cancelled=meeting.cancelled is not None,
        cancelled_on=write_date(meeting.cancelled.on if meeting.cancelled else None),
        moved_from=[moved.date.isoformat() for moved in meeting.moved_from],
        address=meeting.address or None,
        page=make_address(register, f"groups/{group}/meetings/{meeting.id}/"),
    )
