"""The trend as a picture: a bar for each month, drawn by a template, with its table beside it."""

from dataclasses import dataclass
from datetime import date

from scm_site.compliance.standing import StandingState
from scm_site.compliance.trend import Point
from scm_site.days import MONTHS

#: The height of the tallest bar, in pixels.
HEIGHT = 120

#: The states that are drawn, from the bottom up.
DRAWN = (StandingState.OVERDUE, StandingState.DUE_SOON)


@dataclass(frozen=True, kw_only=True, slots=True)
class BarPart:
    """One state's part of a bar: where it begins from the top and how high it is, in pixels."""

    state: StandingState
    y: float
    height: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """A bar: its place from the left and its width in percent, its parts, and the counts of its day."""

    day: date
    label: str
    x: float
    width: float
    total: int
    parts: tuple[BarPart, ...]
    point: Point


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """What the template draws: a bar for each day, the height, and the states that have a colour."""

    bars: tuple[Bar, ...]
    height: int
    drawn: tuple[StandingState, ...]


def make_chart(points: list[Point]) -> Chart:
    """Place a bar for each point from left to right; the tallest has the whole height."""
    tallest = max((count_drawn(point) for point in points), default=0)
    step = 100 / max(len(points), 1)
    bars = tuple(
        Bar(
            day=point.day,
            label=MONTHS[point.day.month - 1][:3] + (f" {point.day.year}" if point.day.month == 1 else ""),
            x=round(number * step + step * 0.15, 2),
            width=round(step * 0.7, 2),
            total=count_drawn(point),
            parts=stack(point, tallest),
            point=point,
        )
        for number, point in enumerate(points)
    )
    return Chart(bars=bars, height=HEIGHT, drawn=DRAWN)


def count_drawn(point: Point) -> int:
    """Give how many standings of a point are drawn."""
    return sum(point.counts[state] for state in DRAWN)


def stack(point: Point, tallest: int) -> tuple[BarPart, ...]:
    """Put the parts of a bar on each other."""
    parts, top = list[BarPart](), float(HEIGHT)
    for state in DRAWN:
        height = round(HEIGHT * point.counts[state] / tallest, 1) if tallest else 0.0
        if height:
            top = round(top - height, 1)
            parts.append(BarPart(state=state, y=top, height=height))
    return tuple(parts)
