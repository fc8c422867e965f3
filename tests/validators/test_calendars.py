"""Every calendar of the example site, read by two programs; `tests/data/` looks at what the calendars say."""

import icalendar
import pytest

from tests.built_sites import BuiltSite
from tests.data.calendar_reader import read_events


@pytest.fixture(scope="module")
def calendars(example_site: BuiltSite) -> dict[str, bytes]:
    return {name: content for name, content in example_site.files.items() if name.endswith(".ics")}


def list_events_by_vobject(calendar: bytes) -> list[str]:
    return list(read_events(calendar))


def list_events_by_icalendar(calendar: bytes) -> list[str]:
    read = icalendar.Calendar.from_ical(calendar)
    assert read.errors == []
    events = read.walk("VEVENT")
    assert [fault for event in events for fault in event.errors] == []
    return [str(event["UID"]) for event in events]


def test_there_are_calendars_for_all_and_for_each_group(calendars: dict[str, bytes]) -> None:
    assert {"calendar/meetings.ics", "calendar/due.ics", "groups/warm-homes/calendar.ics"} <= set(calendars)


def test_two_programs_read_the_same_events(calendars: dict[str, bytes]) -> None:
    for name, calendar in calendars.items():
        events = list_events_by_vobject(calendar)
        assert events == list_events_by_icalendar(calendar), name
        assert len(set(events)) == len(events), name


def test_lines_are_those_of_the_standard(calendars: dict[str, bytes]) -> None:
    # RFC 5545, 3.1: lines end with CRLF and have at most 75 octets.
    for name, calendar in calendars.items():
        lines = calendar.split(b"\r\n")
        assert lines[-1] == b"", name
        assert [line for line in lines if len(line) > 75 or b"\n" in line] == [], name
