"""The days of the worked example, month by month: one month is tried on every pull request, the others by night."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from scm_site.demo.play import DEMO_DAY

FIRST = date(2024, 9, 1)
DAYS = tuple(FIRST + timedelta(days=number) for number in range((DEMO_DAY - FIRST).days + 1))


def list_days(month: str) -> Iterator[date]:
    """Give the days of a month, such as `2025-04`, that lie in the example."""
    return (day for day in DAYS if f"{day:%Y-%m}" == month)


def try_each_month(by_day: str) -> pytest.MarkDecorator:
    """Give a test each month, of which it gets `by_day` on every pull request."""
    by_night = pytest.mark.slow("21 months, of which one is tried")
    months = sorted({f"{day:%Y-%m}" for day in DAYS})
    return pytest.mark.parametrize(
        "month", [month if month == by_day else pytest.param(month, marks=by_night) for month in months]
    )
