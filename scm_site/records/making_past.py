"""Records of the past, made leniently: only what tells who may agree has to be readable, whatever schemas ask today.

A field that is not asked for may be missing, or be one that no schema knows. What is asked for and cannot be read is
never guessed: an entry of a roster or a member is left out, and of anything else there is no record.
"""

import typing
from collections.abc import Callable
from contextlib import suppress
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

import cattrs
from cattrs.errors import CattrsError

from scm_site.records.making import RECORD_TYPES, is_choice, make_converter
from scm_site.records.people import Entry, RosterPerson
from scm_site.records.record_file import Record, RecordFile
from scm_site.records.unknown import Unknown

#: The fields that tell who may agree to what, in whatever record they stand.
ASKED = frozenset(
    {"people", "members", "rules", "maintainers", "changes", "agree", "by", "approvals", "instead", "when"}
    | {
        "id",
        "role",
        "account",
        "from_",
        "to",
        "first_day",
        "last_day",
        "until",
        "launch",
        "member",
        "person",
        "act",
        "groups",
        "how",
        "decisions",
        "stood_aside",
    }
)

#: What is left out where it cannot be read, and the rest goes on.
_EACH_ALONE = (RosterPerson, Entry)

_TYPES: dict[type[Any], dict[str, Any]] = {}
_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, StopIteration, ArithmeticError, CattrsError)


def make_past_record(file: RecordFile) -> Record | None:
    """Make the record of an earlier version, as far as it tells who may agree; None where it does not."""
    try:
        return CONVERTER.structure({**file.data, "file": file}, RECORD_TYPES[file.kind])
    except _UNREADABLE:
        return None


def structure_past(value: Any, cls: type[Any]) -> Any:
    """Make one dataclass of plain data; raises ValueError where something that is asked for is not there."""
    if not isinstance(value, dict):
        raise TypeError(value)
    types = find_types(cls)
    return cls(**{one.name: structure_field(value, one, types[one.name]) for one in fields(cls)})


def find_types(cls: type[Any]) -> dict[str, Any]:
    """Give the types of the fields of a dataclass."""
    if cls not in _TYPES:
        _TYPES[cls] = typing.get_type_hints(cls)
    return _TYPES[cls]


def structure_field(value: dict[str, Any], one: "Field[Any]", annotation: Any) -> Any:
    """Make one field; where that cannot be done and it is not asked for, what says nothing."""
    name = one.name.removesuffix("_")
    if name not in value and has_default(one):
        return find_default(one)
    try:
        return structure_value(value[name], annotation)
    except _UNREADABLE:
        if one.name in ASKED:
            raise
        return find_neutral(annotation)


def find_default(one: "Field[Any]") -> Any:
    """Give what a field is when it is left out."""
    if one.default_factory is not MISSING:
        return one.default_factory()
    return one.default


def has_default(one: "Field[Any]") -> bool:
    """Tell whether a field may be left out."""
    return one.default is not MISSING or one.default_factory is not MISSING


def structure_value(value: Any, annotation: Any) -> Any:
    """Make a value; of a list of people, those that can be read."""
    inner = typing.get_args(annotation)[:1]
    if typing.get_origin(annotation) is not tuple or inner[0] not in _EACH_ALONE:
        return CONVERTER.structure(value, annotation)
    if not isinstance(value, list):
        raise TypeError(value)
    found = []
    for one in value:
        with suppress(*_UNREADABLE):
            found.append(structure_past(one, inner[0]))
    return tuple(found)


def find_neutral(annotation: Any) -> Any:
    """Give what stands for a value that is not asked for; raises ValueError where nothing can."""
    if is_choice(annotation):
        return None if type(None) in typing.get_args(annotation) else Unknown(unknown="it cannot be read")
    origin = typing.get_origin(annotation)
    if origin is typing.Literal:
        return typing.get_args(annotation)[0]
    if (origin or annotation) in (tuple, str, bool):
        return (origin or annotation)()
    raise ValueError(annotation)


def make_past_converter() -> cattrs.Converter:
    """Make the converter: that of records, but for what is missing, and for fields that no schema knows."""
    converter = make_converter()
    converter.register_structure_hook_factory(is_dataclass, make_structure)
    return converter


def make_structure(cls: type[Any]) -> Callable[[Any, Any], Any]:
    """Make the function for one dataclass."""
    return (lambda value, _: value) if cls is RecordFile else structure_past


CONVERTER = make_past_converter()
