"""When files last changed, from real repositories with fixed names and dates."""

import os
from datetime import date
from pathlib import Path

import pytest

from scm_site.demo.repository import Repository
from scm_site.reading.git_commands import GitError
from scm_site.reading.git_history import Change, History, read_history
from scm_site.reading.revisions import read_start

EVENT = "content/events/2026-01-01-a.yml"
BOARD = "content/board.yml"
GUIDE = "content/groups/a/launch.md"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "register")


def fill(repository: Repository, below: str = "") -> list[str]:
    """Give three commits of a small register in a folder of the repository."""
    return [
        repository.change("2026-01-01T12:00:00Z", {f"{below}{BOARD}": "a", f"{below}{EVENT}": "a"}),
        repository.change("2026-02-01T12:00:00Z", {f"{below}{EVENT}": "b", f"{below}{GUIDE}": "a"}),
        repository.change("2026-03-01T12:00:00Z", {"README.md": "b"}),
    ]  # fmt: skip


def expect(commits: list[str]) -> dict[str, Change]:
    return {
        BOARD: Change(commit=commits[0], day=date(2026, 1, 1)),
        EVENT: Change(commit=commits[1], day=date(2026, 2, 1)),
        GUIDE: Change(commit=commits[1], day=date(2026, 2, 1)),
    }


def test_the_newest_change_of_every_file(repository: Repository) -> None:
    commits = fill(repository)
    assert read_history(repository.folder) == History(commit=commits[-1], changed=expect(commits))


def test_days_are_those_of_the_committer_in_utc(repository: Repository) -> None:
    repository.change("2026-01-01T00:30:00+02:00", {BOARD: "a"})
    assert read_history(repository.folder).changed[BOARD].day == date(2025, 12, 31)


def test_a_merge_counts_with_its_own_day(repository: Repository) -> None:
    first = repository.change("2026-01-01T12:00:00Z", {BOARD: "a", EVENT: "a"})
    repository.git("switch", "--quiet", "--create", "proposal")
    repository.change("2026-01-05T12:00:00Z", {EVENT: "b"})
    repository.change("2030-01-01T12:00:00Z", {EVENT: "c"})
    repository.git("switch", "--quiet", "main")
    repository.change("2026-01-06T12:00:00Z", {"README.md": "a"})
    repository.git("merge", "--quiet", "--no-ff", "--message=Merge", "proposal", day="2026-01-07T12:00:00Z")
    merge = repository.git("rev-parse", "HEAD")
    assert read_history(repository.folder) == History(
        commit=merge,
        changed={
            BOARD: Change(commit=first, day=date(2026, 1, 1)),
            EVENT: Change(commit=merge, day=date(2026, 1, 7)),
        },
    )


def test_deleted_files_are_left_out_and_restored_ones_are_not(repository: Repository) -> None:
    repository.change("2026-01-01T12:00:00Z", {BOARD: "a", EVENT: "a", GUIDE: "a"})
    repository.change("2026-01-02T12:00:00Z", {EVENT: None, GUIDE: None})
    restored = repository.change("2026-01-03T12:00:00Z", {EVENT: "a"})
    changed = read_history(repository.folder).changed
    assert sorted(changed) == [BOARD, EVENT]
    assert changed[EVENT] == Change(commit=restored, day=date(2026, 1, 3))


def test_a_renamed_file_is_new_under_its_new_name(repository: Repository) -> None:
    repository.change("2026-01-01T12:00:00Z", {BOARD: "a", EVENT: "the same text"})
    repository.git("config", "diff.renames", "copies")
    moved = "content/events/2026-01-02-b.yml"
    repository.change("2026-01-02T12:00:00Z", {EVENT: None, moved: "the same text"})
    changed = read_history(repository.folder).changed
    assert sorted(changed) == [BOARD, moved]
    assert changed[moved].day == date(2026, 1, 2)


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot hold these names")
def test_strange_names_are_read_as_they_are(repository: Repository) -> None:
    names = ["content/é ü.yml", "content/a\nb\tc.yml", 'content/"q".yml', "content/M", "content/\x01x 1"]
    repository.change("2026-01-01T12:00:00Z", dict.fromkeys(names, "a"))
    assert sorted(read_history(repository.folder).changed) == sorted(names)


def test_a_shallow_clone_says_so_and_guesses_no_day(repository: Repository, tmp_path: Path) -> None:
    commits = fill(repository)
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=2", repository.folder.as_uri(), str(clone))
    history = read_history(clone)
    assert (history.commit, history.shallow, dict(history.changed)) == (commits[-1], True, {})
    assert "shallow" in history.gap
    newest = repository.change("2026-04-01T12:00:00Z", {EVENT: "c"})
    repository.git("pull", "--quiet", folder=clone)
    history = read_history(clone)
    assert history.shallow
    assert history.changed == {EVENT: Change(commit=newest, day=date(2026, 4, 1))}


def test_a_shallow_clone_of_everything_that_matters(repository: Repository, tmp_path: Path) -> None:
    fill(repository)
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(clone))
    repository.git("fetch", "--quiet", "--unshallow", folder=clone)
    assert not read_history(clone).shallow
    assert sorted(read_history(clone).changed) == [BOARD, EVENT, GUIDE]


def test_no_such_folder(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(repository)
    monkeypatch.chdir(repository.folder)
    with pytest.raises(GitError, match="the folder cannot be opened"):
        read_history(tmp_path / "nothing")


def test_a_submodule_in_the_place_of_a_record_is_no_broken_object(repository: Repository) -> None:
    commit = repository.change("2026-01-01T12:00:00Z", {EVENT: "a\n"})
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},{BOARD}")
    repository.git("commit", "--quiet", "--message=Change")
    repository.change("2026-03-01T12:00:00Z", {BOARD: "people: []\n"})
    history = read_history(repository.folder)
    assert [version.file is None for version in history.versions[BOARD]] == [True, False]
    assert history.changed[EVENT].commit == commit


def test_a_register_in_a_folder_of_a_repository(repository: Repository) -> None:
    commits = fill(repository, below="a/register/")
    repository.change("2026-05-01T12:00:00Z", {"content/other.yml": "a"})
    history = read_history(repository.folder / "a/register")
    assert history.changed == expect(commits)


def test_a_work_tree_of_another_branch(repository: Repository, tmp_path: Path) -> None:
    commits = fill(repository)
    tree = tmp_path / "tree"
    repository.git("worktree", "add", "--quiet", str(tree), commits[1])
    assert read_history(tree) == History(commit=commits[1], changed=expect(commits))


def test_variables_of_a_hook_do_not_matter(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits = fill(repository)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "0")
    assert read_history(repository.folder).changed == expect(commits)
    assert os.environ["GIT_DIR"] == str(tmp_path / "elsewhere")


def test_settings_of_a_person_do_not_matter(repository: Repository) -> None:
    commits = fill(repository)
    for name, value in {
        "log.showSignature": "true",
        "log.decorate": "full",
        "log.date": "relative",
        "diff.relative": "true",
        "core.quotePath": "true",
        "color.ui": "always",
        "diff.external": "false",
        "log.diffMerges": "off",
        "status.relativePaths": "true",
    }.items():
        repository.git("config", name, value)
    assert read_history(repository.folder).changed == expect(commits)


def test_a_change_touches_what_differs_from_where_it_left_the_base(repository: Repository) -> None:
    repository.change("2026-01-01T12:00:00Z", {EVENT: "a", BOARD: "b", GUIDE: "c"})
    repository.git("switch", "--quiet", "--create=topic")
    repository.change("2026-01-02T12:00:00Z", {EVENT: "changed", GUIDE: None})
    repository.git("switch", "--quiet", "main")
    repository.change("2026-01-03T12:00:00Z", {BOARD: "changed on main"})
    repository.git("switch", "--quiet", "topic")
    (repository.folder / "content/new.yml").write_text("not yet known to git", encoding="utf-8")
    (repository.folder / BOARD).write_text("not yet committed", encoding="utf-8")
    assert read_start(repository.folder, "main").touched == {EVENT, GUIDE, BOARD, "content/new.yml"}


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "", "main^{tree}"])
def test_a_revision_that_is_none_is_said_so(repository: Repository, base: str) -> None:
    repository.change("2026-01-01T12:00:00Z", {EVENT: "a"})
    with pytest.raises(GitError, match="there is no revision"):
        read_start(repository.folder, base)


def test_without_a_repository_nothing_can_be_compared(tmp_path: Path) -> None:
    with pytest.raises(GitError):
        read_start(tmp_path, "main")
