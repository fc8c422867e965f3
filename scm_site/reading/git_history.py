"""When each file last changed on the main line; the only module that runs git."""

import os
import threading
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from git import Git

_FOLDERS = ("content",)

#: No character of this kind is in a commit's hash or a status, so it marks where a commit starts.
_COMMIT = "\x01"

_LOCK = threading.Lock()


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """The newest change of a file: the commit on the main line, and the day (UTC) it was committed."""

    commit: str
    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """What git knows; `commit` is "" when it knows nothing, and `gap` says in words what is missing.

    With `shallow`, files whose last change lies before the first commit that is here are not in `changed`.
    """

    commit: str = ""
    shallow: bool = False
    changed: Mapping[str, Change] = field(default_factory=dict)
    gap: str = ""


def read_history(root: Path) -> History:
    """Read the newest change of every file below `content/`, along the first parents of HEAD.

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
        "--diff-merges=first-parent",
        "--name-status",
        "-z",
        "--no-renames",
        "--no-color",
        "--no-ext-diff",
        "--no-show-signature",
        "--no-notes",
        "--no-mailmap",
        "--relative",
        f"--format={_COMMIT}%H %ct",
        commit,
        "--",
        *_FOLDERS,
    )
    shallow = bool(boundary)
    gap = "the clone is shallow: the dates of older changes are not known" if shallow else ""
    return History(commit=commit, shallow=shallow, changed=_find_newest(log, boundary), gap=gap)


def _read_boundary(command: "Git") -> frozenset[str]:
    """Give the commits of a shallow clone whose parents are not here; in them, every file looks new."""
    if command.rev_parse("--is-shallow-repository") != "true":
        return frozenset()
    path = Path(str(command.working_dir), command.rev_parse("--git-path", "shallow"))
    return frozenset(path.read_text(encoding="ascii").split())


def _find_newest(log: str, boundary: frozenset[str]) -> dict[str, Change]:
    """Give the first change that a log, newest first, names for each file; deleted files are left out."""
    newest: dict[str, Change | None] = {}
    for commit, day, status, path in _split_log(log):
        if commit not in boundary and path not in newest:
            newest[path] = None if status == "D" else Change(commit=commit, day=day)
    return {path: change for path, change in sorted(newest.items()) if change}


def _split_log(log: str) -> Iterator[tuple[str, date, str, str]]:
    """Give commit, day, status and path of every change in the output of `git log -z --name-status`."""
    fields = iter(log.split("\0"))
    commit, day = "", date.min
    for raw in fields:
        text = raw.lstrip("\n")
        if text.startswith(_COMMIT):
            commit, _, seconds = text.removeprefix(_COMMIT).partition(" ")
            day = datetime.fromtimestamp(int(seconds), tz=UTC).date()
        elif text:
            yield commit, day, text, next(fields)


@contextmanager
def _without_git_variables() -> Iterator[None]:
    """Hide `GIT_DIR` and its like, which a hook or a caller may have set for another repository."""
    with _LOCK:
        hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("GIT_")}
        try:
            yield
        finally:
            os.environ.update(hidden)
