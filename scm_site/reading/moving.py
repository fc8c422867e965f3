"""Files in the shape of the release before become those of today in memory, before anything looks at them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from scm_site.findings import Finding, Place
from scm_site.migration.kinds import move_kinds
from scm_site.migration.moving import Move, OldFile, move_all
from scm_site.migration.outcomes import is_former as tells_course
from scm_site.migration.piece import Piece
from scm_site.reading import file_rules
from scm_site.reading.former_layout import SUCCESSOR_OF
from scm_site.reading.layout import Syntax, find_slot
from scm_site.reading.marks import Mark, ValuePath
from scm_site.reading.parsed_file import ParsedFile


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """The files of today that were made, with those that stay; what was moved; what there is to say about it."""

    files: tuple[ParsedFile, ...]
    move: Move
    findings: tuple[Finding, ...]


def move_files(files: Sequence[ParsedFile]) -> Moved:
    """Move all files that are in the old shape; where none is, everything stays as it is."""
    old = {file.path: file for file in files if is_former(file)}
    kept = [move_approvals(file) for file in files if file.path not in old]
    if not old:
        return Moved(files=tuple(kept), move=Move(), findings=())
    former = {path: OldFile(kind=file.kind, data=gather(file)) for path, file in old.items()}
    move = refuse_strays(move_all(former, {file.path: file.body for file in kept}))
    stay = (replace(file, body=move.texts.get(file.path, file.body)) for file in kept)
    made = [make_file(piece, old[piece.made_of]) for piece in move.pieces]
    return Moved(files=(*stay, *made), move=move, findings=tuple(tell(move)))


def is_former(file: ParsedFile) -> bool:
    """Tell whether a file is in the shape of the release before: by its place, or an outcome by what it tells."""
    return file.kind in SUCCESSOR_OF or (file.kind == "outcome" and tells_course(file.data))


def move_alone(file: ParsedFile) -> tuple[ParsedFile, ...]:
    """Give what one file in the old shape becomes, without the others; nothing where it cannot be moved."""
    move = refuse_strays(move_all({file.path: OldFile(kind=file.kind, data=gather(file))}, {}))
    return tuple(make_file(piece, file) for piece in move.pieces)


def refuse_strays(move: Move) -> Move:
    """Refuse what would become a file for which there is no place."""
    astray = {piece.made_of: piece.path for piece in move.pieces if find_slot(piece.path) is None}
    if not astray:
        return move
    refused = {path: f"{new} is no place for a record" for path, new in astray.items()}
    kept = tuple(piece for piece in move.pieces if piece.made_of not in astray)
    return replace(move, pieces=kept, refused={**move.refused, **refused})


def tell(move: Move) -> Iterator[Finding]:
    """Say once that the register is in the old shape, and of each file that cannot be moved, why."""
    first = min(move.former)
    yield file_rules.former_shape(Place(path=first), len(move.former))
    for path, why in sorted(move.refused.items()):
        yield file_rules.not_moved(Place(path=path), why)


def move_approvals(file: ParsedFile) -> ParsedFile:
    """Give the file that says who must agree with the kinds of today; any other file as it is."""
    return replace(file, data=move_kinds(file.data)) if file.kind == "approvals" else file


def gather(file: ParsedFile) -> dict[str, Any]:
    """Give the fields of a file in the old shape, with what stands below them as `text`."""
    return {**file.data, "text": file.body} if file.path.endswith(".md") else file.data


def make_file(piece: Piece, old: ParsedFile) -> ParsedFile:
    """Give a new file as if it had been read; its values have their places in the old one."""
    slot = find_slot(piece.path)
    assert slot is not None  # others are refused
    data = dict(piece.data)
    body = str(data.pop("text", "")).strip("\n").rstrip() if slot.slot.syntax == Syntax.MARKDOWN else ""
    return ParsedFile(
        path=piece.path,
        kind=slot.kind,
        ids=slot.ids,
        data=data,
        marks=dict(find_marks((), data, find_places(old))) | {(): old.marks.get((), Mark(1, 1, 1, 1))},
        body=body,
        body_line=old.body_line,
    )


def find_places(old: ParsedFile) -> Mapping[str, Mark]:
    """Give where each value of an old file stands, by the name of its field with what it says, and by that alone."""
    found: dict[str, Mark] = {}
    for path, mark in old.marks.items():
        said = repr(take(old.data, path))
        found.setdefault(find_name(path) + said, mark)
        found.setdefault(said, mark)
    return found


def find_marks(path: ValuePath, value: Any, places: Mapping[str, Mark]) -> Iterator[tuple[ValuePath, Mark]]:
    """Give where each value of a new file stood in the old one, as far as one there says the same."""
    said = repr(value)
    mark = places.get(find_name(path) + said) or places.get(said)
    if path and mark:
        yield path, mark
    inner: Iterable[tuple[str | int, Any]] = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for part, one in inner:
        yield from find_marks((*path, part), one, places)


def find_name(path: ValuePath) -> str:
    """Give the name of the field in which a value stands."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def take(data: Any, path: ValuePath) -> Any:
    """Give what stands at a place in nested data."""
    for part in path:
        data = data[part]
    return data
