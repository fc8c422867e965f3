"""Days and words that messages need."""

from datetime import date

import pytest

from scm_site.checks.member_rules import next_day
from scm_site.checks.wording import add_months, guess_word, list_choices, quote_both
from scm_site.records.people import Roster, RosterPerson
from scm_site.records.record_file import RecordFile


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2025-01-15", 12, "2026-01-15"),
        ("2025-01-31", 13, "2026-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2023-02-28", 12, "2024-02-28"),
        ("2025-12-31", 2, "2026-02-28"),
        ("2025-01-15", 0, "2025-01-15"),
        ("0001-01-01", 1, "0001-02-01"),
        ("0001-01-01", -1, "0001-01-01"),
        ("9999-12-31", 1, "9999-12-31"),
        ("9999-01-01", 120, "9999-12-31"),
    ],
)
def test_months_are_calendar_months(day: str, months: int, later: str) -> None:
    assert add_months(date.fromisoformat(day), months).isoformat() == later


def test_the_first_and_the_last_day_of_the_calendar_stay() -> None:
    assert next_day(date.max) == date.max
    assert next_day(date.min) == date.min
    assert next_day(date(2024, 2, 28)) == date(2024, 2, 29)


def test_a_near_word_is_guessed() -> None:
    assert guess_word("finances", ["finance", "data"]) == "; did you mean `finance`?"
    assert guess_word("zzz", ["finance", "data"]) == ""
    assert guess_word("zzz", []) == ""


THEMES = ["mobility", "built-environment", "citizen-focus", "data"]


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("built", "built-environment"),
        ("focus", "citizen-focus"),
        ("built-environments", "built-environment"),
        ("citisen-focus", "citizen-focus"),
        ("da", ""),
        ("bills", ""),
        ("time", ""),
    ],
)
def test_a_beginning_or_a_part_is_guessed_before_what_only_looks_alike(word: str, guess: str) -> None:
    assert guess_word(word, THEMES) == (f"; did you mean `{guess}`?" if guess else "")


def test_choices_are_listed_once_and_not_without_end() -> None:
    assert list_choices(["a", "b", "a"]) == "`a`, `b`"
    assert list_choices([]) == "none yet"
    assert list_choices(str(number) for number in range(12)).endswith("`9` and 2 more")


def test_long_contents_are_quoted_from_where_they_differ() -> None:
    start = "Many words that stand in both of the two texts, and then "
    one, other = quote_both(start + "this", start + "that")
    assert one.endswith("this`")
    assert other.endswith("that`")
    assert quote_both("short", ("short", "list")) == ("`short`", "`short; list`")
    assert quote_both(start, start + "more")[1].endswith("more`")


def make_roster(*terms: tuple[str, str | None]) -> Roster:
    file = RecordFile(
        path="p", kind="secretariat", id="secretariat", group="", marks={}, data={}, body_line=1
    )
    people = [
        RosterPerson(
            id="a",
            organisation="o",
            consent=date(2020, 1, 1),
            from_=date.fromisoformat(first),
            to=date.fromisoformat(last) if last else None,
        )
        for first, last in terms
    ]
    return Roster(file=file, people=tuple(people))


@pytest.mark.parametrize(
    ("terms", "day_out"),
    [
        ([("2025-01-01", None)], None),
        ([("2025-01-01", "2025-12-31")], None),
        ([("2025-01-01", "2025-06-30")], "2025-07-01"),
        ([("2025-02-01", None)], "2025-01-01"),
        ([("2025-07-01", None), ("2025-01-01", "2025-06-30")], None),
        ([("2025-01-01", "2025-05-31"), ("2025-07-01", None)], "2025-06-01"),
        ([("2025-01-01", "9999-12-31")], None),
    ],
)
def test_a_roster_tells_when_somebody_was_out(
    terms: list[tuple[str, str | None]], day_out: str | None
) -> None:
    day = make_roster(*terms).find_day_out("a", date(2025, 1, 1), date(2025, 12, 31))
    assert (day.isoformat() if day else None) == day_out


def test_somebody_may_be_in_office_for_ever() -> None:
    assert make_roster(("2025-01-01", None)).find_day_out("a", date(2025, 1, 1), date.max) is None
    assert make_roster(("2025-01-01", "2025-12-31")).find_day_out("a", date(2025, 1, 1), date.max) == date(
        2026, 1, 1
    )
