"""Approvals and what waits as public data: told whole, by names and no accounts, and withheld where that is asked."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

from scm_site.approval.pull_requests import read_pull_requests
from scm_site.data.open_data.approvals import make_approvals
from scm_site.demo.play import RECORDS
from scm_site.pipeline import build
from tests.built_sites import EXAMPLE_DAY
from tests.data.open_data.public_data import make_files, make_source, read_json, read_table

#: For whatever `merged_by` or `agreed_by` says of somebody without a name.
NOT_NAMED = "not named"
PROPOSAL = "content/proposals/2026-shared-data.md"


def find_change(files: dict[str, bytes], path: str) -> Any:
    """Give the change that touched nothing but one record."""
    (found,) = [change for change in read_json(files, "approvals")["changes"] if change["paths"] == [path]]
    return found


def test_a_change_is_told_whole(files: dict[str, bytes]) -> None:
    document = read_json(files, "approvals")
    assert (document["as_of"], document["records_of"], document["gap"]) == (EXAMPLE_DAY, EXAMPLE_DAY, "")
    assert len(document["changes"]) > 70
    told = find_change(files, PROPOSAL)
    number = told.pop("pull_request")
    assert len(told.pop("commit")) == 40
    assert told == {
        "day": "2026-03-20",
        "how": "merge",
        "pull_request_address": f"https://github.com/example/groups/pull/{number}",
        "state": "approved",
        "to_explain": False,
        "why": "",
        "merged_by": "Astrid Example",
        "needs": [
            {
                "office": "Advisory Board",
                "approvals": 2,
                "agreed": 3,
                "met": True,
                "agreed_by": ["Astrid Example", "Bruno Example", "Clio Example"],
            }
        ],
        "paths": [PROPOSAL],
        "other_files": 0,
        "acknowledged": None,
    }
    changed = find_change(files, "content/board.yml")
    assert changed["merged_by"] == NOT_NAMED  # a maintainer, whom no roster names
    (acknowledged,) = [change["acknowledged"] for change in document["changes"] if change["acknowledged"]]
    assert (acknowledged["on"], acknowledged["by"]) == ("2025-04-08", "boris")


def test_what_a_change_needed_stands_in_one_cell_of_the_table(files: dict[str, bytes]) -> None:
    (row,) = [row for row in read_table(files, "approvals") if row["paths"] == PROPOSAL]
    assert row["needs"] == "Advisory Board: 3 of 2 (Astrid Example, Bruno Example, Clio Example)"
    assert (row["to_explain"], row["acknowledged_on"]) == ("no", "")


def test_no_account_is_in_any_file_of_the_site(example_history: Path) -> None:
    records = read_pull_requests(example_history / RECORDS)
    site = build(example_history, as_of=date.fromisoformat(EXAMPLE_DAY), records=records).site
    assert site is not None
    told = [one.path for one in site.assets if b"example-boris" in one.content or b"noreply" in one.content]
    assert told == []


def test_a_withheld_name_is_withheld_here_too(example_history: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(example_history, tmp_path / "register", symlinks=True))
    roster = root / "content/secretariat.yml"
    text = roster.read_text(encoding="utf-8")
    old = "    name: Boris Example\n    title: Head of the Secretariat\n"
    assert old in text
    text = text.replace(old, "    name_withheld: true\n").replace("    account: example-boris\n", "")
    roster.write_text(text, encoding="utf-8")
    files = make_files(make_source(root, EXAMPLE_DAY))
    changes = read_json(files, "approvals")["changes"]
    assert [change["acknowledged"]["by"] for change in changes if change["acknowledged"]] == ["name withheld"]
    assert NOT_NAMED in {change["merged_by"] for change in changes}
    for name in ("approvals.json", "approvals.csv", "waiting.json"):
        assert b"boris" not in files[f"api/v1/{name}"].lower()


def test_without_the_forges_records_git_alone_has_to_do(example_history: Path) -> None:
    document = make_approvals(make_source(example_history, EXAMPLE_DAY, with_records=False))
    assert (document.records_of, len(document.changes) > 70) == (None, True)
    assert {change.state for change in document.changes} >= {"approved, by git alone"}


def test_without_git_there_is_nothing_to_tell(real_files: dict[str, bytes]) -> None:
    document = read_json(real_files, "approvals")
    assert (document["commit"], document["changes"]) == ("", [])
    assert document["gap"] == "the git history was left out"


def test_what_waits_is_told_without_names(files: dict[str, bytes]) -> None:
    first, second = read_json(files, "waiting")["waiting"]
    assert second["pull_request"] > first["pull_request"]
    assert (first["draft"], second["draft"]) == (False, True)
    assert first["kinds"] == [{"kind": "proposal", "files": 1}]
    assert first["needs"] == [{"office": "Advisory Board", "approvals": 2, "agreed": 1, "met": False}]
    assert second["groups"] == ["warm-homes"]
    assert b"nils" not in files["api/v1/waiting.json"]
