"""An editor that hovers over a field shows what the field says of itself.

The YAML extension of Visual Studio Code was tried by its own server, yaml-language-server 1.25.0 and 2.0.0. It walks
through every schema that is for the same place in the file, those inside first: the first title and the first
description that it meets are shown, and the examples of all of them.
"""

import re
from collections.abc import Iterator
from itertools import combinations

import pytest

from scm_site.locations import find_schemas
from scm_site.records.schemas import Schema, Schemas, load_schemas

SCHEMAS: Schemas = load_schemas(find_schemas())
SHOWN = ("title", "description", "markdownDescription", "examples", "enumDescriptions")

#: Keywords whose schemas are for the same place in the file.
CHOICES = ("anyOf", "oneOf", "allOf")
CONDITIONS = ("if", "then", "else", "not")

each_schema = pytest.mark.parametrize("name", SCHEMAS.documents)


def list_places(schema: Schema, path: str = "") -> Iterator[tuple[str, Schema]]:
    """Give what a schema says of each field, item and entry of a table below it, with its path."""
    for choice in list_schemas_inside(schema):
        yield from list_places(choice, path)
    for name, field in schema.get("properties", {}).items():
        yield f"{path}/{name}", field
        yield from list_places(field, f"{path}/{name}")
    for keyword in ("items", "additionalProperties"):
        if isinstance(schema.get(keyword), dict):
            yield f"{path}/*", schema[keyword]
            yield from list_places(schema[keyword], f"{path}/*")


def list_schemas_inside(schema: Schema) -> Iterator[Schema]:
    """Give each schema inside another one that is for the same place in the file, and those inside it."""
    inside = [inner for keyword in CHOICES for inner in schema.get(keyword, ())]
    inside += [schema[keyword] for keyword in CONDITIONS if keyword in schema]
    if "$ref" in schema:
        inside.append(find_piece(schema))
    for inner in inside:
        yield inner
        yield from list_schemas_inside(inner)


def find_piece(schema: Schema) -> Schema:
    """Give the shared piece that a schema names, by the last word of the reference."""
    piece: Schema = SCHEMAS.documents["shared"]["$defs"][re.sub(r".*/", "", schema["$ref"])]
    return piece


@each_schema
def test_nothing_hides_what_a_field_says(name: str) -> None:
    hiding = [
        f"{path}: {key}: {inner[key]}"
        for path, field in list_places(SCHEMAS.documents[name])
        for inner in list_schemas_inside(field)
        for key in SHOWN
        if key in inner and (key == "examples" or inner[key] != field.get(key))
    ]
    assert hiding == [], "state it at the field instead; a `$comment` is for those who read the schema"


@each_schema
def test_a_field_states_its_own_title_description_and_example(name: str) -> None:
    """Also where a shared piece would do for us: an editor shows the piece's words only where nothing is beside it."""
    for path, field in list_places(SCHEMAS.documents[name]):
        if "$ref" in field or not path.endswith("*"):
            assert [key for key in ("title", "description", "examples") if not field.get(key)] == [], path


@each_schema
def test_shapes_can_be_told_apart(name: str) -> None:
    """The server takes shapes without title, description and fields for one another, and shows `From || From`."""
    for path, field in list_places(SCHEMAS.documents[name]):
        for one, other in combinations(map(SCHEMAS.flatten, field.get("anyOf", ())), 2):
            assert tell(one) != tell(other), path


def tell(schema: Schema) -> tuple[object, ...]:
    """Give that by which the server tells shapes apart."""
    return schema.get("title"), schema.get("description"), schema.get("properties")


def test_a_shared_piece_is_no_choice() -> None:
    """A choice behind a `$ref` stands beside what the field adds to it, and the two look like shapes that both fit."""
    pieces = SCHEMAS.documents["shared"]["$defs"]
    assert [name for name, piece in pieces.items() if any(keyword in piece for keyword in CHOICES)] == []
