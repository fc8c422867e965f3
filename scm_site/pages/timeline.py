"""A work programme's milestones on a line: the picture's numbers, drawn by a template, with the table beside it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from scm_site.records.dossier import Dossier
from scm_site.records.unknown import known
from scm_site.records.work_programme import Milestone

#: Two marks closer than this (in percent of the line) stand on different rows; fits a phone's width.
CLOSEST = 9.0


@dataclass(frozen=True, kw_only=True, slots=True)
class TimelinePoint:
    """A milestone on the line: its number in the table, where it stands (percent), on which row, its state."""

    number: int
    milestone: Milestone
    x: float
    row: int
    reached: date | None
    state: Literal["reached", "passed", "ahead"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Year:
    """The first of January of a year on the line."""

    year: int
    x: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline:
    """All of the picture: the line from start to end, its points, years, and where the day stands on it."""

    start: date
    end: date
    points: tuple[TimelinePoint, ...]
    years: tuple[Year, ...]
    today: float | None
    rows: int


def make_timeline(dossier: Dossier, as_of: date) -> Timeline | None:
    """Place a group's milestones between its launch and its end; None where there is nothing to place."""
    programme = dossier.work_programme
    milestones = known(programme.milestones) if programme else None
    if not milestones:
        return None
    days = [milestone.due for milestone in milestones]
    start = known(dossier.group.launch) or min(days)
    end = known(dossier.group.end) or max(days)
    end = max(end, *days)
    span = max((end - start).days, 1)

    def place(day: date) -> float:
        return round(4 + 92 * max(0, (day - start).days) / span, 2)

    reached = {
        entry.milestone: entry.on for update in dossier.status_updates for entry in update.milestones_reached
    }
    ordered = sorted(milestones, key=lambda milestone: milestone.due)
    points: list[TimelinePoint] = []
    last_in_row: dict[int, float] = {}
    for number, milestone in enumerate(ordered, start=1):
        x = place(milestone.due)
        row = next(row for row in range(len(ordered)) if x - last_in_row.get(row, -100.0) >= CLOSEST)
        last_in_row[row] = x
        on = reached.get(milestone.id)
        state: Literal["reached", "passed", "ahead"]
        state = "reached" if on and on <= as_of else "passed" if milestone.due < as_of else "ahead"
        points.append(
            TimelinePoint(number=number, milestone=milestone, x=x, row=row, reached=on, state=state)
        )
    return Timeline(
        start=start,
        end=end,
        points=tuple(points),
        years=tuple(
            Year(year=year, x=place(date(year, 1, 1))) for year in range(start.year + 1, end.year + 1)
        ),
        today=place(as_of) if start <= as_of <= end else None,
        rows=max(point.row for point in points) + 1,
    )
