"""The fields of a dataset as a reader meets them: name, what it holds, what it means; read from the schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scm_site.data.open_data.datasets import Dataset
from scm_site.data.schema_file import read_schema


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A field of a row; the name of one inside another has the outer one's before it: `files.sha256`."""

    name: str
    holds: str
    meaning: str


NAMES = {"string": "text", "integer": "a whole number", "boolean": "true or false", "object": "fields"}


def list_fields(dataset: Dataset) -> list[Field]:
    """Give every field of a row, those inside another right after it."""
    row = read_schema(dataset.schema)["properties"][dataset.rows]["items"]
    return list(walk_fields(row, ""))


def walk_fields(schema: Mapping[str, Any], above: str) -> Iterator[Field]:
    """Give the fields of an object."""
    for name, part in schema["properties"].items():
        shape = find_shape(part)
        yield Field(name=f"{above}{name}", holds=describe(part), meaning=part["description"])
        inner = find_shape(shape.get("items", shape))
        if "properties" in inner:
            yield from walk_fields(inner, f"{above}{name}.")


def find_shape(part: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give what a field holds where it holds anything."""
    shapes: list[Mapping[str, Any]] = part.get("anyOf", [part])
    return next((shape for shape in shapes if shape.get("type") != "null"), part)


def describe(part: Mapping[str, Any]) -> str:
    """Say in words what a field holds."""
    shape, may_be_null = find_shape(part), can_be_null(part)
    words = describe_shape(shape)
    return f"{words}, or null" if may_be_null else words


def can_be_null(part: Mapping[str, Any]) -> bool:
    """Tell whether a field may be null."""
    choices = part.get("anyOf", ())
    return (
        "null" in list_types(part)
        or None in part.get("enum", ())
        or any(choice.get("type") == "null" for choice in choices)
    )


def list_types(shape: Mapping[str, Any]) -> list[str]:
    """Give the types of JSON that a field may have."""
    found = shape.get("type", [])
    return [found] if isinstance(found, str) else list(found)


def describe_shape(shape: Mapping[str, Any]) -> str:
    """Say in words what a field holds, apart from null."""
    if "enum" in shape:
        return "one of: " + ", ".join(choice for choice in shape["enum"] if choice is not None)
    kind = next((kind for kind in list_types(shape) if kind != "null"), "string")
    if kind == "array":
        return f"a list, each item {describe(shape['items'])}"
    formats = {"date": "a day", "date-time": "a moment in UTC", "uri": "an address"}
    return formats.get(shape.get("format", ""), NAMES.get(kind, kind))
