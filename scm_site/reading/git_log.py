"""What `git log --raw -z` says of the main line, as plain data: its commits, the versions of every file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

#: No character of this kind is in a commit's hash or a status, so it marks where a commit starts.
COMMIT = "\x01"

#: What stands at a commit's head, a line each: nothing in git lets one of these hold a line end.
HEAD_FORMAT = f"{COMMIT}%H%n%ct%n%P%n%T%n%ae%n%an%n%s"
SIGNATURE_FORMAT = "%n%G?%n%GS"
CONTENT = "content/"

#: The mode of a repository inside of another one.
SUBMODULE = "160000"

LAST_MOMENT = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class LogEntry:
    """What a commit on the main line did to one file; `was` is its earlier path when it was renamed.

    `blob` is the hash of its content, `blob_before` the one of what it said before (zeros where it was not there);
    `mode` and `mode_before` are its kinds as git writes them. Without `is_file` it is a repository of its own, of which
    git has nothing here but the hash of a commit.
    """

    status: str
    path: str
    blob: str
    was: str = ""
    blob_before: str = field(default="", compare=False)
    is_file: bool = field(default=True, compare=False)
    mode: str = field(default="", compare=False)
    mode_before: str = field(default="", compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class LogCommit:
    """A commit on the main line, when it was committed, and what it did to each file.

    `tree` is the hash of all its content. Author, mail address and subject are what somebody typed. `signer` is whose
    signature git could verify, or "". Where the day that git gives cannot be right, `misdated` is that day, and `day`
    the earliest that it can have been.
    """

    id: str
    day: date
    entries: tuple[LogEntry, ...]
    seconds: int = 0
    parents: tuple[str, ...] = ()
    tree: str = ""
    mail: str = ""
    author: str = ""
    subject: str = ""
    signer: str = ""
    misdated: date | None = None

    @property
    def moment(self) -> datetime:
        """When it was made (UTC)."""
        return read_moment(str(self.seconds))


@dataclass(frozen=True, kw_only=True, slots=True)
class LogVersion:
    """One version of a file: the commit that brought it, its day, its path at that time, its content's hash.

    `is_new` tells that there was no such file just before. Not `is_dated`: it came on `day` or later.
    """

    commit: str
    day: date
    path: str
    blob: str
    is_new: bool = False
    is_file: bool = True
    is_dated: bool = True


def split_log(log: str) -> Iterator[LogCommit]:
    """Give the commits in the output of `git log --raw -z` with `HEAD_FORMAT`."""
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
    """Give a commit from the lines at its head."""
    commit, seconds, parents, tree, mail, author, subject, *signature = [
        *head.removeprefix(COMMIT).split("\n"),
        *[""] * 5,
    ][:9]
    return LogCommit(
        id=commit,
        day=read_day(seconds),
        seconds=int(read_moment(seconds).timestamp()),
        entries=tuple(entries),
        parents=tuple(parents.split()),
        tree=tree,
        mail=mail,
        author=author,
        subject=subject,
        signer=(signature[1] or "a key that is known here") if signature[0] == "G" else "",
    )


def read_moment(seconds: str) -> datetime:
    """Give when a commit was made (UTC); a time that no calendar has is taken for its last second."""
    try:
        return datetime.fromtimestamp(int(seconds), tz=UTC)
    except (ValueError, OverflowError, OSError):
        return LAST_MOMENT


def read_day(seconds: str) -> date:
    """Give the day (UTC) of a commit."""
    return read_moment(seconds).date()


def split_changes(raw: str) -> Iterator[tuple[str, LogEntry]]:
    """Give the new mode and the entry of each path in the output of `git diff-tree --raw -z`."""
    fields = iter(raw.split("\0"))
    for told in fields:
        if told.startswith(":"):
            yield told.split(" ")[1], read_entry(told, fields)


def split_merges(told: str) -> Iterator[str]:
    """Give the tree of each merge in the output of `git merge-tree --stdin --name-only --no-messages`.

    Of each it tells a number, the tree, the paths that contradict each other, and "" at the end.
    """
    place = 0
    for one in told.split("\0"):
        if place == 1:
            yield one
        place = place + 1 if one else 0


def read_entry(told: str, fields: Iterator[str]) -> LogEntry:
    """Give one entry: `:modes blobs status`, with the path that comes next, or the two paths of a rename."""
    was_mode, mode, before, blob, status = told.split(" ")
    path = next(fields)
    was, path = (path, next(fields)) if status[0] == "R" else ("", path)
    is_file = mode != SUBMODULE
    return LogEntry(
        status=status[0],
        path=path,
        blob=blob,
        was=was,
        blob_before=before,
        is_file=is_file,
        mode=mode,
        mode_before=was_mode.lstrip(":"),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Followed:
    """The versions of each file, the oldest first: by its present path, or if it is gone by its last one."""

    present: Mapping[str, tuple[LogVersion, ...]]
    gone: Mapping[str, tuple[LogVersion, ...]]


def follow_files(commits: Iterable[LogCommit]) -> Followed:
    """Give the versions of each file below `content/`, renames followed; `commits` come newest first.

    A file that was deleted and brought back keeps the versions from before. One that is gone has its last path.
    """
    now: dict[
        str, tuple[str, bool]
    ] = {}  # the path at that time -> its path today (or its last), and if it is there
    versions: dict[tuple[str, bool], list[LogVersion]] = defaultdict(list)
    for commit in commits:
        earlier: dict[str, tuple[str, bool]] = {}
        for entry in commit.entries:
            if not entry.path.startswith(CONTENT) and not entry.was.startswith(CONTENT):
                continue
            today = now.get(entry.path, (entry.path, entry.status != "D"))
            earlier.setdefault(entry.path, (entry.path, False) if entry.was else today)
            if entry.was:
                earlier[entry.was] = today
            if entry.status != "D":
                version = LogVersion(
                    commit=commit.id,
                    day=commit.day,
                    path=entry.path,
                    blob=entry.blob,
                    is_new=entry.status == "A",
                    is_file=entry.is_file,
                    is_dated=commit.misdated is None,
                )
                versions[today].append(version)
        now.update(earlier)
    ordered = {key: tuple(reversed(found)) for key, found in sorted(versions.items())}
    return Followed(
        present={
            path: found
            for (path, is_there), found in ordered.items()
            if is_there and path.startswith(CONTENT)
        },
        gone={
            path: found
            for (path, is_there), found in ordered.items()
            if not is_there and path.startswith(CONTENT)
        },
    )


def find_branch_authors(log: str, newest: str) -> dict[str, frozenset[str]]:
    """Give for each commit of the main line that leads to `newest` the mail addresses of who wrote what it brought.

    `log` tells every commit: hash, parents, address of the author. What a merge brought is what its other parents rest
    on and the main line before it did not. The line is followed here, because commits that touch nothing of ours are
    on it, too.
    """
    parents: dict[str, list[str]] = {}
    mails: dict[str, str] = {}
    for told in filter(None, log.split("\0")):
        commit, above, mail = [*told.strip("\n").split("\n"), "", ""][:3]
        parents[commit], mails[commit] = above.split(), mail
    line, one = list[str](), newest
    while one in parents:
        line.append(one)
        one = next(iter(parents[one]), "")
    seen: set[str] = set()
    brought: dict[str, frozenset[str]] = {}
    for merged in reversed(line):
        waiting, found = parents[merged][1:], set[str]()
        seen.add(merged)
        while waiting:
            one = waiting.pop()
            if one not in seen and one in parents:
                seen.add(one)
                found.add(mails[one])
                waiting.extend(parents[one])
        brought[merged] = frozenset(found or {mails[merged]})
    return brought
