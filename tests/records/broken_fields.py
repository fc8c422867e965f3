"""Records of both registers with one field broken, in memory: only reading the disk is left out."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from scm_site.checks.register_rule import run_rules
from scm_site.findings import Finding, Severity
from scm_site.locations import find_schemas
from scm_site.reading import ParsedFile, Reading, ValuePath, read_content
from scm_site.reading.content_files import FoundFile, find_files
from scm_site.reading.parsing import parse_file
from scm_site.records.assembly import gather_data, make_register
from scm_site.records.schema_check import check_shape
from scm_site.records.schemas import Schemas, load_schemas
from scm_site.rules import REGISTER_RULES
from tests.register_cases import EXAMPLE

ROOT = Path(__file__).parent.parent.parent
REGISTERS = {"real": ROOT, "example": EXAMPLE}
SCHEMAS: Schemas = load_schemas(find_schemas())
#: The languages that a record may name.
LANGUAGES: list[str] = SCHEMAS.find_field("outcome", ("language",))["enum"]


@dataclass(frozen=True, kw_only=True)
class Source:
    """A sound record: its bytes on the disk and what was read of them."""

    register: str
    found: FoundFile
    content: bytes
    parsed: ParsedFile

    @property
    def name(self) -> str:
        """Which record it is, for the name of a test."""
        return f"{self.register}:{self.parsed.path.removeprefix('content/')}"


@cache
def read_register(name: str) -> Reading:
    """Read a register once."""
    reading = read_content(REGISTERS[name])
    assert reading.findings == ()
    return reading


@cache
def list_sources() -> tuple[Source, ...]:
    """Give every record of both registers."""
    sources = []
    for name, root in REGISTERS.items():
        parsed = {file.path: file for file in read_register(name).files}
        sources += [
            Source(register=name, found=found, content=found.location.read_bytes(), parsed=parsed[found.path])
            for found in find_files(root).files
            if found.path in parsed
        ]
    return tuple(sources)


def list_fields(source: Source) -> list[ValuePath]:
    """Give every field and item of a record, by its path."""
    return [field for field in source.parsed.marks if field]


def read_value(source: Source, field: ValuePath) -> Any:
    """Give what stands in a field."""
    value: Any = source.parsed.data
    for part in field:
        value = value[part]
    return value


def put_value(source: Source, field: ValuePath, value: Any) -> ParsedFile:
    """Give the record with another content in a field."""
    data = copy.deepcopy(source.parsed.data)
    inner: Any = data
    for part in field[:-1]:
        inner = inner[part]
    inner[field[-1]] = value
    return replace(source.parsed, data=data)


def check_file(file: ParsedFile) -> list[Finding]:
    """Give the findings on the shape of one record."""
    return check_shape(file, gather_data(file), SCHEMAS)


def check_bytes(source: Source, content: bytes) -> list[Finding]:
    """Give the findings on a record with these bytes, from reading and on its shape."""
    parsed, findings = parse_file(source.found, content)
    return [*findings, *(check_file(parsed) if isinstance(parsed, ParsedFile) else ())]


def check_register(source: Source, file: ParsedFile) -> list[Finding]:
    """Give the findings on a whole register with one record put in place of the sound one."""
    reading = read_register(source.register)
    files = tuple(file if sound.path == file.path else sound for sound in reading.files)
    register, misfits = make_register(replace(reading, files=files), SCHEMAS)
    return [*misfits, *run_rules(register, REGISTER_RULES)]


def find_errors(findings: list[Finding], path: str) -> Iterator[int]:
    """Give the lines of errors in a file."""
    for finding in findings:
        if finding.severity == Severity.ERROR and finding.place.path == path:
            yield finding.place.line


def list_lines(source: Source, field: ValuePath) -> set[int]:
    """Give the lines where a field's name and its content stand."""
    mark = source.parsed.marks[field]
    return {mark.line, mark.key_line}


def find_missed(source: Source, field: ValuePath, findings: list[Finding], what: str) -> Iterator[str]:
    """Say that a broken field has no finding on its line."""
    lines, wanted = set(find_errors(findings, source.parsed.path)), list_lines(source, field)
    if not lines & wanted:
        where = ".".join(map(str, field))
        yield f"{where} ({what}): errors on lines {sorted(lines)}, wanted on {sorted(wanted)}"
