"""A real git repository whose commits have fixed names and dates, for the worked example and for tests."""

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

#: When changes say that they were written, unless told otherwise: nothing may rest on it.
AUTHORED = "1999-12-31T00:00:00Z"

#: Without these, git looks after each commit and each merge in a process of its own whether it should tidy up.
QUICK = {
    "GIT_CONFIG_COUNT": "2",
    "GIT_CONFIG_KEY_0": "maintenance.auto",
    "GIT_CONFIG_VALUE_0": "false",
    "GIT_CONFIG_KEY_1": "gc.auto",
    "GIT_CONFIG_VALUE_1": "0",
}


class GitFailedError(OSError):
    """Git could not do something; the text is one plain line."""


class Repository:
    """A repository in a folder; whatever git is told, somebody's own settings of git do not count.

    `authored` is when changes say that they were written; "" for the day of their commit.
    """

    authored = AUTHORED

    def __init__(self, folder: Path) -> None:
        """Make a repository in a folder, or take the one that is there."""
        self.folder = folder
        if not (folder / ".git").exists():
            folder.mkdir(parents=True, exist_ok=True)
            self.git("init", "--quiet", "--initial-branch=main")

    def git(
        self, *words: str, day: str = "2026-01-01T12:00:00Z", folder: Path | None = None, who: str = ""
    ) -> str:
        """Run git, and give what it prints; `who` is the forge account in whose name a commit is made.

        Raises GitFailedError, also when there is no git.
        """
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment |= {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            **QUICK,
            "GIT_AUTHOR_NAME": "A. Nyman",
            "GIT_AUTHOR_EMAIL": "nyman@example.org",
            "GIT_AUTHOR_DATE": self.authored or day,
            "GIT_COMMITTER_NAME": "B. Silva",
            "GIT_COMMITTER_EMAIL": "silva@example.org",
            "GIT_COMMITTER_DATE": day,
        }
        if who:
            environment |= dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), who)
            mail = f"0+{who}@users.noreply.github.com"  # no user has that number
            environment |= dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), mail)
        try:
            done = subprocess.run(  # noqa: S603 (the words are those of the story and of tests)
                ["git", *words],  # noqa: S607 (whichever git is there)
                cwd=folder or self.folder,
                env=environment,
                check=True,
                capture_output=True,
                text=True,
            )
        except subprocess.CalledProcessError as failed:
            told = (failed.stderr or failed.stdout).strip().splitlines()
            raise GitFailedError(
                f"git {words[0]} failed: {told[-1] if told else failed.returncode}"
            ) from failed
        return done.stdout.strip()

    def leave_out(self, *paths: str) -> None:
        """Let git take no notice of some files or folders at the top of the repository."""
        lines = "".join(f"/{path}\n" for path in paths)
        (self.folder / ".git/info/exclude").write_text(lines, encoding="utf-8")

    def move(self, moves: Iterable[tuple[str, str]]) -> None:
        """Give files or folders other paths, without a commit."""
        for old, new in moves:
            target = self.folder / new
            target.parent.mkdir(parents=True, exist_ok=True)
            (self.folder / old).rename(target)

    def find_head(self) -> tuple[str, str]:
        """Give the branch that is checked out, and its commit; without asking git where a file says it."""
        head = (self.folder / ".git/HEAD").read_text(encoding="utf-8").strip()
        name = head.removeprefix("ref: refs/heads/")
        file = self.folder / ".git/refs/heads" / name
        commit = file.read_text(encoding="utf-8").strip() if file.is_file() else self.git("rev-parse", "HEAD")
        return name, commit

    def switch(self, branch: str, start: str = "") -> None:
        """Go to a branch, unless it is checked out; with a start, to a new one."""
        if start:
            self.git("switch", "--quiet", "--create", branch, start)
        elif self.find_head()[0] != branch:
            self.git("switch", "--quiet", branch)

    def merge(self, day: str, *branches: str, who: str = "", subject: str = "Merge") -> str:
        """Merge branches into the one that is checked out, and give the commit."""
        self.git("merge", "--quiet", "--no-ff", f"--message={subject}", *branches, day=day, who=who)
        return self.find_head()[1]

    def change(
        self,
        day: str,
        changes: Mapping[str, str | bytes | None],
        *,
        who: str = "",
        subject: str = "Change",
    ) -> str:
        """Write (or with None delete) files, commit them, and give the commit."""
        for path, content in changes.items():
            file = self.folder / path
            if content is None:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", f"--message={subject}", day=day, who=who)
        return self.find_head()[1]
