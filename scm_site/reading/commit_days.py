"""On which day each commit of the main line can have come: git keeps what the clock of some computer said."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from scm_site.reading.git_log import LogCommit

#: The day of git's first commit: what is dated before was dated by a clock that was not set.
GIT_BEGAN = date(2005, 4, 7)

#: By how much two clocks may differ before one of them is not believed.
SKEW = timedelta(days=1)


def place_in_time(commits: Sequence[LogCommit], until: date | None = None) -> tuple[LogCommit, ...]:
    """Give the commits of a main line, the newest first, none before the commit on which it stands.

    `until` is the last day on which one can have come. A commit whose day cannot be right is kept with that day as
    `misdated`, and stands on the earliest day on which it can have come. Of two days that contradict each other, the
    one is believed with which more of the line agrees, else the one that came first.
    """
    kept = set(find_in_order([commit.day for commit in commits], until))
    placed: list[LogCommit] = []
    floor, seconds = GIT_BEGAN, 0
    for number, commit in reversed(list(enumerate(commits))):
        if number in kept:
            floor, seconds = commit.day, commit.seconds
            placed.append(commit)
        else:
            is_near = floor - SKEW <= commit.day <= floor
            misdated = None if is_near else commit.day
            placed.append(replace(commit, day=floor, seconds=seconds, misdated=misdated))
    return tuple(reversed(placed))


def find_in_order(days: Sequence[date], until: date | None) -> Iterator[int]:
    """Give the places of the most days, the newest first, that do not contradict each other, nor what git can have.

    This is the longest run of days that never grow; of two as long, the one whose days came first on the line.
    """
    ends: list[int] = []  # the place at which the best run of each length ends
    values: list[int] = []  # the day there, turned round so that it grows
    before: dict[int, int | None] = {}
    for place, day in enumerate(days):
        if day < GIT_BEGAN or (until is not None and day > until + SKEW):
            continue
        length = bisect_right(values, -day.toordinal())
        before[place] = ends[length - 1] if length else None
        values[length : length + 1], ends[length : length + 1] = [-day.toordinal()], [place]
    last = ends[-1] if ends else None
    while last is not None:
        yield last
        last = before[last]
