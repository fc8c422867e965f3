"""Plain data that fits its schema becomes a record: the one place where types meet data."""

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, Union

import cattrs
from cattrs.gen import make_dict_structure_fn, override

from scm_site.days import parse_day
from scm_site.reading import BrokenFile, ParsedFile
from scm_site.records.acts.kinds import ACT_KINDS
from scm_site.records.approvals import Approvals
from scm_site.records.carried_over import CarriedOver
from scm_site.records.event import Event
from scm_site.records.group import GroupPage, Launch
from scm_site.records.meeting import MeetingPlan
from scm_site.records.outcome import OutcomeRecord, OutcomeVersion
from scm_site.records.people import Roster
from scm_site.records.proposal import Proposal
from scm_site.records.record_file import Record, RecordFile, ThinText
from scm_site.records.reports import BoardBrief, StatusUpdate
from scm_site.records.settings import Countries, Settings, Themes
from scm_site.records.unknown import Unknown
from scm_site.records.work_programme import WorkProgramme

#: The type of record that each kind of file becomes.
RECORD_TYPES: dict[str, type[Record]] = {
    "settings": Settings,
    "themes": Themes,
    "countries": Countries,
    "board": Roster,
    "secretariat": Roster,
    "approvals": Approvals,
    "carried-over": CarriedOver,
    "event": Event,
    "proposal": Proposal,
    "launch": Launch,
    "page": GroupPage,
    "work-programme": WorkProgramme,
    "meeting": MeetingPlan,
    "status-update": StatusUpdate,
    "board-brief": BoardBrief,
    "outcome": OutcomeRecord,
    "outcome-version": OutcomeVersion,
    **{kind.id: kind.record for kind in ACT_KINDS.values()},
}

T = TypeVar("T")


def make_file(file: ParsedFile, data: dict[str, Any], thin: tuple[ThinText, ...] = ()) -> RecordFile:
    """Make what rules on texts look at, whether or not the file becomes a record."""
    return RecordFile(
        path=file.path,
        kind=file.kind,
        id=find_id(file.kind, file.ids),
        group=file.ids.get("group", ""),
        marks=file.marks,
        data=data,
        body_line=file.body_line,
        thin=thin,
    )


def make_raw_file(file: BrokenFile) -> RecordFile:
    """Make what rules on texts look at of a file that could not be taken apart: its raw text."""
    return RecordFile(
        path=file.path,
        kind=file.kind,
        id=find_id(file.kind, file.ids),
        group=file.ids.get("group", ""),
        marks={},
        data={},
        body_line=1,
        raw=file.text,
    )


def make_record(file: RecordFile) -> Record:
    """Make the record of a file whose data fits its schema."""
    return CONVERTER.structure({**file.data, "file": file}, RECORD_TYPES[file.kind])


def find_id(kind: str, ids: Mapping[str, str]) -> str:
    """Give a record's id from what its path says; a record that is alone in its kind is called by the kind.

    An act of a meeting, an outcome or an event has the id of that before its own.
    """
    for folder in ("meeting", "outcome", "event"):
        if folder in ids:
            return f"{ids[folder]}/{ids['id']}"
    return ids["group"] if kind in ("launch", "page") else ids.get("id", kind)


def make_converter() -> cattrs.Converter:
    """Make the converter: text becomes dates where a date is due, `unknown` Unknown, a key too many an error."""
    converter = cattrs.Converter(detailed_validation=False, forbid_extra_keys=True)
    converter.register_structure_hook(date, lambda text, _: parse_day(text))
    converter.register_structure_hook(str, lambda text, _: text.strip())
    converter.register_structure_hook(Decimal, lambda number, _: Decimal(number))
    converter.register_structure_hook(RecordFile, lambda file, _: file)
    converter.register_structure_hook_func(
        is_choice, lambda value, choice: structure_choice(converter, value, choice)
    )
    converter.register_structure_hook_factory(is_dataclass, lambda cls: make_structure(converter, cls))
    return converter


def make_structure(converter: cattrs.Converter, cls: type[T]) -> Callable[[Any, Any], T]:
    """Make the function for one dataclass; `from_` in Python is `from` in a file."""
    if cls is RecordFile:
        return lambda value, _: value
    renames = {f.name: override(rename=f.name[:-1]) for f in fields(cls) if f.name.endswith("_")}  # type: ignore[arg-type]
    return make_dict_structure_fn(cls, converter, **renames)  # type: ignore[arg-type]


def is_choice(annotation: Any) -> bool:
    """Tell whether a type is a union, as `date | Unknown | None`."""
    return typing.get_origin(annotation) in (Union, types.UnionType)


def structure_choice(converter: cattrs.Converter, value: Any, choice: Any) -> Any:
    """Make a value of a union: nothing, unknown, a list, or the one type that is left."""
    if value is None:
        return None
    if isinstance(value, dict) and "unknown" in value:
        return converter.structure(value, Unknown)
    wanted = [part for part in typing.get_args(choice) if part not in (Unknown, type(None))]
    lists = [part for part in wanted if typing.get_origin(part) is tuple]
    if isinstance(value, list) and lists:
        return converter.structure(value, lists[0])
    return converter.structure(value, next(part for part in wanted if part not in lists))


CONVERTER = make_converter()
