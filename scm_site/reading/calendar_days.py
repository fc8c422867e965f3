"""Days as the register writes them, year-month-day, and what is wrong with one."""

import calendar
import re

from scm_site.days import MONTHS

FIRST_YEAR, LAST_YEAR = 1900, 2199

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def find_day_fault(text: str) -> str:
    """Say why a text is not a day from 1900 to 2199, written year-month-day, or ""."""
    found = _DAY.fullmatch(text)
    if found is None:
        return "is not written year-month-day"
    year, month, day = map(int, found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return f"has a year that is not between {FIRST_YEAR} and {LAST_YEAR}"
    if not 1 <= month <= 12:
        return f"names a month that does not exist: {found[2]}"
    length = calendar.monthrange(year, month)[1]
    if not 1 <= day <= length:
        return f"is not a day in the calendar: {MONTHS[month - 1]} {year} has {length} days"
    return ""
