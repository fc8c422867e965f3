"""What is approved and yet rests on something that nobody agreed to is told beside it."""

import pytest

from scm_site.approval.states import AuditState
from scm_site.demo.played_forge import Forge
from scm_site.reports.audit_text import render_audit_text
from tests.approval.test_audit import (
    ADDED,
    BOARD,
    DAY,
    LAST,
    LATER,
    TOPIC,
    forge,
    make_audit,
    make_topic,
    read,
)

__all__ = ["forge"]  # the fixture

OTHER = "content/proposals/2025-other-topic.md"


def agree(forge: Forge, path: str, *, by: str) -> None:
    forge.merge(
        forge.open("example-nils", LATER, {path: make_topic()}), LATER, by=by, agreed=["example-bruno"]
    )


@pytest.mark.parametrize("later", ["nothing", "approved", "put back"])
def test_a_roster_that_nobody_agreed_to_is_told_with_what_it_lets_people_agree_to(
    forge: Forge, later: str
) -> None:
    """A roster that was pushed, and then a topic to which somebody agreed who stands in it since."""
    roster = read(BOARD).replace("  - id: bruno", ADDED)
    forge.repository.change(DAY, {BOARD: roster}, who="example-mallory")
    if later == "approved":
        changed = {BOARD: roster.replace("Head of technology", "Head of data")}
        forge.merge(forge.open("example-nils", DAY, {**changed}), DAY, by="example-mara")
    if later == "put back":
        forge.merge(forge.open("example-nils", DAY, {BOARD: read(BOARD)}), DAY, by="example-mara")
    agree(forge, TOPIC, by="example-astrid" if later == "put back" else "example-mallory")
    audit = make_audit(forge)
    found = audit.changes[0]
    assert found.state == AuditState.APPROVED
    assert (BOARD in found.why) == (later != "put back")
    assert ("which itself came without" in render_audit_text(audit)) == (later != "put back")


def test_the_only_maintainer_who_wrote_it_is_named_as_the_reason(forge: Forge) -> None:
    pull = forge.open("example-mara", DAY, {BOARD: read(BOARD) + "# More\n"})
    forge.merge(pull, LAST, by="example-mara")
    found = make_audit(forge).changes[0]
    assert found.state == AuditState.NOT_APPROVED
    assert "whoever could have agreed wrote it" in found.why
