"""What the forms are told of a group: all that the rules need, and nothing that is not public."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scm_site.filing.forms.form_facts import make_facts
from scm_site.pages.forms.form_setup import number_path, number_paths
from scm_site.pipeline import check
from scm_site.records.outcome_state import derive_outcome_state
from scm_site.records.register import Register
from tests.built_sites import EXAMPLE_DAY
from tests.register_cases import CASES, EXAMPLE, lay_over_example

DAY = date.fromisoformat(EXAMPLE_DAY)


@pytest.fixture(scope="module")
def register() -> Register:
    return check(EXAMPLE).register


def test_what_is_not_public_is_in_no_fact(register: Register) -> None:
    hidden = 0
    for dossier in register.dossiers:
        made = make_facts(dossier, register, DAY)
        facts = json.dumps(made, ensure_ascii=False)
        for outcome in dossier.outcomes:
            if not derive_outcome_state(outcome, DAY).has_page:
                hidden += 1
                assert outcome.id not in made["taken"]["outcome"]  # its id is told with what is owed of it
                assert outcome.title not in facts.replace("\\", "")
        names = [
            member.name for member in dossier.group.members if isinstance(member.name, str) and member.name
        ]
        assert [name for name in names if name in facts] == []
    assert hidden


def test_what_was_reached_is_not_offered_again(register: Register) -> None:
    facts = make_facts(register.find_dossier("warm-homes"), register, DAY)
    offered = {one["value"] for one in facts["choices"]["milestones"]}
    assert "final-draft" in offered
    assert facts["known"]["reached"]["owners-heard"] == "2026-03"
    assert offered.isdisjoint(facts["known"]["reached"])


def test_only_turns_that_have_begun_are_owed(register: Register) -> None:
    owed = make_facts(register.find_dossier("warm-homes"), register, DAY)["owed"]["status-update"]
    assert "2026-05" in owed or "2026-07" in owed
    assert max(owed) <= "2026-07"
    assert "2026-03" not in owed
    ended = make_facts(register.find_dossier("quiet-streets"), register, DAY)["owed"]["status-update"]
    assert "2025-10" in ended
    assert max(ended) <= "2026-02"


def test_a_group_without_duties_owes_no_turn(register: Register) -> None:
    facts = make_facts(register.find_dossier("repair-cafes"), register, DAY)
    assert facts["owed"] == {"status-update": [], "board-brief": []}


Acts = dict[str, str]


def begin_outcome(folder: Path, **outcomes: Acts) -> object:
    """Give whether the form begins with a final outcome, where the group has ones with these acts."""
    shutil.copytree(EXAMPLE / "content", folder / "content")
    there = folder / "content/groups/warm-homes/outcomes"
    text = (there / "street-guide/outcome.md").read_text("utf-8")
    for name, acts in outcomes.items():
        (there / name).mkdir()
        made = text.replace("\nfinal: false\n", "\nfinal: true\n")
        (there / name / "outcome.md").write_text(made, "utf-8")
        for act, fields in acts.items():
            (there / name / f"{act}.yml").write_text(fields, "utf-8")
    made_register = check(folder).register
    assert len(made_register.find_dossier("warm-homes").outcomes) == 9 + len(outcomes)
    return make_facts(made_register.find_dossier("warm-homes"), made_register, DAY)["drafts"]["outcome"][
        "final"
    ]


PASSED = {"2025-05-27.controlled": 'version: "1.0"\nby: dmitri\nresult: passed\n'}
PUBLIC = PASSED | {"2025-06-02.published": "identifier: SCM-2025-090\n"}
LATER = PASSED | {"2025-06-02.published": "identifier: SCM-2025-091\non: 2026-05-21\n"}
REPLACES = {"2025-06-02.replaces": "outcomes: [warm-homes/one]\n"}
WITHDRAWN = {"2025-07-01.withdrawn": "because: Its numbers were those of another street.\n"}


@pytest.mark.parametrize(
    ("outcomes", "is_final"),
    [
        ({}, True),
        ({"one": PUBLIC}, False),
        ({"one": PASSED}, True),
        ({"one": LATER}, True),
        ({"one": PUBLIC | WITHDRAWN}, True),
        ({"one": PUBLIC, "two": LATER | REPLACES}, False),
        ({"one": PUBLIC, "two": PUBLIC | REPLACES | WITHDRAWN}, True),
    ],
)
def test_only_a_final_outcome_that_stands_and_is_public_is_told(
    tmp_path: Path, outcomes: dict[str, Acts], is_final: bool
) -> None:
    assert begin_outcome(tmp_path, **outcomes) is is_final


def test_files_are_told_by_numbers_only(register: Register) -> None:
    numbers = number_paths(register)
    assert len(numbers) == len(register.paths)
    assert number_path("") == 2166136261
    assert number_path("a") == 0xE40C292C  # of the description of FNV-1a
    assert number_path("content/groups/warm-homes/work-programme.md") in numbers
    assert Path("content/groups/no/launch.md").as_posix() not in register.paths


def make_case_facts(case: str, folder: Path) -> dict[str, Any]:
    """Give what the forms know of the group of a case."""
    lay_over_example(CASES / case, folder)
    made = check(folder).register
    return make_facts(made.find_dossier("warm-homes"), made, DAY)


def test_an_act_replaces_what_the_acts_before_it_gave(tmp_path: Path) -> None:
    facts = make_case_facts("fine/two-extensions-one-upon-the-other", tmp_path)["acts"]
    assert facts["held"]["end"] == "2027-07-15"
    said = {of: contents["end"] for of, contents in facts["said"].items() if "end" in contents}
    assert said == {
        "launch": "2026-07-15",
        "2026-03-12-six-more-months.amends": "2027-01-15",
        "2026-05-04.amends": "2027-04-15",
        "2026-05-06.amends": "2027-07-15",
    }


def test_what_was_given_up_is_not_offered_and_keeps_its_id(tmp_path: Path) -> None:
    facts = make_case_facts("fine/milestone-given-up", tmp_path)
    assert "final-draft" not in {one["value"] for one in facts["choices"]["milestones"]}
    assert not [name for name in facts["acts"]["held"] if name.startswith("milestones.final-draft")]
    assert "final-draft" in facts["acts"]["names"]["milestones"]
    assert "final-draft" in {one["value"] for one in facts["choices"]["every_milestone"]}


def test_what_was_taken_back_is_not_taken_back_again(tmp_path: Path) -> None:
    facts = make_case_facts("fine/extension-taken-back", tmp_path)
    offered = {one["value"] for one in facts["choices"]["acts"]}
    acts = check(tmp_path).register.find_dossier("warm-homes").acts
    taken = {one.file.data["act"] for one in acts if one.file.kind == "takes-back"}
    assert taken
    assert {name for name in offered if "/" not in name} == {one.name for one in acts} - taken
    assert taken.isdisjoint(facts["acts"]["said"])
