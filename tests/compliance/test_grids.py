"""Grids, for any launch, end and extension: no slot is lost or doubled, and nothing moves what was due before."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_site.days import add_months
from scm_site.grids import Slot, find_slot_of, make_slots

STATUS_UPDATE_MONTHS, BOARD_BRIEF_MONTHS = 2, 6

LAUNCHES = st.dates(date(2020, 1, 1), date(2040, 12, 31))
LENGTHS = st.integers(0, 3000)
GRIDS = st.sampled_from([STATUS_UPDATE_MONTHS, BOARD_BRIEF_MONTHS])


def list_slots(launch: date, months: int, days: int) -> list[Slot]:
    return list(make_slots(launch, months, launch + timedelta(days=days)))


@pytest.mark.parametrize(
    ("launch", "due"),
    [
        (date(2025, 1, 15), ["2025-03-15", "2025-05-15", "2025-07-15"]),
        (date(2025, 1, 31), ["2025-03-31", "2025-05-31", "2025-07-31", "2025-09-30", "2025-11-30"]),
        (date(2024, 12, 31), ["2025-02-28", "2025-04-30", "2025-06-30", "2025-08-31"]),
        (date(2024, 2, 29), ["2024-04-29", "2024-06-29"]),
    ],
)
def test_due_dates_by_hand(launch: date, due: list[str]) -> None:
    slots = list_slots(launch, STATUS_UPDATE_MONTHS, 300)
    assert [slot.due.isoformat() for slot in slots][: len(due)] == due


def test_a_leap_day_comes_back_after_four_years() -> None:
    slots = list_slots(date(2024, 2, 29), BOARD_BRIEF_MONTHS, 1500)
    found = [slot.due for slot in slots if slot.due.month == 2]
    assert found == [date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]


@given(LAUNCHES, GRIDS, LENGTHS)
def test_slots_follow_each_other_without_a_gap_or_an_overlap(launch: date, months: int, days: int) -> None:
    slots = list_slots(launch, months, days)
    assert slots[0].start == launch
    assert all(after.start == before.due + timedelta(days=1) for before, after in pairwise(slots))
    assert [slot.number for slot in slots] == list(range(1, len(slots) + 1))


@given(LAUNCHES, GRIDS, LENGTHS)
def test_each_day_up_to_the_last_lies_in_exactly_one_slot(launch: date, months: int, days: int) -> None:
    slots = list_slots(launch, months, days)
    for day in (launch, launch + timedelta(days=days // 2), launch + timedelta(days=days)):
        assert sum(slot.start <= day <= slot.due for slot in slots) == 1


@given(LAUNCHES, GRIDS, LENGTHS)
def test_each_due_date_is_counted_from_the_launch(launch: date, months: int, days: int) -> None:
    for slot in list_slots(launch, months, days):
        assert slot.due == add_months(launch, months * slot.number)
        assert slot.due.day in (launch.day, 28, 29, 30)


@given(LAUNCHES, GRIDS, LENGTHS, LENGTHS)
def test_an_extension_only_adds(launch: date, months: int, days: int, more: int) -> None:
    before, after = list_slots(launch, months, days), list_slots(launch, months, days + more)
    assert after[: len(before)] == before


@given(LAUNCHES, GRIDS, LENGTHS)
def test_no_slot_begins_after_the_last_day(launch: date, months: int, days: int) -> None:
    last = launch + timedelta(days=days)
    slots = list_slots(launch, months, days)
    assert all(slot.start <= last for slot in slots)
    assert slots[-1].due >= last


@given(LAUNCHES, GRIDS)
def test_nothing_is_due_by_a_group_that_ended_before_its_launch(launch: date, months: int) -> None:
    assert list_slots(launch, months, -1) == []


@given(LAUNCHES, GRIDS, LENGTHS)
def test_a_report_named_for_the_month_in_which_it_is_due_answers_just_that(
    launch: date, months: int, days: int
) -> None:
    slots = list_slots(launch, months, days)
    assert [find_slot_of(slot.month, slots) for slot in slots] == slots


@given(LAUNCHES, GRIDS, LENGTHS)
def test_a_report_named_for_another_month_answers_the_next_due_date(
    launch: date, months: int, days: int
) -> None:
    slots = list_slots(launch, months, days)
    for before, after in pairwise(slots):
        between = add_months(before.due.replace(day=1), 1).isoformat()[:7]
        assert find_slot_of(between, slots) == after
    late = add_months(slots[-1].due.replace(day=1), 1).isoformat()[:7]
    assert find_slot_of(late, slots) is None


@pytest.mark.parametrize("months", [STATUS_UPDATE_MONTHS, BOARD_BRIEF_MONTHS])
def test_the_end_of_the_calendar_ends_the_grid(months: int) -> None:
    slots = list(make_slots(date(9999, 1, 31), months, date.max))
    assert slots[-1].due == date.max
    assert len({slot.due for slot in slots}) == len(slots)
