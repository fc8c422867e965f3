"""The pull requests of the forge on 127.0.0.1: as its REST API lists them, and as its GraphQL API answers about them.

The questions of `.github/scripts/questions.py` were held against the public schema of GitHub's API; this answers them
with pages as long as they ask for, and with nothing that they do not ask for.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

HEAD = "f" * 40


def make_commit(number: int) -> str:
    """Give the hash of a commit that is not there."""
    return f"{number:040x}"


@dataclass(kw_only=True)
class FakeReview:
    """What somebody said last about a pull request; by `commit` None, about one that is gone."""

    account: str
    state: str = "APPROVED"
    commit: str | None = None
    kind: str = "User"

    def show(self) -> Json:
        return {
            "state": self.state,
            "submittedAt": "2026-03-12T09:00:00Z",
            "commit": {"oid": self.commit} if self.commit else None,
            "author": show_account(self.account, self.kind),
        }


@dataclass(kw_only=True)
class FakePull:
    """A pull request; `writers` are the authors of each of its commits, "" for somebody without an account."""

    number: int
    author: str = "nils"
    kind: str = "User"
    branch: str = "patch-1"
    repository: str = "nils/groups"
    base: str = "main"
    sha: str = ""
    title: str = "A topic"
    merged_by: str = ""
    merge_commit: str | None = None
    is_draft: bool = False
    files: list[str] = field(default_factory=lambda: ["content/proposals/2026-a.md"])
    renamed_from: str = ""
    changed_files: int | None = None
    writers: list[list[str]] = field(default_factory=lambda: [["nils"]])
    listed: int | None = None
    reviews: list[FakeReview] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sha = self.sha or make_commit(self.number)

    def show(self) -> Json:
        """Give it as the REST API does."""
        return {
            "number": self.number,
            "state": "open",
            "title": self.title,
            "changed_files": len(self.files) if self.changed_files is None else self.changed_files,
            "head": {
                "ref": self.branch,
                "sha": self.sha,
                "repo": {"full_name": self.repository} if self.repository else None,
            },
            "base": {"ref": self.base},
        }

    def show_files(self) -> list[Json]:
        more = {"previous_filename": self.renamed_from} if self.renamed_from else {}
        return [{"filename": name} | (more if place == 0 else {}) for place, name in enumerate(self.files)]

    def show_node(self, question: str) -> Json:
        """Give it as the GraphQL API does, with the first pages of its lists."""
        node: Json = {
            "id": f"PR{self.number}",
            "number": self.number,
            "title": self.title,
            "headRefOid": self.sha,
            "createdAt": "2026-03-01T08:00:00Z",
            "mergedAt": "2026-03-12T10:00:00Z",
            "isDraft": self.is_draft,
            "mergeCommit": {"oid": self.merge_commit} if self.merge_commit else None,
            "author": show_account(self.author, self.kind),
            "mergedBy": show_account(self.merged_by),
        }
        asked = {name: value for name, value in node.items() if re.search(rf"\b{name}\b", question)}
        for name in ("commits", "files", "latestOpinionatedReviews"):
            if found := re.search(rf"\b{name}\(first: ([0-9]+)\)", question):
                asked[name] = make_page(self.list_entries(name), int(found[1]), None, self.count(name))
        return asked

    def count(self, name: str) -> int:
        return len(self.writers) if name == "commits" else len(self.list_entries(name))

    def list_entries(self, name: str) -> list[Json]:
        """Give all that the forge lists; of the commits no more than `listed`."""
        if name == "files":
            return [{"path": path} for path in self.files]
        if name == "commits":
            return [
                {
                    "commit": {
                        "id": f"PR{self.number}-{place}",
                        "authors": make_page(show_writers(writers), 10),
                    }
                }
                for place, writers in enumerate(self.writers)
            ][: self.listed]
        return [review.show() for review in self.reviews]


def show_account(login: str, kind: str = "User") -> Json | None:
    return {"__typename": kind, "login": login} if login else None


def show_writers(writers: list[str]) -> list[Json]:
    return [{"user": {"login": login} if login else None} for login in writers]


def make_page(entries: list[Json], size: int, after: str | None = None, total: int | None = None) -> Json:
    """Give a page of a list: what comes after a cursor, and where the next page begins."""
    start = int(after or 0)
    end = start + size
    return {
        "totalCount": len(entries) if total is None else total,
        "pageInfo": {"hasNextPage": end < len(entries), "endCursor": str(end)},
        "nodes": entries[start:end],
    }


@dataclass
class GraphQL:
    """Answers questions about pull requests; `trouble` may give another answer instead."""

    pulls: list[FakePull]
    head: str = HEAD
    asked: list[str] = field(default_factory=list)
    trouble: Callable[[str], Json | None] = lambda _: None

    def answer(self, data: Json) -> Json:
        """Give the answer to one question."""
        question, variables = data["query"], data["variables"]
        name = re.search(r"query (\w+)", question)
        assert name
        self.asked.append(name[1])
        if (trouble := self.trouble(name[1])) is not None:
            return trouble
        if name[1] == "More":
            return {"data": {"node": self.give_more(question, variables)}}
        if name[1] == "Branch":
            assert variables["branch"] == "refs/heads/main"
            return {"data": {"repository": {"ref": {"target": {"oid": self.head}} if self.head else None}}}
        found = [pull for pull in self.pulls if pull.base == variables["branch"]]
        found = [pull for pull in found if bool(pull.merged_by) == (name[1] == "Merged")]
        size = re.search(r"first: ([0-9]+), after: \$after", question)
        assert size
        nodes = [pull.show_node(question) for pull in found]
        return {"data": {"repository": {"pullRequests": make_page(nodes, int(size[1]), variables["after"])}}}

    def give_more(self, question: str, variables: Json) -> Json:
        """Give the next page of a list inside of something."""
        number, _, commit = variables["id"].removeprefix("PR").partition("-")
        (pull,) = [pull for pull in self.pulls if pull.number == int(number)]
        asked = re.search(r"(\w+)\(first: 100, after: \$after\)", question)
        assert asked
        entries = show_writers(pull.writers[int(commit)]) if commit else pull.list_entries(asked[1])
        return {asked[1]: make_page(entries, 100, variables["after"])}
