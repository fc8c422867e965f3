"""Meetings and events as entries of calendar feeds.

A meeting that was called off stays, marked as such and without an alarm: people who have it in their calendar learn
of it. The reasons stand on the page only, as a calendar that was copied to a telephone cannot be corrected.
"""

from collections.abc import Iterator
from datetime import date

from scm_site.data.calendar_entry import CalendarEntry, choose_alarms, make_address
from scm_site.data.calendar_ids import GroupIds, make_event_id
from scm_site.data.meeting_times import find_stretch
from scm_site.days import write_day
from scm_site.records.dossier import Dossier
from scm_site.records.event import Event
from scm_site.records.meeting import Meeting
from scm_site.records.register import Register

#: How many days before a meeting its alarm rings.
ALARMS = (1,)


def make_event_entry(event: Event, register: Register, host: str, as_of: date) -> CalendarEntry:
    """Give the entry of an event or board meeting."""
    start, end = find_stretch(event.date, event.last_day, event.time)
    return CalendarEntry(
        uid=make_event_id(event, host),
        start=start,
        end=end,
        title=event.title,
        description="\n".join(tell(event)),
        address=make_address(register, f"calendar/{event.id[:4]}/#{event.id}"),
        categories=("Board meeting" if event.type == "board meeting" else "Event",),
        place=event.place,
        alarms=find_alarms(event, as_of),
        changes=count_changes(event),
        is_busy=bool(event.time),
        is_cancelled=event.cancelled is not None,
    )


def make_meeting_entries(
    dossier: Dossier, ids: GroupIds, register: Register, as_of: date
) -> Iterator[CalendarEntry]:
    """Give the entry of each meeting of a group."""
    for meeting in dossier.meetings:
        start, end = find_stretch(meeting.date, None, meeting.time)
        yield CalendarEntry(
            uid=ids.make_of_meeting(meeting),
            start=start,
            end=end,
            title=f"{meeting.title} ({dossier.group.title})",
            description="\n".join((f"Meeting of the group {dossier.group.title}.", *tell(meeting))),
            address=make_address(register, f"groups/{dossier.group.id}/meetings/{meeting.id}/"),
            categories=("Group meeting",),
            place=meeting.place or meeting.mode,
            alarms=find_alarms(meeting, as_of),
            changes=count_changes(meeting),
            is_busy=bool(meeting.time),
            is_cancelled=meeting.cancelled is not None,
        )


def tell(one: Meeting | Event) -> Iterator[str]:
    """Say what the day, the place and the title do not."""
    if one.cancelled:
        yield f"Called off on {write_day(one.cancelled.on)}."
    for moved in one.moved_from:
        yield f"Moved from {write_day(moved.date)}."
    if one.time:
        yield f"Time as announced: {one.time}."
    if one.address:
        yield f"More: {one.address}"


def find_alarms(one: Meeting | Event, as_of: date) -> tuple[int, ...]:
    """Give when it rings; what was called off does not."""
    return () if one.cancelled else choose_alarms(ALARMS, one.date, as_of)


def count_changes(one: Meeting | Event) -> int:
    """Count what the record tells of: each move, and that it was called off (RFC 5545, 3.8.7.4)."""
    return len(one.moved_from) + (one.cancelled is not None)
