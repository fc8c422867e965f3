"""What `git log --raw -z` says of the main line, as plain data: the versions of every file, renames followed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

#: No character of this kind is in a commit's hash or a status, so it marks where a commit starts.
COMMIT = "\x01"


@dataclass(frozen=True, kw_only=True, slots=True)
class LogEntry:
    """What a commit on the main line did to one file; `was` is its earlier path when it was renamed."""

    status: str
    path: str
    blob: str
    was: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class LogCommit:
    """A commit on the main line, and the day (UTC) it was committed."""

    id: str
    day: date
    entries: tuple[LogEntry, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LogVersion:
    """One version of a file: the commit that brought it, its day, its path at that time, its content's hash."""

    commit: str
    day: date
    path: str
    blob: str


def split_log(log: str) -> Iterator[LogCommit]:
    """Give the commits in the output of `git log --raw -z` with `COMMIT`, hash and seconds as the format."""
    head, entries = "", list[LogEntry]()
    fields = iter(log.split("\0"))
    for raw in fields:
        told = raw.strip("\n")
        if told.startswith(COMMIT):
            if head:
                yield make_commit(head, entries)
            head, entries = told, []
        elif told.startswith(":"):
            entries.append(read_entry(told, fields))
    if head:
        yield make_commit(head, entries)


def make_commit(head: str, entries: list[LogEntry]) -> LogCommit:
    """Give a commit from its line in the log."""
    commit, _, seconds = head.removeprefix(COMMIT).partition(" ")
    return LogCommit(id=commit, day=read_day(seconds), entries=tuple(entries))


def read_day(seconds: str) -> date:
    """Give the day (UTC) of a commit; one that no calendar has is taken for its last day."""
    try:
        return datetime.fromtimestamp(int(seconds), tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        return date.max


def read_entry(told: str, fields: Iterator[str]) -> LogEntry:
    """Give one entry: `:modes blobs status`, with the path that comes next, or the two paths of a rename."""
    *_, blob, status = told.split(" ")
    path = next(fields)
    if status[0] == "R":
        return LogEntry(status="R", path=next(fields), blob=blob, was=path)
    return LogEntry(status=status[0], path=path, blob=blob)


@dataclass(frozen=True, kw_only=True, slots=True)
class Followed:
    """The versions of each file, the oldest first: by its present path, or if it is gone by its last one."""

    present: Mapping[str, tuple[LogVersion, ...]]
    gone: Mapping[str, tuple[LogVersion, ...]]


def follow_files(commits: Iterator[LogCommit]) -> Followed:
    """Give the versions of each file, renames followed; `commits` come newest first.

    A file that was deleted and brought back keeps the versions from before. One that is gone has its last path.
    """
    now: dict[
        str, tuple[str, bool]
    ] = {}  # the path at that time -> its path today (or its last), and if it is there
    versions: dict[tuple[str, bool], list[LogVersion]] = defaultdict(list)
    for commit in commits:
        earlier: dict[str, tuple[str, bool]] = {}
        for entry in commit.entries:
            today = now.get(entry.path, (entry.path, entry.status != "D"))
            earlier.setdefault(entry.path, (entry.path, False) if entry.was else today)
            if entry.was:
                earlier[entry.was] = today
            if entry.status != "D":
                version = LogVersion(commit=commit.id, day=commit.day, path=entry.path, blob=entry.blob)
                versions[today].append(version)
        now.update(earlier)
    ordered = {key: tuple(reversed(found)) for key, found in sorted(versions.items())}
    return Followed(
        present={path: found for (path, is_there), found in ordered.items() if is_there},
        gone={path: found for (path, is_there), found in ordered.items() if not is_there},
    )
