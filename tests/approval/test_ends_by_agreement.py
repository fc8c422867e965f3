"""Where the members agree to end a group, the Secretariat agrees, too; an early end asks chair and co-chair alone."""

from datetime import date

import pytest

from scm_site.approval.states import AuditState
from scm_site.demo.played_forge import Forge
from scm_site.pipeline import review
from tests.approval.test_audit import DAY, LATER, find_newest, forge

__all__ = ["forge"]  # the fixture

ENDS = "content/groups/warm-homes/acts/2026-05-02.ends.md"
EARLY = """\
---
how: early
decided_by:
  - chair
  - co-chair
end: 2026-05-20
---

Two of the three towns have no street left that could be measured.
"""
BY_AGREEMENT = EARLY.replace("early", "by agreement")
#: The chair and the co-chair of the group, and somebody else of the Secretariat.
CHAIR, CO_CHAIR, SECRETARIAT = "example-ines", "example-alma", "example-boris"

#: How an act ends the group, and whether the Secretariat is asked.
WAYS = {
    "early": (EARLY, False),
    "completed": (EARLY.replace("early", "completed"), False),
    "by agreement": (BY_AGREEMENT, True),
    "a way that there is not": (EARLY.replace("early", "by and by"), True),
    "no way": (EARLY.replace("how: early\n", ""), True),
    "broken YAML": (EARLY.replace("- chair", "[- chair"), True),
}


def bring(forge: Forge, day: str, text: str, *agreed: str) -> None:
    forge.merge(forge.open("example-nils", day, {ENDS: text}), day, by=agreed[0], agreed=agreed[1:])


@pytest.mark.parametrize("way", WAYS)
def test_whom_an_end_asks(forge: Forge, way: str) -> None:
    text, is_asked = WAYS[way]
    bring(forge, DAY, text, CHAIR, CO_CHAIR)
    found = find_newest(forge)
    assert found.state == (AuditState.NOT_APPROVED if is_asked else AuditState.APPROVED), found.why
    assert ("Secretariat: did not agree" in found.why) is is_asked


def test_the_secretariat_agrees_and_is_not_the_co_chair_in_a_second_office(forge: Forge) -> None:
    """Alma is co-chair, and of the Secretariat: she speaks for one of the two."""
    bring(forge, DAY, BY_AGREEMENT, CHAIR, CO_CHAIR, SECRETARIAT)
    assert find_newest(forge).state == AuditState.APPROVED


@pytest.mark.parametrize("steps", [(BY_AGREEMENT, EARLY), (EARLY, BY_AGREEMENT)])
def test_no_change_of_the_way_rids_itself_of_the_secretariat(forge: Forge, steps: tuple[str, str]) -> None:
    bring(forge, DAY, steps[0], CHAIR, CO_CHAIR, SECRETARIAT)
    bring(forge, LATER, steps[1], CHAIR, CO_CHAIR)
    assert "Secretariat: did not agree" in find_newest(forge).why


@pytest.mark.parametrize("way", WAYS)
def test_the_review_asks_the_same(forge: Forge, way: str) -> None:
    text, is_asked = WAYS[way]
    pull = forge.open("example-nils", DAY, {ENDS: text})
    found = review(
        forge.repository.folder, "main", pull.branch, as_of=date(2026, 5, 6), author="example-nils"
    ).review
    asked = {one.name for one in found.verdicts}
    assert asked == {"chair of warm-homes", "co-chair of warm-homes", *(["Secretariat"] if is_asked else [])}
