"""Sites in memory of the example register whose newest change landed in a pull request, or otherwise."""

import re
from datetime import date
from html import unescape
from pathlib import Path

from scm_site.approval.pull_requests import make_pull_requests
from scm_site.demo.played_forge import Forge, Merge
from scm_site.demo.repository import Repository
from scm_site.pages.frame.page import Site
from scm_site.pipeline import build
from tests.built_sites import EXAMPLE, has_git
from tests.pages.example_sites import read_page

TOPIC = "content/proposals/2026-shared-data.md"
ADDRESS = "proposals/2026-shared-data/"
BOARD, SETTINGS = "content/board.yml", "content/settings.yml"
FIRST, DAY, LATER = "2026-04-01T12:00:00Z", "2026-05-04T10:00:00Z", "2026-05-06T10:00:00Z"
TAG = re.compile(r"<[^>]*>")
LINE = re.compile(r'<div class="scm-approval".*?</div>', re.DOTALL)
LINK = re.compile(r'href="([^"]*)"')


def make_forge(folder: Path) -> Forge:
    """Make a forge whose main branch holds the example register without one of its proposals, in one commit."""
    repository = Repository(folder)
    found = {path.relative_to(EXAMPLE.parent).as_posix(): path for path in EXAMPLE.rglob("*.*")}
    files = {name: path.read_bytes() for name, path in found.items() if path.is_file() and name != TOPIC}
    approvals = files["content/approvals.yml"].partition(b"acknowledged:")[0]
    repository.change(FIRST, files | {"content/approvals.yml": approvals})
    return Forge(repository=repository)


def read_example(path: str) -> str:
    """Give a record of the example."""
    return (EXAMPLE.parent / path).read_text(encoding="utf-8")


def land(
    forge: Forge,
    changes: dict[str, str | None] | None = None,
    agreed: tuple[str, ...] = ("example-bruno",),
    how: Merge = "merge",
    *,
    recorded: bool = True,
    by: str = "example-astrid",
) -> str:
    """Merge a pull request that brings the proposal, or other changes, and give the commit."""
    pull = forge.open("example-nils", DAY, changes or {TOPIC: read_example(TOPIC)}, title="A topic")
    return forge.merge(pull, DAY, by=by, agreed=agreed, how=how, recorded=recorded)


def make_site(forge: Forge, *, with_records: bool = True, root: Path | None = None) -> Site:
    """Make the site as of 20 May 2026."""
    records = make_pull_requests(forge.make_records("2026-05-19T04:00:00Z")) if with_records else None
    folder = root or forge.repository.folder
    built = build(folder, as_of=date(2026, 5, 20), records=records, with_history=has_git(folder))
    assert built.site is not None, built.findings
    return built.site


def read_words(html: str) -> str:
    """Give the words of a piece of a page, with single spaces."""
    return " ".join(unescape(TAG.sub("", html)).split())


def read_lines(site: Site, address: str = ADDRESS) -> list[str]:
    """Give each approval line of a page as words."""
    return [read_words(line) for line in LINE.findall(read_page(site, address))]


def read_line(site: Site, address: str = ADDRESS) -> str:
    """Give the first approval line of a page, which must be there."""
    return read_lines(site, address)[0]


def read_links(site: Site, address: str = ADDRESS) -> list[str]:
    """Give where the first approval line of a page leads to."""
    return LINK.findall(LINE.findall(read_page(site, address))[0])
