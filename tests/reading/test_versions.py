"""The versions of each file: when each one arrived, and what it said, through renames and deletions."""

import os
from datetime import date
from pathlib import Path

import pytest

from scm_site.demo.repository import Repository
from scm_site.reading.git_history import FileVersion, read_history

FOLDER = "content/groups/a/status-updates"
MARCH, APRIL, MAY = f"{FOLDER}/2026-03.yml", f"{FOLDER}/2026-04.yml", f"{FOLDER}/2026-05.yml"

FIRST, SECOND, THIRD, FOURTH = (f"2026-0{month}-01T12:00:00Z" for month in (1, 2, 3, 4))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "register")


def write_update(summary: str) -> str:
    """Give a text long enough for git to know it again after a small change."""
    return f"date: 2026-03-01\nsummary: {summary}\n" + "".join(f"line-{n}: the same\n" for n in range(20))


def read_versions(folder: Path, path: str) -> tuple[FileVersion, ...]:
    return read_history(folder).versions[path]


def list_days(folder: Path, path: str) -> list[str]:
    return [str(version.day) for version in read_versions(folder, path)]


def list_summaries(folder: Path, path: str) -> list[object]:
    return [version.file and version.file.data["summary"] for version in read_versions(folder, path)]


def test_the_oldest_version_comes_first_and_each_says_what_it_said(repository: Repository) -> None:
    commits = [
        repository.change(day, {MARCH: write_update(text)})
        for day, text in ((FIRST, "one"), (SECOND, "two"), (THIRD, "three"))
    ]
    assert [version.commit for version in read_versions(repository.folder, MARCH)] == commits
    assert list_days(repository.folder, MARCH) == ["2026-01-01", "2026-02-01", "2026-03-01"]
    assert list_summaries(repository.folder, MARCH) == ["one", "two", "three"]


def test_a_single_version_is_not_read_again(repository: Repository) -> None:
    commit = repository.change(FIRST, {MARCH: write_update("one")})
    assert read_versions(repository.folder, MARCH) == (FileVersion(commit=commit, day=date(2026, 1, 1)),)


def test_a_version_that_cannot_be_read_says_nothing(repository: Repository) -> None:
    repository.change(FIRST, {MARCH: "summary: [\n"})
    repository.change(SECOND, {MARCH: write_update("two")})
    assert list_summaries(repository.folder, MARCH) == [None, "two"]


def test_a_rename_is_followed(repository: Repository) -> None:
    repository.change(FIRST, {MARCH: write_update("one")})
    repository.change(SECOND, {MARCH: None, APRIL: write_update("one")})
    repository.change(THIRD, {APRIL: None, MAY: write_update("one, and an edit")})
    assert list_days(repository.folder, MAY) == ["2026-01-01", "2026-02-01", "2026-03-01"]
    assert list_summaries(repository.folder, MAY) == ["one", "one", "one, and an edit"]
    assert set(read_history(repository.folder).versions) == {MAY}


def test_a_renamed_folder_is_followed(repository: Repository) -> None:
    repository.change(FIRST, {MARCH: write_update("one"), APRIL: write_update("two")})
    repository.git("mv", "content/groups/a", "content/groups/b")
    repository.change(SECOND, {})
    for path, text in ((MARCH, "one"), (APRIL, "two")):
        renamed = path.replace("/a/", "/b/")
        assert list_days(repository.folder, renamed) == ["2026-01-01", "2026-02-01"]
        assert list_summaries(repository.folder, renamed) == [text, text]


def test_a_text_that_is_written_anew_under_another_name_is_another_file(repository: Repository) -> None:
    repository.change(FIRST, {MARCH: write_update("one")})
    repository.change(SECOND, {MARCH: None, APRIL: "date: 2026-04-01\nsummary: nothing alike\n"})
    assert list_days(repository.folder, APRIL) == ["2026-02-01"]


def test_a_name_that_is_free_again_belongs_to_the_new_file(repository: Repository) -> None:
    repository.change(FIRST, {MARCH: write_update("one")})
    repository.change(SECOND, {MARCH: None, APRIL: write_update("one")})
    repository.change(THIRD, {MARCH: "date: 2026-03-01\nsummary: new\n"})
    assert list_days(repository.folder, MARCH) == ["2026-03-01"]
    assert list_days(repository.folder, APRIL) == ["2026-01-01", "2026-02-01"]


def test_two_files_that_swap_names_by_way_of_a_third(repository: Repository) -> None:
    """Within one commit git sees two changed files; step by step it sees who went where."""
    texts = {MARCH: write_update("one"), APRIL: "date: 2026-04-01\nsummary: two\n" + "other: text\n" * 1}
    repository.change(FIRST, {MARCH: texts[MARCH]})
    repository.change(SECOND, {APRIL: texts[APRIL]})
    repository.git("mv", MARCH, MAY)
    repository.change(THIRD, {})
    repository.git("mv", APRIL, MARCH)
    repository.change(THIRD, {})
    repository.git("mv", MAY, APRIL)
    repository.change(FOURTH, {})
    assert list_days(repository.folder, MARCH) == ["2026-02-01", "2026-03-01"]
    assert list_days(repository.folder, APRIL) == ["2026-01-01", "2026-03-01", "2026-04-01"]
    assert list_summaries(repository.folder, MARCH) == ["two", "two"]
    assert list_summaries(repository.folder, APRIL) == ["one", "one", "one"]


def test_two_files_that_swap_names_in_one_commit_are_two_changed_files(repository: Repository) -> None:
    repository.change(FIRST, {MARCH: write_update("one")})
    repository.change(SECOND, {APRIL: write_update("two")})
    repository.change(THIRD, {MARCH: write_update("two"), APRIL: write_update("one")})
    assert list_days(repository.folder, MARCH) == ["2026-01-01", "2026-03-01"]
    assert list_summaries(repository.folder, MARCH) == ["one", "two"]
    assert list_summaries(repository.folder, APRIL) == ["two", "one"]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such difference")
def test_a_rename_that_changes_only_the_case(repository: Repository) -> None:
    upper = "content/proposals/2026-Green-Roofs.md"
    repository.change(FIRST, {upper: write_update("one")})
    repository.git("mv", upper, upper.lower())
    repository.change(SECOND, {})
    assert list_days(repository.folder, upper.lower()) == ["2026-01-01", "2026-02-01"]
    assert upper not in read_history(repository.folder).versions


def test_a_deleted_file_has_no_versions(repository: Repository) -> None:
    repository.change(FIRST, {MARCH: write_update("one"), APRIL: write_update("two")})
    repository.change(SECOND, {MARCH: None})
    assert set(read_history(repository.folder).versions) == {APRIL}


def test_a_file_that_is_brought_back_keeps_its_earlier_versions(repository: Repository) -> None:
    repository.change(FIRST, {MARCH: write_update("one"), APRIL: "summary: other\n"})
    repository.change(SECOND, {MARCH: None})
    repository.change(THIRD, {MARCH: write_update("back")})
    assert list_days(repository.folder, MARCH) == ["2026-01-01", "2026-03-01"]
    assert list_summaries(repository.folder, MARCH) == ["one", "back"]


def test_a_merge_brings_one_version(repository: Repository) -> None:
    repository.change(FIRST, {MARCH: write_update("one")})
    repository.git("switch", "--quiet", "--create=topic")
    repository.change(SECOND, {MARCH: write_update("draft")})
    repository.change(THIRD, {MARCH: write_update("two")})
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "--message=Merge", "topic", day=FOURTH)
    assert list_days(repository.folder, MARCH) == ["2026-01-01", "2026-04-01"]
    assert list_summaries(repository.folder, MARCH) == ["one", "two"]


def test_what_a_shallow_clone_cuts_off_has_no_day(repository: Repository, tmp_path: Path) -> None:
    repository.change(FIRST, {MARCH: write_update("one"), APRIL: write_update("two")})
    repository.change(SECOND, {MARCH: write_update("three")})
    repository.change(THIRD, {MARCH: write_update("four")})
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=2", repository.folder.as_uri(), str(clone))
    assert list_days(clone, MARCH) == ["None", "2026-03-01"]
    assert list_summaries(clone, MARCH) == ["three", "four"]
    assert list_days(clone, APRIL) == ["None"]


def test_what_is_not_committed_is_no_version(repository: Repository) -> None:
    repository.change(FIRST, {MARCH: write_update("one"), APRIL: write_update("two")})
    (repository.folder / MARCH).write_text(write_update("being written"), encoding="utf-8")
    (repository.folder / MAY).write_text(write_update("new"), encoding="utf-8")
    history = read_history(repository.folder)
    assert set(history.versions) == {MARCH, APRIL}
    assert history.uncommitted == {MARCH}


def test_a_single_version_is_read_where_the_file_says_something_else_now(repository: Repository) -> None:
    repository.change(FIRST, {MARCH: write_update("one")})
    (repository.folder / MARCH).write_text(write_update("being written"), encoding="utf-8")
    assert list_summaries(repository.folder, MARCH) == ["one"]
    repository.git("add", "--all")
    assert list_summaries(repository.folder, MARCH) == ["one"]
