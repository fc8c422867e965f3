"""Standings as public data: a waiver with its fields, names withheld where that is asked, and nothing that runs."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from scm_site.compliance.board import Board
from scm_site.compliance.standing import Subject
from tests.built_sites import EXAMPLE, EXAMPLE_DAY
from tests.data.open_data.public_data import make_files, make_source, read_json, read_table

WAIVER = "content/groups/warm-homes/acts/2025-07-22-summer-break.waives.yml"


def copy_example(folder: Path, path: str, old: str, new: str) -> Path:
    """Give a copy of the example with a changed file."""
    shutil.copytree(EXAMPLE, folder / "content")
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def find_waiver(files: dict[str, bytes]) -> dict[str, Any]:
    (waiver,) = [one["waiver"] for one in read_json(files, "standings")["standings"] if one["waiver"]]
    return dict(waiver)


def test_a_waiver_is_told_whole(files: dict[str, bytes]) -> None:
    waiver = find_waiver(files)
    assert list(waiver) == ["id", "from", "until", "reason", "granted_on", "granted_by"]
    assert (waiver["from"], waiver["until"], waiver["granted_by"]) == ("2025-08-01", "2025-09-25", "boris")
    (row,) = [row for row in read_table(files, "standings") if row["waiver_id"]]
    assert {name: row[f"waiver_{name}"] for name in waiver} == waiver


def test_version_2_says_of_what_a_standing_is_and_version_1_has_those_of_groups(tmp_path: Path) -> None:
    """The example has no standing of something else yet; one is made up here."""
    source = make_source(copy_example(tmp_path, WAIVER, "because", "because"), EXAMPLE_DAY)
    row = source.board.rows[0]
    one = replace(
        row.cells[0].standings[0], of=Subject(kind="proposal", id="2026-shared-data", title="Shared data")
    )
    board = Board(
        as_of=source.as_of,
        spans=source.board.spans,
        rows=(replace(row, cells=(replace(row.cells[0], standings=(one, *row.cells[0].standings)),)),),
    )
    files = make_files(replace(source, board=board, made={}))
    first, second = (read_json(files, name)["standings"] for name in ("standings", "standings-2"))
    assert len(second) == len(first) + 1
    assert [told["of"]["id"] for told in second if told["group"] is None] == ["2026-shared-data"]
    assert one.id == f"proposals/2026-shared-data/{one.duty.id}/{one.owed.period}"
    for told, group in zip((one for one in second if one["group"]), first, strict=True):
        assert told["of"]["id"] == told["group"]
        assert {name: told[name] for name in group} == group


def test_the_number_by_which_a_standing_is_judged_is_told(files: dict[str, bytes]) -> None:
    told = {(one["duty"], one["days"]) for one in read_json(files, "standings-2")["standings"] if one["due"]}
    assert {days for duty, days in told if duty == "minutes"} == {14}
    assert {days for duty, days in told if duty == "status-update"} == {None}


def test_every_state_occurs_that_the_example_can_show(files: dict[str, bytes]) -> None:
    standings = read_json(files, "standings")["standings"]
    assert len(standings) > 100
    assert {one["state"] for one in standings} >= {"met", "overdue", "due soon", "unknown", "not applicable"}


def test_a_reason_that_is_a_formula_is_text(tmp_path: Path) -> None:
    formula = '=HYPERLINK("https://evil.example","x") because the group pauses in August'
    root = copy_example(tmp_path, WAIVER, "because: >-\n  The", f"because: >-\n  {formula}\n  The")
    files = make_files(make_source(root, EXAMPLE_DAY))
    waiver = find_waiver(files)
    [row] = [row for row in read_table(files, "standings") if row["waiver_id"]]
    assert waiver["reason"].startswith("=HYPERLINK")
    assert row["waiver_reason"] == "'" + waiver["reason"]


def test_who_granted_a_waiver_is_withheld_with_the_name(tmp_path: Path) -> None:
    entry = "- id: boris\n    name: Boris Example\n    title: Head of the Secretariat\n"
    entry += "    organisation: Example Secretariat\n    account: example-boris\n"
    withheld = "- id: boris\n    name_withheld: true\n    organisation: Example Secretariat\n"
    files = make_files(
        make_source(copy_example(tmp_path, "content/secretariat.yml", entry, withheld), EXAMPLE_DAY)
    )
    assert find_waiver(files)["granted_by"] == "name withheld"
    told = b"".join(content for name, content in files.items() if "standings" in name)
    assert b"boris" not in told.lower()
