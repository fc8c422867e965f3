"""What people read about approvals holds: checklists, and the tests that the threat model names."""

import re
from pathlib import Path

import pytest

from scm_site.cli.main import main
from scm_site.reading import ACTS, KINDS
from scm_site.reading.layout import SLOTS
from scm_site.rules import RULES

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github/PULL_REQUEST_TEMPLATE"
CHECKLISTS = sorted(FOLDER.glob("*.md"))
#: What `approvals.yml` calls a change, and the checklist for it.
KINDS_OF = {
    "propose": {"proposal"},
    "launch": {"launch", "page"},
    "report": {"meeting", "status-update", "board-brief"},
    "amend": set(ACTS),
    "outcome": {"outcome"},
    "end": {"ends"},
}
THREATS = ROOT / "docs/threat-model.md"


def read_name(path: Path) -> str:
    return path.stem


def test_there_is_a_checklist_for_each_kind_of_change() -> None:
    assert {path.stem for path in CHECKLISTS} == KINDS_OF.keys()
    assert set.union(*KINDS_OF.values()) <= set(KINDS)


def test_the_usual_text_leads_to_every_checklist() -> None:
    text = (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8")
    linked = re.findall(r"\]\(\?expand=1&template=([a-z]+)\.md\)", text)
    assert sorted(linked) == sorted(KINDS_OF)


@pytest.mark.parametrize("path", CHECKLISTS, ids=read_name)
def test_a_checklist_is_short_and_plain(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    items = [line for line in lines if line.startswith("- [ ] ")]
    assert lines[0].startswith("## ")
    assert 4 <= len(items) <= 8
    # In a pull request the forge shows each line end as one.
    assert [line for line in lines if line and line[0] in " \t"] == []
    assert [line for line in lines if len(line) > 120] == []


@pytest.mark.parametrize("path", CHECKLISTS, ids=read_name)
def test_a_checklist_names_folders_and_files_that_exist(path: Path) -> None:
    patterns = " ".join(slot.pattern for slot in SLOTS) + " content/ content/groups/ content/proposals/"
    named = re.findall(r"`([a-z/.-]+(?:/|\.md))`", path.read_text(encoding="utf-8"))
    assert [name for name in named if name not in patterns] == []


def test_the_threat_model_names_tests_that_exist() -> None:
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", THREATS.read_text(encoding="utf-8")))
    assert named
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_every_attack_has_somebody_a_defence_and_a_test() -> None:
    lines = [line for line in THREATS.read_text(encoding="utf-8").splitlines() if line.count(" | ") >= 3]
    attacks = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    attacks = [cells for cells in attacks if cells[0] != "Attack"]
    assert len(attacks) > 25
    for attack, who, defence, test, *_ in attacks:
        assert re.fullmatch("[A-E](, [A-E])*", who), attack
        assert defence, attack
        assert "`tests/" in test, attack


@pytest.mark.parametrize("name", ["approval.md", "threat-model.md", "decisions/0005-what-a-check-trusts.md"])
def test_documents_name_rules_that_exist(name: str) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    named = set(re.findall(r"\b([A-Z][0-9]{3})\b", text))
    assert named <= RULES.keys()


def test_the_code_owners_are_those_of_the_rosters(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT), "owners", "--check"]) == 0, capsys.readouterr().out


def test_no_pattern_of_the_code_owners_has_a_gap_that_git_takes_as_it_stands() -> None:
    assert set("{}") & set((ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8")) == set()
