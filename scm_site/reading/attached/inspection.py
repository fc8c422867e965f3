"""What is wrong with a file beside an outcome: its kind against its name, then what is in it."""

from collections.abc import Iterator

from scm_site.findings import Finding, Place
from scm_site.reading.attached import attachment_rules as rules
from scm_site.reading.attached import file_kinds as kinds
from scm_site.reading.attached.faults import Inspected
from scm_site.reading.attached.file_kinds import FileKind, find_beginning
from scm_site.reading.attached.formulas import find_formula
from scm_site.reading.attached.plain_texts import find_hidden, find_text_kind
from scm_site.reading.attached.worker import ask_worker
from scm_site.reading.media_types import find_media_type
from scm_site.sentences import sentence

_FORMULA_WAY_OUT = (
    "Make a copy in which it is text: `scm clean FILE`. Or write the result in place of the formula, or, where it is "
    "meant as text, a word before the sign."
)


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
        yield rules.dangerous_file(place, name, inspected.dangers, inspected.way_out.replace("FILE", path))
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
    """Give what a file is by its content, and what is wrong in it; what has to be opened for that, a worker opens."""
    kind = find_beginning(content) or find_text_kind(content)
    if kind in (kinds.ZIP, kinds.PDF, kinds.PNG, kinds.JPEG, kinds.WEBP):
        return ask_worker(kind, content)
    if kind is kinds.LOCKED_OFFICE:
        return kind, Inspected(broken="it asks for a password")
    line = find_formula(content) if kind is kinds.TEXT and name.endswith(".csv") else None
    if line:
        danger = f"a formula in line {line}, which a spreadsheet would calculate"
        return kind, Inspected(dangers=(danger,), way_out=_FORMULA_WAY_OUT)
    return kind, Inspected()
