"""Agreement to a sitting is counted decision by decision: who stands aside from one counts for the others."""

from datetime import date

import pytest

from scm_site.approval.states import AuditState
from scm_site.demo.played_forge import Forge
from scm_site.pipeline import review
from tests.approval.test_audit import DAY, find_newest, forge

__all__ = ["forge"]  # the fixture

SITTING = "content/events/2026-03-19-board-meeting/2026-03-19.decided.yml"
DECISIONS = """\
decisions:
  - outcome: sent back
    pull_request: 1001
    topic: Trams that wait for each other
    because: The board asks which town would try it, and with which of its lines.
    stood_aside: [{first}]
  - outcome: parked
    pull_request: 1002
    topic: Cool rooms for hot nights
    because: Another group begins with the same question in summer.
    stood_aside: [{second}]
"""
#: How a sitting is written, who agrees, and whether that is enough.
CASES = {
    "nobody aside": (("", ""), ("astrid", "bruno"), True),
    "two others for each": (("clio", "clio"), ("astrid", "bruno"), True),
    "one aside from one": (("astrid", ""), ("astrid", "bruno"), False),
    "each aside from another one": (("astrid", "bruno"), ("astrid", "bruno", "clio"), True),
    "both aside from one": (("astrid, bruno", ""), ("astrid", "bruno", "clio"), False),
}


def write(first: str, second: str) -> str:
    """Write the sitting, with those who stood aside from each of its two decisions."""
    text = DECISIONS.format(first=first, second=second)
    return text.replace("    stood_aside: []\n", "")


@pytest.mark.parametrize("case", CASES)
def test_enough_agree_to_each_decision(forge: Forge, case: str) -> None:
    aside, agreed, is_enough = CASES[case]
    accounts = [f"example-{one}" for one in agreed]
    pull = forge.open("example-nils", DAY, {SITTING: write(*aside)})
    forge.merge(pull, DAY, by=accounts[0], agreed=accounts[1:])
    assert (find_newest(forge).state == AuditState.APPROVED) is is_enough, find_newest(forge).why


def test_to_what_nobody_can_read_nobody_agreed(forge: Forge) -> None:
    pull = forge.open("example-nils", DAY, {SITTING: "decisions: [\n"})
    forge.merge(pull, DAY, by="example-astrid", agreed=["example-bruno"])
    assert find_newest(forge).state == AuditState.NOT_APPROVED


def test_the_review_does_not_ask_who_stands_aside(forge: Forge) -> None:
    pull = forge.open("example-nils", DAY, {SITTING: write("astrid", "astrid")})
    found = review(forge.repository.folder, "main", pull.branch, as_of=date(2026, 5, 6)).review
    (verdict,) = found.verdicts
    assert "example-astrid" not in verdict.able
    assert "example-bruno" in verdict.able
