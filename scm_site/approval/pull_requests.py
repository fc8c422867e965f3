"""The forge's records of pull requests: who agreed to what and when, as the trusted publish job collected them."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scm_site.records.schemas import find_misfit

TIME = "%Y-%m-%dT%H:%M:%SZ"
SCHEMA = Path(__file__).with_name("pull-requests.schema.json")
LARGEST = 32 * 1024 * 1024


class PullRequestsError(Exception):
    """The file cannot be used; the text is one plain line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """That an account agreed, when, and to which commit."""

    account: str
    at: datetime
    commit: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PullRequest:
    """A pull request that was merged: who wrote it, who agreed, what it became on the main branch.

    `authors` are the accounts of whoever opened it or has a commit in it, as the forge knows them; `opener` is who
    opened it.
    """

    number: int
    authors: tuple[str, ...]
    head: str
    merge_commit: str
    commits: int
    merged_at: datetime
    merged_by: str
    reviews: tuple[Review, ...]
    opener: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenPullRequest:
    """A pull request that waits: since when, who opened it, which paths it touches, who agreed to its last commit."""

    number: int
    title: str
    author: str
    opened_at: datetime
    is_draft: bool
    paths: tuple[str, ...]
    reviews: tuple[Review, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PullRequests:
    """Every pull request to the main branch, as the forge told when `head` was the newest commit of that branch."""

    collected_at: datetime
    head: str
    merged: tuple[PullRequest, ...] = ()
    waiting: tuple[OpenPullRequest, ...] = ()


def read_pull_requests(path: Path) -> PullRequests:
    """Read the file; raises PullRequestsError when it is not there, too large, or not in the form of version 1."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)  # a device never ends, and says that its size is 0
        if len(content) > LARGEST:
            raise PullRequestsError(f"{path}: larger than {LARGEST} bytes")
        document = json.loads(content.decode("utf-8"))
    except OSError as error:
        raise PullRequestsError(f"{path}: {error.strerror}") from None
    except (ValueError, RecursionError):
        raise PullRequestsError(f"{path}: not a JSON document") from None
    if misfit := find_misfit(document, SCHEMA):
        raise PullRequestsError(f"{path}: {misfit}")
    try:
        return make_pull_requests(document)
    except ValueError:
        raise PullRequestsError(f"{path}: a time in it is none of the calendar") from None


def make_pull_requests(document: dict[str, Any]) -> PullRequests:
    """Give the records of a document that fits the schema."""
    return PullRequests(
        collected_at=read_time(document["collected_at"]),
        head=document["head"],
        merged=tuple(sorted(map(make_merged, document["merged"]), key=lambda one: one.number)),
        waiting=tuple(sorted(map(make_open, document["open"]), key=lambda one: one.number)),
    )


def make_merged(data: dict[str, Any]) -> PullRequest:
    """Give a merged pull request."""
    return PullRequest(
        number=data["number"],
        authors=tuple(data["authors"]),
        head=data["head"],
        merge_commit=data["merge_commit"],
        commits=data["commits"],
        merged_at=read_time(data["merged_at"]),
        merged_by=data["merged_by"],
        opener=data.get("opener", ""),
        reviews=make_reviews(data["reviews"]),
    )


def make_open(data: dict[str, Any]) -> OpenPullRequest:
    """Give an open pull request."""
    return OpenPullRequest(
        number=data["number"],
        title=data["title"],
        author=data["author"],
        opened_at=read_time(data["opened_at"]),
        is_draft=data["draft"],
        paths=tuple(data["paths"]),
        reviews=make_reviews(data["reviews"]),
    )


def make_reviews(data: list[dict[str, Any]]) -> tuple[Review, ...]:
    """Give the reviews that agreed."""
    return tuple(
        Review(account=one["account"], at=read_time(one["at"]), commit=one["commit"]) for one in data
    )


def read_time(text: str) -> datetime:
    """Read a time in UTC, as `2026-03-12T10:00:00Z`; raises ValueError when it is none."""
    return datetime.strptime(text, TIME).replace(tzinfo=UTC)


def write_time(moment: datetime) -> str:
    """Write a time in UTC as it is read."""
    return moment.strftime(TIME)
