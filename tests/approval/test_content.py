"""What came onto the main branch is held against what was agreed to: the names of commits prove nothing of content.

A merge, a squash or a rebase whose content is another one than git gives when it merges the branch once more is not
approved, whoever agreed to the branch, and nobody is named as agreeing to it.
"""

from typing import Any

import pytest

from scm_site.approval.audit import AuditedChange
from scm_site.approval.states import AuditState
from scm_site.demo.played_forge import Forge, Pull
from tests.approval.test_audit import DAY, LAST, LATER, MINUTES, TOPIC, forge, make_audit, make_topic, read

__all__ = ["forge"]  # the fixture

OTHER = "content/proposals/2025-other-topic.md"
EVIL = "What nobody saw.\n"


def open_topic(forge: Forge, path: str = TOPIC) -> Pull:
    return forge.open("example-nils", DAY, {path: make_topic()})


def merge(forge: Forge, pull: Pull, **how: Any) -> None:
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"], **how)


def amend(forge: Forge, changes: dict[str, str | None] | None = None, **record: Any) -> None:
    """Make the newest commit of the main line again with other content, as if the forge had made it so."""
    repository = forge.repository
    for path, text in (changes or {}).items():
        if text is None:
            (repository.folder / path).unlink()
        else:
            (repository.folder / path).write_text(text, encoding="utf-8")
    repository.git("add", "--all")
    words = ("--message", record.pop("subject")) if "subject" in record else ("--no-edit",)
    repository.git("commit", "--quiet", "--amend", "--allow-empty", *words, day=LATER, who="example-astrid")
    forge.merged[-1] |= {"merge_commit": repository.git("rev-parse", "HEAD"), **record}


def find_newest(forge: Forge, *, records: bool = True) -> AuditedChange:
    return make_audit(forge, records=records).changes[0]


@pytest.mark.parametrize(
    "changes",
    [
        {OTHER: EVIL},
        {TOPIC: make_topic() + EVIL},
        {TOPIC: None, OTHER: make_topic()},
        {"scm_site/evil.py": "1\n"},
    ],
    ids=["adds-a-file", "alters-the-text", "renames-it", "adds-code"],
)
@pytest.mark.parametrize("records", [True, False])
def test_a_merge_that_brings_other_content_than_its_branch(
    forge: Forge, changes: dict[str, str | None], *, records: bool
) -> None:
    (forge.repository.folder / "scm_site").mkdir()
    merge(forge, open_topic(forge))
    amend(forge, changes)
    found = find_newest(forge, records=records)
    assert found.state == (AuditState.CONTRADICTED if records else AuditState.NOT_RECORDED)
    assert next(iter(changes)) in found.why
    assert not found.agreed
    assert not any(verdict.agreed for verdict in found.verdicts)


@pytest.mark.parametrize("records", [True, False])
def test_a_merge_that_drops_what_was_agreed_to(forge: Forge, *, records: bool) -> None:
    """`git merge -s ours`: the pull request counts as merged, and nothing of it comes."""
    pull = open_topic(forge)
    forge.repository.switch("main")
    forge.repository.git(
        "merge", "--quiet", "--no-ff", "-s", "ours", "-m", "Merge", pull.branch, who="example-astrid"
    )
    commit = forge.repository.git("rev-parse", "HEAD")
    forge.merged.append(forge._record(pull, LATER, "example-astrid", commit, ["example-bruno"], []))
    forge.repository.change(LAST, {"README.md": "It goes on\n"})
    found = make_audit(forge, records=records).changes[1]
    assert (found.commit.id, found.changes) == (commit, ())
    assert found.state == (AuditState.CONTRADICTED if records else AuditState.NOT_RECORDED)
    assert TOPIC in found.why


def test_a_merge_of_several_branches_proves_nothing_by_git_alone(forge: Forge) -> None:
    pulls = [
        forge.open("example-nils", DAY, {MINUTES: read(MINUTES) + "\nMore.\n"}),
        open_topic(forge, OTHER),
    ]
    forge.repository.switch("main")
    forge.repository.merge(LATER, *(pull.branch for pull in pulls), who="example-alma")
    assert find_newest(forge, records=False).state == AuditState.NOT_RECORDED


def test_a_squash_that_brings_nothing(forge: Forge) -> None:
    merge(forge, open_topic(forge), how="squash")
    amend(forge, {TOPIC: None})
    found = find_newest(forge)
    assert (found.state, found.landing.number) == (AuditState.NOT_RECORDED, 1)


def test_a_merge_that_keeps_only_a_part_of_the_branch(forge: Forge) -> None:
    merge(forge, forge.open("example-nils", DAY, {TOPIC: make_topic(), OTHER: make_topic()}))
    amend(forge, {OTHER: None})
    assert find_newest(forge).state == AuditState.CONTRADICTED


def test_a_merge_that_takes_back_what_came_to_main_meanwhile(forge: Forge) -> None:
    pull = open_topic(forge)
    merge(forge, open_topic(forge, OTHER))
    merge(forge, pull)
    amend(forge, {OTHER: None})
    assert find_newest(forge).state == AuditState.CONTRADICTED


def test_honest_merges_are_as_they_must_be(forge: Forge) -> None:
    """A branch behind main, one with main merged into it, two that edit one file in other places, a renamed file."""
    text = read(MINUTES)
    behind, both = open_topic(forge), forge.open("example-nils", DAY, {MINUTES: text + "\nMore.\n"})
    merge(forge, open_topic(forge, OTHER))
    merge(forge, behind)
    forge.repository.switch(both.branch)
    both.commits.append(forge.repository.merge(LATER, "main", who="example-nils"))
    merge(forge, forge.open("example-alma", DAY, {MINUTES: text.replace("\n", "\n# \n", 1)}))
    merge(forge, both)
    merge(
        forge, forge.open("example-nils", DAY, {OTHER: None, OTHER.replace("other", "another"): make_topic()})
    )
    states = {change.state for change in make_audit(forge).changes}
    assert states <= {AuditState.APPROVED, AuditState.NOT_APPROVED, AuditState.BEFORE_RULES}


@pytest.mark.parametrize("how", ["squash", "rebase"])
def test_a_push_before_a_squash_or_a_rebase_is_not_covered_by_its_count(forge: Forge, how: Any) -> None:
    """The branch begins before the push, or after it, so that it has the pushed commit in it."""
    for late in (False, True):
        pull = None if late else forge.open("example-nils", DAY, {TOPIC: make_topic()})
        forge.repository.switch("main")
        forge.repository.change(DAY, {OTHER: EVIL}, who="example-astrid", subject="Evil")
        pull = pull or forge.open("example-nils", DAY, {TOPIC: make_topic()})
        forge.add(pull, DAY, {TOPIC: make_topic() + "\nMore.\n"})
        merge(forge, pull, how=how)
        amend(forge, subject="A plain title", commits=3 if late else 2)
        states = [one.state for one in make_audit(forge).changes[:-1]]
        assert states == [*[AuditState.APPROVED] * (2 if how == "rebase" else 1), AuditState.PUSHED]
        forge.repository.git("reset", "--quiet", "--hard", "main~3" if how == "rebase" else "main~2")
        forge.merged.clear()


def test_an_empty_commit_in_a_rebase_explains_none_and_hides_none(forge: Forge) -> None:
    pull = open_topic(forge)
    forge.add(pull, DAY, {})
    merge(forge, pull, how="rebase")
    (found,) = make_audit(forge).changes[:-1]
    assert (found.state, found.landing.how) == (AuditState.APPROVED, "rebase merge")


@pytest.mark.parametrize("how", ["squash", "rebase"])
@pytest.mark.parametrize("place", ["last", "between"])
def test_a_single_commit_with_other_content_than_the_branch_is_not_recorded(
    forge: Forge, how: Any, place: str
) -> None:
    """What a rebase brings on its way counts, too: a text that comes with one commit and goes with the next one."""
    pull = open_topic(forge)
    forge.add(pull, DAY, {OTHER: make_topic()})
    merge(forge, pull, how=how)
    if place == "between" and how == "rebase":
        forge.repository.git("reset", "--quiet", "--hard", "HEAD~2")
        forge.repository.change(LATER, {TOPIC: make_topic(), "content/evil.yml": EVIL})
        forge.repository.change(LATER, {OTHER: make_topic(), "content/evil.yml": None})
        amend(forge)
    else:
        amend(forge, {TOPIC: make_topic() + EVIL})
    states = {one.state for one in make_audit(forge).changes[:-1]}
    assert states == {AuditState.NOT_RECORDED}


def test_a_squash_whose_branch_is_not_here_is_not_recorded(forge: Forge, tmp_path: Any) -> None:
    merge(forge, open_topic(forge), how="squash")
    forge.delete_merged_branches()
    records = forge.make_records("2026-06-01T00:00:00Z")
    address = forge.repository.folder.as_uri()
    forge.repository.git("clone", "--quiet", address, str(tmp_path / "clone"))
    forge.repository.folder = tmp_path / "clone"
    found = make_audit(forge, collected=records).changes[0]
    assert found.state == AuditState.NOT_RECORDED
    assert "is not here" in found.why


def test_main_that_was_moved_forward_to_a_branch_proves_its_last_commit_alone(forge: Forge) -> None:
    pull = open_topic(forge)
    forge.add(pull, DAY, {TOPIC: make_topic() + "\nMore.\n"})
    forge.repository.switch("main")
    forge.repository.git("merge", "--quiet", "--ff-only", pull.branch)
    forge.merged.append(forge._record(pull, LATER, "example-astrid", pull.commits[-1], ["example-bruno"], []))
    assert [one.state for one in make_audit(forge).changes[:-1]] == [
        AuditState.APPROVED,
        AuditState.NOT_RECORDED,
    ]
