"""Breaking any one field of any record gives an error on its line, and no traceback; of a list, the last item."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from scm_site.reading import ValuePath
from scm_site.records.schemas import Schema
from tests.records.broken_fields import (
    SCHEMAS,
    Source,
    check_bytes,
    check_file,
    check_register,
    find_missed,
    list_fields,
    list_sources,
    put_value,
    read_value,
)

pytestmark = pytest.mark.broad


def list_marked() -> Iterator[Any]:
    """Give every record, the richest first; on every pull request those that have a field of their kind first."""
    mark = pytest.mark.slow("a record of fields that a richer record of its kind shows on every pull request")
    shown: set[tuple[str, str]] = set()
    for source in sorted(list_sources(), key=lambda source: -len(source.parsed.marks)):
        fields = {(source.parsed.kind, name_pattern(field)) for field in list_fields(source)}
        yield pytest.param(source, id=source.name, marks=[] if fields - shown else [mark])
        shown |= fields


def name_pattern(field: ValuePath) -> str:
    return ".".join("*" if isinstance(part, int) else part for part in field)


def list_different(source: Source) -> list[ValuePath]:
    """Give every field of a record once; of the items of a list, the last that has it."""
    return [*{name_pattern(field): field for field in list_fields(source)}.values()]


each_record = pytest.mark.parametrize("source", [*list_marked()])

#: What acts name of a work programme, and of the settings.
IN_PLANS = {
    f"{part}.*.id": "no-such-thing"
    for part in ("milestones.moved", "milestones.dropped", "kpis.retargeted", "kpis.dropped")
}
#: What acts name of somebody whom they bring.
IN_PERSON = {"person": "nobody", "country": "QQ", "charter.version": "charter-99", "confirmed.by": "nobody"}
IN_TERMS = {"terms_of_reference.becomes": "focus-99", "terms_of_reference.instead_of": "focus-99"}

#: Every field that names something else, by kind of record, and what it must not name.
REFERENCES: dict[str, dict[str, str]] = {
    "page": {"themes.*": "no-such-theme"},
    "launch": {
        "proposal": "2020-no-such-proposal",
        **{f"members.*.{field}": wrong for field, wrong in IN_PERSON.items()},
    },
    "joins": {f"members.*.{field}": wrong for field, wrong in IN_PERSON.items()},
    "hands-over": {"confirmed.by": "nobody", **{f"person.{field}": one for field, one in IN_PERSON.items()}},
    "acts-for": {f"person.{field}": wrong for field, wrong in IN_PERSON.items()},
    "accepts-charter": {"version": "charter-99"},
    "confirms": {"by": "nobody"},
    "controlled": {"by": "nobody"},
    "shown": {"at": "2020-01-01-no-such-event"},
    "meeting": {"groups.*": "no-such-group"},
    "minutes": {"approves.*": "2020-01-01-no-such-meeting"},
    "decided": {"decisions.*.proposal": "2020-no-such-proposal", "decisions.*.stood_aside.*": "nobody"},
    "settles": {"action": "no-such-action"},
    "proposal": {
        "themes.*": "no-such-theme",
        "applicant.country": "QQ",
        "decision.meeting": "2020-01-01-no-such-meeting",
    },
    "outcome": {
        "themes.*": "no-such-theme",
        "countries.*": "QQ",
        "groups.*": "no-such-group",
        "files.*.file": "no-such-file.pdf",
    },
    "outcome-version": {"language": "mt", "translates_version": "99.9"},
    "work-programme": {"terms_of_reference": "focus-99", "rules_of_participation.charter": "charter-99"},
    "status-update": {
        "milestones_reached.*.milestone": "no-such-milestone",
        "kpi_readings.*.kpi": "no-such-kpi",
    },
    "board-brief": {"board_meeting": "2020-01-01-no-such-meeting"},
    "ends": {"evaluation_meeting": "2020-01-01-no-such-meeting", "goes_on_in.*": "no-such-group"},
    "presented": {"at": "2020-01-01-no-such-meeting"},
    "amends": {"agreed.secretariat.by": "nobody", **IN_TERMS, **IN_PLANS},
    "replans": IN_PLANS,
    "corrects": {**IN_TERMS, **IN_PLANS, "facts.*.id": "no_such_fact"},
    "waives": {"granted.by": "nobody"},
    "approvals": {"acknowledged.*.by": "nobody"},
    "countries": {
        "eu.*": "QQ",
        "associated.*.whole_programme.*": "QQ",
        "associated.*.pillar_ii_only.*": "QQ",
        "associated.*.transitional.*": "QQ",
        "also_accepted.*": "QQ",
    },
}
IN_ANY_RECORD = {"sources.*.supports.*": "no_such_field", "inferred.*.field": "no_such_field"}

#: Fields with an id that name nothing else: they are the names.
NAMES = {
    "milestones.added.*.id",
    "kpis.added.*.id",
    "former_ids.*",
    "members.*.id",
    "person.id",
    "actions.*.id",
    "themes.*.id",
    "people.*.id",
    "milestones.*.id",
    "kpis.*.id",
    "terms_of_reference.*.version",
    "charter.*.version",
}


def find_schema(source: Source, field: ValuePath) -> Schema:
    schema = SCHEMAS.find_field(source.parsed.kind, field)
    for choice in schema.get("anyOf", ())[:1]:
        schema = {**SCHEMAS.flatten(choice), **schema}
    return schema


@each_record
def test_a_misspelt_field_is_found(source: Source) -> None:
    missed = list(break_names(source, lambda name: f"x{name}"))
    assert missed == []


def break_names(source: Source, rename: Callable[[str], str]) -> Iterator[str]:
    for field, line, column, lines in find_names(source):
        text = lines[line]
        lines[line] = text[:column] + rename(text[column:])
        yield from find_missed(source, field, check_bytes(source, "\n".join(lines).encode()), "misspelt")


def find_names(source: Source) -> Iterator[tuple[ValuePath, int, int, list[str]]]:
    """Give every field with a name, the place of the name from 0, and the lines of its file."""
    for field in list_different(source):
        if isinstance(field[-1], str):
            mark = source.parsed.marks[field]
            yield field, mark.key_line - 1, mark.key_column - 1, source.content.decode().split("\n")


@each_record
def test_a_field_that_stands_there_twice_is_found(source: Source) -> None:
    missed = []
    for field, line, column, lines in find_names(source):
        text, name = lines[line], field[-1]
        if text.lstrip(" -").startswith(("[", "{")):
            continue
        lines[line : line + 1] = [f"{text[:column]}{name}: again", " " * column + text[column:]]
        findings = check_bytes(source, "\n".join(lines).encode())
        places = {(finding.place.path, finding.place.line) for finding in findings}
        if not places & {(source.parsed.path, line + 1), (source.parsed.path, line + 2)}:
            missed.append(f"{field}: {places}")
    assert missed == []


WRONG_SCALARS: dict[str, Any] = {
    "fields": {"some": {"more": "fields"}},
    "placeholder": "[fill in: x]",
    "empty text": "",
    "nothing": None,
    "list": [["a"]],
}


@each_record
def test_a_content_of_the_wrong_shape_is_found(source: Source) -> None:
    missed: list[str] = []
    for field in list_different(source):
        is_scalar = not isinstance(read_value(source, field), (dict, list))
        for what, wrong in (WRONG_SCALARS if is_scalar else {"answer": True, "nothing": None}).items():
            missed += find_missed(source, field, check_file(put_value(source, field, wrong)), what)
    assert missed == []


@each_record
def test_a_date_that_cannot_be_is_found(source: Source) -> None:
    missed: list[str] = []
    for field in list_different(source):
        if find_schema(source, field).get("format") == "date" and isinstance(read_value(source, field), str):
            for wrong in (
                "2025-02-30",
                "2025-13-01",
                "0000-01-01",
                "0001-01-01",
                "9999-12-31",
                "30.6.2025",
                20250630,
            ):
                missed += find_missed(source, field, check_file(put_value(source, field, wrong)), str(wrong))
    assert missed == []


@each_record
def test_a_word_that_is_not_offered_is_found(source: Source) -> None:
    missed: list[str] = []
    for field in list_different(source):
        schema = find_schema(source, field)
        if "enum" in schema or schema.get("type") in ("boolean", "integer", "number"):
            missed += find_missed(source, field, check_file(put_value(source, field, "no such word")), "word")
    assert missed == []


@each_record
def test_a_name_of_nothing_is_found(source: Source) -> None:
    wrong = REFERENCES.get(source.parsed.kind, {}) | IN_ANY_RECORD
    missed: list[str] = []
    for field in list_different(source):
        pattern = name_pattern(field)
        if pattern not in wrong and source.parsed.kind == "countries":
            pattern = re.sub(r"^also_accepted\..*", "also_accepted.*", pattern)
        if pattern in wrong and isinstance(read_value(source, field), str):
            findings = check_register(source, put_value(source, field, wrong[pattern]))
            missed += find_missed(source, field, findings, wrong[pattern])
    assert missed == []


@each_record
def test_a_broken_record_gives_no_findings_elsewhere(source: Source) -> None:
    broken = put_value(source, (next(iter(source.parsed.data)),), {"some": "fields"})
    findings = check_register(source, broken)
    assert {finding.place.path for finding in findings} == {source.parsed.path}


def test_every_id_in_the_schemas_is_a_name_or_a_reference() -> None:
    unknown = [
        f"{kind}: {pattern}"
        for kind, schema in SCHEMAS.documents.items()
        for pattern in (find_id_fields(schema, ()) if kind != "shared" else ())
        if pattern not in REFERENCES.get(kind, {}) and pattern not in NAMES
    ]
    assert unknown == [], "put these fields into REFERENCES or NAMES above"


def find_id_fields(schema: Schema, path: tuple[str, ...]) -> Iterator[str]:
    """Give every field that holds an id or a country, as `members.*.person`."""
    if schema.get("$ref", "").endswith(("/slug", "/country")):
        yield ".".join(path)
    schema = SCHEMAS.flatten(schema)
    for name, inner in schema.get("properties", {}).items():
        yield from find_id_fields(inner, (*path, name))
    for inner in (schema.get("items"), schema.get("additionalProperties")):
        if isinstance(inner, dict):
            yield from find_id_fields(inner, (*path, "*"))
    for choice in schema.get("anyOf", ()):
        yield from find_id_fields(choice, path)
