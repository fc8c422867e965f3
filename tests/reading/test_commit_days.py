"""Days of commits that cannot be right: what contradicts the rest of the line, or git's own age, is not believed."""

from datetime import date

import pytest

from scm_site.reading.commit_days import place_in_time
from scm_site.reading.git_log import LogCommit

CASES = {
    "in order": ("2026-01-01 2026-01-01 2026-03-01", "2026-01-01 2026-01-01 2026-03-01"),
    "before git": ("2026-01-01 1970-01-01 2026-03-01", "2026-01-01 2026-01-01? 2026-03-01"),
    "the first one before git": ("1970-01-01 2026-03-01", "2005-04-07? 2026-03-01"),
    "ahead of today": ("2026-01-01 2030-01-01", "2026-01-01 2026-01-01?"),
    "ahead of those that follow": (
        "2026-01-01 2026-10-01 2026-03-01 2026-04-01",
        "2026-01-01 2026-01-01? 2026-03-01 2026-04-01",
    ),
    "one against one": ("2026-03-01 2026-02-01", "2026-03-01 2026-03-01?"),
    "two clocks that hardly differ": ("2026-03-02 2026-03-01 2026-03-02", "2026-03-02 2026-03-02 2026-03-02"),
    "several at once": (
        "2026-01-01 1999-01-01 2030-01-01 2026-03-01",
        "2026-01-01 2026-01-01? 2026-01-01? 2026-03-01",
    ),
}


@pytest.mark.parametrize(("typed", "placed"), CASES.values(), ids=CASES)
def test_days_are_believed_or_not(typed: str, placed: str) -> None:
    line = [
        LogCommit(id=f"{place}", day=date.fromisoformat(day), entries=())
        for place, day in enumerate(typed.split())
    ]
    found = place_in_time(line[::-1], date(2026, 11, 30))[::-1]
    assert [f"{one.day}{'?' if one.misdated else ''}" for one in found] == placed.split()


def test_without_a_last_day_only_the_line_itself_tells() -> None:
    line = [
        LogCommit(id=day, day=date.fromisoformat(day), entries=()) for day in ("2030-01-01", "2026-01-01")
    ]
    assert [one.misdated for one in place_in_time(line)] == [None, None]
