"""All of `content/` as plain data: each file read, and whatever is wrong said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scm_site.findings import Finding, Place, sort_findings
from scm_site.migration.moving import NO_MOVE, Move
from scm_site.reading import file_rules, front_matter_rules
from scm_site.reading.attached.attachments import Attachment, find_total_findings, read_attachment
from scm_site.reading.content_files import MOST_KEPT, FoundFile, find_files
from scm_site.reading.decoding import DecodedText, decode_text
from scm_site.reading.front_matter import FrontMatter, split_front_matter
from scm_site.reading.layout import SINGLE_KINDS, SLOT_OF_KIND, SlotMatch, Syntax
from scm_site.reading.moving import move_files
from scm_site.reading.parsed_file import ParsedFile
from scm_site.reading.yaml_values import YamlValues, read_yaml


@dataclass(frozen=True, kw_only=True, slots=True)
class BrokenFile:
    """A file that cannot be read: a record with its raw `text`, a refused attachment, or a required one not there."""

    path: str
    kind: str
    ids: Mapping[str, str]
    text: str = ""
    is_there: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """Everything under `content/`, by path, what is wrong with it, and the folders that could not be looked into.

    Where files are in the shape of the release before, `files` are those of today, and `move` says what became what.
    """

    files: tuple[ParsedFile, ...]
    broken: tuple[BrokenFile, ...]
    attachments: tuple[Attachment, ...]
    findings: tuple[Finding, ...]
    unread: tuple[str, ...] = ()
    move: Move = NO_MOVE

    def count_files(self) -> int:
        """Tell how many files that are or should be records are there."""
        broken = [file for file in self.broken if file.is_there and file.kind in SLOT_OF_KIND]
        return len(self.files) + len(broken)


def read_content(root: Path) -> Reading:
    """Read everything under `root/content`; raises NoContentError when there is no such folder."""
    found = find_files(root)
    files: list[ParsedFile] = []
    attachments: list[Attachment] = []
    broken = [BrokenFile(path=path, kind=slot.kind, ids=slot.ids) for path, slot in found.broken]
    broken += [
        BrokenFile(path=slot.pattern, kind=slot.kind, ids={}, is_there=False) for slot in found.missing
    ]
    findings = list(found.findings)
    for file in found.files:
        read = read_attachment if file.slot.slot.syntax == Syntax.ATTACHMENT else read_file
        made, wrong = read(file)
        findings.extend(wrong)
        if isinstance(made, ParsedFile):
            files.append(made)
        elif isinstance(made, Attachment):
            attachments.append(made)
        else:
            broken.append(made or BrokenFile(path=file.path, kind=file.slot.kind, ids=file.slot.ids))
    findings.extend(find_total_findings(attachments))
    moved = move_files(files)
    return Reading(
        files=tuple(sorted(moved.files, key=lambda file: file.path)),
        broken=tuple(sorted(broken, key=lambda file: file.path)),
        attachments=tuple(sorted(attachments, key=lambda file: file.path)),
        findings=tuple(sort_findings([*findings, *moved.findings])),
        unread=tuple(found.unread),
        move=moved.move,
    )


def read_file(file: FoundFile) -> tuple[ParsedFile | BrokenFile, tuple[Finding, ...]]:
    """Read one file from the disk."""
    try:
        content = file.location.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        broken = BrokenFile(path=file.path, kind=file.slot.kind, ids=file.slot.ids)
        return broken, (file_rules.unreadable_file(Place(path=file.path), file.location.name, reason),)
    return parse_file(file, content)


def parse_file(file: FoundFile, content: bytes) -> tuple[ParsedFile | BrokenFile, tuple[Finding, ...]]:
    """Give the data in the bytes of one file; never raises, whatever the bytes are."""
    return _parse(file.path, file.slot, content)


@lru_cache(maxsize=MOST_KEPT)
def _parse(path: str, slot: SlotMatch, content: bytes) -> tuple[ParsedFile | BrokenFile, tuple[Finding, ...]]:
    decoded = decode_text(path, content)
    values, body, body_line = YamlValues(data=None, marks={}), "", 1
    if decoded.sound or decoded.text:
        if slot.slot.syntax == Syntax.MARKDOWN:
            values, body, body_line = _read_markdown(path, decoded.text)
        else:
            values = read_yaml(path, decoded.text, remarks=slot.kind in SINGLE_KINDS)
    findings = (*decoded.findings, *_leave_out_echoes(values.findings, decoded))
    if values.data is None or not decoded.sound:
        return BrokenFile(path=path, kind=slot.kind, ids=slot.ids, text=decoded.text), findings
    parsed = ParsedFile(
        path=path,
        kind=slot.kind,
        ids=slot.ids,
        data=values.data,
        marks=values.marks,
        body=body,
        body_line=body_line,
    )
    return parsed, findings


def _leave_out_echoes(findings: tuple[Finding, ...], decoded: DecodedText) -> Iterator[Finding]:
    """Leave out that the YAML of a line cannot be read where a wrong character is the likely cause."""
    lines = set() if decoded.sound else {finding.place.line for finding in decoded.findings}
    return (finding for finding in findings if finding.rule != "Y001" or finding.place.line not in lines)


def _read_markdown(path: str, text: str) -> tuple[YamlValues, str, int]:
    parts = split_front_matter(path, text)
    if not isinstance(parts, FrontMatter):
        return YamlValues(data=None, marks={}, findings=(parts,)), "", 1
    values = read_yaml(path, parts.yaml, first_line=parts.yaml_line)
    mark = values.marks.get(("text",))
    if mark:
        finding = front_matter_rules.text_field(Place(path=path, line=mark.key_line, column=mark.key_column))
        values = YamlValues(data=None, marks=values.marks, findings=(*values.findings, finding))
    return values, parts.body, parts.body_line
