"""What waits for approval as public data, version 1: JSON, and the schema that describes it.

Nobody is named, but a title is what a stranger typed.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypedDict

from scm_site.approval.pull_requests import PullRequests, write_time
from scm_site.approval.waiting import Waiting
from scm_site.data.approvals import NeedData, make_need
from scm_site.data.schema_file import FOLDER, render_schema
from scm_site.filing.forge import make_pull_request_address
from scm_site.reading.characters import make_clean_line
from scm_site.records.register import Register
from scm_site.records.settings import Repository

VERSION = 1
SCHEMA_NAME = "waiting.schema.json"
SCHEMA = Path(__file__).with_name(SCHEMA_NAME)


class KindData(TypedDict):
    """How many files of a kind of change it touches."""

    kind: str
    files: int


class WaitingData(TypedDict):
    """One open pull request."""

    pull_request: int
    address: str | None
    title: str
    opened_at: str
    draft: bool
    kinds: list[KindData]
    groups: list[str]
    needs: list[NeedData]


class WaitingDocument(TypedDict):
    """Every open pull request, as the forge told at a time: drafts last, else the oldest first."""

    version: int
    generated_at: str
    collected_at: str
    waiting: list[WaitingData]


def make_waiting_files(
    waiting: Iterable[Waiting], records: PullRequests, register: Register, generated_at: str
) -> Iterator[tuple[str, bytes]]:
    """Give the files for the site, each with its path below the site's root.

    `generated_at` is when the rest of the data came to be; this document is no older than what the forge told.
    """
    repository, collected_at = register.settings.repository, write_time(records.collected_at)
    document = WaitingDocument(
        version=VERSION,
        generated_at=max(generated_at, collected_at),
        collected_at=collected_at,
        waiting=[make_waiting(one, repository) for one in waiting],
    )
    yield f"{FOLDER}/waiting.json", (json.dumps(document, indent=2) + "\n").encode()
    yield f"{FOLDER}/{SCHEMA_NAME}", render_schema(SCHEMA, register.settings.site.address).encode()


def make_waiting(waiting: Waiting, repository: Repository) -> WaitingData:
    """Give one open pull request as plain data."""
    request = waiting.request
    return WaitingData(
        pull_request=request.number,
        address=make_pull_request_address(repository, request.number) or None,
        title=make_clean_line(request.title),
        opened_at=write_time(request.opened_at),
        draft=request.is_draft,
        kinds=[KindData(kind=kind, files=files) for kind, files in waiting.kinds.items()],
        groups=list(waiting.groups),
        needs=list(map(make_need, waiting.verdicts)),
    )
