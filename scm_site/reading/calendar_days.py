"""Days as the register writes them, year-month-day, and what is wrong with one."""

import calendar
import re

from scm_site.days import MONTHS
from scm_site.sentences import say

FIRST_YEAR, LAST_YEAR = 1900, 2199

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def find_day_fault(text: str) -> str:
    """Say why a text is not a day from 1900 to 2199, written year-month-day, or ""."""
    found = _DAY.fullmatch(text)
    if found is None:
        return say("not a day")
    year, month, day = map(int, found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return say("year out of range", first=FIRST_YEAR, last=LAST_YEAR)
    if not 1 <= month <= 12:
        return say("no such month", month=found[2])
    length = calendar.monthrange(year, month)[1]
    if not 1 <= day <= length:
        return say("no such day", month=MONTHS[month - 1], year=year, days=length)
    return ""
