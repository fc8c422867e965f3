"""Attacks on the audit that a review thought of: each one is named, or refused, and none comes out as approved."""

from typing import Any

import pytest

from scm_site.approval.states import AuditState
from scm_site.demo.played_forge import Forge
from tests.approval.test_audit import BOARD, DAY, LAST, LATER, TOPIC, forge, make_audit, make_topic, read

__all__ = ["forge"]  # the fixture

RULES = "content/approvals.yml"
PROGRAMME = "content/groups/warm-homes/work-programme.md"
MOVED = "content/groups/quiet-streets/meetings/2026-04-30-draft-guide/2026-05-08.minutes.md"
MINUTES = "content/groups/warm-homes/meetings/2026-04-30-draft-guide/2026-05-08.minutes.md"


def list_states(forge: Forge) -> list[AuditState]:
    return [change.state for change in make_audit(forge).changes[:-1]]


@pytest.mark.parametrize("broken", [BOARD, RULES])
def test_rules_that_cannot_be_read_for_a_while_go_on(forge: Forge, broken: str) -> None:
    """The bytes of one file under the name of another one, and rules that are broken and mended again."""
    good = read(broken)
    forge.repository.change(DAY, {TOPIC: make_topic()})
    forge.repository.change(DAY, {broken: read(RULES) if broken == BOARD else "rules: [\n"})
    forge.repository.change(LATER, {broken: good})
    assert list_states(forge) == [AuditState.PUSHED] * 3


def test_a_merge_that_brings_more_than_was_agreed_to_is_contradicted(forge: Forge) -> None:
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    agreed = pull.commits[-1]
    forge.add(pull, DAY, {TOPIC: make_topic() + "\nWhat nobody saw.\n"})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"])
    record = forge.merged[-1]
    record["head"] = agreed
    record["reviews"] = [{**review, "commit": agreed} for review in record["reviews"]]
    assert list_states(forge) == [AuditState.CONTRADICTED]


def test_who_agrees_after_the_merge_agreed_too_late(forge: Forge) -> None:
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"])
    forge.merged[-1]["reviews"][0]["at"] = LAST
    assert list_states(forge) == [AuditState.NOT_APPROVED]


def test_a_typed_author_makes_nobody_else_step_in(forge: Forge) -> None:
    """A commit in the name of the chair takes the chair's say away, but gives it to nobody else."""
    pull = forge.open("example-nils", DAY, {PROGRAMME: read(PROGRAMME) + "\nMore.\n"}, who="example-ines")
    forge.merge(pull, LATER, by="example-boris", agreed=["example-alma"])
    found = make_audit(forge).changes[0]
    assert found.state == AuditState.NOT_APPROVED
    assert "chair of warm-homes" in found.why


def test_who_opened_it_is_replaced(forge: Forge) -> None:
    pull = forge.open("example-ines", DAY, {PROGRAMME: read(PROGRAMME) + "\nMore.\n"})
    forge.merge(pull, LATER, by="example-boris", agreed=["example-alma"])
    assert list_states(forge) == [AuditState.APPROVED]


def test_the_record_of_one_pull_request_does_not_cover_its_neighbour(forge: Forge) -> None:
    alone = forge.open("example-astrid", DAY, {TOPIC: make_topic()})
    forge.merge(alone, DAY, by="example-astrid")
    path = "content/proposals/2025-other-topic.md"
    pull = forge.open("example-nils", DAY, {path: make_topic()})
    forge.add(pull, DAY, {path: make_topic() + "\nMore.\n"})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"], how="squash")
    forge.repository.git("commit", "--quiet", "--amend", "--message=A plain title", day=LATER)
    forge.merged[-1]["merge_commit"] = forge.repository.git("rev-parse", "HEAD")
    assert list_states(forge) == [AuditState.APPROVED, AuditState.NOT_APPROVED]


def test_an_empty_merge_does_not_hide_that_history_was_moved(forge: Forge) -> None:
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"])
    forge.repository.git("reset", "--quiet", "--hard", "HEAD^")
    empty = forge.open("example-nils", LATER, {})
    forge.merge(empty, LAST, by="example-astrid")
    found = make_audit(forge)
    assert [request.number for request in found.lost] == [1]
    assert found.gap == ""


def test_what_moves_from_one_group_to_another_needs_both(forge: Forge) -> None:
    text = read(MINUTES)
    pull = forge.open("example-nils", DAY, {MINUTES: None, MOVED: text})
    forge.merge(pull, LATER, by="example-alma", agreed=["example-alma"])
    found = make_audit(forge).changes[0]
    assert found.state == AuditState.NOT_APPROVED
    assert "quiet-streets" in found.why


def test_a_kind_of_change_without_a_rule_needs_the_maintainers(forge: Forge) -> None:
    rules = (
        read(RULES).replace("changes: [code]", "changes: [themes]").replace("settings, themes,", "settings,")
    )
    forge.merge(forge.open("example-boris", DAY, {RULES: rules}), DAY, by="example-mara")
    pull = forge.open("example-nils", LATER, {".github/workflows/check.yml": "on: push\n"})
    forge.merge(pull, LAST, by="example-nils")
    found = make_audit(forge).changes[0]
    assert found.state == AuditState.NOT_APPROVED
    assert "maintainers" in found.why


def copy_record(forge: Forge, number: int, **other: Any) -> None:
    """Let the forge have one more pull request with the commit of the newest one, as of a stranger."""
    forge.merged.append(
        {**forge.merged[-1], "number": number, "opener": "mallory", "authors": ["mallory"], **other}
    )


@pytest.mark.parametrize("number", [99, 1])
@pytest.mark.parametrize("how", ["merge", "squash"])
def test_a_second_pull_request_with_the_same_commits_takes_no_agreement_away(
    forge: Forge, number: int, how: Any
) -> None:
    forge.number = 1
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"], how=how)
    copy_record(forge, number, reviews=[])
    found = make_audit(forge).changes[0]
    assert (found.state, found.landing.number) == (AuditState.APPROVED, 2)


def test_agreements_in_two_pull_requests_with_the_same_commits_are_joined(forge: Forge) -> None:
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="example-nils", agreed=["example-bruno"])
    copy_record(forge, 9, reviews=[{**forge.merged[-1]["reviews"][0], "account": "example-clio"}])
    assert list_states(forge) == [AuditState.APPROVED]


def test_a_pull_request_with_another_last_commit_lends_nothing(forge: Forge) -> None:
    """One that was merged along with it, because its last commit came with the other: stacked."""
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.add(pull, DAY, {TOPIC: make_topic() + "\nMore.\n"})
    forge.merge(pull, LATER, by="example-astrid")
    first = pull.commits[0]
    review = {"account": "example-bruno", "at": DAY, "commit": first}
    copy_record(forge, 99, head=first, commits=1, reviews=[review])
    assert list_states(forge) == [AuditState.NOT_APPROVED]


def test_who_opened_a_second_pull_request_agrees_to_none_of_both(forge: Forge) -> None:
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"])
    copy_record(forge, 9, opener="example-bruno", authors=["example-bruno"])
    assert list_states(forge) == [AuditState.NOT_APPROVED]
