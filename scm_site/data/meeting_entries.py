"""Meetings and events as entries of calendar feeds.

A meeting that was called off stays, marked as such and without an alarm: people who have it in their calendar learn
of it. The reasons stand on the page only, as a calendar that was copied to a telephone cannot be corrected.
"""

from collections.abc import Iterator
from datetime import date

from scm_site.addresses import address_of
from scm_site.data.calendar_entry import CalendarEntry, choose_alarms, make_address
from scm_site.data.calendar_ids import find_group_ids, find_host, make_event_id
from scm_site.data.meeting_times import find_stretch
from scm_site.days import write_day
from scm_site.records.dossier import Dossier
from scm_site.records.event import Event
from scm_site.records.meeting import Meeting
from scm_site.records.register import Register
from scm_site.zones import write_time

#: How many days before a meeting its alarm rings.
ALARMS = (1,)


def make_event_entry(event: Event, register: Register, host: str, as_of: date) -> CalendarEntry:
    """Give the entry of an event or board meeting."""
    start, end = find_stretch(event.date, event.last_day, event.time)
    return CalendarEntry(
        uid=make_event_id(event, host),
        start=start,
        end=end,
        title=f"{mark_cancelled(event)}{event.title}",
        description="\n".join(tell(event)),
        address=make_address(register, f"calendar/{event.id[:4]}/#{event.id}"),
        categories=("Board meeting" if event.type == "board meeting" else "Event",),
        place=event.place,
        alarms=find_alarms(event, as_of),
        changes=count_changes(event),
        is_busy=bool(event.time),
        is_cancelled=event.cancelled is not None,
    )


def make_meeting_entries(dossier: Dossier, register: Register, as_of: date) -> Iterator[CalendarEntry]:
    """Give the entry of each meeting of a group; of one that several groups hold it is the same in the feed of each."""
    host = find_host(register.settings.site.address)
    for meeting in dossier.meetings:
        start, end = find_stretch(meeting.date, meeting.last_day, meeting.time, meeting.zone)
        titles = [group.title for group in register.find_groups_of(meeting)]
        of_groups = f"Meeting of the group{'s' if meeting.is_joint else ''} {' and '.join(titles)}."
        yield CalendarEntry(
            uid=find_group_ids(register.find_dossier(meeting.file.group), host).make_of_meeting(meeting),
            start=start,
            end=end,
            title=f"{mark_cancelled(meeting)}{meeting.title} ({' and '.join(titles)})",
            description="\n".join((of_groups, *tell(meeting))),
            address=make_address(register, address_of(meeting)),
            categories=("Group meeting",),
            place=meeting.place or meeting.mode,
            alarms=find_alarms(meeting, as_of),
            changes=count_changes(meeting),
            is_busy=bool(meeting.time),
            is_cancelled=meeting.cancelled is not None,
        )


def mark_cancelled(one: Meeting | Event) -> str:
    """Give what stands before the title of what was called off: some programs show the title alone."""
    return "Called off: " if one.cancelled else ""


def tell(one: Meeting | Event) -> Iterator[str]:
    """Say what the day, the place and the title do not."""
    if one.cancelled:
        yield f"Called off on {write_day(one.cancelled.on)}."
    for moved in one.moved_from:
        yield f"Moved from {write_day(moved.date)}."
    if one.time:
        zone = one.zone if isinstance(one, Meeting) else ""
        yield f"Time as announced: {write_time(one.date, one.time, zone)}."
    if one.address:
        yield f"More: {one.address}"


def find_alarms(one: Meeting | Event, as_of: date) -> tuple[int, ...]:
    """Give when it rings; what was called off does not."""
    return () if one.cancelled else choose_alarms(ALARMS, one.date, as_of)


def count_changes(one: Meeting | Event) -> int:
    """Count what the record tells of: each move, and that it was called off (RFC 5545, 3.8.7.4)."""
    moves = one.find_acts("moved") if isinstance(one, Meeting) else one.moved_from
    return len(moves) + (one.cancelled is not None)
