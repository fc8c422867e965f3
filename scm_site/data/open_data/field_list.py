"""The fields of a row as a reader meets them: name, what it holds, what it means."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scm_site.data.fields import Data
from scm_site.data.json_schema import Schema, make_schemas


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A field of a row; the name of one inside another has the outer one's before it: `files.sha256`."""

    name: str
    holds: str
    meaning: str


NAMES = {"string": "text", "integer": "a whole number", "boolean": "true or false", "object": "fields"}
FORMATS = {"date": "a day", "date-time": "a moment in UTC", "uri": "an address"}


def list_fields(row_type: type[Data]) -> list[Field]:
    """Give every field of a row, those inside another right after it."""
    schemas = make_schemas([row_type], "")
    return list(walk_fields(row_type.__name__, "", schemas))


def walk_fields(name: str, above: str, schemas: Mapping[str, Schema]) -> Iterator[Field]:
    """Give the fields of a type by its name; `above` is what stands before their names."""
    for field, part in schemas[name]["properties"].items():
        yield Field(name=f"{above}{field}", holds=describe(part), meaning=part["description"])
        shape, _ = find_shape(part)
        if inner := shape.get("items", shape).get("$ref"):
            yield from walk_fields(inner, f"{above}{field}.", schemas)


def find_shape(part: Schema) -> tuple[Schema, bool]:
    """Give what a field holds where it holds anything, and whether it may be null."""
    shapes = [shape for shape in part.get("anyOf", [part]) if shape.get("type") != "null"]
    return shapes[0], len(shapes) < len(part.get("anyOf", shapes))


def describe(part: Schema) -> str:
    """Say in words what a field holds."""
    shape, may_be_null = find_shape(part)
    words = describe_shape(shape)
    return f"{words}, or null" if may_be_null else words


def describe_shape(shape: Schema) -> str:
    """Say in words what a field holds, apart from null."""
    if "enum" in shape:
        return f"one of: {', '.join(shape['enum'])}"
    if "items" in shape:
        return f"a list, each item {describe(shape['items'])}"
    return FORMATS.get(shape.get("format", ""), NAMES[shape.get("type", "object")])
