"""From when until when a meeting or event lasts: days, or instants in UTC."""

from datetime import UTC, date, datetime, time, timedelta, timezone

from scm_site.days import next_day

#: Hours ahead of UTC of each zone that a record may name. IST is Irish, TRT Turkish time.
ZONES = {
    "UTC": 0,
    "GMT": 0,
    "WET": 0,
    "BST": 1,
    "CET": 1,
    "IST": 1,
    "WEST": 1,
    "CEST": 2,
    "EET": 2,
    "EEST": 3,
    "TRT": 3,
}

Stretch = tuple[date, date] | tuple[datetime, datetime]


def find_stretch(first: date, last: date | None, told: str) -> Stretch:
    """Give the start and the end after which it is over, from the days and a time such as `11:00-12:00 CET`.

    Without a time these are days, and the end is the day after the last (RFC 5545, 3.6.1). With one it lasts from the
    first time on the first day to the second time on the last day.
    """
    last = last or first
    if not told:
        return first, next_day(last)
    hours, zone = told.split(" ")
    begin, end = hours.split("-")
    try:
        return make_instant(first, begin, zone), make_instant(last, end, zone)
    except OverflowError:  # UTC has not begun yet, or ends before: the first and the last day of the calendar
        return first, next_day(last)


def make_instant(day: date, clock: str, zone: str) -> datetime:
    """Give an instant in UTC, so that no feed needs a table of time zones (RFC 5545, 3.3.5, form 2)."""
    local = datetime.combine(day, time.fromisoformat(clock), tzinfo=timezone(timedelta(hours=ZONES[zone])))
    return local.astimezone(UTC)
