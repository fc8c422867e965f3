"""Git, as the few commands that we run; the only module that does so. What they print is split elsewhere."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import TYPE_CHECKING

from scm_site.reading.git_log import HEAD_FORMAT, SIGNATURE_FORMAT, split_merges
from scm_site.reading.git_surroundings import SETTINGS, without_git_variables, write_settings

if TYPE_CHECKING:
    from git import Git

#: Whatever somebody has set up, the output is one that a program reads.
_PLAIN = ("-z", "--no-color", "--no-ext-diff")

#: A repository inside of this one is told of, whatever `.gitmodules` or somebody's settings say.
_SUBMODULES = "--ignore-submodules=none"

#: How git ends when it does not know an option.
USAGE = 129

_NO_GIT = "there is no git on this computer"

#: What git says of a revision that is not there; the complaint itself says it better.
_NO_REVISION = "Needed a single revision"


class GitError(Exception):
    """Git could not do it; the text is one plain line, with git's own reason where it gives one."""


class TooOldError(Exception):
    """The git on this computer does not know a command that is needed."""


class _FailedError(Exception):
    """A command failed that may say no; the text is git's reason."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TreeEntry:
    """A path in a revision: what it is (`100644` is an ordinary file), its content's hash, its size in bytes."""

    mode: str
    blob: str
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class GitCommands:
    """Git in one folder; any method raises GitError with `complaint` when git cannot do it."""

    command: "Git"

    def _run(self, name: str, *words: str) -> str:
        """Give what a command of git prints, without the line end at its end."""
        return str(getattr(self.command, name)(*words))

    def find_newest(self) -> str:
        """Give the commit that is checked out; of all ways to ask, this one gives the best reason why there is none."""
        return self._run("log", "-1", "--no-show-signature", "--format=%H")

    def find_branch(self) -> str:
        """Give the branch that is checked out, or "" where it is a commit of none."""
        options = {"with_extended_output": True, "with_exceptions": False}
        status, told, complaint = self.command.symbolic_ref("--short", "--quiet", "HEAD", **options)
        return str(told) if _is_answer(status, complaint) else ""

    def find_commit(self, revision: str) -> str:
        """Give the commit that a revision names."""
        return self._run("rev_parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")

    def has_content(self, revision: str) -> bool:
        """Tell whether this folder holds `content/` in a revision; else the repository is around it, not its own."""
        return bool(self._run("ls_tree", "--name-only", revision, "--", "content"))

    def find_common_commit(self, one: str, other: str) -> str:
        """Give the newest commit that two revisions share, or ""."""
        options = {"with_extended_output": True, "with_exceptions": False}
        status, told, complaint = self.command.merge_base(one, other, **options)
        return str(told).split("\n", maxsplit=1)[0] if _is_answer(status, complaint) else ""

    def log_main_line(self, commit: str, *, verify: bool) -> str:
        """Give the log of the first parents of a commit, with every path that each of them touched, if any."""
        return self._run(
            "log",
            *("--first-parent", "--sparse", "--root", "--diff-merges=first-parent", "--encoding=UTF-8"),
            *("--raw", "--no-abbrev", "--find-renames", "-l0", _SUBMODULES, *_PLAIN),
            *("--no-show-signature", "--no-notes", "--no-mailmap", "--relative"),
            f"--format={HEAD_FORMAT}{SIGNATURE_FORMAT if verify else ''}",
            *(commit, "--", "."),
        )

    def log_authors(self, commit: str) -> str:
        """Give every commit that a commit rests on: its hash, its parents, and the mail address of its author."""
        return self._run(
            "log",
            *("-z", "--no-mailmap", "--encoding=UTF-8", "--no-show-signature", "--format=%H%n%P%n%ae"),
            *(commit, "--"),
        )

    def list_changed(self, commit: str) -> list[str]:
        """Give the paths that say something else now than in a commit, or are gone; renames are two paths.

        Without its index, git takes every file for gone.
        """
        if not self._find_own_file("index").is_file():
            raise GitError("the index of git is missing; `git reset` makes it again")
        options = ("--name-only", "--no-renames", "--relative", "--ignore-submodules=dirty", *_PLAIN)
        with self.command.custom_environment(**write_settings(SETTINGS | self._switch_off_filters())):
            return self._run("diff", *options, commit, "--", ".").split("\0")

    def _switch_off_filters(self) -> dict[str, str]:
        """Give the settings that let no program of this clone change what git reads from a file."""
        options = {"with_extended_output": True, "with_exceptions": False}
        _, told, _ = self.command.config("-z", "--name-only", "--get-regexp", r"^filter\.", **options)
        names = filter(None, told.split("\0"))
        return {name: "false" if name.endswith(".required") else "" for name in names}

    def list_new(self) -> list[str]:
        """Give the paths that git does not know yet and is not told to ignore."""
        return self._run("ls_files", "--others", "--exclude-standard", "-z", "--", ".").split("\0")

    def compare_trees(self, one: str, other: str) -> str:
        """Give what differs between two revisions, renames found, as `git diff-tree --raw -z` prints it."""
        options = ("-r", "--raw", "--no-abbrev", "--find-renames", "-l0", "--relative", _SUBMODULES, *_PLAIN)
        return self._run("diff_tree", *options, one, other, "--", ".")

    def merge_trees(self, one: str, other: str) -> tuple[str, tuple[str, ...]]:
        """Give the tree that merging two commits gives, and the paths in which they contradict each other."""
        words = ("--write-tree", "--name-only", "--no-messages", "-z", one, other)
        options = {"with_extended_output": True, "with_exceptions": False}
        status, told, complaint = self.command.merge_tree(*words, **options)
        tree, *paths = told.split("\0")
        if status not in (0, 1) or not tree:
            raise _FailedError(_find_reason(complaint) or "git cannot merge them")
        return tree, tuple(path for path in paths if path)

    @contextmanager
    def lend_objects(self) -> Iterator["GitCommands"]:
        """Give git in an empty repository that has the objects of this one, for the block.

        Nothing that is set up here, or that stands in a file of the register, counts there: no settings, no attributes,
        no program that merges, no object in place of another one.
        """
        form = self._run("rev_parse", "--show-object-format")
        with TemporaryDirectory(prefix="scm-") as name:
            folder = Path(name)
            self.command.init("--quiet", "--bare", "--template=", f"--object-format={form}", name)
            (folder / "objects/info").mkdir(exist_ok=True)
            (folder / "objects/info/alternates").write_bytes(
                os.fsencode(self._find_own_file("objects").resolve()) + b"\n"
            )
            if (shallow := self._find_own_file("shallow")).is_file():
                (folder / "shallow").write_bytes(shallow.read_bytes())
            lent = type(self.command)(name)
            lent.update_environment(
                GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1", GIT_ATTR_NOSYSTEM="1"
            )
            yield GitCommands(lent)

    def merge_many(self, pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """Give the tree that merging each pair of commits gives, with marks where they contradict each other.

        Raises TooOldError where git cannot do so.
        """
        if not pairs:
            return ()
        words = ("--write-tree", "--stdin", "--name-only", "--no-messages", "--allow-unrelated-histories")
        with TemporaryFile() as asked:
            asked.write("".join(f"{one} {other}\n" for one, other in pairs).encode("ascii"))
            asked.seek(0)
            options = {"istream": asked, "with_extended_output": True, "with_exceptions": False}
            status, told, complaint = self.command.merge_tree(*words, **options)
        if status == USAGE:
            raise TooOldError
        trees = tuple(split_merges(told))
        if status or len(trees) != len(pairs):
            raise _FailedError(_find_reason(complaint) or "git cannot merge them")
        return trees

    def compare_whole_trees(self, one: str, other: str) -> str:
        """Give what differs between two trees, as `git diff-tree --raw -z` prints it; renames are two paths."""
        return self._run(
            "diff_tree", "-r", "--raw", "--no-abbrev", "--no-renames", _SUBMODULES, *_PLAIN, one, other
        )

    def find_prefix(self) -> str:
        """Give where this folder is in its repository: "" at the top, else a path that ends with a slash."""
        return self._run("rev_parse", "--show-prefix")

    def find_present(self, commits: Iterable[str]) -> frozenset[str]:
        """Give those of some hashes that are commits which are here."""
        with TemporaryFile() as asked:
            asked.write("".join(f"{commit}\n" for commit in commits).encode("ascii"))
            asked.seek(0)
            told = str(self.command.cat_file("--batch-check=%(objectname) %(objecttype)", istream=asked))
        return frozenset(line.split()[0] for line in told.splitlines() if line.endswith(" commit"))

    def list_branch(self, head: str, most: int) -> Iterator[tuple[str, bool]]:
        """Give the newest commits of a branch by first parents, the newest first, and whether each changes nothing."""
        told = self._run(
            "log", "--first-parent", f"-{most + 1}", "--no-show-signature", "--format=%H %T", head, "--"
        )
        found = [line.split() for line in told.splitlines()]
        trees = [tree for _, tree in found[1:]] + [""]
        yield from (
            (commit, tree == before) for (commit, tree), before in zip(found[:most], trees, strict=False)
        )

    def list_tree(self, revision: str) -> Iterator[TreeEntry]:
        """Give every path below this folder's `content/` in a revision."""
        listed = self._run("ls_tree", "-r", "-l", "-z", revision, "--", "content")
        for line in filter(None, listed.split("\0")):
            words, _, path = line.partition("\t")
            mode, _, blob, size = words.split()
            if size == "BAD":  # git's word for an object that cannot be read; reading it tells why
                size = str(len(self.read_blob(blob) or b""))
            yield TreeEntry(mode=mode, blob=blob, path=path, size=int(size) if size.isdecimal() else 0)

    def find_blob(self, revision: str, path: str) -> str:
        """Give the hash of what stands at a path of a revision, or ""."""
        listed = self._run("ls_tree", "-z", revision, "--", path).partition("\t")[0]
        return listed.split()[-1] if listed else ""

    def read_blob(self, blob: str) -> bytes | None:
        """Give the bytes of a file, or None where the hash is that of a folder or a commit."""
        try:
            _, kind, size, content = self.command.get_object_data(blob)
        except (ValueError, OSError):
            return self._read_alone(blob)
        if len(content) != size:
            return self._read_alone(blob)
        return bytes(content) if kind in ("blob", b"blob") else None

    def _read_alone(self, blob: str) -> bytes:
        """Give the bytes of a file that could not be read as one of many: that way git does not say why."""
        self.command.clear_cache()
        return bytes(
            self.command.cat_file("blob", blob, stdout_as_string=False, strip_newline_in_stdout=False)
        )

    def read_boundary(self) -> frozenset[str]:
        """Give the commits of a shallow clone whose parents are not here; in them, every file looks new."""
        if self._run("rev_parse", "--is-shallow-repository") != "true":
            return frozenset()
        return frozenset(self._find_own_file("shallow").read_text(encoding="ascii").split())

    def _find_own_file(self, name: str) -> Path:
        """Give the place of a file that git keeps for itself."""
        return Path(str(self.command.working_dir), self._run("rev_parse", "--git-path", name))


@contextmanager
def open_git(root: Path, complaint: str) -> Iterator[GitCommands]:
    """Give git in a folder; whatever it cannot do in the block becomes a GitError: the complaint, and git's reason."""
    try:
        import git  # noqa: PLC0415 (it raises when there is no git program)
    except ImportError:
        raise GitError(_join(complaint, _NO_GIT)) from None
    if not (root.is_dir() and os.access(root, os.X_OK)):  # GitPython would look at the current folder instead
        raise GitError(_join(complaint, "the folder cannot be opened"))
    try:
        with without_git_variables():
            yield GitCommands(git.Git(root))
    except git.GitCommandNotFound:
        raise GitError(_join(complaint, _NO_GIT)) from None
    except _FailedError as reason:
        raise GitError(_join(complaint, str(reason))) from None
    except git.CommandError as error:
        raise GitError(
            _join(complaint, _find_reason(error.stderr) or f"git ended with {error.status}")
        ) from None


def _is_answer(status: int, complaint: str) -> bool:
    """Tell yes (0) from no (1); anything else, and a no that comes with an error, is raised."""
    if status not in (0, 1) or (status and _find_reason(complaint)):
        raise _FailedError(_find_reason(complaint) or f"git ended with {status}")
    return status == 0


def _find_reason(told: str) -> str:
    """Give why git could not do something: of what it complained about, the last that stopped it."""
    reasons = re.findall(r"\bfatal: (.+)", told) or re.findall(r"\berror: (.+)", told)
    return reasons[-1].rstrip("'") if reasons else ""


def _join(complaint: str, reason: str) -> str:
    """Give a complaint with its reason, if it adds anything."""
    return complaint if not reason or reason == _NO_REVISION else f"{complaint}: {reason}"
