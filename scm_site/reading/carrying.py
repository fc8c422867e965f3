"""When a file arrived that was made of an older one: on the day on which the older one first said so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from scm_site.migration.moving import Move, OldFile
from scm_site.migration.piece import Piece
from scm_site.migration.stating import says
from scm_site.reading.former_layout import FORMER_SLOTS, SUCCESSOR_OF
from scm_site.reading.git_history import Change, FileVersion, History
from scm_site.reading.git_log import LogCommit
from scm_site.reading.moving import gather


@dataclass(frozen=True, kw_only=True, slots=True)
class Carried:
    """A file that was made of an older one: the commit in which the older one, at its path then, first said so.

    `fields` are what it said; where there are none, it was there.
    """

    path: str
    commit: str
    was: str
    fields: tuple[str, ...]


def carry_over(history: History, ledger: Iterable[Carried], move: Move) -> History:
    """Give a history in which carried-over files arrived when what they are made of did.

    `ledger` are those that the register lists, `move` what is moved in memory. Where git was not asked, or what the
    ledger says cannot be, the day of an arrival is not known.
    """
    ledger = tuple(ledger)
    carried = carry(history, ledger)
    return carry(carried, find_origins(carried, move, ledger)) if move.pieces else carried


def carry(history: History, ledger: Iterable[Carried]) -> History:
    """Give a history in which the first version of each file came with the commit that the ledger names."""
    if not history.commit:
        return history
    versions = {path: leave_out_older(own) for path, own in history.versions.items()}
    changed, line = dict(history.changed), index_line(history)
    clean = set[str]()
    for one in ledger:
        own = versions.get(one.path, ())
        first = date_arrival(history, one, line)
        versions[one.path] = (replace(first, file=own[0].file if own else None), *own[1:])
        if not own:
            clean.add(one.path)
        if len(own) < 2:
            changed.pop(one.path, None)
            changed |= {one.path: Change(commit=first.commit, day=first.day)} if first.day else {}
    return replace(history, versions=versions, changed=changed, uncommitted=history.uncommitted - clean)


def leave_out_older(own: tuple[FileVersion, ...]) -> tuple[FileVersion, ...]:
    """Give the versions of a file of today without those in the old shape, which git may take for its beginning."""
    start = next((at for at, one in enumerate(own) if one.file and one.file.kind not in SUCCESSOR_OF), 0)
    return own[start:] if start and own[0].file and own[0].file.kind in SUCCESSOR_OF else own


def date_arrival(history: History, one: Carried, line: dict[str, LogCommit]) -> FileVersion:
    """Give the version that a file carried over begins with; without a day where that is not known or cannot be."""
    commit = line.get(one.commit)
    if commit is None or find_fault(one, line):
        return FileVersion(commit="", day=None)
    if one.commit in history.boundary or commit.misdated:
        return FileVersion(commit=one.commit, day=None, since=commit.day if commit.misdated else None)
    return FileVersion(commit=one.commit, day=commit.day)


def index_line(history: History) -> dict[str, LogCommit]:
    """Give the commits of the main line by their ids."""
    return {commit.id: commit for commit in history.commits}


def find_fault(one: Carried, line: dict[str, LogCommit]) -> str:
    """Say why a file cannot have been carried over as it is listed, as far as the log tells; "" where it can."""
    commit = line.get(one.commit)
    if commit is None:
        return f"the commit {one.commit[:10]} is not on the main branch"
    said = any(entry.path == one.was and entry.status != "D" for entry in commit.entries)
    return "" if said else f"the commit {one.commit[:10]} did not change {one.was}"


def find_unproven(history: History, ledger: Iterable[Carried]) -> Iterator[tuple[Carried, str]]:
    """Give each carried-over file of which it is not proved when it arrived, and why.

    A proof is that the commit is on the main line, changed the older file, and that this one stated the fields then.
    """
    line = index_line(history)
    every = (
        version for versions in (*history.versions.values(), *history.gone.values()) for version in versions
    )
    said = {(one.commit, one.file.path): gather(one.file) for one in every if one.file}
    for one in ledger:
        fault = find_fault(one, line)
        data = said.get((one.commit, one.was))
        missing = [field for field in one.fields if data is not None and not states(data, field)]
        if fault or missing:
            yield one, fault or f"{one.was} did not state {missing[0]} in the commit {one.commit[:10]}"


def states(data: Any, field: str) -> bool:
    """Tell whether there is something in a field, such as `minutes.sent`; a place in a list may be another one then."""
    head, _, rest = field.partition(".")
    if not head:
        return True
    if isinstance(data, list):
        return any(states(one, rest) for one in data)
    return isinstance(data, dict) and head in data and states(data[head], rest)


def find_origins(history: History, move: Move, ledger: Iterable[Carried] = ()) -> Iterator[Carried]:
    """Give for each new file of a move the first version on the main line that said what it is made of.

    Where the older file was itself carried over and said so from its beginning, what the ledger says of it is handed
    on. What no version said, because it is not committed yet, is left out.
    """
    listed = {one.path: one for one in ledger}
    for piece in move.list_new():
        old = move.former[piece.made_of]
        versions = list_versions(history, piece.made_of, old)
        for version in versions:
            is_now = version.file is None and len(versions) == 1 and piece.made_of not in history.uncommitted
            then = old.data if is_now else gather(version.file) if version.file else None
            if then is not None and all(says(then, old.data, field) for field in piece.fields):
                yield hand_on(piece, version, listed.get(piece.made_of))
                break


def hand_on(piece: Piece, version: FileVersion, listed: Carried | None) -> Carried:
    """Give how a new file is carried over from a version of an older one, which may itself be listed."""
    if listed and listed.commit == version.commit:
        return replace(listed, path=piece.path)
    was = version.file.path if version.file else piece.made_of
    return Carried(path=piece.path, commit=version.commit, was=was, fields=piece.fields)


def list_versions(history: History, path: str, old: OldFile) -> tuple[FileVersion, ...]:
    """Give the versions of a file in the old shape, the oldest first, those under its former ids before."""
    slot = next((slot for slot, _ in FORMER_SLOTS if slot.kind == old.kind and slot.match(path)), None)
    ids, part = (slot.match(path) or {}) if slot else {}, "group" if old.kind == "group" else "id"
    formers = old.data.get("former_ids", ()) if slot and part in ids else ()
    gone = (history.gone.get(slot.pattern.format_map({**ids, part: one}), ()) for one in formers if slot)
    return (*(version for versions in gone for version in versions), *history.versions.get(path, ()))
