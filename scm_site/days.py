"""Days: read as the register writes them, written as people do, and counted in calendar months."""

import calendar
from datetime import date, timedelta
from functools import lru_cache

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@lru_cache(maxsize=20_000)  # the day in the name of an act is asked for whenever acts are put in order
def parse_day(text: str) -> date:
    """Give the day that a text names as `2026-11-22`; raises ValueError for anything else."""
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError(text)
    return day


def write_day(day: date) -> str:
    """Write a day as people do: 13 March 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def add_months(day: date, months: int) -> date:
    """Give the day that many calendar months later; where the month is too short, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return date.max if year > 9999 else date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def next_day(day: date) -> date:
    """Give the next day; the first and the last day of the calendar stand for always and stay."""
    return day if day in (date.min, date.max) else day + timedelta(days=1)
