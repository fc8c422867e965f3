"""When each file arrived on the main line, with what it said then, and what each commit of that line did."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from scm_site.reading.commit_days import place_in_time
from scm_site.reading.content_files import FoundFile
from scm_site.reading.former_layout import find_former_slot
from scm_site.reading.git_commands import GitCommands, GitError, open_git
from scm_site.reading.git_log import (
    CONTENT,
    LogCommit,
    LogEntry,
    LogVersion,
    find_branch_authors,
    follow_files,
    split_log,
)
from scm_site.reading.layout import ACTS_ON_OFFICES, Syntax, find_slot
from scm_site.reading.moving import move_approvals
from scm_site.reading.parsed_file import ParsedFile
from scm_site.reading.parsing import parse_file

#: The kinds of record that say who is entitled to agree, or who is not; all versions of them are read.
ENTITLING = (
    "board",
    "secretariat",
    "approvals",
    "proposal",
    "launch",
    "meeting",  # it says of which groups it is
    "decided",  # it says who stood aside
    "ends",  # it says whether it is by agreement
    *ACTS_ON_OFFICES,
    "corrects",
    "takes-back",
    "group",  # of the release before
)

#: How many commits whose day cannot be right are named.
MOST_NAMED = 3

NO_CONTENT = "the git repository around this folder has no commit that holds its `content/`"


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """The newest change of a file: the commit on the main line, and the day (UTC) it was committed."""

    commit: str
    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class FileVersion:
    """One version of a file on the main line.

    `day` is the day (UTC) it arrived, None for what a shallow clone cuts off, and where the day of the commit cannot be
    right; `since` is the earliest that it can have been then. `file` is what it said then; None
    where it cannot be read, and for a file that has one version only, which says what the file says now (unless it is
    in `uncommitted`). `is_back`: the file had been deleted, and was put back.
    """

    commit: str
    day: date | None
    file: ParsedFile | None = None
    is_back: bool = False
    since: date | None = None


@dataclass(frozen=True, kw_only=True)
class History:
    """What git knows; `commit` is "" when it was not asked, and `gap` says in words what is missing.

    `branch` is the one that is checked out, "" where none is. `day` is the day of `commit`. `versions` are those of
    each file by its present path, the oldest first, renames followed; `gone` are those of deleted files, by their last
    path. `uncommitted` are files that say something else now. With `shallow`, files whose last change lies before the
    first commit that is here are not in `changed`; the commits whose parents are not here are in `boundary`.

    `line` are the commits of the main line, newest first, with every file that each of them touched, also outside of
    `content/`; `commits` are those that touched any; `writers` are the mail addresses of who wrote what each of them
    brought, as they typed them; `entitling` are rosters, groups, proposals and `approvals.yml` as they once were, by
    path and hash.
    """

    commit: str = ""
    day: date | None = field(default=None, compare=False)
    shallow: bool = False
    boundary: frozenset[str] = frozenset()
    changed: Mapping[str, Change] = field(default_factory=dict)
    versions: Mapping[str, tuple[FileVersion, ...]] = field(default_factory=dict, compare=False)
    gone: Mapping[str, tuple[FileVersion, ...]] = field(default_factory=dict, compare=False)
    uncommitted: frozenset[str] = field(default=frozenset(), compare=False)
    gap: str = ""
    branch: str = field(default="", compare=False)
    line: tuple[LogCommit, ...] = field(default=(), compare=False)
    commits: tuple[LogCommit, ...] = field(default=(), compare=False)
    writers: Mapping[str, frozenset[str]] = field(default_factory=dict, compare=False)
    entitling: Mapping[tuple[str, str], ParsedFile] = field(default_factory=dict, compare=False)

    @property
    def moment(self) -> datetime | None:
        """When the newest commit was made (UTC); None where there is none."""
        return self.commits[0].moment if self.commits else None

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each commit on the main line, the oldest first."""
        return {commit.id: number for number, commit in enumerate(reversed(self.commits))}


#: What stands for the history where somebody asked to go on without it: nothing is known, and nothing is guessed.
NO_HISTORY = History(gap="the git history was left out")


def read_history(
    root: Path,
    revision: str = "HEAD",
    *,
    verify: bool = False,
    changing: frozenset[str] = frozenset(),
    until: date | None = None,
) -> History:
    """Read what the first parents of a revision did, in one pass; with `verify`, signatures, too.

    `changing` are files that are about to say something else, so that every version of them is read. No commit can
    have come after `until`.
    Raises GitError when git cannot tell all of it: what could not be worked out is no answer.
    """
    with open_git(root, "the history of the register cannot be told") as git:
        is_here = revision == "HEAD"
        commit = _find_own_commit(git, root) if is_here else git.find_commit(revision)
        line = place_in_time(tuple(split_log(git.log_main_line(commit, verify=verify))), until)
        return _read(git, commit, line, changing, is_here=is_here)


def _find_own_commit(git: GitCommands, root: Path) -> str:
    """Give the commit that is checked out; raises GitError where it is not one of this folder."""
    commit = git.find_newest()
    if not git.has_content(commit):
        broken = "git takes what is in `.git` for no repository" if (root / ".git").exists() else ""
        raise GitError(f"{NO_CONTENT}; {broken}" if broken else NO_CONTENT)
    return commit


def _read(
    git: GitCommands,
    commit: str,
    line: tuple[LogCommit, ...],
    changing: frozenset[str],
    *,
    is_here: bool,
) -> History:
    """Read the history of a commit, whose main line is known; raises GitError when git cannot tell it."""
    commits = tuple(one for one in line if one.entries)
    boundary = git.read_boundary()
    followed = follow_files(commits)
    uncommitted = frozenset(git.list_changed(commit)) & followed.present.keys() if is_here else frozenset()
    return History(
        commit=commit,
        day=line[0].day,
        shallow=bool(boundary),
        boundary=boundary,
        changed={
            path: Change(commit=newest.commit, day=newest.day)
            for path, (*_, newest) in followed.present.items()
            if newest.commit not in boundary and newest.is_dated
        },
        versions={
            path: _read_versions(
                git, found, boundary, is_read=len(found) > 1 or path in uncommitted | changing
            )
            for path, found in followed.present.items()
        },
        gone={
            path: _read_versions(git, found, boundary, is_read=True) for path, found in followed.gone.items()
        },
        uncommitted=uncommitted,
        gap="; ".join(_find_gaps(boundary, commits)),
        branch=git.find_branch() if is_here else "",
        line=line,
        commits=commits,
        writers=find_branch_authors(git.log_authors(commit), commit),
        entitling=_read_entitling(git, commits),
    )


def _find_gaps(boundary: frozenset[str], commits: tuple[LogCommit, ...]) -> Iterator[str]:
    """Say what is not known of the days on which something arrived."""
    if boundary:
        yield "the clone is shallow: the dates of older changes are not known"
    misdated = [commit for commit in reversed(commits) if commit.misdated]
    if misdated:
        told = ", ".join(f"{one.id[:10]} (dated {one.misdated})" for one in misdated[:MOST_NAMED])
        more = f" and {len(misdated) - MOST_NAMED} more" if len(misdated) > MOST_NAMED else ""
        yield f"the days of some commits cannot be right, so that it is not known when they came: {told}{more}"


def _read_versions(
    git: GitCommands, found: tuple[LogVersion, ...], boundary: frozenset[str], *, is_read: bool
) -> tuple[FileVersion, ...]:
    """Give the versions of a file, with what each of them said where it has to be read."""
    return tuple(
        FileVersion(
            commit=version.commit,
            day=None if version.commit in boundary or not version.is_dated else version.day,
            since=None if version.is_dated else version.day,
            file=_read_version(git, version) if is_read else None,
            is_back=number > 0 and version.is_new,
        )
        for number, version in enumerate(found)
    )


def _read_version(git: GitCommands, version: LogVersion | LogEntry) -> ParsedFile | None:
    """Give what a record said in an earlier version, or None where that was no record."""
    slot = find_slot(version.path) or find_former_slot(version.path)
    if slot is None or slot.slot.syntax == Syntax.ATTACHMENT or not version.is_file:
        return None
    content = git.read_blob(version.blob)
    if content is None:
        return None
    found = FoundFile(path=version.path, location=Path(version.path), slot=slot, size=len(content))
    parsed, _ = parse_file(found, content)
    return move_approvals(parsed) if isinstance(parsed, ParsedFile) else None


def _read_entitling(git: GitCommands, commits: tuple[LogCommit, ...]) -> dict[tuple[str, str], ParsedFile]:
    """Give every version of what says who is entitled to agree, by its path and the hash of its content."""
    read: dict[tuple[str, str], ParsedFile] = {}
    for commit in commits:
        for entry in commit.entries:
            if entry.status == "D" or not entry.path.startswith(CONTENT) or (entry.path, entry.blob) in read:
                continue
            slot = find_slot(entry.path) or find_former_slot(entry.path)
            if slot is not None and slot.kind in ENTITLING:
                parsed = _read_version(git, entry)
                if parsed is not None:
                    read[entry.path, entry.blob] = parsed
    return read
