"""What a time says is held against the clocks of its day, on any day and in any place, and never against today's."""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from scm_site.checks.date_rules import find_wrong_letters
from scm_site.zones import ZONES, list_places, make_instant, write_time

DAYS = st.dates(date(1997, 1, 2), date(2099, 12, 30))
CLOCKS = st.times().map(lambda clock: f"{clock:%H:%M}")
#: Letters that clocks go by in a part of the year, and that the list of time zones of IANA knows, too.
LETTERS = st.sampled_from([name for name, zone in ZONES.items() if zone.places and name != "TRT"])
OFFER = re.compile(r"would be (\d\d:\d\d) ([A-Z]+)")


@given(DAYS, CLOCKS, LETTERS)
def test_letters_are_those_that_some_place_goes_by_at_that_instant(
    day: date, clock: str, letters: str
) -> None:
    instant = make_instant(day, clock, letters)
    shown = {instant.astimezone(ZoneInfo(place)).tzname() for place in ZONES[letters].places}
    assert (find_wrong_letters(day, f"{clock}-23:59 {letters}") == "") == (letters in shown)


@given(DAYS, CLOCKS, LETTERS)
def test_what_a_finding_offers_is_the_same_instant_and_finds_nothing(
    day: date, clock: str, letters: str
) -> None:
    offered = OFFER.search(find_wrong_letters(day, f"{clock}-23:59 {letters}"))
    if offered:
        assert make_instant(day, *offered.groups()).time() == make_instant(day, clock, letters).time()


@given(DAYS, CLOCKS, st.sampled_from(list_places()))
def test_any_place_of_the_list_is_told_in_its_time_and_in_that_of_brussels(
    day: date, clock: str, place: str
) -> None:
    told = write_time(day, f"{clock}-{clock}", place)
    assert told.startswith(f"{clock}-{clock} ({place})")
    there = datetime.combine(day, time.fromisoformat(clock), tzinfo=ZoneInfo(place)).astimezone(UTC)
    central = there.astimezone(ZoneInfo("Europe/Brussels"))
    is_same = (central.date(), f"{central:%H:%M}") == (day, clock)
    assert ("in Brussels" in told) != is_same
    assert is_same or f"{central:%H:%M}-{central:%H:%M}" in told
