"""When each file arrived on the main line and what became of it; the only module that runs git."""

import os
import threading
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from scm_site.reading.content_files import FoundFile
from scm_site.reading.git_log import COMMIT, LogVersion, follow_files, read_day, split_log
from scm_site.reading.layout import Syntax, find_slot
from scm_site.reading.parsing import ParsedFile, parse_file

if TYPE_CHECKING:
    from git import Git

_FOLDERS = ("content",)

_LOCK = threading.Lock()


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """The newest change of a file: the commit on the main line, and the day (UTC) it was committed."""

    commit: str
    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class FileVersion:
    """One version of a file on the main line.

    `day` is the day (UTC) it arrived, None for what a shallow clone cuts off. `file` is what it said then; None
    where it cannot be read, and for a file that has one version only, which says what the file says now (unless it is
    in `uncommitted`).
    """

    commit: str
    day: date | None
    file: ParsedFile | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """What git knows; `commit` is "" when it knows nothing, and `gap` says in words what is missing.

    `day` is the day of `commit`. `versions` are those of each file by its present path, the oldest first, renames
    followed; `gone` are those of deleted files, by their last path. `uncommitted` are files that say something else
    now. With `shallow`, files whose last change lies before the first commit that is here are not in
    `changed`.
    """

    commit: str = ""
    day: date | None = field(default=None, compare=False)
    shallow: bool = False
    changed: Mapping[str, Change] = field(default_factory=dict)
    versions: Mapping[str, tuple[FileVersion, ...]] = field(default_factory=dict, compare=False)
    gone: Mapping[str, tuple[FileVersion, ...]] = field(default_factory=dict, compare=False)
    uncommitted: frozenset[str] = field(default=frozenset(), compare=False)
    gap: str = ""


def read_history(root: Path) -> History:
    """Read the versions of every file below `content/`, along the first parents of HEAD, in one pass.

    Never raises: without git, a repository or a commit nothing is known, and nothing is guessed.
    """
    try:
        import git  # noqa: PLC0415 (it raises when there is no git program)
    except ImportError:
        return History(gap="there is no git on this computer")
    if not (root.is_dir() and os.access(root, os.X_OK)):  # GitPython would look at the current folder instead
        return History(gap="the folder cannot be opened")
    try:
        with _without_git_variables():
            return _read(git.Git(root))
    except git.CommandError:
        return History(gap="there is no git history here")


class UnknownRevisionError(Exception):
    """There is no such revision to compare with; the text is one plain line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Start:
    """Where a change left the main line: the commit, and the paths that the change touches since then."""

    commit: str
    touched: frozenset[str]


def read_start(root: Path, base: str) -> Start:
    """Give where the change left `base`, and all paths that differ between there and the files as they are now.

    Files that git does not know yet are touched, too. Raises UnknownRevisionError when there is no git, no
    repository or no such revision.
    """
    with _git_here(root, f"there is no revision `{base}` in a git repository here") as command:
        revision = command.rev_parse("--verify", "--end-of-options", f"{base}^{{commit}}")
        start = command.merge_base(revision, "HEAD", with_exceptions=False).split("\n")[0] or revision
        options = ("--name-only", "-z", "--no-renames", "--no-color", "--no-ext-diff", "--relative")
        touched = command.diff(*options, start, "--", ".")
        added = command.ls_files("--others", "--exclude-standard", "-z", "--", ".")
    return Start(commit=start, touched=frozenset(path for path in f"{touched}\0{added}".split("\0") if path))


def write_content(root: Path, commit: str, folder: Path) -> None:
    """Write the `content/` of a commit into an empty folder; nothing where the commit has none."""
    archive = folder / "content.zip"
    with _git_here(root, f"the content of commit {commit} cannot be read") as command:
        if not command.ls_tree("--name-only", commit, "--", "content"):
            return
        command.archive("--format=zip", f"--output={archive}", commit, "--", "content")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)


@contextmanager
def _git_here(root: Path, complaint: str) -> "Iterator[Git]":
    """Give git in a folder; whatever it cannot do becomes an UnknownRevisionError with one plain line."""
    try:
        import git  # noqa: PLC0415 (it raises when there is no git program)
    except ImportError:
        raise UnknownRevisionError("there is no git on this computer, so --base cannot be used") from None
    try:
        with _without_git_variables():
            yield git.Git(root)
    except git.CommandError:
        raise UnknownRevisionError(complaint) from None


def _read(command: "Git") -> History:
    """Read the history; raises git.CommandError when there is none of this folder."""
    commit = command.rev_parse("--verify", "HEAD^{commit}")
    command.rev_parse("--verify", "HEAD:./content")  # else the repository is around us, not ours
    boundary = _read_boundary(command)
    log = command.log(
        "--first-parent",
        "--root",
        "--encoding=UTF-8",
        "--diff-merges=first-parent",
        "--raw",
        "--no-abbrev",
        "-z",
        "--find-renames",
        "-l0",
        "--no-color",
        "--no-ext-diff",
        "--no-show-signature",
        "--no-notes",
        "--no-mailmap",
        "--relative",
        f"--format={COMMIT}%H %ct",
        commit,
        "--",
        *_FOLDERS,
    )
    followed = follow_files(split_log(log))
    uncommitted = _read_uncommitted(command, commit) & followed.present.keys()
    shallow = bool(boundary)
    return History(
        commit=commit,
        day=read_day(command.log("-1", "--encoding=UTF-8", "--format=%ct", commit)),
        shallow=shallow,
        changed={
            path: Change(commit=newest.commit, day=newest.day)
            for path, (*_, newest) in followed.present.items()
            if newest.commit not in boundary
        },
        versions={
            path: _read_versions(command, found, boundary, is_read=len(found) > 1 or path in uncommitted)
            for path, found in followed.present.items()
        },
        gone={
            path: _read_versions(command, found, boundary, is_read=True)
            for path, found in followed.gone.items()
        },
        uncommitted=uncommitted,
        gap="the clone is shallow: the dates of older changes are not known" if shallow else "",
    )


def _read_versions(
    command: "Git", found: tuple[LogVersion, ...], boundary: frozenset[str], *, is_read: bool
) -> tuple[FileVersion, ...]:
    """Give the versions of a file, with what each of them said where it has to be read."""
    return tuple(
        FileVersion(
            commit=version.commit,
            day=None if version.commit in boundary else version.day,
            file=_read_version(command, version) if is_read else None,
        )
        for version in found
    )


def _read_version(command: "Git", version: LogVersion) -> ParsedFile | None:
    """Give what a record said in an earlier version, or None where it could not be read."""
    slot = find_slot(version.path)
    if slot is None or slot.slot.syntax == Syntax.ATTACHMENT:
        return None
    try:
        _, _, size, content = command.get_object_data(version.blob)
    except ValueError:  # it is not here, or it was no file
        return None
    found = FoundFile(path=version.path, location=Path(version.path), slot=slot, size=size)
    parsed, _ = parse_file(found, content)
    return parsed if isinstance(parsed, ParsedFile) else None


def _read_uncommitted(command: "Git", commit: str) -> frozenset[str]:
    """Give the files that say something else now than in a commit, or are gone."""
    options = ("--name-only", "-z", "--no-renames", "--no-color", "--no-ext-diff", "--relative")
    return frozenset(command.diff(*options, commit, "--", *_FOLDERS).split("\0"))


def _read_boundary(command: "Git") -> frozenset[str]:
    """Give the commits of a shallow clone whose parents are not here; in them, every file looks new."""
    if command.rev_parse("--is-shallow-repository") != "true":
        return frozenset()
    path = Path(str(command.working_dir), command.rev_parse("--git-path", "shallow"))
    return frozenset(path.read_text(encoding="ascii").split())


@contextmanager
def _without_git_variables() -> Iterator[None]:
    """Hide `GIT_DIR` and its like, which a hook or a caller may have set for another repository."""
    with _LOCK:
        hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("GIT_")}
        try:
            yield
        finally:
            os.environ.update(hidden)
