"""How the calendar feeds are written: lines, folding and escaping as RFC 5545 asks, whatever a title holds."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_site.data.calendar_entry import CalendarEntry
from scm_site.data.calendar_file import render_calendar, render_event
from scm_site.pipeline import assess
from tests.built_sites import REAL, ROOT, has_git
from tests.changed_group import change_group
from tests.data.calendar_reader import (
    EXAMPLE_DAY,
    REAL_DAY,
    change_dossier,
    make_feeds,
    read_calendar,
    read_events,
)
from tests.test_real_content import REQUIRED

#: RFC 5545, 3.1: a name, parameters, a value without control characters.
LINE = re.compile(r"[A-Z-]+(;[A-Z-]+=[^\x00-\x1f\x7f\":;,]+)*:[^\x00-\x08\x0a-\x1f\x7f]*")
HOSTILE = "Quiet\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:stolen\nATTACH:https://evil.example/"
TITLES = (
    "Ζεστά σπίτια στη γειτονιά μας, δρόμο με δρόμο, από τον Βορρά ως τον Νότο",
    "Тёплые дома, улица за улицей, от севера до юга и снова обратно на север",
    "🏠👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿" * 9,
    'Commas, semicolons; colons: back\\slashes\\n, \\, "quotes" and a\ttab',
    "one line\nanother line",
    "x" * 400,
    HOSTILE,
)


def make_entry(title: str) -> CalendarEntry:
    return CalendarEntry(
        uid="one@host",
        start=date(2026, 6, 11),
        end=date(2026, 6, 12),
        title=title,
        description=title,
        address="https://groups.example/",
        categories=("Event", title),
        place=title,
        alarms=(1,),
    )


def unfold(feed: bytes) -> list[str]:
    """Give the content lines; fails where one is too long, cut in a character, or ended otherwise than by CR LF."""
    assert feed.endswith(b"\r\n")
    lines = feed.removesuffix(b"\r\n").split(b"\r\n")
    for line in lines:
        assert len(line) <= 75
        assert not {b"\r", b"\n"} & {line[index : index + 1] for index in range(len(line))}
        line.decode("utf-8")
    return feed.decode("utf-8").removesuffix("\r\n").replace("\r\n ", "").split("\r\n")


def assert_well_formed(feed: bytes) -> None:
    """Check each line, that what begins ends, and what a calendar must have (RFC 5545, 3.6)."""
    lines, open_parts, parts = unfold(feed), [], 0
    for line in lines:
        assert LINE.fullmatch(line), line
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_parts.append(value)
            parts += 1
        elif name == "END":
            assert open_parts.pop() == value
    assert open_parts == []
    assert parts > 1
    assert lines.count("VERSION:2.0") == 1
    assert [line for line in lines if line.startswith("PRODID:")] == [
        "PRODID:-//scm-site//Register of Focus and Discussion groups//EN"
    ]
    assert not any(line.startswith("METHOD") for line in lines)


@pytest.fixture(scope="module")
def all_feeds(example_history: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give the feeds of the example register, the real one, and one without groups and events."""
    folder = tmp_path_factory.mktemp("feeds")
    (folder / "empty" / "content").mkdir(parents=True)
    for name in REQUIRED:
        (folder / "empty" / "content" / name).write_bytes((REAL / name).read_bytes())
    registers = {
        "example": (example_history, EXAMPLE_DAY),
        "real": (ROOT, REAL_DAY),
        "empty": (folder / "empty", REAL_DAY),
    }
    return {
        f"{which}/{name}": feed
        for which, (root, day) in registers.items()
        for name, feed in make_feeds(assess(root, as_of=day, with_history=has_git(root))).items()
    }


def test_every_feed_is_well_formed(all_feeds: dict[str, bytes]) -> None:
    assert len(all_feeds) > 20
    for name, feed in all_feeds.items():
        assert_well_formed(feed)
        assert read_calendar(feed).contents.keys() <= {
            *("version", "prodid", "name", "x-wr-calname", "refresh-interval", "x-published-ttl"),
            *("vevent", "vtimezone"),
        }, name


def test_an_empty_register_has_valid_feeds(all_feeds: dict[str, bytes]) -> None:
    empty = {name: feed for name, feed in all_feeds.items() if name.startswith("empty/")}
    assert len(empty) == 7
    for feed in empty.values():
        assert_well_formed(feed)
        assert read_events(feed) == {}
        assert b"BEGIN:VTIMEZONE\r\nTZID:UTC\r\n" in feed


def test_a_calendar_says_its_name_and_how_often_to_look(all_feeds: dict[str, bytes]) -> None:
    lines = unfold(all_feeds["example/groups/warm-homes/calendar.ics"])
    assert lines[:7] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//scm-site//Register of Focus and Discussion groups//EN",
        r"NAME:Warm homes\, street by street",
        r"X-WR-CALNAME:Warm homes\, street by street",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    ]


def test_the_time_stamp_is_the_day_of_the_board(all_feeds: dict[str, bytes]) -> None:
    for name, feed in all_feeds.items():
        day = "20260520" if name.startswith("example/") else "20261124"
        assert {line for line in unfold(feed) if line.startswith("DTSTAMP")} <= {f"DTSTAMP:{day}T000000Z"}


@pytest.mark.parametrize("title", TITLES)
def test_a_title_survives_folding_and_escaping(title: str) -> None:
    feed = render_calendar(title, [render_event(make_entry(title), EXAMPLE_DAY)])
    assert_well_formed(feed)
    (event,) = read_events(feed).values()
    assert event.summary == event.description == title.replace("\r\n", "\n")
    assert event.uid == "one@host"
    assert event.told["location"] == event.summary
    assert set(event.told) == {
        *("uid", "dtstamp", "dtstart", "dtend", "summary", "description", "categories"),
        *("url", "transp", "status", "location"),
    }


@given(st.text(min_size=1))
def test_no_title_can_add_a_line(title: str) -> None:
    plain = render_calendar("x", [render_event(make_entry("x"), EXAMPLE_DAY)])
    feed = render_calendar(title, [render_event(make_entry(title), EXAMPLE_DAY)])
    assert_well_formed(feed)
    names = [[re.split("[:;]", line)[0] for line in unfold(one)] for one in (feed, plain)]
    assert names[0] == names[1]
    assert len(feed.decode("utf-8").splitlines()) == feed.count(b"\r\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (r"a,b", r"a\,b"),
        (r"a;b", r"a\;b"),
        ("a\nb", r"a\nb"),
        (r"a\b", r"a\\b"),
        ("a\x00b\x1fc", "a?b?c"),
        ("a\u2028b\x85c\x0bd", r"a\nb\nc\nd"),
    ],
)
def test_what_is_escaped(before: str, after: str) -> None:
    lines = unfold(render_event(make_entry(before), EXAMPLE_DAY))
    assert f"SUMMARY:{after}" in lines
    assert f"X-WR-CALNAME:{after}" in unfold(render_calendar(before, []))


def test_a_hostile_title_of_a_group_stays_a_title(example_history: Path) -> None:
    assessed = assess(example_history, as_of=EXAMPLE_DAY)
    register = change_dossier(
        assessed.checked.register,
        "warm-homes",
        lambda dossier: change_group(dossier, replace(dossier.group, title=HOSTILE)),
    )
    for name, feed in make_feeds(assessed, register).items():
        assert_well_formed(feed)
        assert set(read_events(feed)) == set(read_events(make_feeds(assessed)[name])), name
        assert "UID:stolen" not in unfold(feed)


def test_an_alarm_of_an_instant_counts_from_it() -> None:
    start = datetime(2026, 6, 11, 7, 30, tzinfo=UTC)
    entry = replace(make_entry("x"), start=start, end=start + timedelta(hours=1))
    assert "TRIGGER:-P1D" in unfold(render_event(entry, EXAMPLE_DAY))
    assert "TRIGGER:-PT15H" in unfold(render_event(make_entry("x"), EXAMPLE_DAY))
