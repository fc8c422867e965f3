"""What is wrong with a file beside an outcome: its kind against its name, then what is in it."""

from collections.abc import Iterator

from scm_site.findings import Finding, Place
from scm_site.reading.attached import attachment_rules as rules
from scm_site.reading.attached import file_kinds as kinds
from scm_site.reading.attached.archives import ZipArchive, has_password, is_too_much, open_archive
from scm_site.reading.attached.data_archives import ARCHIVE_WAY_OUT, find_archive_dangers
from scm_site.reading.attached.file_kinds import FileKind, find_beginning
from scm_site.reading.attached.inspected import BrokenError, Inspected
from scm_site.reading.attached.office_files import (
    OFFICE_WAY_OUT,
    find_makers,
    find_office_dangers,
    find_packed_kind,
    has_locked_parts,
)
from scm_site.reading.attached.pdf_process import inspect_pdf
from scm_site.reading.attached.pictures import inspect_picture
from scm_site.reading.attached.plain_texts import find_formula, find_hidden, find_text_kind
from scm_site.reading.media_types import find_media_type
from scm_site.sentences import sentence

_FORMULA_WAY_OUT = (
    "Write the result in place of the formula. Where it is meant as text, put a word before the sign."
)
_PASSWORD = "it asks for a password"  # noqa: S105 (words of a message)


def look_into_file(path: str, content: bytes) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """Say what is wrong with the bytes of a file that an outcome has beside it, and whom it names as its makers.

    Never raises, whatever the bytes are.
    """
    if not content.strip():
        return (rules.broken_file(Place(path=path), path.rpartition("/")[2], "it is empty"),), ()
    kind, inspected = inspect(path.rpartition("/")[2], content)
    return tuple(_find_findings(path, content, kind, inspected)), inspected.makers


def _find_findings(path: str, content: bytes, kind: FileKind, inspected: Inspected) -> Iterator[Finding]:
    """Say what is wrong with a file that was looked into."""
    place, name = Place(path=path), path.rpartition("/")[2]
    named = find_media_type(name)
    if named and not name.endswith(kind.suffixes or ("/",)):
        yield rules.other_kind(place, name, named.name, kind.words, _find_way_out(name, kind, named.name))
    if kind is kinds.TEXT and (hidden := find_hidden(content)):
        character, line = hidden
        yield rules.hiding_text(Place(path=path, line=line), name, character)
    if inspected.broken:
        yield rules.broken_file(place, name, inspected.broken)
    if inspected.dangers:
        yield rules.dangerous_file(place, name, inspected.dangers, inspected.way_out)
    if inspected.barriers:
        yield rules.barred_pdf(place, name, inspected.barriers)


def _find_way_out(name: str, kind: FileKind, named: str) -> str:
    """Say what to do about a file of another kind than its name says."""
    if kind.fix:
        return kind.fix
    save = f"save or export it as {named} in the program that made it; a new name does not change what is in a file"
    if not kind.suffixes:
        return f"{sentence(save)}."
    other = f"`{name.rpartition('.')[0]}{kind.suffixes[0]}`"
    return (
        f"Rename it to {other}, also under `files` in outcome.md, if that is what it should be. Else {save}."
    )


def inspect(name: str, content: bytes) -> tuple[FileKind, Inspected]:
    """Give what a file is by its content, and what is wrong in it."""
    kind = find_beginning(content) or find_text_kind(content)
    if kind is kinds.ZIP:
        return _inspect_packed(content)
    if kind is kinds.PDF:
        return kind, inspect_pdf(content)
    if kind in (kinds.PNG, kinds.JPEG, kinds.WEBP):
        return kind, inspect_picture(content, kind)
    if kind is kinds.LOCKED_OFFICE:
        return kind, Inspected(broken=_PASSWORD)
    line = find_formula(content) if kind is kinds.TEXT and name.endswith(".csv") else None
    if line:
        danger = f"a formula in line {line}, which a spreadsheet would calculate"
        return kind, Inspected(dangers=(danger,), way_out=_FORMULA_WAY_OUT)
    return kind, Inspected()


def _inspect_packed(content: bytes) -> tuple[FileKind, Inspected]:
    """Give what is packed as a ZIP archive, and what is wrong in it."""
    kind = kinds.BROKEN_ZIP
    try:
        archive = open_archive(content)
        if not (is_too_much(archive) or has_password(archive)):
            kind = find_packed_kind(archive)
            return kind, _inspect_parts(archive, kind)
    except BrokenError as reason:
        return kind, Inspected(broken=str(reason))
    return kind, Inspected(dangers=archive.dangers, way_out=ARCHIVE_WAY_OUT)


def _inspect_parts(archive: ZipArchive, kind: FileKind) -> Inspected:
    """Look into the parts of an archive that is not too large; raises BrokenError when one of them is broken."""
    if kind is kinds.ZIP:
        dangers = tuple(find_archive_dangers(archive))
        return Inspected(dangers=archive.dangers + dangers, way_out=ARCHIVE_WAY_OUT)
    if has_locked_parts(archive):
        raise BrokenError(_PASSWORD)
    return Inspected(
        dangers=archive.dangers + tuple(find_office_dangers(archive)),
        way_out=OFFICE_WAY_OUT,
        makers=tuple(dict.fromkeys(find_makers(archive))),
    )
