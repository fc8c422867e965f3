"""What the forms are told of a group: all that the rules need, and nothing that is not public."""

import json
from datetime import date
from pathlib import Path

import pytest

from scm_site.filing.forms.form_facts import make_facts
from scm_site.pages.form_paths import number_path, number_paths
from scm_site.pipeline import check
from scm_site.records.outcome_state import derive_outcome_state
from scm_site.records.register import Register
from tests.built_sites import EXAMPLE_DAY
from tests.register_cases import EXAMPLE

DAY = date.fromisoformat(EXAMPLE_DAY)


@pytest.fixture(scope="module")
def register() -> Register:
    return check(EXAMPLE).register


def test_what_is_not_public_is_in_no_fact(register: Register) -> None:
    hidden = 0
    for dossier in register.dossiers:
        facts = json.dumps(make_facts(dossier, register, DAY), ensure_ascii=False)
        for outcome in dossier.outcomes:
            if not derive_outcome_state(outcome, DAY).has_page:
                hidden += 1
                assert f'"{outcome.id}"' not in facts
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


def test_files_are_told_by_numbers_only(register: Register) -> None:
    numbers = number_paths(register)
    assert len(numbers) == len(register.paths)
    assert number_path("") == 2166136261
    assert number_path("a") == 0xE40C292C  # of the description of FNV-1a
    assert number_path("content/groups/warm-homes/work-programme.md") in numbers
    assert Path("content/groups/no/group.md").as_posix() not in register.paths
