"""Whatever a record says, as long as it fits its schema, no rule falls over."""

import copy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.records.broken_fields import Source, check_register, list_fields, list_sources, read_value

DAYS = ("1900-01-01", "2024-02-29", "2025-01-31", "2199-12-31")


@st.composite
def make_changes(draw: st.DrawFn) -> tuple[Source, dict[str, Any]]:
    """Give a record with up to three fields taken out, emptied, or with another day."""
    source = draw(st.sampled_from(list_sources()))
    data = copy.deepcopy(source.parsed.data)
    for field in draw(st.lists(st.sampled_from(list_fields(source)), min_size=1, max_size=3)):
        owner: Any = data
        try:
            for part in field[:-1]:
                owner = owner[part]
            old = owner[field[-1]]
        except (KeyError, IndexError, TypeError):
            continue  # taken out before
        if isinstance(old, str) and len(old) == 10 and old[:2] == "20" and draw(st.booleans()):
            owner[field[-1]] = draw(st.sampled_from(DAYS))
        elif isinstance(old, list):
            owner[field[-1]] = draw(st.sampled_from([[], old[:1], old + old[:1]]))
        elif isinstance(old, dict) and draw(st.booleans()):
            owner[field[-1]] = {"unknown": "Nobody has written it down so far."}
        else:
            del owner[field[-1]]
    return source, data


@pytest.mark.parametrize(
    "number",
    [
        30,
        pytest.param(
            300, marks=pytest.mark.slow("300 changed records at random, of which 30 are always tried")
        ),
    ],
)
def test_no_rule_falls_over(number: int) -> None:
    @settings(max_examples=number, deadline=None, derandomize=True, suppress_health_check=[*HealthCheck])
    @given(make_changes())
    def look(changed: tuple[Source, dict[str, Any]]) -> None:
        source, data = changed
        check_register(source, replace(source.parsed, data=data))

    look()


def test_each_field_can_be_read_where_it_stands() -> None:
    assert all(
        read_value(source, field) is not None for source in list_sources() for field in list_fields(source)
    )
