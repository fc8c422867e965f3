"""What standings, audit, archive and reviews say of the worked example, as files beside the tests.

They were reviewed by hand once. Some of the standings are worked out in docs/standings-by-hand.md.
"""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from scm_site.approval.pull_requests import read_pull_requests
from scm_site.demo.play import DEMO_DAY, RECORDS
from scm_site.demo.repository import Repository
from scm_site.demo.review_page import make_review_page
from scm_site.pipeline import build
from tests.cli.expected_compliance import run_command
from tests.quiet_output import Names, name_commits

EXPECTED = Path(__file__).parent / "expected"


def make_answers(root: Path, as_of: date = DEMO_DAY) -> dict[str, str]:
    """Give each answer by the name of its file."""
    built = build(root, as_of=as_of, records=read_pull_requests(root / RECORDS))
    assert built.site is not None
    names = Names(name_commits(root))
    files = {asset.path: asset.content for asset in built.site.assets}
    return {
        **{f"{command}.txt": names.quieten(run_command(root, command)) for command in ("status", "due")},
        "audit.txt": tell_audit(json.loads(files["api/v1/approvals.json"])),
        "archive.txt": tell_archive(json.loads(files["api/v1/outcomes.json"])),
        "reviews.md": names.quieten(make_review_page(Repository(root), as_of)),
    }


def tell_audit(document: dict[str, Any]) -> str:
    """Give how many changes are in each state, and every one that is not plainly approved, without its commit."""
    changes = document["changes"]
    counts = Counter(change["state"] for change in changes)
    told = [f"{number:4} {state}" for state, number in sorted(counts.items())]
    for change in changes:
        if change["state"] != "approved":
            told += [
                "",
                f"{change['day']} {change['state']}: {', '.join(change['paths'])}",
                f"     {change['why']}",
            ]
    return "\n".join(told) + "\n"


def tell_archive(document: dict[str, Any]) -> str:
    """Give one line for each outcome that has a page, and its files below it."""
    told = []
    for outcome in document["outcomes"]:
        languages = " ".join(
            f"{version['code']} (behind)" if version["lags_behind"] else version["code"]
            for version in outcome["languages"]
        )
        told.append(f"{outcome['identifier']} {outcome['state']}: {outcome['title']}")
        told.append(f"    {outcome['format']}, {outcome['group']}, {languages}")
        told += [f"    {file['media_type']}: {file['title']}" for file in outcome["files"]]
    return "\n".join(told) + "\n"


def write_answers(root: Path, folder: Path = EXPECTED) -> None:
    """Write what the code gives now for the played example below `root`; without a folder, accept it."""
    folder.mkdir(exist_ok=True)
    for name, text in make_answers(root).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
