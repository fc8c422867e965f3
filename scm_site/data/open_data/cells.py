"""Rows of public data as lines of a table: one column for each field, also for the fields inside a field.

A list stands in one cell, with `; ` between its items. A list of things with fields of their own has one column for
each of these fields, all in the same order.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict

BETWEEN = "; "


@cache
def list_columns(row_type: type) -> tuple[str, ...]:
    """Give the columns of a table whose rows are of a type, in the order of its fields."""
    return tuple(name for name, *_ in _list_places(row_type))


def flatten(row: Mapping[str, Any], row_type: type) -> dict[str, str]:
    """Give a row as the texts of its cells, what is not there as an empty one."""
    return {
        column: write_cell(find_value(row[field], inner)) for column, field, inner in _list_places(row_type)
    }


@cache
def _list_places(row_type: type) -> tuple[tuple[str, str, str], ...]:
    """Give each column with the field that it shows, and the field inside that one or ""."""
    return tuple(_find_places(row_type))


def _find_places(row_type: type) -> Iterator[tuple[str, str, str]]:
    for field, hint in get_type_hints(row_type).items():
        inner = find_fields(hint)
        if inner is None:
            yield field, field, ""
        else:
            yield from ((f"{field}_{name}", field, name) for name in get_type_hints(inner))


def find_fields(hint: Any) -> type | None:
    """Give the type that has the fields of what a hint allows, or None where it is a plain value."""
    if is_typeddict(hint):
        return hint  # type: ignore[no-any-return]
    if get_origin(hint) in (list, Union, UnionType):
        return next((found for found in map(find_fields, get_args(hint)) if found), None)
    return None


def find_value(value: Any, inner: str) -> Any:
    """Give what a cell shows of a field's value: all of it, or one field of what is in it."""
    if not inner or value is None:
        return value
    if isinstance(value, list):
        return [item[inner] for item in value]
    return value[inner]


def write_cell(value: object) -> str:
    """Give the text of a cell."""
    if isinstance(value, list):
        return BETWEEN.join(map(write_cell, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
