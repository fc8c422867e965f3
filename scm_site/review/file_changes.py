"""Which files a change makes, changes, moves or takes away."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from scm_site.approval.change_kinds import LEDGER, Governed, find_governed
from scm_site.compliance.arrivals import list_former_paths
from scm_site.migration.moving import Move
from scm_site.reading import find_slot
from scm_site.reading.git_log import LogEntry
from scm_site.review.revision import Revision

#: The mode of a file that can be run.
PROGRAM = "100755"

What = Literal["new", "changed", "moved", "gone"]


@dataclass(frozen=True, kw_only=True, slots=True)
class FileChange:
    """What a change does to one file; `was` is the path before, where the file was moved.

    `is_same`: it was moved, and every byte of it is as before. `is_mode_only`: it stays where it is, and only what it
    can be used for changes; `becomes_program`: it can be run from then on.
    """

    what: What
    path: str
    was: str = ""
    is_same: bool = False
    becomes_program: bool = False
    is_mode_only: bool = False

    @property
    def governed(self) -> Governed:
        """The kind of change that it is."""
        return find_governed(self.path)

    @property
    def path_before(self) -> str:
        """The path at which it stood before."""
        return self.was or self.path


def find_file_changes(entries: Iterable[LogEntry], base: Revision, head: Revision) -> tuple[FileChange, ...]:
    """Give what happens to each file, by path.

    Git knows a renamed file again by its content; one that was rewritten, too, is known by its `former_ids`, or by
    the folder of its group.
    """
    changes = {change.path: change for change in map(make_change, entries)}
    folders = dict(find_renamed_groups(changes.values(), head))
    for change in list(changes.values()):
        if change.what == "new":
            former = next(
                (path for path in list_paths_before(change.path, folders, head) if is_gone(path, changes)), ""
            )
            if former and former in base.register.paths:
                changes[change.path] = replace(change, what="moved", was=former)
                del changes[former]
    return tuple(changes[path] for path in sorted(changes))


def leave_out_moved(entries: Iterable[LogEntry], move: Move) -> Iterator[LogEntry]:
    """Give what differs from the base, without the files that `scm migrate` makes of others, where it was run.

    That nothing but their shape changes is a rule (B017).
    """
    found = tuple(entries)
    is_moved = any(entry.path == LEDGER for entry in found)
    own = {*move.former, *(piece.path for piece in move.pieces)} if is_moved else set()
    return (entry for entry in found if entry.path not in own)


def list_governed(changes: Iterable[FileChange]) -> tuple[Governed, ...]:
    """Give every path that a change touches, those before a move included."""
    return tuple(
        find_governed(path) for change in changes for path in dict.fromkeys((change.path, change.path_before))
    )


def make_change(entry: LogEntry) -> FileChange:
    """Give what git says of one path."""
    what: Mapping[str, What] = {"A": "new", "D": "gone", "R": "moved"}
    return FileChange(
        what=what.get(entry.status, "changed"),
        path=entry.path,
        was=entry.was,
        is_same=bool(entry.was) and entry.blob == entry.blob_before,
        becomes_program=entry.mode == PROGRAM != entry.mode_before,
        is_mode_only=entry.status == "M" and entry.blob == entry.blob_before,
    )


def is_gone(path: str, changes: Mapping[str, FileChange]) -> bool:
    """Tell whether a change takes a path away."""
    return path in changes and changes[path].what == "gone"


def list_paths_before(path: str, folders: Mapping[str, str], head: Revision) -> Iterator[str]:
    """Give the paths at which a new file may have stood before; `folders` gives the old id of each renamed group."""
    record = head.record_at.get(path)
    own = list(list_former_paths(record)) if record else []
    for here in [path, *own]:
        parts = here.split("/")
        if parts[:2] == ["content", "groups"] and len(parts) > 3 and parts[2] in folders:
            yield "/".join(["content", "groups", folders[parts[2]], *parts[3:]])
    yield from own


def find_renamed_records(changes: Iterable[FileChange]) -> Iterator[tuple[tuple[str, str], str]]:
    """Give the group and the new id, and the old id, of every record of a group that gets another one."""
    for change in changes:
        now, was = find_slot(change.path), find_slot(change.path_before)
        if change.what == "moved" and now and was and now.kind == was.kind and "id" in now.ids:
            yield (now.ids.get("group", ""), now.ids["id"]), was.ids["id"]


def find_renamed_groups(changes: Iterable[FileChange], head: Revision) -> Iterator[tuple[str, str]]:
    """Give the new and the old id of every group whose record was moved, or names the old id of one that is gone."""
    changes = list(changes)
    gone = {
        change.governed.group
        for change in changes
        if change.what == "gone" and change.governed.kind == "launch"
    }
    for change in changes:
        if change.governed.kind != "launch":
            continue
        if change.what == "moved":
            yield change.governed.group, find_governed(change.was).group
        record = head.record_at.get(change.path)
        for former in getattr(record, "former_ids", ()):
            if former in gone:
                yield change.governed.group, former
