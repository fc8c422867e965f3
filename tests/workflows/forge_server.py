"""A small forge on 127.0.0.1 that answers as GitHub's REST API does, for the few calls that our scripts make."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

REPOSITORY = "example/groups"
TOKEN = "t0ken-of-the-workflow"  # noqa: S105 (opens nothing)
BOT = "github-actions[bot]"

Json = dict[str, Any]
#: What to do with a request instead: a status and headers, or None to answer as usual.
Trouble = Callable[[str, str, Json], tuple[int, dict[str, str]] | None]


class RefusedError(Exception):
    """The forge refuses, with a status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass
class FakeForge:
    """One repository: its issues, labels and comments, and every request that came."""

    fork: bool = False
    has_issues: bool = True
    author: str = BOT
    issues: list[Json] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    comments: list[tuple[int, str]] = field(default_factory=list)
    requests: list[tuple[str, str]] = field(default_factory=list)
    trouble: Trouble = lambda *_: None
    address: str = ""

    @property
    def writes(self) -> list[tuple[str, str]]:
        return [(method, path) for method, path in self.requests if method != "GET"]

    def add_issue(self, body: str, *, author: str = BOT, labels: tuple[str, ...] = ("reminder",)) -> Json:
        """Put an issue there that was not made by a request."""
        return self.insert("An issue", body, author, labels)

    def insert(self, title: str, body: str, author: str, labels: tuple[str, ...]) -> Json:
        known = {name.lower(): name for name in self.labels}
        labels = tuple(known.get(name.lower(), name) for name in labels)
        issue = {
            "number": len(self.issues) + 1,
            "title": title,
            "body": body,
            "state": "open",
            "state_reason": None,
            "user": {"login": author},
            "labels": [{"name": name} for name in labels],
        }
        self.issues.append(issue)
        self.labels.update(labels)
        return issue

    def has_label(self, name: str) -> bool:
        """Tell whether there is a label; capital and small letters are the same to the forge."""
        return name.lower() in {label.lower() for label in self.labels}

    def answer(self, method: str, path: str, query: Json, data: Json) -> tuple[Any, str]:
        """Give the data of an answer and its header `Link`."""
        part = path.removeprefix(f"/repos/{REPOSITORY}")
        if (method, part) == ("GET", ""):
            return {"fork": self.fork, "has_issues": self.has_issues}, ""
        if (method, part) == ("GET", "/issues"):
            return self.list_issues(path, query)
        if found := re.fullmatch("/labels/(.+)", part):
            if not self.has_label(found[1]):
                raise RefusedError(404, "Not Found")
            return {"name": found[1]}, ""
        return self.change(method, part, data), ""

    def list_issues(self, path: str, query: Json) -> tuple[list[Json], str]:
        """Give a page of issues, newest first, as the forge does."""
        wanted, state = set(query["labels"].split(",")), query.get("state", "open")
        found = [
            issue
            for issue in reversed(self.issues)
            if wanted <= {label["name"].lower() for label in issue["labels"]}
            and state in ("all", issue["state"])
        ]
        return give_page(self.address, path, query, found)

    def change(self, method: str, part: str, data: Json) -> Any:
        """Change something, as a POST or PATCH asks for."""
        if (method, part) == ("POST", "/labels"):
            if self.has_label(data["name"]):
                raise RefusedError(422, "already_exists")
            self.labels.add(data["name"])
            return data
        if (method, part) == ("POST", "/issues"):
            known = all(self.has_label(name) for name in data["labels"])
            if len(data["body"]) > 65_536 or len(data["title"]) > 256 or not known:
                raise RefusedError(422, "Validation Failed")
            return self.insert(data["title"], data["body"], self.author, tuple(data["labels"]))
        return self.change_issue(method, part, data)

    def change_issue(self, method: str, part: str, data: Json) -> Json:
        """Change an issue, or say something below it."""
        found = re.fullmatch("/issues/([0-9]+)(/comments)?", part)
        issue = next((issue for issue in self.issues if found and issue["number"] == int(found[1])), None)
        if issue and found and (method, found[2]) == ("POST", "/comments"):
            self.comments.append((issue["number"], data["body"]))
        elif issue and method == "PATCH":
            issue.update(data)
        else:
            raise RefusedError(404, "Not Found")
        return issue


def give_page(address: str, path: str, query: Json, found: list[Json]) -> tuple[list[Json], str]:
    """Give a page of a list, and the header that leads to the next one."""
    page, size = int(query.get("page", 1)), min(int(query.get("per_page", 30)), 100)
    more = urlencode(query | {"page": page + 1})
    link = f'<{address}{path}?{more}>; rel="next", <{address}>; rel="last"'
    return found[(page - 1) * size : page * size], link if page * size < len(found) else ""


class Handler(BaseHTTPRequestHandler):
    """Answers for the forge of its server."""

    server: "ForgeServer"

    def do_GET(self) -> None:
        self.answer()

    def do_POST(self) -> None:
        self.answer()

    def do_PATCH(self) -> None:
        self.answer()

    def answer(self) -> None:
        forge = self.server.forge
        data = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")
        url = urlsplit(self.path)
        query = {name: values[-1] for name, values in parse_qs(url.query).items()}
        forge.requests.append((self.command, url.path.removeprefix(f"/repos/{REPOSITORY}")))
        try:
            if self.headers.get("Authorization") != f"Bearer {TOKEN}":
                raise RefusedError(401, "Bad credentials")
            if trouble := forge.trouble(self.command, url.path, data):
                # A forge that repeats what it was sent must not bring the token into our log.
                told = {"message": f"Trouble\n::error::with {self.headers['Authorization']} ##[error]"}
                self.send(trouble[0], told, trouble[1])
                return
            given, link = forge.answer(self.command, url.path, query, data)
            self.send(201 if self.command == "POST" else 200, given, {"Link": link} if link else {})
        except RefusedError as refused:
            self.send(refused.status, {"message": str(refused)}, {})

    def send(self, status: int, data: Any, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(json.dumps(data).encode())

    def log_message(self, *_: Any) -> None:
        """Stay quiet."""


class ForgeServer(ThreadingHTTPServer):
    """A forge on a free port of this machine."""

    def __init__(self, forge: FakeForge) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.forge = forge
        forge.address = f"http://127.0.0.1:{self.server_port}"


@contextmanager
def serve(forge: FakeForge) -> Iterator[FakeForge]:
    """Let a forge answer while a test runs."""
    with ForgeServer(forge) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        try:
            yield forge
        finally:
            server.shutdown()
