"""A meeting of several groups is agreed to by the co-chair of each, and no change rids itself of one of them."""

from datetime import date

import pytest

from scm_site.approval.states import AuditState
from scm_site.demo.played_forge import Forge
from scm_site.pipeline import review
from tests.approval.test_audit import DAY, LAST, LATER, find_newest, forge

__all__ = ["forge"]  # the fixture

FOLDER = "content/groups/warm-homes/meetings/2026-06-25-together"
PLAN = f"{FOLDER}/meeting.md"
TOGETHER = """\
---
title: Streets and houses together
date: 2026-06-25
mode: online
groups:
  - quiet-streets
---

Both groups look at the same three streets.
"""
ALONE = TOGETHER.replace("groups:\n  - quiet-streets\n", "")
AGENDA = {f"{FOLDER}/2026-05-05.agenda.yml": "items:\n  - The three streets\n"}
#: The co-chair of the host, and that of the other group.
HOST, OTHER = "example-alma", "example-carla"


def bring(forge: Forge, day: str, changes: dict[str, str], *agreed: str) -> None:
    """Merge a change of somebody else to which these agreed; the first of them merges it."""
    forge.merge(forge.open("example-nils", day, changes), day, by=agreed[0], agreed=agreed[1:])


def assert_other_is_missing(forge: Forge) -> None:
    found = find_newest(forge)
    assert found.state == AuditState.NOT_APPROVED
    assert "co-chair of quiet-streets" in found.why


def test_the_plan_is_agreed_to_by_both(forge: Forge) -> None:
    bring(forge, DAY, {PLAN: TOGETHER}, HOST, OTHER)
    assert find_newest(forge).state == AuditState.APPROVED


def test_the_host_alone_does_not_plan_a_meeting_of_both(forge: Forge) -> None:
    bring(forge, DAY, {PLAN: TOGETHER}, HOST)
    assert_other_is_missing(forge)


#: What somebody changes of such a meeting later.
LATER_CHANGES = {
    "agenda": AGENDA,
    "group left out": {PLAN: ALONE},
    "group left out with an agenda": {PLAN: ALONE, **AGENDA},
    "plan that nobody can read": {PLAN: TOGETHER.replace("groups:", "groups: [")},
    "groups that are no list": {PLAN: TOGETHER.replace("groups:\n  - quiet-streets", "groups: 7")},
}


@pytest.mark.parametrize("case", LATER_CHANGES)
def test_what_happens_to_it_is_agreed_to_by_both(forge: Forge, case: str) -> None:
    bring(forge, DAY, {PLAN: TOGETHER}, HOST, OTHER)
    bring(forge, LATER, LATER_CHANGES[case], HOST)
    assert_other_is_missing(forge)


def test_both_can_agree_that_one_stays_away_and_then_the_host_is_alone(forge: Forge) -> None:
    bring(forge, DAY, {PLAN: TOGETHER}, HOST, OTHER)
    bring(forge, LATER, {PLAN: ALONE}, HOST, OTHER)
    assert find_newest(forge).state == AuditState.APPROVED
    bring(forge, LAST, AGENDA, HOST)
    assert find_newest(forge).state == AuditState.APPROVED


def test_a_group_comes_in_with_its_co_chair(forge: Forge) -> None:
    bring(forge, DAY, {PLAN: ALONE}, HOST)
    assert find_newest(forge).state == AuditState.APPROVED
    bring(forge, LATER, {PLAN: TOGETHER}, HOST)
    assert_other_is_missing(forge)


@pytest.mark.parametrize("before", [None, TOGETHER, ALONE])
def test_the_review_asks_both(forge: Forge, before: str | None) -> None:
    if before:
        bring(forge, DAY, {PLAN: before}, HOST, OTHER)
    pull = forge.open("example-nils", LATER, {PLAN: ALONE if before == TOGETHER else TOGETHER})
    found = review(
        forge.repository.folder, "main", pull.branch, as_of=date(2026, 5, 6), author="example-nils"
    ).review
    assert {one.name for one in found.verdicts} == {"co-chair of warm-homes", "co-chair of quiet-streets"}
