"""From when until when something lasts: each zone of the schema, and the ends of the calendar."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from scm_site.data.meeting_times import find_stretch
from scm_site.zones import ZONES
from tests.built_sites import ROOT


@pytest.mark.parametrize("zone", ZONES)
def test_every_zone_is_known(zone: str) -> None:
    start, end = find_stretch(date(2026, 3, 1), None, f"00:30-23:59 {zone}")
    assert isinstance(start, datetime)
    assert start == datetime(2026, 3, 1, 0, 30, tzinfo=UTC) - timedelta(hours=ZONES[zone].hours)
    assert end - start == timedelta(hours=23, minutes=29)


def test_the_zones_are_those_of_the_schema() -> None:
    shared = json.loads((ROOT / "schemas" / "shared.schema.json").read_text(encoding="utf-8"))
    pattern = str(shared["$defs"]["time"]["pattern"])
    assert set(pattern.rpartition("(")[2].rstrip(")$").split("|")) == set(ZONES)


def test_at_the_ends_of_the_calendar_a_meeting_takes_the_day() -> None:
    assert find_stretch(date.min, None, "00:30-01:30 CET") == (date.min, date.min)
    assert find_stretch(date(9999, 12, 30), date.max, "") == (date(9999, 12, 30), date.max)


def test_irish_and_turkish_time_are_meant() -> None:
    assert find_stretch(date(2026, 7, 1), None, "10:00-11:00 IST")[0] == datetime(
        2026, 7, 1, 9, 0, tzinfo=UTC
    )
    assert find_stretch(date(2026, 7, 1), None, "10:00-11:00 TRT")[0] == datetime(
        2026, 7, 1, 7, 0, tzinfo=UTC
    )


def test_just_after_midnight_it_is_the_day_before_in_utc() -> None:
    start, end = find_stretch(date(2026, 1, 1), date(2026, 1, 2), "00:30-01:30 EET")
    assert start == datetime(2025, 12, 31, 22, 30, tzinfo=UTC)
    assert end == datetime(2026, 1, 1, 23, 30, tzinfo=UTC)


def test_over_the_change_of_clocks_an_event_ends_by_the_clocks_of_its_last_day() -> None:
    start, end = find_stretch(date(2026, 10, 24), date(2026, 10, 26), "10:00-17:00 CEST")
    assert (start, end) == (
        datetime(2026, 10, 24, 8, 0, tzinfo=UTC),
        datetime(2026, 10, 26, 16, 0, tzinfo=UTC),
    )
