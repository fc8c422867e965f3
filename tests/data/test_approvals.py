"""Approvals and what waits as public data: the form that is promised, the same in JSON and CSV, and no account."""

import csv
import io
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from scm_site.approval.audit import AuditState
from scm_site.approval.pull_requests import read_pull_requests
from scm_site.data import approvals, waiting
from scm_site.demo.play import RECORDS
from scm_site.pipeline import build
from tests.built_sites import EXAMPLE, EXAMPLE_DAY, has_git
from tests.data.open_data.public_data import walk_objects

#: For whatever `merged_by` or `agreed_by` says of somebody without a name.
NOT_NAMED = "not named"
PROPOSAL = "content/proposals/2026-shared-data.md"


def make_files(root: Path, *, with_records: bool = True) -> dict[str, bytes]:
    records = read_pull_requests(root / RECORDS) if with_records else None
    built = build(root, as_of=date.fromisoformat(EXAMPLE_DAY), records=records, with_history=has_git(root))
    assert built.site is not None, built.findings
    return {asset.path: asset.content for asset in built.site.assets}


@pytest.fixture(scope="module")
def files(example_history: Path) -> dict[str, bytes]:
    return make_files(example_history)


def find_change(files: dict[str, bytes], path: str) -> Any:
    """Give the change that touched nothing but one record."""
    (found,) = [change for change in read(files, "approvals")["changes"] if change["paths"] == [path]]
    return found


def read(files: dict[str, bytes], name: str) -> Any:
    return json.loads(files[f"api/v1/{name}.json"])


def find_faults(files: dict[str, bytes], name: str, **change: object) -> list[str]:
    schema = read(files, f"{name}.schema")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors({**read(files, name), **change})]


@pytest.mark.parametrize("name", ["approvals", "waiting"])
def test_the_example_fits_the_schema(files: dict[str, bytes], name: str) -> None:
    assert find_faults(files, name) == []
    assert len(find_faults(files, name, version=2)) == 1
    assert len(find_faults(files, name, more=1)) == 1
    address = f"https://groups.smart-cities.example/api/v1/{name}.schema.json"
    assert read(files, f"{name}.schema")["$id"] == address


@pytest.mark.parametrize("schema", [approvals.SCHEMA, waiting.SCHEMA])
def test_the_schema_describes_every_field(schema: Path) -> None:
    objects = list(walk_objects(json.loads(schema.read_text(encoding="utf-8"))))
    assert len(objects) == 4
    for part in objects:
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])
        assert all(len(field["description"]) > 15 for field in part["properties"].values())


def test_the_schema_knows_every_state() -> None:
    schema = json.loads(approvals.SCHEMA.read_text(encoding="utf-8"))
    states = schema["properties"]["changes"]["items"]["properties"]["state"]["enum"]
    assert states == [state.value for state in AuditState]


def test_a_change_is_told_whole(files: dict[str, bytes]) -> None:
    document = read(files, "approvals")
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


def test_the_table_says_the_same(files: dict[str, bytes]) -> None:
    text = files["api/v1/approvals.csv"].decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    changes = read(files, "approvals")["changes"]
    assert list(rows[0]) == list(approvals.COLUMNS)
    assert [row["commit"] for row in rows] == [change["commit"] for change in changes]
    (row,) = [row for row in rows if row["paths"] == PROPOSAL]
    assert row["needs"] == "Advisory Board: 3 of 2 (Astrid Example, Bruno Example, Clio Example)"
    assert (row["to_explain"], row["acknowledged_on"]) == ("no", "")


def test_no_account_is_in_it(files: dict[str, bytes]) -> None:
    told = [name for name, content in files.items() if b"example-boris" in content or b"noreply" in content]
    assert told == []


def test_a_withheld_name_is_withheld_here_too(example_history: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(example_history, tmp_path / "register", symlinks=True))
    roster = root / "content/secretariat.yml"
    text = roster.read_text(encoding="utf-8")
    old = "    name: Boris Example\n    title: Head of the Secretariat\n"
    assert old in text
    text = text.replace(old, "    name_withheld: true\n").replace("    account: example-boris\n", "")
    roster.write_text(text, encoding="utf-8")
    files = make_files(root)
    changes = read(files, "approvals")["changes"]
    assert [change["acknowledged"]["by"] for change in changes if change["acknowledged"]] == ["name withheld"]
    assert NOT_NAMED in {change["merged_by"] for change in changes}
    for name in ("approvals.json", "approvals.csv", "waiting.json"):
        assert b"boris" not in files[f"api/v1/{name}"].lower()


def test_without_the_forges_records_nothing_is_said_to_wait(example_history: Path) -> None:
    files = make_files(example_history, with_records=False)
    assert [name for name in files if "waiting" in name] == []
    assert find_faults(files, "approvals") == []
    assert read(files, "approvals")["records_of"] is None


def test_without_git_there_is_nothing_to_tell(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "content")
    files = make_files(tmp_path, with_records=False)
    assert find_faults(files, "approvals") == []
    document = read(files, "approvals")
    assert (document["commit"], document["changes"]) == ("", [])
    assert document["gap"] == "the git history was left out"


def test_what_waits_is_told_without_names(files: dict[str, bytes]) -> None:
    first, second = read(files, "waiting")["waiting"]
    assert second["pull_request"] > first["pull_request"]
    assert (first["draft"], second["draft"]) == (False, True)
    assert first["kinds"] == [{"kind": "proposal", "files": 1}]
    assert first["needs"] == [{"office": "Advisory Board", "approvals": 2, "agreed": 1, "met": False}]
    assert second["groups"] == ["warm-homes"]
    assert b"nils" not in files["api/v1/waiting.json"]
