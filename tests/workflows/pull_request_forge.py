"""The small forge with pull requests: who wrote, agreed and commented, by REST and by GraphQL."""

import re
from dataclasses import dataclass, field
from typing import Any

from tests.workflows.forge_server import BOT, FakeForge, Json, RefusedError, give_page
from tests.workflows.small_graphql import Question, answer

MAIN = "a" * 40
DAY = "2026-03-12T10:00:00Z"


def make_person(login: str) -> Json | None:
    """Give an account; None for one that is gone."""
    if not login:
        return None
    return {"__typename": "Bot" if login.endswith("[bot]") else "User", "login": login.removesuffix("[bot]")}


def make_commit(name: str, *authors: str) -> Json:
    """Give a commit of a pull request, with the accounts that wrote it; "" for an address without an account."""
    people = [{"user": {"login": login} if login else None} for login in authors]
    return {"commit": {"id": f"commit-{name}", "oid": name * 40, "authors": people}}


def make_opinion(account: str, commit: str, state: str = "APPROVED") -> Json:
    """Give what somebody thinks of a commit."""
    return {
        "state": state,
        "submittedAt": DAY,
        "commit": {"oid": commit * 40},
        "author": make_person(account),
    }


def make_pull(number: int, author: str = "nils", head: str = "b", **other: Any) -> Json:
    """Give an open pull request as the GraphQL API has it."""
    return {
        "id": f"pull-{number}",
        "number": number,
        "title": f"Topic {number}",
        "createdAt": DAY,
        "isDraft": False,
        "headRefOid": head * 40,
        "author": make_person(author),
        "mergedAt": None,
        "mergedBy": None,
        "mergeCommit": None,
        "commits": [make_commit(head, author)],
        "latestOpinionatedReviews": [],
        "files": [{"path": "content/proposals/2026-topic.md"}],
    } | other


def make_merged(number: int, by: str = "bruno", **other: Any) -> Json:
    """Give a merged pull request as the GraphQL API has it."""
    merged = {"mergedAt": DAY, "mergedBy": make_person(by), "mergeCommit": {"oid": "c" * 40}}
    return make_pull(number, **merged) | other


@dataclass
class PullRequestForge(FakeForge):
    """A repository with pull requests. REST and GraphQL have lists of their own, which tests fill as they need them."""

    pulls: list[Json] = field(default_factory=list)
    files: dict[int, list[Json]] = field(default_factory=dict)
    said: list[Json] = field(default_factory=list)
    merged: list[Json] = field(default_factory=list)
    waiting: list[Json] = field(default_factory=list)
    heads: list[str] = field(default_factory=lambda: [MAIN])
    page: int = 100
    refusal: Json | None = None

    def open(
        self, number: int, head: str, *, owner: str = "nils", branch: str = "topic", **other: Any
    ) -> Json:
        """Open a pull request."""
        pull = {
            "number": number,
            "head": {"ref": branch, "sha": head, "repo": {"full_name": f"{owner}/groups"}},
            "base": {"ref": "main"},
        } | other
        self.pulls.append(pull | {"owner": owner})
        self.files[number] = [{"filename": "content/proposals/2026-topic.md"}]
        return pull

    def say(self, number: int, body: str, author: str = BOT) -> Json:
        """Put a comment below a pull request."""
        user = {"login": author} if author else None
        self.said.append({"id": 900 + len(self.said), "issue": number, "body": body, "user": user})
        return self.said[-1]

    def answer(self, method: str, path: str, query: Json, data: Json) -> tuple[Any, str]:
        """Give what this forge has more than the one with issues alone."""
        part = path.removeprefix("/repos/example/groups")
        if (method, part) == ("POST", "/graphql"):
            return self.answer_question(data), ""
        if number := self.find_number("/pulls/([0-9]+)", part):
            return {"changed_files": len(self.files[number])}, ""
        if method == "GET" and (found := self.find_list(part, query)) is not None:
            return give_page(self.address, path, query, found)
        if (comment := self.find_comment(method, part)) is not None:
            comment["body"] = self.accept(data["body"])
            return comment, ""
        return super().answer(method, path, query, data)

    @staticmethod
    def find_number(pattern: str, part: str) -> int:
        """Give the number in a path, or 0 where it is another path."""
        found = re.fullmatch(pattern, part)
        return int(found[1]) if found else 0

    def find_list(self, part: str, query: Json) -> list[Json] | None:
        """Give a list that comes in pages."""
        if part == "/pulls":
            return [one for one in self.pulls if self.is_asked(one, query)]
        if number := self.find_number("/pulls/([0-9]+)/files", part):
            return self.files[number]
        if number := self.find_number("/issues/([0-9]+)/comments", part):
            return [one for one in self.said if one["issue"] == number]
        return None

    def find_comment(self, method: str, part: str) -> Json | None:
        """Give the comment that is written or changed."""
        number = self.find_number("/issues/([0-9]+)/comments", part)
        if method == "POST" and number:
            return self.say(number, "")
        number = self.find_number("/issues/comments/([0-9]+)", part)
        return next((one for one in self.said if method == "PATCH" and one["id"] == number), None)

    @staticmethod
    def accept(body: str) -> str:
        """Take a text, unless it is too long for the forge."""
        if len(body) > 65_536:
            raise RefusedError(422, "body is too long")
        return body

    @staticmethod
    def is_asked(pull: Json, query: Json) -> bool:
        """Tell whether a list of open pull requests has one, as the forge picks them: by owner and branch."""
        head = f"{pull['owner']}:{pull['head']['ref']}"
        return (query["head"], query["base"], query["state"]) == (head, pull["base"]["ref"], "open")

    def answer_question(self, data: Json) -> Any:
        """Answer a question of the GraphQL API."""
        if self.refusal is not None:
            return self.refusal
        question = Question(data["query"], data["variables"])
        return {"data": answer(question.fields, self.find_data(question), self.page)}

    def find_data(self, question: Question) -> Json:
        """Give the data that a question is about: the repository, or what has an id."""
        (root,) = question.fields
        if root.name == "node":
            return {"node": self.find_node(root.arguments["id"])}
        if root.arguments != {"owner": "example", "name": "groups"}:
            return {"repository": None}
        (part,) = root.inner
        if part.name == "ref":
            head = self.heads.pop(0) if len(self.heads) > 1 else self.heads[0]
            return {"repository": {"ref": {"target": {"oid": head}} if head else None}}
        assert part.arguments["baseRefName"] == "main"
        lists = {"MERGED": self.merged, "OPEN": self.waiting}
        return {"repository": {"pullRequests": lists[part.arguments["states"][0]]}}

    def find_node(self, name: str) -> Json:
        """Give a pull request or a commit by its id."""
        pulls = [*self.merged, *self.waiting]
        commits = [one["commit"] for pull in pulls for one in pull["commits"]]
        return next(node for node in [*pulls, *commits] if node["id"] == name)
