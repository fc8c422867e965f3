"""All files in the old shape together: which new ones they become, and what cannot be moved."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from scm_site.migration.amendments import move_amendment, undo_amendments
from scm_site.migration.course import move_course
from scm_site.migration.links import move_all_links, move_links
from scm_site.migration.meetings import move_meeting
from scm_site.migration.members import move_group
from scm_site.migration.outcomes import move_outcome
from scm_site.migration.piece import Piece

Data = Mapping[str, Any]

#: What becomes of each kind of file in the old shape.
MOVES: Mapping[str, Callable[[str, Data], tuple[Piece, ...]]] = {
    "group": move_group,
    "former-meeting": move_meeting,
    "amendment": move_amendment,
    "waiver": move_course,
    "termination": move_course,
    "outcome": move_outcome,
}

#: What goes wrong where a file does not even fit the old shape.
_MISFITS = (ValueError, LookupError, TypeError, AttributeError)


@dataclass(frozen=True, kw_only=True, slots=True)
class OldFile:
    """A file in the old shape: its kind there, its fields, with what stands below them in a Markdown file as `text`."""

    kind: str
    data: Data


@dataclass(frozen=True, kw_only=True)
class Move:
    """What becomes of a register in the old shape.

    `former` are its files that move, by path; `pieces` the new ones, `texts` the new bodies of files that stay, in
    which a link leads elsewhere, and `refused` why a file cannot be moved, by its path.
    """

    former: Mapping[str, OldFile] = field(default_factory=dict)
    pieces: tuple[Piece, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)

    def list_new(self) -> Iterator[Piece]:
        """Give the new files that stand in another place than what they are made of."""
        return (piece for piece in self.pieces if piece.path != piece.made_of)


NO_MOVE = Move()


def move_all(
    former: Mapping[str, OldFile],
    texts: Mapping[str, str],
    moves: Mapping[str, Callable[[str, Data], tuple[Piece, ...]]] = MappingProxyType(MOVES),
) -> Move:
    """Give what becomes of all files in the old shape; `texts` are the bodies of the other records, by path."""
    pieces, refused = list[Piece](), dict[str, str]()
    amended = find_amendments(former)
    for path, old in sorted(former.items()):
        data = old.data
        try:
            if old.kind == "group":
                data = undo_amendments(data, amended[str(PurePosixPath(path).parent)])
            pieces += moves[old.kind](path, data)
        except _MISFITS as reason:
            refused[path] = tell(reason)
    pieces = list(keep_apart(pieces))
    heirs = {piece.made_of: piece.path for piece in reversed(pieces)}
    refused |= {one.made_of: f"{one.path} is there already" for one in pieces if one.path in texts}
    return Move(
        former=former,
        pieces=tuple(move_text(piece, heirs) for piece in pieces if piece.made_of not in refused),
        texts=move_all_links(texts, heirs),
        refused=refused,
    )


def tell(reason: Exception) -> str:
    """Say why a file cannot be moved: in the words of its move, else what does not even fit the shape before."""
    if type(reason) is ValueError:
        return str(reason)
    missing = f", which asks for `{reason.args[0]}`" if isinstance(reason, KeyError) else ""
    return f"it does not fit the shape of the release before{missing}"


def find_amendments(former: Mapping[str, OldFile]) -> Mapping[str, list[Data]]:
    """Give the amendments of each group, by its folder."""
    found: defaultdict[str, list[Data]] = defaultdict(list)
    for path, old in former.items():
        if old.kind == "amendment":
            found[str(PurePosixPath(path).parents[1])].append(old.data)
    return found


def keep_apart(pieces: list[Piece]) -> Iterator[Piece]:
    """Give new files with names that differ: the second of one day and kind gets `-2` behind its name, and so on."""
    seen = Counter[str]()
    for piece in pieces:
        seen[piece.path] += 1
        folder, name = PurePosixPath(piece.path).parent, PurePosixPath(piece.path).name
        start, dot, end = name.partition(".")
        number = seen[piece.path]
        yield piece if number == 1 else replace(piece, path=f"{folder}/{start}-{number}{dot}{end}")


def move_text(piece: Piece, heirs: Mapping[str, str]) -> Piece:
    """Give a new file whose links lead where they led from the old one."""
    text = piece.data.get("text")
    if not text:
        return piece
    return replace(
        piece, data={**piece.data, "text": move_links(str(text), piece.made_of, piece.path, heirs)}
    )
