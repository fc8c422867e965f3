"""Days: read, written, and counted in months."""

from datetime import date

import pytest

from scm_site.days import add_months, next_day, parse_day, write_day


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


def test_a_day_is_written_and_read_again() -> None:
    assert parse_day("2024-03-13") == date(2024, 3, 13)
    assert write_day(date(2024, 3, 13)) == "13 March 2024"


@pytest.mark.parametrize("text", ["", "20240313", "2024-W11-3", "2024-3-13", "2024-02-30", "2024-03-13 "])
def test_only_year_month_day_is_a_day(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the wording is the caller's
        parse_day(text)
