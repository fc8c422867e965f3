"""A record is described twice: by its schema for people and validators, by its type for code. Both say the same."""

import copy
import types
import typing
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

import cattrs
import pytest

from scm_site.reading import EVENT_ACTS, MEETING_ACTS, SLOT_OF_KIND
from scm_site.records.acts.kinds import ACT_KINDS
from scm_site.records.event import Moved
from scm_site.records.making import CONVERTER, RECORD_TYPES
from scm_site.records.people import Confirmation
from scm_site.records.record_file import Record
from scm_site.records.schemas import Schema
from scm_site.records.unknown import Unknown
from scm_site.records.work_programme import Phase
from tests.records.broken_fields import SCHEMAS

SHAPES = {
    str: "text",
    date: "date",
    Decimal: "number",
    int: "whole number",
    bool: "yes or no",
    tuple: "list",
    dict: "table",
    Literal: "text",
    Unknown: "unknown",
}
KEYWORDS = {
    "string": "text",
    "number": "number",
    "integer": "whole number",
    "boolean": "yes or no",
    "array": "list",
}


def compare(where: str, schema: Schema, annotation: Any, home: str) -> Iterator[str]:
    """Say what a schema has that a type has not, or the reverse; `home` is the file in which the schema stands."""
    choices = [(SCHEMAS.flatten(one), find_home(one, home)) for one in list_shapes(schema)]
    wanted = {name_schema(one): (one, file) for one, file in choices}
    made = {name_type(one): one for one in list_types(annotation)}
    if wanted.keys() != made.keys():
        yield f"{where} is {' or '.join(wanted)} in {home}, but {' or '.join(made)} in its type"
    for shape in sorted(wanted.keys() & made.keys()):
        yield from compare_shape(where, wanted[shape][0], made[shape], wanted[shape][1])


def list_shapes(schema: Schema) -> list[Schema]:
    """Give each shape that a field can have: its choices, or one for each of several types."""
    types = schema.get("type")
    return (
        [schema | {"type": one} for one in types]
        if isinstance(types, list)
        else schema.get("anyOf", [schema])
    )


def compare_shape(where: str, schema: Schema, annotation: Any, home: str) -> Iterator[str]:
    """Compare what is inside one shape: an object's fields, the entries of a list or table, the words to choose."""
    inner = typing.get_args(annotation)
    if is_dataclass(annotation) and isinstance(annotation, type):
        yield from compare_fields(where, schema, annotation, home)
    elif typing.get_origin(annotation) is tuple:
        yield from compare(f"{where}[]", schema["items"], inner[0], find_home(schema["items"], home))
    elif typing.get_origin(annotation) is dict:
        (entry,) = {str(one.get("$ref")): one for one in list_entries(schema)}.values()
        yield from compare(f"{where}[]", SCHEMAS.flatten(entry), inner[1], find_home(entry, home))
    elif inner and set(inner) != set(schema.get("enum", ())):
        yield f"{where} may be {sorted(schema.get('enum', ()))} in {home}, but {sorted(inner)} in its type"


def compare_fields(where: str, schema: Schema, cls: type, home: str) -> Iterator[str]:
    """Compare the fields of an object; `from_` in a type is `from` in a file."""
    wanted, hints = schema["properties"], typing.get_type_hints(cls)
    made = {field.name.removesuffix("_"): field for field in list_fields(cls, wanted)}
    owner = f"`{cls.__name__}` in {cls.__module__.replace('.', '/')}.py"
    for name in sorted(wanted.keys() - made.keys()):
        yield f"{where}.{name} stands in {home} alone: add the field to {owner}"
    for name in sorted(made.keys() - wanted.keys()):
        yield f"{where}.{name} stands in {owner} alone: add the field to {home}"
    for name in sorted(wanted.keys() & made.keys()):
        is_needed = name in schema.get("required", ())
        if is_needed != is_without_default(made[name]):
            yield f"{where}.{name} is {'needed' if is_needed else 'optional'} in {home}, but not in {owner}"
        piece, file = wanted[name], find_home(wanted[name], home)
        yield from compare(f"{where}.{name}", SCHEMAS.flatten(piece), hints[made[name].name], file)


def list_fields(cls: type, wanted: Schema) -> list[Field[Any]]:
    """Give the fields that come from a file; a kind may do without all that reconstructed records have."""
    shared = {field.name for field in fields(Record)} if issubclass(cls, Record) else set()
    left_out = {"file"} & shared if wanted.keys() & shared else shared
    return [field for field in fields(cls) if field.name not in left_out]


def find_home(schema: Schema, home: str) -> str:
    """Give the file in which a schema stands, from the one that names it."""
    return "schemas/shared.schema.json" if "$ref" in schema else home


def is_without_default(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def list_types(annotation: Any) -> tuple[Any, ...]:
    """Give the types of a union; None is no content of a field, it says that there is none."""
    is_union = typing.get_origin(annotation) in (typing.Union, types.UnionType)
    parts = typing.get_args(annotation) if is_union else (annotation,)
    return tuple(part for part in parts if part is not type(None))


def name_type(annotation: Any) -> str:
    return SHAPES.get(typing.get_origin(annotation) or annotation, "object")


def list_entries(schema: Schema) -> list[Schema]:
    """Give what the entries of a table hold: of one whose keys are listed, they are all alike."""
    listed = list(schema.get("properties", {}).values())
    return listed or [schema["additionalProperties"]]


def is_table(schema: Schema) -> bool:
    """Tell whether an object is a table: of any keys, or of a list of keys with numbers of days."""
    listed = {one.get("$ref") for one in schema.get("properties", {}).values()}
    return not listed or listed == {"shared.schema.json#/$defs/days"}


def name_schema(schema: Schema) -> str:
    if schema["type"] == "object":
        is_unknown = "unknown" in schema.get("properties", {})
        return "table" if is_table(schema) else "unknown" if is_unknown else "object"
    return "date" if schema.get("format") == "date" else KEYWORDS[schema["type"]]


def is_left_to_kinds(fault: str) -> bool:
    """Tell whether a difference is in what each kind of act asks for or not: the reason, and an order at meetings."""
    left = {f"{kind}.because" for kind in ACT_KINDS} | {
        f"{kind}.after" for kind in (*MEETING_ACTS, *EVENT_ACTS)
    }
    return fault.partition(" ")[0] in left


def compare_kind(kind: str, schema: Schema) -> list[str]:
    found = compare(kind, schema, RECORD_TYPES[kind], f"schemas/{kind}.schema.json")
    return [fault for fault in found if not is_left_to_kinds(fault)]


def test_every_kind_has_a_type() -> None:
    hint = "name the type of each kind under RECORD_TYPES in scm_site/records/making.py"
    assert sorted(RECORD_TYPES) == sorted(SLOT_OF_KIND), hint


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_schema_and_type_say_the_same(kind: str) -> None:
    faults = compare_kind(kind, SCHEMAS.documents[kind])
    assert not faults, "\n" + "\n".join(faults)


TEXT = {"type": "string"}
JOINING = ("joining", "anyOf", 0, "properties")


@pytest.mark.parametrize(
    ("kind", "path", "name", "piece", "words"),
    [
        ("waives", (), "budget", TEXT, "stands in schemas/waives.schema.json alone: add the field to `Waives`"),
        ("waives", (), "until", None, "stands in `Waives` in scm_site/records/acts/waives.py alone: add the"),
        ("page", JOINING, "colour", TEXT, "stands in schemas/page.schema.json alone: add the field"),
        ("page", JOINING, "how", None, "stands in `WayToJoin` in scm_site/records/group.py alone"),
        ("waives", (), "origin", None, "stands in `Waives` in scm_site/records/acts/waives.py alone: add the"),
        ("waives", (), "first_day", TEXT, "is text in schemas/waives.schema.json, but date in its type"),
        ("ends", (), "end", TEXT, "is text in schemas/ends.schema.json, but date or unknown in its type"),
        ("meeting", (), "mode", {**TEXT, "enum": ["online"]}, "may be ['online'] in schemas/meeting.schema.json"),
    ],
)  # fmt: skip
def test_a_planted_difference_is_found(
    kind: str, path: tuple[Any, ...], name: str, piece: Schema | None, words: str
) -> None:
    schema = copy.deepcopy(SCHEMAS.documents[kind])
    owner: Any = schema["properties"]
    for part in path:
        owner = owner[part]
    owner.pop(name, None)
    if piece is not None:
        owner[name] = piece
    (fault,) = compare_kind(kind, schema)
    assert fault.partition(" ")[0] == ".".join([kind, *path[:1], name])
    assert fault.partition(" ")[2].startswith(words)


@pytest.mark.parametrize(("name", "words"), [("former_ids", "needed"), ("until", "optional")])
def test_what_is_needed_in_one_alone_is_found(name: str, words: str) -> None:
    schema = copy.deepcopy(SCHEMAS.documents["waives"])
    schema["required"] = sorted({*schema["required"]} ^ {name})
    (fault,) = compare_kind("waives", schema)
    assert fault.startswith(f"waives.{name} is {words} in schemas/waives.schema.json, but not in `Waives`")


@pytest.mark.parametrize(
    ("data", "cls"),
    [
        ({"on": "2026-03-12", "by": "a", "budget": "1"}, Confirmation),
        ({"date": "2026-03-12", "reason": {"unknown": "Nobody says.", "budget": "1"}}, Moved),
        ({"what": "x", "from": "2026-03-12", "from_": "2026-03-12", "to": "2026-03-12"}, Phase),
    ],
)
def test_a_key_that_a_type_does_not_have_makes_no_record(data: Any, cls: type) -> None:
    """It would be lost without a word."""
    with pytest.raises(cattrs.ForbiddenExtraKeysError):
        CONVERTER.structure(data, cls)
