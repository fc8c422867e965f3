"""An act that touches several files says so wherever it begins, and passes the check once all of them have changed."""

import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from scm_site.filing.ways_out import COMPANIONS, ON_ONE_BRANCH
from scm_site.pipeline import check
from scm_site.scaffold import make_scaffold
from tests.built_sites import EXAMPLE
from tests.cli.expected_compliance import run_command
from tests.scaffold.finished_record import SCHEMAS

#: A day on which the mandate of a group at work ends soon.
DAY = "2026-12-20"
TOGETHER = {kind: one["x-together"] for kind, one in SCHEMAS.documents.items() if "x-together" in one}
GROUP = "content/groups/warm-homes/group.md"

#: What somebody writes into the blanks of the file that the forge opens for an extension, by how a blank begins.
ANSWERS = {
    "Justification": "Two cities joined late and need six more months for their trials.",
    "the new end date": "2027-07-15",
    "Date": "2026-12-10",
    "Text of the amendment": "The group goes on for six months, with the same topic and the same objectives. "
    * 2,
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


def test_every_kind_with_companions_says_so() -> None:
    assert COMPANIONS.keys() <= TOGETHER.keys()
    assert all(told.endswith(".") for told in TOGETHER.values())


@pytest.mark.parametrize("kind", TOGETHER)
def test_a_new_record_says_what_changes_with_it(kind: str) -> None:
    told = " ".join(make_scaffold(kind, SCHEMAS, {}).replace("\n# ", " ").split())
    assert TOGETHER[kind] in told


def test_an_extension_passes_once_both_files_have_changed(register: Path) -> None:
    way = read_ways(register)["Extend"]
    (text,) = parse_qs(urlsplit(way["link"]).query)["value"]
    assert TOGETHER["amendment"] in text
    amendment = register / way["file"]
    amendment.write_text(fill_in(text), encoding="utf-8")
    assert {finding.rule for finding in check(register).findings} == {"A001"}
    (companion,) = way["together"]
    assert (companion["file"], companion["link"]) == (
        GROUP,
        f"https://github.com/example/groups/edit/main/{GROUP}",
    )
    line, stated = re.findall(r"In line (\d+) of group.md, `(end: 2027-01-15)` becomes", companion["what"])[0]
    lines = (register / GROUP).read_text(encoding="utf-8").splitlines(keepends=True)
    assert lines[int(line) - 1] == f"{stated}\n"
    lines[int(line) - 1] = "end: 2027-07-15\n"
    (register / GROUP).write_text("".join(lines), encoding="utf-8")
    assert not check(register).findings


def test_an_end_names_what_lies_after_it(register: Path) -> None:
    waiver = register / "content/groups/warm-homes/waivers/2025-08-01-summer-break.yml"
    text = waiver.read_text(encoding="utf-8").replace("until: 2025-09-25", "until: 2026-12-31")
    waiver.write_text(text, encoding="utf-8")
    told = {one["file"]: one["what"] for one in read_ways(register)["End the group"]["together"]}
    assert told.keys() == {"content/groups/warm-homes/waivers/2025-08-01-summer-break.yml"}
    assert "ends on 31 December 2026. In `" in told.popitem()[1]


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_list_of_what_is_due_says_it(register: Path, form: str) -> None:
    told = run_command(register, "due", "--format", form, day=DAY).replace("\\", "")
    assert told.count("Two files change in one pull request") == 1
    assert told.count(ON_ONE_BRANCH) == 1
    assert "`end: 2027-01-15` becomes the new end date." in told


def test_without_a_forge_nothing_is_said_of_branches(register: Path) -> None:
    settings = register / "content/settings.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("forge: github", "forge: none"), encoding="utf-8"
    )
    told = run_command(register, "due", day=DAY)
    assert "Two files change in one pull request" in told
    assert ON_ONE_BRANCH not in told
