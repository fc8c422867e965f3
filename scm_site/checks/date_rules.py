"""Rules on dates that two places state."""

from collections.abc import Iterator
from datetime import date, timedelta

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
from scm_site.zones import ZONES, find_letters, make_instant


@rule("D001", "The date in a record is the one in its file's name", in_form="never: the form writes the file")
def date_is_the_names(record: Record, register: Register) -> Iterator[Problem]:
    """Meetings, events, status updates and briefs carry their date in the name of their file,
    so that folders sort by time. Both must agree; a proposal's name carries its year.
    A status update or brief that comes late or early is named for the month in which it was due, with its own date.

    Fix: Correct the field, or rename the file.
    """
    if isinstance(record, (Event, Meeting)):
        field, day, named = "date", record.date, record.id[:10]
    elif isinstance(record, (StatusUpdate, BoardBrief)):
        field, day, named = "date", record.date, record.id
    elif isinstance(record, Proposal):
        field, day, named = "date", record.date, record.id[:4]
    else:
        return
    if not day.isoformat().startswith(named) and not is_due_month(record, named, register):
        yield Problem(record, (field,), f"field `{field}` is {day}, but the file's name says {named}")


def is_due_month(record: Record, month: str, register: Register) -> bool:
    """Tell whether a report is named for a month in which its group owed one (ToR, o and I1)."""
    if not isinstance(record, (StatusUpdate, BoardBrief)) or len(month) != len("2026-05"):
        return False  # one that is named for a day is of that day
    launch = known(register.find_dossier(record.file.group).group.launch)
    months = STATUS_UPDATES if isinstance(record, StatusUpdate) else BOARD_BRIEFS
    slots = make_slots(launch, months.value_on(launch), parse_day(f"{month}-01")) if launch else ()
    return any(slot.month == month for slot in slots)


@rule("D002", "A move leads to another day", form_fix="Give the day for which it was planned before.")
def moves_lead_elsewhere(record: Record) -> Iterator[Problem]:
    """A meeting that was moved was planned for another day before; the field says for which.

    Fix: Write the day for which it was planned before.
    """
    if isinstance(record, (Event, Meeting)):
        for index, moved in enumerate(record.moved_from):
            if moved.date == record.date:
                yield Problem(record, ("moved_from", index, "date"), say("D002", day=moved.date))


@rule(
    "D003",
    "A meeting ends after it begins",
    clauses=("c",),
    form_fix="Give the earlier time first. What goes on after midnight ends at 23:59 here.",
)
def times_are_in_order(record: Record) -> Iterator[Problem]:
    """The time of a meeting or an event lies within one day. Calendars cannot show one that ends before it begins.

    Fix: Write the earlier time first. What goes on after midnight ends at 23:59 here.
    """
    if isinstance(record, (Event, Meeting)) and record.time:
        begin, end = record.time.partition(" ")[0].split("-")
        if end <= begin:
            yield Problem(record, ("time",), say("D003", time=record.time, begin=begin, end=end))


@rule(
    "D004",
    "A time names the zone of that day",
    severity=Severity.WARNING,
    in_change=Severity.ERROR,
    clauses=("c",),
    form_fix="Give the time that clocks show on that day, with the letters of that day; or UTC, which never "
    "changes.",
)
def time_names_the_zone_of_that_day(record: Record) -> Iterator[Problem]:
    """Clocks change in spring and in autumn, and the letters of the zone with them: in July, 10:00 CET is 11:00 on the
    clocks of Brussels, which go by CEST. People come at the time that they read, and calendars show the other one.

    Fix: Write the time that clocks show on that day, with the letters of that day; or UTC, which never changes.
    """
    if isinstance(record, (Event, Meeting)) and record.time:
        message = find_wrong_letters(record.date, record.time)
        if message:
            yield Problem(record, ("time",), message)


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
