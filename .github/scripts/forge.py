"""The forge's REST and GraphQL APIs, as far as our scripts need them.

https://docs.github.com/en/rest and https://docs.github.com/en/graphql
"""

import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any, TypeVar
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

#: How often one request is tried, and how many seconds a whole run may spend waiting between tries.
TRIES = 4
PATIENCE = 120.0
TIMEOUT = 30
MOST_PAGES = 100
Given = TypeVar("Given")
NEXT = re.compile(r'<([^>]*)>; rel="next"')


class ForgeError(Exception):
    """The forge did not do what it was asked: the text says what and why; `code` is the HTTP status, if any."""

    code = 0


class RefusedQuestionError(ValueError):
    """The forge answered a question with errors."""


class NoRedirect(HTTPRedirectHandler):
    """Sends the token to no other address than the one it was given for."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow nothing: a redirect becomes an error."""
        return


OPENER = build_opener(NoRedirect)


@dataclass(frozen=True, kw_only=True)
class Issue:
    """An issue, as far as reminders look at it; labels in small letters, because to the forge they are the same."""

    number: int
    title: str
    body: str
    is_open: bool
    author: str
    labels: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Comment:
    """A comment below an issue or a pull request; the author of one whose account is gone is ""."""

    number: int
    body: str
    author: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the forge returned: the data, and where its next page is ("" on the last)."""

    data: Any
    next_page: str = ""


@dataclass(kw_only=True)
class Forge:
    """One repository on the forge. `pause` is the number of seconds between two writes, as the forge asks for."""

    api: str
    repository: str
    graphql: str = ""
    token: str = field(repr=False)
    pause: float = 1.0
    patience: float = PATIENCE

    def read_repository(self) -> dict[str, Any]:
        """Give what the forge says about the repository."""
        return dict(self.call("GET", "").data)

    def list_pages(self, path: str, **query: str) -> Iterator[dict[str, Any]]:
        """Give every entry of a list that comes in pages."""
        asked = f"?{urlencode(query | {'per_page': '100'})}"
        for _ in range(MOST_PAGES):
            answer = self.call("GET", path + asked)
            if not isinstance(answer.data, list) or not all(isinstance(one, dict) for one in answer.data):
                raise ForgeError(f"GET {path}: the forge gave no list")
            yield from answer.data
            if not answer.next_page:
                return
            asked = answer.next_page
        raise ForgeError(f"GET {path}: there are more than {MOST_PAGES} pages")

    def list_issues(self, label: str) -> Iterator[Issue]:
        """Give every issue with a label, open or closed; pull requests are left out."""
        found = self.list_pages("/issues", labels=label, state="all")
        return (make_issue(data) for data in found if "pull_request" not in data)

    def has_label(self, name: str) -> bool:
        """Tell whether the repository has a label."""
        try:
            self.call("GET", f"/labels/{quote(name)}")
        except ForgeError as error:
            if error.code != 404:
                raise
            return False
        return True

    def create_label(self, name: str, color: str, description: str) -> None:
        """Make a label."""
        self.write("POST", "/labels", {"name": name, "color": color, "description": description})

    def create_issue(self, title: str, body: str, label: str) -> Issue:
        """Open a new issue."""
        return make_issue(self.write("POST", "/issues", {"title": title, "body": body, "labels": [label]}))

    def change_issue(self, number: int, **changes: str) -> None:
        """Change some fields of an issue."""
        self.write("PATCH", f"/issues/{number}", changes)

    def add_comment(self, number: int, text: str) -> None:
        """Say something below an issue."""
        self.write("POST", f"/issues/{number}/comments", {"body": text})

    def list_comments(self, number: int) -> Iterator[Comment]:
        """Give every comment below an issue or a pull request, the oldest first."""
        return map(make_comment, self.list_pages(f"/issues/{number}/comments"))

    def change_comment(self, number: int, text: str) -> None:
        """Put another text in the place of a comment's."""
        self.write("PATCH", f"/issues/comments/{number}", {"body": text})

    def write(self, method: str, path: str, data: dict[str, Any]) -> Any:
        """Change something, not too soon after the last change."""
        time.sleep(self.pause)
        return self.call(method, path, data).data

    def call(self, method: str, path: str, data: dict[str, Any] | None = None) -> Answer:
        """Make one request, some times over if the trouble may pass; raises ForgeError.

        After a broken answer nobody knows whether a POST made its issue or comment, so it is left to the next run.
        """
        address = f"{self.api}/repos/{self.repository}{path}"
        return self.insist(
            lambda: self.send(method, address, data), f"{method} {path or '/'}", may_repeat=method != "POST"
        )

    def ask(self, question: str, **variables: Any) -> dict[str, Any]:
        """Ask the GraphQL API; a question changes nothing, so it may be asked again. Raises ForgeError."""
        data = {"query": question, "variables": variables}
        return self.insist(
            lambda: read_asked(self.send("POST", self.graphql, data).data), "GraphQL", may_repeat=True
        )

    def insist(self, act: Callable[[], Given], told: str, *, may_repeat: bool) -> Given:
        """Do something, some times over if the trouble may pass; `told` names it."""
        for attempt in range(TRIES):
            try:
                return act()
            except (OSError, HTTPException, ValueError) as error:
                wait = find_wait(error, self.pause * 2**attempt)
                if attempt == TRIES - 1 or wait > self.patience or not may_pass(error, may_repeat=may_repeat):
                    raise make_forge_error(told, error) from error
                self.patience -= wait
                time.sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    def send(self, method: str, address: str, data: dict[str, Any] | None) -> Answer:
        """Make one request once."""
        request = Request(  # noqa: S310 (runner.py takes https only)
            address,
            method=method,
            data=None if data is None else json.dumps(data).encode(),
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
                "User-Agent": "scm-register",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        with OPENER.open(request, timeout=TIMEOUT) as response:
            # Of the next page's address only the query is used, so that no answer sends the token elsewhere.
            following = NEXT.search(response.headers.get("Link", ""))
            page = f"?{urlsplit(following[1]).query}" if following else ""
            return Answer(data=json.load(response), next_page=page)


def read_asked(answer: Any) -> dict[str, Any]:
    """Give the data of an answer of the GraphQL API; half an answer counts as none."""
    if not isinstance(answer, dict):
        raise RefusedQuestionError("the answer is in a form that we do not know")
    errors = answer.get("errors")
    if errors or not isinstance(answer.get("data"), dict):
        told = [str(one.get("message")) for one in errors or () if isinstance(one, dict)]
        raise RefusedQuestionError("; ".join(told) or "the answer has no data")
    return dict(answer["data"])


def make_issue(data: dict[str, Any]) -> Issue:
    """Read an issue; the author of one whose account is gone is ""."""
    try:
        return Issue(
            number=int(data["number"]),
            title=data["title"] or "",
            body=data["body"] or "",
            is_open=data["state"] == "open",
            author=data["user"]["login"] if data["user"] else "",
            labels=frozenset(label["name"].lower() for label in data["labels"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ForgeError("the forge gave an issue in a form that we do not know") from error


def make_comment(data: dict[str, Any]) -> Comment:
    """Read a comment."""
    try:
        return Comment(
            number=int(data["id"]),
            body=data["body"] or "",
            author=data["user"]["login"] if data["user"] else "",
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ForgeError("the forge gave a comment in a form that we do not know") from error


def may_pass(error: Exception, *, may_repeat: bool) -> bool:
    """Tell whether trying again may help; `may_repeat` says that doing it twice is as good as once."""
    if isinstance(error, HTTPError):
        return is_rate_limit(error) or error.code == 503 or (error.code >= 500 and may_repeat)
    return may_repeat


def is_rate_limit(error: HTTPError) -> bool:
    """Tell whether the forge asks for patience; it does nothing then."""
    limited = "Retry-After" in error.headers or error.headers.get("X-RateLimit-Remaining") == "0"
    return error.code == 429 or (error.code == 403 and limited)


def find_wait(error: Exception, usual: float) -> float:
    """Give the seconds to wait before the next try: what the forge asks for, or the usual."""
    asked = error.headers.get("Retry-After", "") if isinstance(error, HTTPError) else ""
    return float(asked) if asked.isdecimal() else usual


def make_forge_error(told: str, error: Exception) -> ForgeError:
    """Say which request failed, and why."""
    made = ForgeError(f"{told}: {explain(error)}")
    made.code = error.code if isinstance(error, HTTPError) else 0
    return made


def explain(error: Exception) -> str:
    """Give the reason in a few words."""
    if not isinstance(error, HTTPError):
        return str(error) or type(error).__name__
    try:
        told = json.load(error).get("message", "")
    except (OSError, HTTPException, ValueError, AttributeError):
        told = ""
    return f"{error.code} {told or error.reason}"
