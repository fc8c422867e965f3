"""A meeting of several groups is agreed to by the co-chair of each, and no change rids itself of one of them."""

from datetime import date

import pytest

from scm_site.approval.states import AuditState
from scm_site.demo.played_forge import Forge
from scm_site.pipeline import review
from tests.approval.test_audit import DAY, LAST, LATER, find_newest, forge, read

__all__ = ["forge"]  # the fixture

FOLDER = "content/groups/warm-homes/meetings/2026-06-25-together"
PLAN = f"{FOLDER}/meeting.md"
PAGE = "content/groups/warm-homes/page.md"
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
AGENDA_AGAIN = f"{FOLDER}/2026-05-06.agenda.yml"
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


#: A plan of which nobody can tell which groups it names.
UNREADABLE = {
    "broken YAML": TOGETHER.replace("groups:", "groups: ["),
    "no list": TOGETHER.replace("groups:\n  - quiet-streets", "groups: 7"),
    "no fields": "Both groups look at the same three streets.\n",
    "a list of fields": "---\n- groups\n---\n\nText.\n",
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_nobody_can_read_is_not_known_and_not_approved(forge: Forge, case: str) -> None:
    steps = [(DAY, {PLAN: UNREADABLE[case]}), (LATER, AGENDA), (LAST, {PLAN: ALONE})]
    for day, changes in steps:  # the last one makes it readable: whom it left out is not known
        bring(forge, day, changes, HOST)
        found = find_newest(forge)
        assert found.state == AuditState.UNKNOWN
        assert PLAN in found.why
    bring(forge, LAST, {AGENDA_AGAIN: "items:\n  - The fourth street\n"}, HOST)
    assert find_newest(forge).state == AuditState.APPROVED


def test_a_plan_that_came_without_agreement_leaves_its_meeting_alone_in_doubt(forge: Forge) -> None:
    bring(forge, DAY, {PLAN: TOGETHER}, HOST, OTHER)
    bring(forge, LATER, {PLAN: ALONE}, HOST)
    assert_other_is_missing(forge)
    bring(forge, LAST, AGENDA, HOST)
    found = find_newest(forge)
    assert (found.state, PLAN in found.why) == (AuditState.APPROVED, True)
    bring(forge, LAST, {PAGE: read(PAGE) + "\nMore.\n"}, HOST)
    found = find_newest(forge)
    assert (found.state, found.why) == (AuditState.APPROVED, "")


@pytest.mark.parametrize("before", [None, TOGETHER, ALONE])
def test_the_review_asks_both(forge: Forge, before: str | None) -> None:
    if before:
        bring(forge, DAY, {PLAN: before}, HOST, OTHER)
    pull = forge.open("example-nils", LATER, {PLAN: ALONE if before == TOGETHER else TOGETHER})
    found = review(
        forge.repository.folder, "main", pull.branch, as_of=date(2026, 5, 6), author="example-nils"
    ).review
    assert {one.name for one in found.verdicts} == {"co-chair of warm-homes", "co-chair of quiet-streets"}


def test_the_review_says_that_nobody_can_tell_whom_a_plan_asks(forge: Forge) -> None:
    bring(forge, DAY, {PLAN: UNREADABLE["broken YAML"]}, HOST)
    pull = forge.open("example-nils", LATER, AGENDA)
    found = review(forge.repository.folder, "main", pull.branch, as_of=date(2026, 5, 6)).review
    assert [told for place, told in found.points if place.path == PLAN] == [
        "Nobody can read which groups meet here, and so whose co-chair must agree. Mend the plan first."
    ]


def test_who_leads_one_group_does_not_stand_in_for_the_other(forge: Forge) -> None:
    """Alma, the host's co-chair, is of the Secretariat, which agrees instead where the other co-chair wrote it."""
    forge.merge(forge.open(OTHER, DAY, {PLAN: TOGETHER}), DAY, by=HOST)
    found = find_newest(forge)
    assert (found.state, "co-chair of quiet-streets wrote it" in found.why) == (AuditState.NOT_APPROVED, True)
    forge.merge(forge.open(OTHER, LATER, AGENDA), LATER, by=HOST, agreed=["example-boris"])
    assert find_newest(forge).state == AuditState.APPROVED
