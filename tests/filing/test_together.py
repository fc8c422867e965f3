"""An act that touches several files says so wherever it begins, and passes the check once all of them have changed."""

import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from scm_site.filing.ways_out import ON_ONE_BRANCH
from scm_site.pipeline import check
from scm_site.scaffold import make_scaffold
from tests.built_sites import EXAMPLE
from tests.cli.expected_compliance import run_command
from tests.scaffold.finished_record import SCHEMAS

#: A day on which the mandate of a group at work ends soon.
DAY = "2026-12-20"
TOGETHER = {kind: one["x-together"] for kind, one in SCHEMAS.documents.items() if "x-together" in one}
WAIVER = "content/groups/warm-homes/acts/2025-07-22-summer-break.waives.yml"

#: What somebody writes into the blanks of the file that the forge opens for an extension, by how a blank begins.
ANSWERS = {
    "Because": "Two cities joined late and need six more months for their trials.",
    "the new end date": "2027-07-15",
    "Day": "2026-12-10",
}


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A copy of the first groups of the worked example."""
    shutil.copytree(EXAMPLE, tmp_path / "content")
    return tmp_path


def read_ways(root: Path, day: str = DAY) -> dict[str, dict[str, Any]]:
    document = json.loads(run_command(root, "due", "--format", "json", day=day))
    (mandate,) = [one for one in document["mandates"] if one["group"] == "warm-homes"]
    return {way["title"]: way for way in mandate["ways"]}


def fill_in(text: str) -> str:
    """Answer each blank: who agreed for the Secretariat by an id, who for the group in words."""
    for who in ("alma", "All members, in writing"):
        text = text.replace('"[fill in: By]"', who, 1)
    for start, answer in ANSWERS.items():
        text = re.sub(rf'"?\[fill in: {start}[^\]]*\]"?', answer, text)
    return text


@pytest.mark.parametrize("kind", TOGETHER)
def test_a_new_record_says_what_changes_with_it(kind: str) -> None:
    told = " ".join(make_scaffold(kind, SCHEMAS, {}).replace("\n# ", " ").split())
    assert TOGETHER[kind] in told


def test_an_extension_is_one_file_that_passes(register: Path) -> None:
    way = read_ways(register)["Extend"]
    (text,) = parse_qs(urlsplit(way["link"]).query)["value"]
    assert way["together"] == []
    amendment = register / way["file"]
    amendment.write_text(fill_in(text), encoding="utf-8")
    checked = check(register)
    assert not checked.findings
    assert str(checked.register.find_dossier("warm-homes").group.end) == "2027-07-15"


def test_a_second_amendment_of_a_day_gets_a_number(register: Path) -> None:
    refused = "not_agreed:\n  day: 2026-12-10\n  by: The members, with four against three\n"
    reason = "because: Two cities joined late and need six more months for it.\nwording: More time.\n"
    (register / read_ways(register)["Extend"]["file"]).write_text(f"{reason}{refused}", encoding="utf-8")
    way = read_ways(register)["Extend"]
    assert way["file"].endswith("/acts/2026-12-20-2.amends.yml")
    assert way["form"].endswith("file/amends/?group=warm-homes")


def prolong_waiver(root: Path) -> None:
    """Let a waiver last until after the day."""
    text = (root / WAIVER).read_text(encoding="utf-8")
    (root / WAIVER).write_text(text.replace("until: 2025-09-25", "until: 2026-12-31"), encoding="utf-8")


def test_an_end_names_what_lies_after_it(register: Path) -> None:
    prolong_waiver(register)
    told = {one["file"]: one["what"] for one in read_ways(register)["End the group"]["together"]}
    assert told.keys() == {WAIVER}
    assert "ends on 31 December 2026. Take it back" in told.popitem()[1]


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_list_of_what_is_due_says_it(register: Path, form: str) -> None:
    prolong_waiver(register)
    told = run_command(register, "due", "--format", form, day=DAY).replace("\\", "")
    assert told.count(TOGETHER["ends"]) == told.count(ON_ONE_BRANCH) == 2
    assert told.count("The waiver “2025-07-22-summer-break.waives” ends on 31 December 2026.") == 2


def test_without_a_forge_nothing_is_said_of_branches(register: Path) -> None:
    settings = register / "content/settings.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("forge: github", "forge: none"), encoding="utf-8"
    )
    prolong_waiver(register)
    told = run_command(register, "due", day=DAY)
    assert TOGETHER["ends"] in " ".join(told.split())
    assert ON_ONE_BRANCH not in told
