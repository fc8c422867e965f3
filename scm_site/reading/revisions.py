"""Revisions as folders and as lists of changes, so that a change is looked at without being checked out."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from scm_site.reading.content_files import LARGEST_ATTACHMENT
from scm_site.reading.git_commands import GitCommands, GitError, TreeEntry, open_git
from scm_site.reading.git_log import SUBMODULE, LogEntry, split_changes

LINK = "120000"
MOST_FILES, MOST_FOLDERS = 200_000, 100


@dataclass(frozen=True, kw_only=True, slots=True)
class Start:
    """Where a change left the main line: the commit, and the paths that the change touches since then."""

    commit: str
    touched: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Merge:
    """What merging a change would do: the two commits, the tree that comes of it, and what differs from the base.

    Where the two contradict each other, `conflicts` are the paths, and the tree is the change's own.
    """

    base: str
    head: str
    tree: str
    entries: tuple[LogEntry, ...]
    conflicts: tuple[str, ...] = ()


def read_start(root: Path, base: str) -> Start:
    """Give where the change left `base`, and all paths that differ between there and the files as they are now.

    Files that git does not know yet are touched, too. Raises GitError when there is no git, no repository or no
    such revision.
    """
    with open_git(root, f"there is no revision `{base}` in a git repository here") as git:
        revision = git.find_commit(base)
        start = git.find_common_commit(revision, "HEAD") or revision
        touched = [*git.list_changed(start), *git.list_new()]
    return Start(commit=start, touched=frozenset(filter(None, touched)))


def read_merge(root: Path, base: str, head: str) -> Merge:
    """Give what merging `head` into `base` would change; raises GitError when one of them is not there."""
    with open_git(root, f"there is no revision `{base}` in a git repository here") as git:
        base_commit = git.find_commit(base)
    with open_git(root, f"there is no revision `{head}` in a git repository here") as git:
        head_commit = git.find_commit(head)
    with open_git(root, f"`{base}` and `{head}` cannot be compared") as git:
        common = git.find_common_commit(base_commit, head_commit)
        if not common:
            hint = "; this clone is shallow: fetch the rest" if git.read_boundary() else ""
            raise GitError(f"`{base}` and `{head}` have no commit in common{hint}")
        tree, conflicts = head_commit, tuple[str, ...]()
        if common != base_commit:
            tree, conflicts = git.merge_trees(base_commit, head_commit)
        start, tree = (common, head_commit) if conflicts else (base_commit, tree)
        entries = tuple(entry for _, entry in split_changes(git.compare_trees(start, tree)))
    return Merge(base=base_commit, head=head_commit, tree=tree, entries=entries, conflicts=conflicts)


@contextmanager
def open_content(root: Path, revision: str) -> Iterator[Path]:
    """Write the `content/` of a revision into a folder that is there for the block; raises GitError if it cannot.

    Nothing of the revision is run, and none of its settings (such as `.gitattributes`) is followed.
    """
    with TemporaryDirectory(prefix="scm-") as folder:
        with open_git(root, f"the content of {revision} cannot be read") as git:
            entries = tuple(islice(git.list_tree(revision), MOST_FILES + 1))
            if len(entries) > MOST_FILES:
                raise GitError(f"the content of {revision} has more than {MOST_FILES} files")
            try:
                _write_entries(git, entries, Path(folder))
            except OSError as reason:
                raise GitError(f"the content of {revision} cannot be written: {reason.strerror}") from None
        yield Path(folder)


def read_text(root: Path, revision: str, path: str) -> str:
    """Give the text of one small file of a revision, or "" where there is none."""
    with open_git(root, f"{path} of {revision} cannot be read") as git:
        blob = git.find_blob(revision, path)
        content = git.read_blob(blob) if blob else None
    return (content or b"").decode("utf-8", errors="replace")


def _write_entries(git: GitCommands, entries: Sequence[TreeEntry], folder: Path) -> None:
    """Write the paths of a revision.

    A made-up tree can name a path twice, as a link and as a folder. So links come last, when every folder is there, and
    nothing is written through one.
    """
    places = [_find_place(entry, folder) for entry in entries]
    for entry, place in zip(entries, places, strict=True):
        place.parent.mkdir(parents=True, exist_ok=True)
        if entry.mode != LINK:
            _write_file(git, entry, place)
    for entry, place in zip(entries, places, strict=True):
        if entry.mode == LINK:
            target = (git.read_blob(entry.blob) or b"").partition(b"\0")[0]
            place.symlink_to(os.fsdecode(target or b"nowhere"))


def _find_place(entry: TreeEntry, folder: Path) -> Path:
    """Give where a path is written; raises GitError where that would be elsewhere than the path says."""
    parts = tuple(entry.path.split("/"))
    place = folder.joinpath(*parts)
    is_itself = place.parts[len(folder.parts) :] == parts
    if not is_itself or len(parts) > MOST_FOLDERS or any(part.lower() in ("..", ".git") for part in parts):
        raise GitError(f"the revision holds a path that no checkout would write: {entry.path[:200]!r}")
    return place


def _write_file(git: GitCommands, entry: TreeEntry, place: Path) -> None:
    """Write a file; of a submodule only the name, which is a stray file."""
    if entry.mode == SUBMODULE:
        place.touch()
    elif entry.size > LARGEST_ATTACHMENT:
        with place.open("wb") as file:
            file.truncate(entry.size)  # too large in any case, so that only its size counts
    else:
        place.write_bytes(git.read_blob(entry.blob) or b"")
