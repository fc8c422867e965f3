"""Meetings and events as public data: everything with a date that people can go to.

Why something was moved or called off stands on its page only: a copied file cannot be corrected.
"""

from datetime import date
from typing import Annotated

from scm_site.data.calendar_entry import make_address
from scm_site.data.fields import Address, Data, Day, Text, means, one_of
from scm_site.data.open_data.head import Head
from scm_site.data.open_data.source import Source
from scm_site.records.dossier import Dossier
from scm_site.records.event import Event
from scm_site.records.meeting import Meeting
from scm_site.records.register import Register

GROUP_MEETING = "group meeting"


class EventData(Data, frozen=True, kw_only=True):
    """An event, a board meeting or a meeting of a group: when, where, and what became of it."""

    id: Annotated[
        Text,
        means(
            "The id; that of a group's meeting has the group's id before it, as `warm-homes/2025-01-30-kick-off`."
        ),
    ]
    former_ids: Annotated[tuple[Text, ...], means("The ids that it had before, the oldest first.")]
    kind: Annotated[str, one_of(("event", "board meeting", GROUP_MEETING)), means("What it is.")]
    title: Annotated[Text, means("The title.")]
    date: Annotated[Day, means("The day, or the first one of several.")]
    last_day: Annotated[Day | None, means("The last day of several, or null.")]
    time: Annotated[Text | None, means("The time as it was announced, as `11:00-12:00 CET`, or null.")]
    zone: Annotated[
        Text | None,
        means(
            "The place of the IANA list of time zones by whose clocks the time is, or null.",
            since=date(2026, 12, 1),
        ),
    ]
    mode: Annotated[
        Annotated[str, one_of(("online", "on site", "both"))] | None,
        means("How a group meets; null for events and board meetings."),
    ]
    place: Annotated[Text | None, means("The place; null where a meeting names none.")]
    group: Annotated[
        Text | None, means("The id of the group that meets; null for events and board meetings.")
    ]
    together_with: Annotated[
        tuple[Text, ...],
        means(
            "The ids of the other groups that hold the meeting together with this one.",
            since=date(2026, 12, 1),
        ),
    ]
    organised_by: Annotated[Text | None, means("Who organises an event, or null where it is not stated.")]
    cancelled: Annotated[bool, means("Whether it was called off. The page gives the reason.")]
    cancelled_on: Annotated[Day | None, means("The day on which it was called off, or null.")]
    moved_from: Annotated[
        tuple[Day, ...],
        means(
            "The days from which it was moved away, in the order of its moves. The page gives the reasons."
        ),
    ]
    address: Annotated[Address | None, means("A page elsewhere that tells more, or null.")]
    page: Annotated[Address, means("Where it stands on this site.")]


class EventsDocument(Head, frozen=True, kw_only=True):
    """Meetings of the groups, events linked to or organised by the Smart Cities Marketplace, and meetings of the
    Advisory Board.
    """

    events: Annotated[
        tuple[EventData, ...], means("Everything with a date that people can go to, the earliest first.")
    ]


def make_events(source: Source) -> EventsDocument:
    """Make `events.json`."""
    return EventsDocument(**source.head, events=tuple(list_events(source.register)))


def list_events(register: Register) -> list[EventData]:
    """Give everything with a date, the earliest first."""
    found = [make_event(event, register) for event in register.events]
    for dossier in register.dossiers:
        found += [make_meeting(meeting, dossier, register) for meeting in dossier.hosted]
    return sorted(found, key=lambda one: (one.date, one.title, one.id))


def make_event(event: Event, register: Register) -> EventData:
    """Give an event or board meeting."""
    return EventData(
        id=event.id,
        former_ids=event.former_ids,
        kind=event.type,
        title=event.title,
        date=event.date,
        last_day=event.last_day,
        time=event.time or None,
        zone=None,
        mode=None,
        place=event.place,
        group=None,
        together_with=(),
        organised_by=event.organised_by or None,
        cancelled=event.cancelled is not None,
        cancelled_on=event.cancelled.on if event.cancelled else None,
        moved_from=tuple(moved.date for moved in event.moved_from),
        address=event.address or None,
        page=make_address(register, f"calendar/{event.id[:4]}/#{event.id}"),
    )


def make_meeting(meeting: Meeting, dossier: Dossier, register: Register) -> EventData:
    """Give a group's meeting; its id has the group's before it."""
    group = dossier.group.id
    return EventData(
        id=f"{group}/{meeting.id}",
        former_ids=tuple(f"{group}/{former}" for former in meeting.former_ids),
        kind=GROUP_MEETING,
        title=meeting.title,
        date=meeting.date,
        last_day=meeting.last_day,
        time=meeting.time or None,
        zone=meeting.zone or None,
        mode=meeting.mode,
        place=meeting.place or None,
        group=group,
        together_with=meeting.groups,
        organised_by=None,
        cancelled=meeting.cancelled is not None,
        cancelled_on=meeting.cancelled.on if meeting.cancelled else None,
        moved_from=tuple(moved.date for moved in meeting.moved_from),
        address=meeting.address or None,
        page=make_address(register, f"groups/{group}/meetings/{meeting.id}/"),
    )
