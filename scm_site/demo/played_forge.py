"""A forge in a folder: pull requests are real branches, merged in the ways in which forges merge, and recorded.

The merges are made by git itself, with the subjects and addresses that a forge writes. The records are those that the
job which publishes the site would collect.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from scm_site.demo.repository import Repository

#: The ways in which a forge merges.
Merge = Literal["merge", "squash", "rebase"]


@dataclass(kw_only=True)
class Pull:
    """An open pull request: who opened it, its branch, the commits on it."""

    number: int
    author: str
    title: str
    opened: str
    commits: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)

    @property
    def branch(self) -> str:
        """The name of its branch, made of author and number."""
        return f"{self.author}-{self.number}"


@dataclass(kw_only=True)
class Forge:
    """Opens and merges pull requests in a repository whose main branch is `main`."""

    repository: Repository
    number: int = 0
    merged: list[dict[str, Any]] = field(default_factory=list)
    waiting: list[dict[str, Any]] = field(default_factory=list)
    branches: list[str] = field(default_factory=list)  # of merged pull requests, not deleted yet

    def open(
        self,
        author: str,
        day: str,
        changes: Mapping[str, str | bytes | None],
        *,
        title: str = "Change",
        who: str = "",
    ) -> Pull:
        """Open a pull request with one commit; the branch stays checked out."""
        pull = self.begin(author, day, title=title)
        self.add(pull, day, changes, who=who)
        return pull

    def begin(self, author: str, day: str, *, title: str = "Change") -> Pull:
        """Begin a pull request that has no commit yet; its branch is checked out."""
        self.number += 1
        pull = Pull(number=self.number, author=author, title=title, opened=day)
        self.repository.switch(pull.branch, "main")
        return pull

    def add(self, pull: Pull, day: str, changes: Mapping[str, str | bytes | None], *, who: str = "") -> str:
        """Add a commit to a pull request."""
        self.repository.switch(pull.branch)
        commit = self.repository.change(day, changes, who=who or pull.author, subject=pull.title)
        pull.commits.append(commit)
        pull.authors.append(who or pull.author)
        return commit

    def merge(  # noqa: PLR0913 (one for each part of a record)
        self,
        pull: Pull,
        day: str,
        *,
        by: str,
        agreed: Sequence[str] = (),
        agreed_early: Sequence[str] = (),
        how: Merge = "merge",
        recorded: bool = True,
    ) -> str:
        """Merge a pull request, and give the commit on main. Who `agreed_early` saw its first commit only."""
        self.repository.switch("main")
        getattr(self, f"_{how}")(pull, day, by)
        _, commit = self.repository.find_head()
        self.branches.append(pull.branch)
        if recorded:
            self.merged.append(self._record(pull, day, by, commit, agreed, agreed_early))
        return commit

    def _merge(self, pull: Pull, day: str, by: str) -> None:
        subject = f"Merge pull request #{pull.number} from {pull.author}/{pull.branch}"
        self.repository.merge(day, pull.branch, who=by, subject=subject)

    def _squash(self, pull: Pull, day: str, by: str) -> None:
        del by  # a squash keeps no trace of who merged it
        self.repository.git("merge", "--quiet", "--squash", pull.branch)
        subject = f"{pull.title} (#{pull.number})"
        self.repository.git("commit", "--quiet", f"--message={subject}", day=day, who=pull.author)

    def _rebase(self, pull: Pull, day: str, by: str) -> None:
        del by
        for commit in pull.commits:
            self.repository.git("cherry-pick", "--allow-empty", commit, day=day)

    def delete_merged_branches(self) -> None:
        """Delete the branch of every merged pull request, as a forge does; goes to the main branch."""
        self.repository.switch("main")
        if self.branches:
            self.repository.git("branch", "--quiet", "--delete", "--force", *self.branches)
            self.branches.clear()

    @staticmethod
    def _record(
        pull: Pull, day: str, by: str, commit: str, agreed: Sequence[str], early: Sequence[str]
    ) -> dict[str, Any]:
        reviews = [(account, pull.commits[-1]) for account in agreed] + [
            (one, pull.commits[0]) for one in early
        ]
        return {
            "number": pull.number,
            "opener": pull.author,
            "authors": sorted({pull.author, *pull.authors}),
            "head": pull.commits[-1],
            "merge_commit": commit,
            "commits": len(pull.commits),
            "merged_at": day,
            "merged_by": by,
            "reviews": [{"account": account, "at": day, "commit": seen} for account, seen in reviews],
        }

    def wait(
        self, pull: Pull, paths: Sequence[str], *, agreed: Sequence[str] = (), draft: bool = False
    ) -> None:
        """Record a pull request that is never merged, for the forge's list of open ones."""
        self.repository.switch("main")
        self.waiting.append(
            {
                "number": pull.number,
                "title": pull.title,
                "author": pull.author,
                "opened_at": pull.opened,
                "draft": draft,
                "paths": list(paths),
                "reviews": [
                    {"account": account, "at": pull.opened, "commit": pull.commits[-1]} for account in agreed
                ],
            }
        )

    def make_records(self, collected: str) -> dict[str, Any]:
        """Give the records as the publish job would collect them at a time."""
        return {
            "version": 1,
            "collected_at": collected,
            "head": self.repository.git("rev-parse", "main"),
            "merged": list(self.merged),
            "open": list(self.waiting),
        }

    def write_records(self, path: Path, collected: str) -> None:
        """Write the records to a file."""
        path.write_text(json.dumps(self.make_records(collected), indent=1) + "\n", encoding="utf-8")
