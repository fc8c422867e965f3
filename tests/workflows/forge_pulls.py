"""The pull requests of the forge on 127.0.0.1: as its REST API lists them, and as its GraphQL API answers about them.

The questions of `.github/scripts/questions.py` were held against the public schema of GitHub's API; this answers them
with pages as long as they ask for, and with nothing that they do not ask for.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.workflows.forge_server import BOT, FakeForge, Json, RefusedError, give_page

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
    merged_at: str = "2026-03-12T10:00:00Z"
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
            "mergedAt": self.merged_at,
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


@dataclass
class ForgeWithPulls(FakeForge):
    """A repository with pull requests and what was said below them."""

    pulls: list[FakePull] = field(default_factory=list)
    said: list[Json] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.graphql = GraphQL(self.pulls)

    def answer(self, method: str, path: str, query: Json, data: Json) -> tuple[Any, str]:
        """Give what this forge has more than the one with issues alone."""
        part = path.removeprefix("/repos/example/groups")
        if (method, path) == ("POST", "/graphql"):
            return self.graphql.answer(data), ""
        if method == "GET" and re.match("/pulls|/issues/[0-9]+/comments", part):
            found = self.find(part, query)
            return give_page(self.address, path, query, found) if isinstance(found, list) else (found, "")
        if found := re.fullmatch("/issues/comments/([0-9]+)", part):
            (comment,) = [one for one in self.said if one["id"] == int(found[1])]
            comment["body"] = data["body"]
            return comment, ""
        if found := re.fullmatch("/issues/([0-9]+)/comments", part):
            return self.say(int(found[1]), data["body"]), ""
        return super().answer(method, path, query, data)

    def find(self, part: str, query: Json) -> Any:
        """Give something of the pull requests: those of a branch, one, its files, or its comments."""
        if part == "/pulls":
            assert query["state"] == "open"
            owned = [
                pull
                for pull in self.pulls
                if query["head"] == f"{pull.repository.split('/')[0]}:{pull.branch}"
            ]
            return [pull.show() for pull in owned if not pull.merged_by]
        number = int(part.split("/")[2])
        if part.endswith("/comments"):
            return [one for one in self.said if one["pull"] == number]
        (pull,) = [pull for pull in self.pulls if pull.number == number]
        return pull.show_files()[:3000] if part.endswith("/files") else pull.show()

    def say(self, pull: int, body: str, author: str = BOT) -> Json:
        """Put a comment below a pull request."""
        if len(body) > 65_536:
            raise RefusedError(422, "Validation Failed")
        user = {"login": author} if author else None
        self.said.append({"id": 900 + len(self.said), "pull": pull, "body": body, "user": user})
        return self.said[-1]
