"""From when until when a meeting or event lasts: days, or instants in UTC."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from scm_site.days import next_day
from scm_site.zones import ZONES, find_letters, make_instant, make_instant_at

Stretch = tuple[date, date] | tuple[datetime, datetime]


def find_stretch(first: date, last: date | None, told: str, place: str = "") -> Stretch:
    """Give the start and the end after which it is over, from the days and a time such as `11:00-12:00 CET`, or one by
    the clocks of a place.

    Without a time these are days, and the end is the day after the last (RFC 5545, 3.6.1). With one it lasts from the
    first time on the first day to the second time on the last day, or after midnight of it.
    """
    last = last or first
    hours, _, letters = told.partition(" ")
    if not letters and not place:
        return first, next_day(last)
    begin, end = hours.split("-")
    try:
        if last == first and end <= begin:
            last = next_day(first)
        if place:
            return make_instant_at(first, begin, place), make_instant_at(last, end, place)
        start = make_instant(first, begin, letters)
        return start, make_end(start, last, end, letters)
    except OverflowError:  # UTC has not begun yet, or ends before: the first and the last day of the calendar
        return first, next_day(last)


def make_end(start: datetime, last: date, clock: str, letters: str) -> datetime:
    """Give the end in UTC. Over several days clocks may have changed, and the end is what they show on the last day."""
    if last == start.date() or letters not in find_letters(start, letters):
        return make_instant(last, clock, letters)
    there = ZoneInfo(ZONES[letters].places[0])
    return datetime.combine(last, time.fromisoformat(clock), tzinfo=there).astimezone(UTC)
