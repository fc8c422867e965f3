"""What can be told where there is no whole history: a shallow clone, one commit, a worktree, a submodule."""

import shutil
from pathlib import Path

from scm_site.approval.pull_requests import read_pull_requests
from scm_site.approval.states import AuditState
from scm_site.demo.play import RECORDS
from scm_site.demo.repository import Repository
from scm_site.pipeline import audit
from tests.built_sites import EXAMPLE


def clone(example_history: Path, folder: Path, *words: str) -> Path:
    Repository(folder.parent / "unused").git(
        "clone", "--quiet", *words, f"file://{example_history}", str(folder), folder=folder.parent
    )
    return folder


def list_states(root: Path, records: Path | None = None) -> list[AuditState]:
    found = read_pull_requests(records) if records else None
    return [change.state for change in audit(root, found).audit.changes]


def test_a_whole_clone_says_the_same_as_the_repository(example_history: Path, tmp_path: Path) -> None:
    """Except of what was squashed or rebased: a clone has not the branch with which it would have to be compared."""
    copy = clone(example_history, tmp_path / "clone")
    records = read_pull_requests(example_history / RECORDS)
    pairs = zip(*(audit(root, records).audit.changes for root in (copy, example_history)), strict=True)
    other = {(one.landing.how, one.state) for one, known in pairs if one.state != known.state}
    assert {state for _, state in other} == {AuditState.NOT_RECORDED}
    assert "merge" not in {how for how, _ in other}


def test_the_first_commit_of_a_shallow_clone_is_unknown(example_history: Path, tmp_path: Path) -> None:
    copy = clone(example_history, tmp_path / "clone", "--depth", "3")
    states = list_states(copy, example_history / RECORDS)
    assert states[-1] == AuditState.UNKNOWN
    assert set(states[:-1]) == {AuditState.APPROVED}
    assert audit(copy, None).audit.lost == ()


def test_one_commit_is_an_import(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    shutil.copytree(EXAMPLE, repository.folder / "content")
    repository.change("2026-01-01T12:00:00Z", {})
    assert list_states(repository.folder) == [AuditState.BEFORE_RULES]


def test_a_worktree_is_the_repository(example_history: Path, tmp_path: Path) -> None:
    copy = clone(example_history, tmp_path / "clone")
    Repository(tmp_path / "other").git(
        "worktree", "add", "--quiet", "--detach", str(tmp_path / "tree"), "main", folder=copy
    )
    assert list_states(tmp_path / "tree") == list_states(example_history)


def test_a_submodule_is_the_repository(example_history: Path, tmp_path: Path) -> None:
    outer = Repository(tmp_path / "outer")
    outer.git(
        "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(example_history), "register"
    )
    assert list_states(outer.folder / "register") == list_states(example_history)


def test_a_folder_of_a_larger_repository(tmp_path: Path) -> None:
    outer = Repository(tmp_path / "outer")
    shutil.copytree(EXAMPLE, outer.folder / "register/content")
    outer.change("2026-01-01T12:00:00Z", {"README.md": "outside\n"})
    outer.change("2026-01-02T12:00:00Z", {"README.md": "of another concern\n"})
    assert list_states(outer.folder / "register") == [AuditState.BEFORE_RULES]
