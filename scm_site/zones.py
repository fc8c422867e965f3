"""The time zones that a record may name by their letters, and the letters that clocks go by at an instant."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo, available_timezones


@dataclass(frozen=True, slots=True)
class Zone:
    """Hours ahead of UTC, and places whose clocks go by it all year or in one half of it (IANA's names)."""

    hours: int
    places: tuple[str, ...] = ()


#: IST is Irish, TRT Turkish time. What goes by UTC never changes; Greenwich's time does so in summer.
ZONES = {
    "UTC": Zone(0),
    "GMT": Zone(0, ("Europe/London", "Europe/Dublin")),
    "WET": Zone(0, ("Europe/Lisbon",)),
    "BST": Zone(1, ("Europe/London",)),
    "CET": Zone(1, ("Europe/Brussels",)),
    "IST": Zone(1, ("Europe/Dublin",)),
    "WEST": Zone(1, ("Europe/Lisbon",)),
    "CEST": Zone(2, ("Europe/Brussels",)),
    "EET": Zone(2, ("Europe/Athens",)),
    "EEST": Zone(3, ("Europe/Athens",)),
    "TRT": Zone(3, ("Europe/Istanbul",)),
}


#: Where the register is kept; what is told by other clocks is also told by these.
CENTRAL = "Europe/Brussels"


@cache
def list_places() -> tuple[str, ...]:
    """Give the places of the IANA list of time zones, by name."""
    return tuple(sorted(name for name in available_timezones() if "/" in name or name == "UTC"))


def make_instant_at(day: date, clock: str, place: str) -> datetime:
    """Give an instant in UTC at which clocks of a place show a time; raises OverflowError at the calendar's ends."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=ZoneInfo(place)).astimezone(UTC)


def write_time(day: date, told: str, place: str) -> str:
    """Write a time as people read it: with the place by whose clocks it is, and by those of Brussels if they differ."""
    if not told or place not in list_places():
        return told
    begin, end = told.partition(" ")[0].split("-")
    own = f"{begin}-{end} ({place})"
    try:
        shown = [make_instant_at(day, clock, place).astimezone(ZoneInfo(CENTRAL)) for clock in (begin, end)]
    except OverflowError:
        return own
    central = "-".join(f"{instant:%H:%M}" for instant in shown)
    same = central == f"{begin}-{end}" and shown[0].date() == day
    other_day = (
        ""
        if shown[0].date() == day
        else " of the day after"
        if shown[0].date() > day
        else " of the day before"
    )
    return own if same else f"{own}, {central}{other_day} in Brussels"


def make_instant(day: date, clock: str, letters: str) -> datetime:
    """Give an instant in UTC, taking the letters as they stand; raises OverflowError at the ends of the calendar."""
    zone = timezone(timedelta(hours=ZONES[letters].hours))
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=zone).astimezone(UTC)


def find_letters(instant: datetime, letters: str) -> list[str]:
    """Give the letters that hold at an instant where clocks go by the given ones in a part of the year."""
    return list(dict.fromkeys(list_letters(instant, letters)))


def list_letters(instant: datetime, letters: str) -> Iterator[str]:
    """Give the letters that hold at each place of a zone; an offset that has none here is left out."""
    for place in ZONES[letters].places:
        offset = instant.astimezone(ZoneInfo(place)).utcoffset()
        for name, zone in ZONES.items():
            if place in zone.places and timedelta(hours=zone.hours) == offset:
                yield name
