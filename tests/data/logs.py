"""Small registers with a history of their own, and the log and the feeds that they give."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from scm_site.approval.pull_requests import PullRequests, make_pull_requests
from scm_site.data.feeds import make_feed_files
from scm_site.data.log import Log, make_log
from scm_site.demo.played_forge import Forge
from scm_site.demo.repository import Repository
from scm_site.pipeline import Assessed, assess, audit_line
from tests.built_sites import EXAMPLE, EXAMPLE_DAY, has_git

ATOM = "{http://www.w3.org/2005/Atom}"
TOPIC = "content/proposals/2026-shared-data.md"
GROUP = "content/groups/warm-homes/launch.md"
UPDATE = "content/groups/warm-homes/status-updates/2026-03.yml"
START, DAY, LATER = "2024-12-01T12:00:00Z", "2026-05-04T10:00:00Z", "2026-05-05T10:00:00Z"


def read(path: str) -> str:
    return (EXAMPLE.parent / path).read_text(encoding="utf-8")


def start(folder: Path, *left_out: str) -> Forge:
    """Give a forge whose main branch holds the example register as one import; some files come later."""
    files = {
        path.relative_to(EXAMPLE.parent).as_posix(): path.read_bytes()
        for path in sorted(EXAMPLE.rglob("*"))
        if path.is_file()
    }
    repository = Repository(folder / "register")
    repository.change(START, {path: content for path, content in files.items() if path not in left_out})
    return Forge(repository=repository)


def land(forge: Forge, changes: Mapping[str, str | bytes | None], day: str = DAY) -> str:
    """Merge a pull request to which two of the board agreed, and give the commit."""
    pull = forge.open("example-nils", day, changes)
    return forge.merge(pull, day, by="example-astrid", agreed=["example-bruno"])


def move(folder: Path, old: str, new: str) -> dict[str, bytes | None]:
    """Give the change that puts every file below one path below another."""
    moved = [path for path in (folder / old).rglob("*") if path.is_file()] or [folder / old]
    changes: dict[str, bytes | None] = {}
    for path in moved:
        name = path.relative_to(folder).as_posix()
        changes |= {name: None, new + name.removeprefix(old): path.read_bytes()}
    return changes


def add_former_id(text: str, former: str) -> str:
    return text.replace("---\n", f"---\nformer_ids:\n  - {former}\n", 1)


def rename_group(forge: Forge, old: str, new: str, day: str = DAY) -> str:
    """Rename a group with all of its records."""
    changes = move(forge.repository.folder, f"content/groups/{old}", f"content/groups/{new}")
    record = f"content/groups/{new}/launch.md"
    text = (changes[record] or b"").decode("utf-8")
    former = re.search(r"^former_ids:\n((?:  - .*\n)+)", text, re.MULTILINE)
    kept = text.replace(former[0], f"{former[0]}  - {old}\n") if former else add_former_id(text, old)
    changes |= {record: kept.encode("utf-8"), **lead_on(forge.repository.folder, changes, old, new)}
    return land(forge, changes, day)


def lead_on(folder: Path, changes: dict[str, bytes | None], old: str, new: str) -> dict[str, bytes]:
    """Give every record that names a renamed group, with its new name."""
    files = {path.relative_to(folder).as_posix(): path for path in (folder / "content").rglob("*.*")}
    now = {name: path.read_bytes() for name, path in files.items()} | changes
    named = {
        name: content.replace(f"groups/{old}/".encode(), f"groups/{new}/".encode()).replace(
            f"supersedes: {old}/".encode(), f"supersedes: {new}/".encode()
        )
        for name, content in now.items()
        if content is not None
    }
    return {name: content for name, content in named.items() if content != now[name]}


def assess_at(root: Path, day: str = EXAMPLE_DAY) -> Assessed:
    return assess(root, as_of=date.fromisoformat(day), with_history=has_git(root))


def make_log_of(root: Path, day: str = EXAMPLE_DAY, records: dict[str, Any] | None = None) -> Log:
    """Give the log of a register on a day."""
    return make_both(root, day, make_pull_requests(records) if records else None)[0]


def make_feeds_of(
    root: Path, day: str = EXAMPLE_DAY, records: PullRequests | None = None
) -> dict[str, bytes]:
    """Give the feeds of a register on a day."""
    return make_both(root, day, records)[1]


def make_both(root: Path, day: str, records: PullRequests | None) -> tuple[Log, dict[str, bytes]]:
    found = assess_at(root, day)
    register, arrivals = found.checked.register, found.arrivals
    audit = audit_line(root, arrivals.history, found.checked, records)
    log = make_log(register, arrivals, audit, date.fromisoformat(day))
    return log, dict(make_feed_files(log, register))


def read_feed(feed: bytes) -> ElementTree.Element:
    """Give a feed's tree."""
    return ElementTree.fromstring(feed)  # noqa: S314 (it is our own)


def list_entries(feed: bytes) -> dict[str, str]:
    """Give the title of each entry by its id, the newest first."""
    return {
        entry.findtext(f"{ATOM}id", ""): entry.findtext(f"{ATOM}title", "")
        for entry in read_feed(feed).iter(f"{ATOM}entry")
    }
