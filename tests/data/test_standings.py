"""Standings as public data: the form that is promised, the same in JSON and in CSV, and nothing that runs."""

import csv
import io
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from scm_site.compliance.standing import StandingState
from scm_site.data.csv_table import render_csv
from scm_site.data.standings import COLUMNS, SCHEMA, flatten, make_standings_files
from scm_site.pipeline import assess
from tests.built_sites import EXAMPLE, EXAMPLE_DAY, REAL, REAL_DAY, has_git

ORDER = [
    *("group", "duty", "clause", "responsible", "period", "due", "state", "met_on", "claimed_on"),
    *("evidence", "waiver", "why", "file"),
]
WAIVER = "content/groups/warm-homes/waivers/2025-08-01-summer-break.yml"


def make_files(root: Path, day: str = EXAMPLE_DAY) -> dict[str, bytes]:
    assessed = assess(root, as_of=date.fromisoformat(day), with_history=has_git(root))
    assert assessed.board is not None, assessed.checked.findings
    files = make_standings_files(assessed.board, assessed.arrivals.history, assessed.checked.register)
    return dict(files)


def read_json(files: dict[str, bytes]) -> Any:
    return json.loads(files["api/v1/standings.json"])


def read_csv(files: dict[str, bytes]) -> list[dict[str, str]]:
    text = files["api/v1/standings.csv"].decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def files(example_history: Path) -> dict[str, bytes]:
    return make_files(example_history)


def copy_example(folder: Path, path: str, old: str, new: str) -> Path:
    """Give a copy of the example with a changed file."""
    shutil.copytree(EXAMPLE, folder / "content")
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def find_faults(files: dict[str, bytes]) -> list[str]:
    schema = json.loads(files["api/v1/standings.schema.json"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(read_json(files))]


def test_the_files_stand_below_their_version(files: dict[str, bytes]) -> None:
    names = ["api/v1/standings.json", "api/v1/standings.csv", "api/v1/standings.schema.json"]
    assert list(files) == names


def test_the_example_fits_the_schema(files: dict[str, bytes]) -> None:
    assert find_faults(files) == []
    assert len(read_json(files)["standings"]) > 100


def test_the_real_register_fits_the_schema(tmp_path: Path) -> None:
    shutil.copytree(REAL, tmp_path / "content")
    files = make_files(tmp_path, REAL_DAY)
    assert find_faults(files) == []
    document = read_json(files)
    assert document["commit"] == ""
    assert document["gap"] == "the git history was left out"


def test_the_form_is_as_promised(files: dict[str, bytes]) -> None:
    document = read_json(files)
    assert list(document) == ["version", "as_of", "commit", "gap", "generated_at", "standings"]
    assert (document["version"], document["as_of"], document["gap"]) == (1, EXAMPLE_DAY, "")
    assert len(document["commit"]) == 40
    assert all(list(one) == ORDER for one in document["standings"])
    waivers = [one["waiver"] for one in document["standings"] if one["waiver"]]
    assert [list(waiver) for waiver in waivers] == [
        ["id", "from", "until", "reason", "granted_on", "granted_by"]
    ]
    assert waivers[0]["granted_by"] == "boris"


def test_an_unknown_field_does_not_fit(files: dict[str, bytes]) -> None:
    for change in ({"more": 1}, {"version": 2}, {"as_of": "today"}):
        changed = json.dumps({**read_json(files), **change}).encode()
        assert len(find_faults({**files, "api/v1/standings.json": changed})) == 1


def test_the_schema_describes_every_field_and_every_state() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert schema["$id"].endswith("/api/v1/standings.schema.json")
    objects = list(walk_objects(schema))
    assert len(objects) == 3
    for part in objects:
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])
        assert all(len(field["description"]) > 15 for field in part["properties"].values())
    states = objects[1]["properties"]["state"]["enum"]
    assert states == [state.value for state in StandingState]


def walk_objects(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """Give every part of a schema that describes an object, the outer ones first."""
    parts = [schema.get("items", {}), *schema.get("properties", {}).values()]
    own = [schema] if "properties" in schema else []
    return own + [found for part in parts if part for found in walk_objects(part)]


def test_the_schema_has_the_address_of_the_site(files: dict[str, bytes]) -> None:
    schema = json.loads(files["api/v1/standings.schema.json"])
    assert schema["$id"] == "https://groups.smart-cities.example/api/v1/standings.schema.json"


def test_the_table_says_the_same_as_the_json(files: dict[str, bytes]) -> None:
    rows, standings = read_csv(files), read_json(files)["standings"]
    assert list(rows[0]) == list(COLUMNS)
    assert rows == list(flatten(standings))
    assert {one["state"] for one in standings} >= {"met", "overdue", "due soon", "unknown", "not applicable"}
    waived = [row for row in rows if row["waiver_id"]]
    assert [(row["waiver_from"], row["waiver_until"]) for row in waived] == [("2025-08-01", "2025-09-25")]


def test_the_table_keeps_to_the_standard(files: dict[str, bytes]) -> None:
    content = files["api/v1/standings.csv"]
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert content.split(b"\r\n")[0] == ",".join(COLUMNS).encode()
    assert "Terms of Reference" in content.decode("utf-8")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_starts_a_formula(start: str) -> None:
    table = render_csv(["a", "b"], [{"a": f"{start}1+1", "b": f'x, "{start}"'}])
    [row] = list(csv.DictReader(io.StringIO(table, newline="")))
    assert row == {"a": f"'{start}1+1", "b": f'x, "{start}"'}


def test_a_reason_that_is_a_formula_is_text(tmp_path: Path) -> None:
    formula = '=HYPERLINK("https://evil.example","x") because the group pauses in August'
    root = copy_example(tmp_path, WAIVER, "reason: >-\n  The", f"reason: >-\n  {formula}\n  The")
    files = make_files(root)
    [waiver] = [one["waiver"] for one in read_json(files)["standings"] if one["waiver"]]
    [row] = [row for row in read_csv(files) if row["waiver_id"]]
    assert waiver["reason"].startswith("=HYPERLINK")
    assert row["waiver_reason"] == "'" + waiver["reason"]


def test_who_granted_a_waiver_is_withheld_with_the_name(tmp_path: Path) -> None:
    entry = "- id: boris\n    name: Boris Example\n    title: Head of the Secretariat\n"
    entry += "    organisation: Example Secretariat\n    account: example-boris\n"
    withheld = "- id: boris\n    name_withheld: true\n    organisation: Example Secretariat\n"
    files = make_files(copy_example(tmp_path, "content/secretariat.yml", entry, withheld))
    [waiver] = [one["waiver"] for one in read_json(files)["standings"] if one["waiver"]]
    assert waiver["granted_by"] == "name withheld"
    assert b"boris" not in b"".join(files.values()).lower()
    assert find_faults(files) == []
