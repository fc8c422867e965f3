"""A work programme's milestones on a line: the picture's numbers, drawn by a template, with the table beside it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from scm_site.records.dossier import Dossier
from scm_site.records.unknown import known
from scm_site.records.work_programme import Milestone

#: Two marks closer than this (in percent of the line) stand on different rows; fits a phone's width.
CLOSEST = 9.0

PointState = Literal["reached", "passed", "ahead"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """The days from one end of the line to the other."""

    start: date
    end: date

    def place(self, day: date) -> float:
        """Give where a day stands on the line, in percent; a margin stays free at both ends."""
        days = max((self.end - self.start).days, 1)
        return round(4 + 92 * max(0, (day - self.start).days) / days, 2)


@dataclass(frozen=True, kw_only=True, slots=True)
class TimelinePoint:
    """A milestone on the line: its number in the table, where it stands (percent), on which row, its state."""

    number: int
    milestone: Milestone
    x: float
    row: int
    reached: date | None
    state: PointState


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
    if not dossier.milestones:
        return None
    ordered = sorted(dossier.milestones, key=lambda milestone: milestone.due)
    span = find_span(dossier, [milestone.due for milestone in ordered])
    reached = {milestone: day for milestone, (_update, day) in dossier.reached.items()}
    points = make_points(ordered, span, reached, as_of)
    years = range(span.start.year + 1, span.end.year + 1)
    return Timeline(
        start=span.start,
        end=span.end,
        points=points,
        years=tuple(Year(year=year, x=span.place(date(year, 1, 1))) for year in years),
        today=span.place(as_of) if span.start <= as_of <= span.end else None,
        rows=max(point.row for point in points) + 1,
    )


def find_span(dossier: Dossier, days: list[date]) -> Span:
    """Give the days from launch to end, or those of the milestones where one is not known or too early."""
    start = known(dossier.group.launch) or min(days)
    return Span(start=start, end=max(known(dossier.group.end) or start, *days))


def make_points(
    milestones: list[Milestone], span: Span, reached: dict[str, date], as_of: date
) -> tuple[TimelinePoint, ...]:
    """Place milestones, the earliest first, each with its state on a day."""
    places = [span.place(milestone.due) for milestone in milestones]
    return tuple(
        TimelinePoint(
            number=number,
            milestone=milestone,
            x=x,
            row=row,
            reached=reached.get(milestone.id),
            state=find_point_state(milestone, reached.get(milestone.id), as_of),
        )
        for number, (milestone, x, row) in enumerate(
            zip(milestones, places, choose_rows(places), strict=True), start=1
        )
    )


def choose_rows(places: list[float]) -> list[int]:
    """Give each place, from left to right, the highest row in which it does not touch the one before it."""
    rows: list[int] = []
    last_in_row: dict[int, float] = {}
    for x in places:
        row = next(row for row in range(len(places)) if x - last_in_row.get(row, -100.0) >= CLOSEST)
        last_in_row[row] = x
        rows.append(row)
    return rows


def find_point_state(milestone: Milestone, reached: date | None, as_of: date) -> PointState:
    """Say how a milestone stands on a day."""
    if reached and reached <= as_of:
        return "reached"
    return "passed" if milestone.due < as_of else "ahead"
