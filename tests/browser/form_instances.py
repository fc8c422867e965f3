"""Data made at random from a schema: some of it fits, and some has a part that does not."""

import re
from datetime import date
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from scm_site.records.schemas import Schema, translate_pattern

T = TypeVar("T")

#: Ends of lines that no record can hold: in a pattern, `.` does not mean the same for them in each program.
NOT_IN_A_RECORD = "\r\u2028\u2029"
LETTERS = st.characters(codec="utf-8", exclude_characters=NOT_IN_A_RECORD)
#: In place of a part: another kind of content, or one that nearly fits.
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(LETTERS, max_size=12),
    st.sampled_from(
        ["", " ", "\n", "yes", "2026-02-30", "1899-12-31", "2026-1-1", "a-", "-a", "SE ", "https://"]
    ),
    st.sampled_from(["a\u0085b", "a\x0bb", "\ufeff", "\u00a0x", "x\u3000", "𝒳" * 30, "é" * 400]),
    st.lists(st.integers(0, 3), max_size=4),
    st.dictionaries(st.sampled_from(["title", "on", "unknown"]), st.text(LETTERS, max_size=5), max_size=2),
)


def make_instances(schema: Schema, number: int) -> list[Any]:
    """Give so many different instances, the same ones every time."""
    return draw(make_strategy(schema, 0), number)


def draw(strategy: st.SearchStrategy[T], number: int) -> list[T]:
    """Give so many different examples of a strategy, the same ones every time."""
    found: list[T] = []

    @settings(
        max_examples=number,
        derandomize=True,
        database=None,
        phases=(Phase.generate,),
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(example: T) -> None:
        found.append(example)

    collect()
    return found


def make_strategy(schema: Schema, depth: int) -> st.SearchStrategy[Any]:
    """Give data for a part of a schema; now and then it does not fit."""
    fitting = make_fitting(schema, depth)
    return st.integers(0, 100).flatmap(lambda chance: JUNK if chance == 37 else fitting)


def make_fitting(schema: Schema, depth: int) -> st.SearchStrategy[Any]:
    """Give data that fits, but for what is wrong further inside."""
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema["type"] == "object":
        return make_objects(schema, depth)
    if schema["type"] == "array":
        items = make_strategy(schema["items"], depth + 1)
        return st.lists(items, min_size=min(schema.get("minItems", 0), 1), max_size=4)
    if schema["type"] == "string":
        return make_texts(schema)
    numbers = {
        "boolean": st.booleans(),
        "integer": st.integers(schema.get("minimum"), schema.get("maximum")),
        "number": st.floats(-1e6, 1e6) | st.integers(-100, 100),
    }
    return numbers[schema["type"]]


def make_objects(schema: Schema, depth: int) -> st.SearchStrategy[Any]:
    """Give sets of fields; one that is needed may be missing, and one that nobody knows may be there."""
    fields = {name: make_strategy(inner, depth + 1) for name, inner in schema["properties"].items()}
    needed = {name: fields.pop(name) for name in schema.get("required", ())}
    whole = st.fixed_dictionaries(needed, optional=fields)

    def spoil(data: dict[str, Any], chance: int) -> dict[str, Any]:
        if chance == 17 and needed:
            return {name: value for name, value in data.items() if name != min(needed)}
        return {**data, "surplus": 1} if chance == 18 else data

    return st.builds(spoil, whole, st.integers(0, 200))


def make_texts(schema: Schema) -> st.SearchStrategy[str]:
    """Give texts of the right form; lengths are near the limits at times."""
    least, most = schema.get("minLength", 0), schema.get("maxLength", 400)
    if schema.get("format") == "date":
        return st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(str)
    pattern = schema.get("pattern", "")
    if pattern and not pattern.startswith((r"^\S", r"^\s*\S")):
        return st.from_regex(re.compile(translate_pattern(pattern).pattern, re.ASCII), fullmatch=True)
    plain = st.text(LETTERS, min_size=min(least, 30), max_size=60)
    return plain | st.sampled_from([max(least, 1), most, most + 1]).map(lambda size: "ж" * min(size, 5000))
