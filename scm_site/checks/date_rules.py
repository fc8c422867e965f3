"""Rules on dates that two places state."""

from collections.abc import Iterator
from datetime import date, timedelta
from difflib import get_close_matches

from scm_site.checks.register_rule import Problem, rule
from scm_site.days import parse_day, write_day
from scm_site.findings import Severity
from scm_site.grids import make_slots
from scm_site.records.event import Event
from scm_site.records.meeting import Meeting
from scm_site.records.proposal import Proposal
from scm_site.records.record_file import Record
from scm_site.records.register import Register
from scm_site.records.reports import BoardBrief, StatusUpdate
from scm_site.records.unknown import known
from scm_site.sentences import say
from scm_site.terms.numbers import BOARD_BRIEFS, STATUS_UPDATES
from scm_site.zones import ZONES, find_letters, list_places, make_instant


@rule("D001", "The date in a record is the one in its file's name", in_form="never: the form writes the file")
def date_is_the_names(record: Record, register: Register) -> Iterator[Problem]:
    """Meetings, events, status updates and briefs carry their date in the name of their file or folder, so that
    folders sort by time. Both must agree; a proposal's name carries its year. The folder of a meeting keeps its name
    when the meeting moves: it names a day for which the meeting was once planned.
    A status update or brief that comes late or early is named for the month in which it was due, with its own date.

    Fix: Correct the field, or rename the file.
    """
    if isinstance(record, Meeting):
        if record.id[:10] in {str(day) for day in list_planned(record)}:
            return
        field, day, named = "date", record.plan.date, record.id[:10]
    elif isinstance(record, Event):
        field, day, named = "date", record.date, record.id[:10]
    elif isinstance(record, (StatusUpdate, BoardBrief)):
        field, day, named = "date", record.date, record.id
    elif isinstance(record, Proposal):
        field, day, named = "date", record.date, record.id[:4]
    else:
        return
    if not day.isoformat().startswith(named) and not is_due_month(record, named, register):
        yield Problem(record, (field,), f"field `{field}` is {day}, but the file's name says {named}")


def list_planned(meeting: Meeting) -> Iterator[date]:
    """Give every day for which a meeting was planned, first or later."""
    yield meeting.plan.date
    yield from (act.date.becomes for act in meeting.filed if act.file.kind == "moved" and act.date)


def is_due_month(record: Record, month: str, register: Register) -> bool:
    """Tell whether a report is named for a month in which its group owed one (ToR, o and I1)."""
    if not isinstance(record, (StatusUpdate, BoardBrief)) or len(month) != len("2026-05"):
        return False  # one that is named for a day is of that day
    launch = known(register.find_dossier(record.file.group).group.launch)
    months = STATUS_UPDATES if isinstance(record, StatusUpdate) else BOARD_BRIEFS
    slots = make_slots(launch, months.value_on(launch), parse_day(f"{month}-01")) if launch else ()
    return any(slot.month == month for slot in slots)


@rule("D002", "A move leads to another day", in_form="never: no form asks for it")
def moves_lead_elsewhere(event: Event) -> Iterator[Problem]:
    """A meeting that was moved was planned for another day before; the field says for which.

    Fix: Write the day for which it was planned before.
    """
    for index, moved in enumerate(event.moved_from):
        if moved.date == event.date:
            yield Problem(event, ("moved_from", index, "date"), say("D002", day=moved.date))


@rule(
    "D003",
    "A meeting ends after it begins",
    clauses=("c",),
    form_fix="Give the earlier time first. What goes on after midnight ends at most twelve hours later.",
)
def times_are_in_order(record: Event | Meeting) -> Iterator[Problem]:
    """A meeting or an event ends after it begins. It may go on after midnight, for at most twelve hours in all; what is
    longer has its last day under `last_day`.

    Fix: Write the earlier time first. What goes on after midnight ends at most twelve hours later.
    """
    if record.time and record.ends_on == record.date:
        begin, end = record.time.partition(" ")[0].split("-")
        if end == begin or count_minutes(begin, end) > LONGEST_NIGHT:
            yield Problem(record, ("time",), say("D003", time=record.time, begin=begin, end=end))


#: How long something may go on that ends after midnight, in minutes.
LONGEST_NIGHT = 12 * 60


def count_minutes(begin: str, end: str) -> int:
    """Count the minutes from a time to the next one at which clocks show another; 0 where it is later on that day."""
    first, last = (int(clock[:2]) * 60 + int(clock[3:]) for clock in (begin, end))
    return 0 if last > first else last + 24 * 60 - first


@rule(
    "D004",
    "A time names the zone of that day",
    severity=Severity.WARNING,
    in_change=Severity.ERROR,
    clauses=("c",),
    form_fix="Give the time that clocks show on that day, with the letters of that day; or UTC, which never "
    "changes.",
)
def time_names_the_zone_of_that_day(record: Event | Meeting) -> Iterator[Problem]:
    """Clocks change in spring and in autumn, and the letters of the zone with them: in July, 10:00 CET is 11:00 on the
    clocks of Brussels, which go by CEST. People come at the time that they read, and calendars show the other one.

    Fix: Write the time that clocks show on that day, with the letters of that day; or UTC, which never changes.
    """
    if " " in record.time:
        message = find_wrong_letters(record.date, record.time)
        if message:
            yield Problem(record, ("time",), message)


@rule(
    "D005",
    "A time says by which clocks",
    clauses=("c",),
    form_fix="Choose the place by whose clocks the time is.",
)
def time_has_a_zone(meeting: Meeting) -> Iterator[Problem]:
    """People come from several countries. So a time names a place of the IANA list of time zones by whose clocks it is,
    or has the letters of a zone behind it; not both, and not neither.

    Fix: Write the place under `zone`, such as Europe/Brussels; or the letters, such as CET, behind the time.
    """
    if meeting.zone and meeting.zone not in list_places():
        near = get_close_matches(meeting.zone, list_places(), n=1)
        hint = say("D005 near", zone=near[0]) if near else ""
        yield Problem(meeting, ("zone",), say("D005 unknown", zone=meeting.zone, near=hint))
    has_letters = " " in meeting.time
    if meeting.time and has_letters == bool(meeting.zone):
        yield Problem(meeting, ("time",), say("D005 both" if has_letters else "D005", time=meeting.time))
    if meeting.zone and not meeting.time:
        yield Problem(meeting, ("zone",), say("D005 no time", zone=meeting.zone))


@rule("D006", "The last day comes after the first", form_fix="Give a day after the first one, or none.")
def last_days_come_last(meeting: Meeting) -> Iterator[Problem]:
    """A meeting of several days ends after the day on which it begins; one of a single day has no last day.

    Fix: Write a later day, or take the field out.
    """
    if meeting.last_day and meeting.last_day <= meeting.date:
        yield Problem(meeting, ("last_day",), say("D006", last=meeting.last_day, day=meeting.date))


def find_wrong_letters(day: date, told: str) -> str:
    """Say what clocks show at the beginning of a time whose letters do not hold on its day, or give ""."""
    hours, letters = told.split(" ")
    begin = hours.partition("-")[0]
    try:
        instant = make_instant(day, begin, letters)
        names = find_letters(instant, letters)
    except OverflowError:  # the first and the last day of the calendar
        return ""
    if not names or letters in names:
        return ""
    shown = instant + timedelta(hours=ZONES[names[0]].hours)
    return say(
        "D004",
        time=told,
        day=write_day(day),
        said=f"{begin} {letters}",
        names=" or ".join(names),
        clock=f"{shown:%H:%M}",
    )
