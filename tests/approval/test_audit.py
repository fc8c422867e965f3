"""How changes on the main branch were approved: honest ones and forged ones, in real repositories with real merges."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scm_site.approval.audit import Audit, AuditedChange
from scm_site.approval.pull_requests import make_pull_requests
from scm_site.approval.states import AuditState
from scm_site.demo.played_forge import Forge
from scm_site.demo.repository import Repository
from scm_site.pipeline import audit
from tests.built_sites import EXAMPLE

TOPIC = "content/proposals/2025-cool-schools.md"
UPDATE = "content/groups/warm-homes/status-updates/2026-05.yml"
BOARD = "content/board.yml"
MINUTES = "content/groups/warm-homes/meetings/2026-04-30-draft-guide/2026-05-08.minutes.md"
DAY, LATER, LAST = "2026-05-04T10:00:00Z", "2026-05-05T10:00:00Z", "2026-05-06T10:00:00Z"


def read(path: str) -> str:
    return (EXAMPLE.parent / path).read_text(encoding="utf-8")


def make_topic(account: str = "example-nils") -> str:
    """Give a proposal that a forge account puts forward."""
    text = read("content/proposals/2025-quiet-streets.md").replace(
        "former_ids:\n  - 2025-silent-streets\n", ""
    )
    lines = [line for line in text.splitlines() if not line.strip().startswith("account:")]
    place = next(number for number, line in enumerate(lines) if line.startswith("  organisation:"))
    lines.insert(place, f"  account: {account}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    """A forge whose main branch holds the example register, its rules included, as one import."""
    repository = Repository(tmp_path / "register")
    files = {
        path.relative_to(EXAMPLE.parent).as_posix(): path.read_bytes()
        for path in sorted(EXAMPLE.rglob("*"))
        if path.is_file()
    }
    repository.change("2026-01-01T12:00:00Z", files)
    return Forge(repository=repository)


def make_audit(forge: Forge, *, records: bool = True, collected: dict[str, Any] | None = None) -> Audit:
    found = collected or forge.make_records("2026-06-01T00:00:00Z")
    return audit(forge.repository.folder, make_pull_requests(found) if records else None).audit


def find_newest(forge: Forge, *, records: bool = True) -> AuditedChange:
    return make_audit(forge, records=records).changes[0]


def test_the_import_came_before_the_rules(forge: Forge) -> None:
    found = find_newest(forge)
    assert (found.state, found.landing.how) == (AuditState.BEFORE_RULES, "import")


def test_a_proposal_that_two_of_the_board_agreed_to_is_approved(forge: Forge) -> None:
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"])
    found = find_newest(forge)
    assert found.state == AuditState.APPROVED
    assert found.landing.number == 1
    assert sorted(found.verdicts[0].agreed) == ["example-astrid", "example-bruno"]


@pytest.mark.parametrize("how", ["squash", "rebase"])
def test_squash_and_rebase_are_told_apart_and_approved_by_the_records(forge: Forge, how: Any) -> None:
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.add(pull, DAY, {TOPIC: make_topic() + "\nMore.\n"})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"], how=how)
    states = [(one.landing.how, one.state) for one in make_audit(forge).changes[:-1]]
    assert states == [(f"{how} merge", AuditState.APPROVED)] * (2 if how == "rebase" else 1)


@pytest.mark.parametrize(
    ("how", "state"), [("squash", AuditState.NOT_RECORDED), ("rebase", AuditState.PUSHED)]
)
def test_without_the_records_a_squash_and_a_rebase_prove_nothing(
    forge: Forge, how: Any, state: AuditState
) -> None:
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"], how=how)
    assert find_newest(forge, records=False).state == state


def test_a_merge_by_somebody_entitled_counts_by_git_alone_and_says_so(forge: Forge) -> None:
    pull = forge.open("example-alma", DAY, {MINUTES: read(MINUTES) + "\nMore.\n"})
    forge.merge(pull, LATER, by="example-boris")
    assert find_newest(forge, records=False).state == AuditState.BY_GIT


def test_git_alone_knows_one_of_two_members_of_the_board(forge: Forge) -> None:
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"])
    found = find_newest(forge, records=False)
    assert found.state == AuditState.NOT_RECORDED
    assert "1 of 2 agreed" in found.why


def test_a_direct_push_in_the_name_of_a_board_member_is_no_approval(forge: Forge) -> None:
    forge.repository.change(
        DAY, {TOPIC: make_topic()}, who="example-astrid", subject="Topic\n\nReviewed-by: example-bruno"
    )
    for records in (True, False):
        found = find_newest(forge, records=records)
        assert found.state == AuditState.PUSHED
        assert not found.agreed


@pytest.mark.parametrize("subject", ["A topic (#12)", "Merge pull request #12 from example-nils/topic"])
def test_a_commit_that_claims_a_pull_request_is_contradicted_by_the_forge(forge: Forge, subject: str) -> None:
    repository = forge.repository
    repository.git("switch", "--quiet", "--create", "topic")
    repository.change(DAY, {TOPIC: make_topic()}, who="example-nils")
    repository.git("switch", "--quiet", "main")
    if subject.startswith("Merge"):
        repository.git("merge", "--quiet", "--no-ff", "-m", subject, "topic", day=LATER, who="example-astrid")
    else:
        repository.git("merge", "--quiet", "--squash", "topic")
        repository.git("commit", "--quiet", "-m", subject, day=LATER, who="example-astrid")
    found = find_newest(forge)
    assert found.state == AuditState.CONTRADICTED
    assert "pull request 12" in found.why


def test_who_opened_it_does_not_approve_it(forge: Forge) -> None:
    pull = forge.open("example-astrid", DAY, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-astrid", "example-bruno"])
    found = find_newest(forge)
    assert found.state == AuditState.NOT_APPROVED
    assert "themselves" in found.why


def test_who_has_a_commit_in_it_or_proposes_the_topic_does_not_approve_it(forge: Forge) -> None:
    changes: list[Callable[[], Any]] = [
        lambda: forge.open("example-nils", DAY, {TOPIC: make_topic()}, who="example-clio"),
        lambda: forge.open("example-nils", DAY, {TOPIC: make_topic("Example-Clio")}),
    ]
    for change in changes:
        pull = change()
        forge.merge(pull, LATER, by="example-clio", agreed=["example-bruno"])
        assert find_newest(forge).state == AuditState.NOT_APPROVED
        forge.repository.git("reset", "--quiet", "--hard", "HEAD^")
        forge.merged.clear()


def test_a_self_merge_proves_nothing_by_git_alone(forge: Forge) -> None:
    pull = forge.open("example-alma", DAY, {MINUTES: read(MINUTES) + "\nMore.\n"})
    forge.merge(pull, LATER, by="example-alma")
    assert find_newest(forge, records=False).state == AuditState.NOT_RECORDED


def test_who_agreed_to_an_earlier_version_does_not_count(forge: Forge) -> None:
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.add(pull, DAY, {TOPIC: make_topic() + "\nSomething else.\n"})
    forge.merge(pull, LATER, by="example-astrid", agreed_early=["example-bruno", "example-clio"])
    assert find_newest(forge).state == AuditState.NOT_APPROVED


def test_an_account_added_to_the_roster_in_the_same_change_does_not_count(forge: Forge) -> None:
    roster = read(BOARD).replace("  - id: bruno", ADDED)
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic(), BOARD: roster})
    forge.merge(pull, LATER, by="example-mallory", agreed=["example-bruno", "example-mara"])
    found = find_newest(forge)
    assert found.state == AuditState.NOT_APPROVED
    assert "1 of 2 agreed" in found.why


def test_an_account_added_in_an_earlier_commit_of_the_same_rebase_does_not_count(forge: Forge) -> None:
    roster = read(BOARD).replace("  - id: bruno", ADDED)
    pull = forge.open("example-nils", DAY, {BOARD: roster})
    forge.add(pull, DAY, {TOPIC: make_topic()})
    agreed = ["example-bruno", "example-mara"]
    forge.merge(pull, LATER, by="example-mallory", agreed=agreed, how="rebase")
    states = {one.changes[0].kind: one.state for one in make_audit(forge).changes[:-1]}
    assert states == {"proposal": AuditState.NOT_APPROVED, "board": AuditState.APPROVED}


ADDED = (
    "  - id: mallory\n    name: Mallory Example\n    title: Member\n    organisation: Example\n"
    "    account: example-mallory\n    from: 2024-09-01\n    consent: 2024-08-27\n  - id: bruno"
)


def test_who_was_out_of_office_on_that_day_does_not_count(forge: Forge) -> None:
    pull = forge.open(
        "example-boris", DAY, {BOARD: read(BOARD).replace(ENDED, ENDED + "    to: 2026-05-04\n")}
    )
    forge.merge(pull, DAY, by="example-mara")
    pull = forge.open("example-nils", LATER, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"])
    assert find_newest(forge).state == AuditState.NOT_APPROVED


def test_an_account_that_gets_another_name_later_goes_on_to_have_agreed(forge: Forge) -> None:
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.merge(pull, DAY, by="example-astrid", agreed=["example-bruno"])
    before = find_newest(forge)
    renamed = read(BOARD).replace("account: example-bruno\n", "account: example-bruno-elsewhere\n")
    forge.merge(forge.open("example-boris", LATER, {BOARD: renamed}), LATER, by="example-mara")
    assert before.state == AuditState.APPROVED
    after = next(one for one in make_audit(forge).changes if one.changes[0].kind == "proposal")
    assert after.state == before.state


ENDED = "    account: example-bruno\n    from: 2024-09-01\n"


def test_a_moved_history_is_told(forge: Forge) -> None:
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"])
    forge.repository.git("reset", "--quiet", "--hard", "HEAD^")
    forge.repository.change(LAST, {"README.md": "moved"})
    found = make_audit(forge)
    assert [request.number for request in found.lost] == [1]
    assert found.has_faults


def test_a_clone_older_than_the_records_has_lost_nothing(forge: Forge) -> None:
    before = forge.repository.git("rev-parse", "HEAD")
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"])
    records = forge.make_records("2026-06-01T00:00:00Z")
    forge.repository.git("reset", "--quiet", "--hard", before)
    assert make_audit(forge, collected=records).lost == ()


def test_a_main_branch_that_was_moved_onto_a_branch_is_told(forge: Forge) -> None:
    """A “foxtrot”: main is merged into a branch and moved there; its own commits are no first parents any more."""
    repository = forge.repository
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    repository.git("switch", "--quiet", "main")
    repository.change(LATER, {"README.md": "Main goes on\n"}, who="example-mara")
    records = forge.make_records("2026-06-01T00:00:00Z")
    repository.git("switch", "--quiet", pull.branch)
    repository.git("merge", "--quiet", "--no-ff", "-m", "Merge main", "main", day=LAST, who="example-astrid")
    repository.git("branch", "--quiet", "--force", "main", pull.branch)
    repository.git("switch", "--quiet", "main")
    found = make_audit(forge, collected=records)
    assert [one.state for one in found.changes[:2]] == [AuditState.CONTRADICTED, AuditState.PUSHED]
    assert "history was moved" in found.gap


def test_what_came_after_the_records_is_judged_by_git_alone(forge: Forge) -> None:
    records = forge.make_records("2026-05-01T00:00:00Z")
    pull = forge.open("example-alma", DAY, {MINUTES: read(MINUTES) + "\nMore.\n"})
    forge.merge(pull, LATER, by="example-boris")
    assert make_audit(forge, collected=records).changes[0].state == AuditState.BY_GIT


def test_an_octopus_merge_is_none_of_a_forge(forge: Forge) -> None:
    repository = forge.repository
    for name, path in (("one", TOPIC), ("two", "content/events/2026-09-01-forum.yml")):
        repository.git("switch", "--quiet", "--create", name, "main")
        repository.change(DAY, {path: "text\n"}, who="example-nils")
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "-m", "Both", "one", "two", day=LATER, who="example-astrid")
    found = find_newest(forge)
    assert (found.landing.how, found.state) == ("octopus merge", AuditState.CONTRADICTED)
    assert {one.kind for one in found.changes} == {"proposal", "event"}


def test_a_revert_and_a_second_landing_are_changes_of_their_own(forge: Forge) -> None:
    for number in range(3):
        changes: dict[str, str | None] = {TOPIC: None if number == 1 else make_topic()}
        pull = forge.open("example-nils", DAY, changes)
        agreed = [] if number == 2 else ["example-bruno"]
        forge.merge(pull, LATER, by="example-astrid", agreed=agreed)
    states = [one.state for one in make_audit(forge).changes[:-1]]
    assert states == [AuditState.NOT_APPROVED, AuditState.APPROVED, AuditState.APPROVED]


def test_an_acknowledged_change_is_no_fault_any_more(forge: Forge) -> None:
    commit = forge.repository.change(DAY, {MINUTES: read(MINUTES) + "\nMore.\n"})
    assert make_audit(forge).has_faults
    entry = f'  - commit: "{commit[:12]}"\n    on: 2026-05-05\n    by: boris\n    reason: {REASON}\n'
    changed = {"content/approvals.yml": read("content/approvals.yml") + entry}
    forge.merge(forge.open("example-boris", LATER, {**changed}), LAST, by="example-mara")
    found = make_audit(forge)
    assert found.changes[1].state == AuditState.ACKNOWLEDGED
    assert not found.has_faults


REASON = "It was pushed by mistake, and the co-chair agrees with every word."


def test_nobody_speaks_for_two(forge: Forge) -> None:
    """An amendment needs the Secretariat and the group; the co-chair is of both, and counts once."""
    path = "content/groups/warm-homes/acts/2026-03-12-six-more-months.amends.yml"
    for agreed, state in (
        (["example-alma"], AuditState.NOT_APPROVED),
        (["example-alma", "example-boris"], AuditState.APPROVED),
    ):
        pull = forge.open("example-nils", DAY, {path: read(path) + f"# {len(agreed)}\n"})
        forge.merge(pull, LATER, by="example-nils", agreed=agreed)
        assert find_newest(forge).state == state


def test_code_needs_a_maintainer(forge: Forge) -> None:
    for by, state in (("example-alma", AuditState.NOT_APPROVED), ("example-mara", AuditState.APPROVED)):
        pull = forge.open("example-nils", DAY, {"schemas/proposal.schema.json": by})
        forge.merge(pull, LATER, by=by)
        assert find_newest(forge).state == state
