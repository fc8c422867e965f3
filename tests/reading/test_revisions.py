"""Revisions as folders and as lists of changes, from real repositories; also from trees that git would not make."""

import os
from pathlib import Path

import pytest

from scm_site.demo.repository import Repository
from scm_site.reading import revisions
from scm_site.reading.content_files import LARGEST_ATTACHMENT
from scm_site.reading.git_commands import GitError
from scm_site.reading.revisions import open_content, read_merge, read_text
from tests.git_objects import write_object

EVENT = "content/events/2026-01-01-a.yml"
BOARD = "content/board.yml"
ATTACHMENT = "content/groups/a/outcomes/b/c.pdf"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "register")
    repository.change("2026-01-01T12:00:00Z", {BOARD: "a\n", EVENT: "a\n", "README.md": "a\n"})
    return repository


def propose(repository: Repository, changes: dict[str, str | None]) -> str:
    """Make a commit on the branch `topic`, which leaves main where main is now."""
    repository.switch("topic", "main")
    commit = repository.change("2026-01-02T12:00:00Z", changes)
    repository.switch("main")
    return commit


def list_entries(repository: Repository, base: str = "main", head: str = "topic") -> list[tuple[str, ...]]:
    """Give what a merge would do: status, path, and for a rename the earlier path."""
    entries = read_merge(repository.folder, base, head).entries
    return [(entry.status, entry.path, *filter(None, [entry.was])) for entry in entries]


def read_folder(root: Path, revision: str) -> dict[str, bytes]:
    """Give the files of a revision's content by their path."""
    with open_content(root, revision) as folder:
        files = [path for path in folder.rglob("*") if path.is_file() or path.is_symlink()]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def make_tree(repository: Repository, *entries: tuple[str, bytes, str]) -> str:
    """Make a tree of modes, names and hashes, in whatever order and however often."""
    raw = [f"{mode} ".encode() + name + b"\0" + bytes.fromhex(found) for mode, name, found in entries]
    return write_object(repository, "tree", b"".join(raw))


def make_content(repository: Repository, *entries: tuple[str, bytes, str]) -> str:
    """Make a revision whose `content` holds these entries."""
    return make_tree(repository, ("40000", b"content", make_tree(repository, *entries)))


def test_a_change_that_rests_on_the_base_is_its_own_tree(repository: Repository) -> None:
    base = repository.git("rev-parse", "main")
    head = propose(repository, {EVENT: "b\n", "content/new.yml": "b\n", BOARD: None, "README.md": "b\n"})
    merge = read_merge(repository.folder, "main", "topic")
    assert (merge.base, merge.head, merge.tree, merge.conflicts) == (base, head, head, ())
    assert list_entries(repository) == [
        ("M", "README.md"),
        ("D", BOARD),
        ("M", EVENT),
        ("A", "content/new.yml"),
    ]


def test_a_base_that_went_on_is_merged_first(repository: Repository) -> None:
    head = propose(repository, {EVENT: "b\n"})
    base = repository.change("2026-01-03T12:00:00Z", {BOARD: "c\n"})
    merge = read_merge(repository.folder, "main", "topic")
    assert (merge.base, merge.head, merge.conflicts) == (base, head, ())
    assert merge.tree not in (base, head)
    assert list_entries(repository) == [("M", EVENT)]
    assert read_folder(repository.folder, merge.tree) == {BOARD: b"c\n", EVENT: b"b\n"}
    assert read_folder(repository.folder, head) == {BOARD: b"a\n", EVENT: b"b\n"}
    repository.merge("2026-01-04T12:00:00Z", "topic")
    assert repository.git("rev-parse", "HEAD^{tree}") == merge.tree


def test_nothing_is_left_behind_by_looking_at_a_merge(repository: Repository) -> None:
    propose(repository, {EVENT: "b\n"})
    repository.change("2026-01-03T12:00:00Z", {EVENT: "c\n"})
    (repository.folder / BOARD).write_text("not yet committed\n", encoding="utf-8")
    before = repository.git("status", "--porcelain"), repository.git("for-each-ref")
    read_merge(repository.folder, "main", "topic")
    assert (repository.git("status", "--porcelain"), repository.git("for-each-ref")) == before


def test_what_both_changed_is_a_conflict(repository: Repository) -> None:
    head = propose(repository, {EVENT: "b\n", BOARD: None, "content/new.yml": "b\n"})
    repository.change("2026-01-03T12:00:00Z", {EVENT: "c\n", BOARD: "c\n", "content/other.yml": "c\n"})
    merge = read_merge(repository.folder, "main", "topic")
    assert merge.conflicts == (BOARD, EVENT)
    assert merge.tree == head
    assert list_entries(repository) == [("D", BOARD), ("M", EVENT), ("A", "content/new.yml")]


def test_a_rename_is_one_entry(repository: Repository) -> None:
    propose(repository, {EVENT: None, "content/events/2026-01-02-b.yml": "a\n", BOARD: "b\n"})
    repository.change("2026-01-03T12:00:00Z", {"README.md": "c\n"})
    assert list_entries(repository) == [("M", BOARD), ("R", "content/events/2026-01-02-b.yml", EVENT)]


def test_what_was_merged_already_changes_nothing(repository: Repository) -> None:
    propose(repository, {EVENT: "b\n"})
    repository.merge("2026-01-03T12:00:00Z", "topic")
    assert list_entries(repository) == []
    assert list_entries(repository, "main", "main") == []


def test_two_lines_that_crossed_are_merged(repository: Repository) -> None:
    propose(repository, {EVENT: "b\n"})
    repository.change("2026-01-03T12:00:00Z", {BOARD: "c\n"})
    repository.switch("crossed", "topic")
    repository.merge("2026-01-04T12:00:00Z", "main")
    repository.switch("main")
    repository.merge("2026-01-04T12:00:00Z", "topic")
    repository.change("2026-01-05T12:00:00Z", {"content/on-main.yml": "d\n"})
    repository.switch("crossed")
    repository.change("2026-01-05T12:00:00Z", {"content/on-topic.yml": "d\n"})
    assert list_entries(repository, "main", "crossed") == [("A", "content/on-topic.yml")]


def test_revisions_without_a_common_commit_cannot_be_compared(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--orphan", "other")
    repository.change("2026-01-02T12:00:00Z", {EVENT: "b\n"})
    with pytest.raises(GitError, match=r"^`main` and `other` have no commit in common$"):
        read_merge(repository.folder, "main", "other")


@pytest.mark.parametrize("revision", ["nowhere", "", "--output=x", "main^{tree}"])
def test_a_merge_of_no_revision_says_which(repository: Repository, revision: str) -> None:
    propose(repository, {EVENT: "b\n"})
    for base, head in ((revision, "topic"), ("main", revision)):
        with pytest.raises(GitError) as caught:
            read_merge(repository.folder, base, head)
        assert str(caught.value) == f"there is no revision `{revision}` in a git repository here"


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot hold these names")
def test_strange_names_are_read_as_they_are(repository: Repository) -> None:
    names = ["content/é ü.yml", "content/a\tb.yml", 'content/"q".yml', "content/:1 2 M"]
    propose(repository, dict.fromkeys(names, "b\n"))
    repository.change("2026-01-03T12:00:00Z", {**dict.fromkeys(names[:2], "c\n"), BOARD: "c\n"})
    assert read_merge(repository.folder, "main", "topic").conflicts == tuple(sorted(names[:2]))
    assert sorted(path for _, path in list_entries(repository)) == sorted(names)


def test_settings_of_a_person_do_not_matter(repository: Repository) -> None:
    propose(repository, {EVENT: None, "content/events/2026-01-02-b.yml": "a\n"})
    repository.change("2026-01-03T12:00:00Z", {BOARD: "c\n"})
    settings = {
        "diff.renames": "false",
        "color.ui": "always",
        "diff.external": "false",
        "diff.orderFile": "x",
    }
    for name, value in settings.items():
        repository.git("config", name, value)
    (repository.folder / "x").write_text("*\n", encoding="utf-8")
    assert list_entries(repository) == [("R", "content/events/2026-01-02-b.yml", EVENT)]


def test_a_register_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "outer")
    repository.change("2026-01-01T12:00:00Z", {f"register/{EVENT}": "a\n", BOARD: "of another concern\n"})
    propose(repository, {f"register/{EVENT}": "b\n", BOARD: "b\n"})
    repository.change("2026-01-03T12:00:00Z", {f"register/{BOARD}": "c\n"})
    root = repository.folder / "register"
    merge = read_merge(root, "main", "topic")
    assert [entry.path for entry in merge.entries] == [EVENT]
    assert read_folder(root, merge.tree) == {BOARD: b"c\n", EVENT: b"b\n"}
    assert read_text(root, merge.tree, EVENT) == "b\n"


def test_content_is_written_as_it_was(repository: Repository) -> None:
    first = repository.git("rev-parse", "main")
    repository.change("2026-01-02T12:00:00Z", {EVENT: "b\r\n\t\n", BOARD: None, ATTACHMENT: "", "x.yml": ""})
    assert read_folder(repository.folder, first) == {BOARD: b"a\n", EVENT: b"a\n"}
    assert read_folder(repository.folder, "main") == {EVENT: b"b\r\n\t\n", ATTACHMENT: b""}


def test_the_folder_is_there_for_the_block_only(repository: Repository) -> None:
    with open_content(repository.folder, "main") as folder:
        assert folder.is_dir()
    assert not folder.exists()


def test_a_revision_without_content_is_an_empty_folder(repository: Repository) -> None:
    repository.change("2026-01-02T12:00:00Z", {EVENT: None, BOARD: None})
    assert read_folder(repository.folder, "main") == {}


def test_a_link_is_written_as_a_link(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (repository.folder / "content/out").symlink_to(tmp_path / "secret")
    (repository.folder / "content/gone.yml").symlink_to("../../nothing")
    repository.change("2026-01-02T12:00:00Z", {})
    with open_content(repository.folder, "main") as folder:
        assert (folder / "content/out").readlink() == tmp_path / "secret"
        assert (folder / "content/gone.yml").readlink() == Path("../../nothing")


def test_a_submodule_is_an_empty_file(repository: Repository) -> None:
    commit = repository.git("rev-parse", "main")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{commit},content/groups/a")
    repository.git("commit", "--quiet", "--message=Change")
    assert read_folder(repository.folder, "main")["content/groups/a"] == b""


@pytest.mark.skipif(os.name == "nt", reason="Windows does not tell how many blocks a file has")
def test_a_huge_file_has_its_size_and_takes_no_room(repository: Repository) -> None:
    largest = repository.folder / "content/largest.pdf"
    largest.write_bytes(b"x" * LARGEST_ATTACHMENT)
    (repository.folder / "content/huge.pdf").write_bytes(b"x" * (LARGEST_ATTACHMENT + 1))
    repository.change("2026-01-02T12:00:00Z", {})
    with open_content(repository.folder, "main") as folder:
        huge = (folder / "content/huge.pdf").stat()
        assert (huge.st_size, huge.st_blocks) == (LARGEST_ATTACHMENT + 1, 0)
        assert (folder / "content/largest.pdf").read_bytes() == largest.read_bytes()


@pytest.mark.parametrize("place", ["", "content/"])
def test_attributes_of_the_revision_do_not_matter(repository: Repository, place: str) -> None:
    repository.git("config", "filter.shout.smudge", "tr a-z A-Z")
    repository.git("config", "filter.shout.clean", "cat")
    attributes = "* export-ignore export-subst text eol=crlf ident filter=shout\n"
    text = "id: $Id$\ncommit: $Format:%H$\n"
    repository.change("2026-01-02T12:00:00Z", {EVENT: text})
    repository.change("2026-01-03T12:00:00Z", {f"{place}.gitattributes": attributes})
    files = read_folder(repository.folder, "main")
    assert files[EVENT] == text.encode()
    assert files[BOARD] == b"a\n"
    assert (f"{place}.gitattributes" in files) == (place != "")


BAD_NAMES = {
    "parent": ("40000", b".."),
    "same-folder": ("40000", b"."),
    "git": ("40000", b".git"),
    "git-in-capitals": ("40000", b".GIT"),
    "path-as-name": ("100644", b"../../x"),
    "absolute-path-as-name": ("100644", b"/x"),
}


@pytest.mark.parametrize(("mode", "name"), BAD_NAMES.values(), ids=BAD_NAMES)
def test_a_name_that_leads_elsewhere_is_refused(repository: Repository, mode: str, name: bytes) -> None:
    blob = write_object(repository, "blob", b"x")
    inner = make_tree(repository, ("100644", b"x", blob))
    tree = make_content(repository, (mode, name, inner if mode == "40000" else blob))
    with pytest.raises(GitError, match="holds a path that no checkout would write"):
        read_folder(repository.folder, tree)


def test_very_deep_folders_are_refused(repository: Repository) -> None:
    tree = repository.git("rev-parse", "main:content")
    for _ in range(120):
        tree = make_tree(repository, ("40000", b"a", tree))
    with pytest.raises(GitError, match="holds a path that no checkout would write"):
        read_folder(repository.folder, make_tree(repository, ("40000", b"content", tree)))


@pytest.mark.parametrize("is_link_first", [True, False])
@pytest.mark.parametrize("twin", ["file", "folder", "folder with a link"])
def test_nothing_is_written_through_a_link(
    repository: Repository, tmp_path: Path, twin: str, *, is_link_first: bool
) -> None:
    """A tree may name one path twice: first as a link to somewhere else, then as what is to be written there."""
    outside = tmp_path / "outside"
    outside.mkdir()
    blob = write_object(repository, "blob", b"x")
    target = outside / "new" if twin == "file" else outside
    link = ("120000", b"a", write_object(repository, "blob", os.fsencode(target)))
    inner = make_tree(repository, ("120000" if twin == "folder with a link" else "100644", b"b", blob))
    other = ("100644", b"a", blob) if twin == "file" else ("40000", b"a", inner)
    tree = make_content(repository, *((link, other) if is_link_first else (other, link)))
    with pytest.raises(GitError, match="cannot be written"):
        read_folder(repository.folder, tree)
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(("mode", "name"), [("100644", b"a" * 300), ("120000", b"a")])
def test_what_the_disk_cannot_hold_is_said_in_one_line(
    repository: Repository, mode: str, name: bytes
) -> None:
    blob = write_object(repository, "blob", b"x" * 5000)
    with pytest.raises(GitError) as caught:
        read_folder(repository.folder, make_content(repository, (mode, name, blob)))
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("target", "written"), [(b"", "nowhere"), (b"a\0b", "a"), (b"\0", "nowhere"), (b"caf\xe9", "caf\udce9")]
)
def test_a_strange_link_is_still_a_link(repository: Repository, target: bytes, written: str) -> None:
    blob = write_object(repository, "blob", target)
    with open_content(repository.folder, make_content(repository, ("120000", b"a", blob))) as folder:
        assert str((folder / "content/a").readlink()) == written


def test_a_file_whose_content_is_not_here_is_no_empty_file(repository: Repository) -> None:
    with pytest.raises(GitError, match=r"cannot be read: git cat-file 1{40}: bad file"):
        read_folder(repository.folder, make_content(repository, ("100644", b"a", "1" * 40)))


def test_too_many_files_are_refused(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revisions, "MOST_FILES", 2)
    assert len(read_folder(repository.folder, "main")) == 2
    repository.change("2026-01-02T12:00:00Z", {ATTACHMENT: "x"})
    with pytest.raises(GitError, match="the content of main has more than 2 files"):
        read_folder(repository.folder, "main")


@pytest.mark.parametrize("revision", ["nowhere", "", "--help"])
def test_the_content_of_no_revision_cannot_be_read(repository: Repository, revision: str) -> None:
    with pytest.raises(GitError, match="cannot be read"):
        read_folder(repository.folder, revision)


def test_the_text_of_one_file(repository: Repository) -> None:
    repository.change("2026-01-02T12:00:00Z", {".github/CODEOWNERS": "é\n"})
    (repository.folder / EVENT).write_bytes(b"caf\xe9\n")
    repository.change("2026-01-03T12:00:00Z", {})
    assert read_text(repository.folder, "main", ".github/CODEOWNERS") == "é\n"
    assert read_text(repository.folder, "main~1", EVENT) == "a\n"
    assert read_text(repository.folder, "main", EVENT) == "caf\ufffd\n"
    for nothing in ("CODEOWNERS", ".github", "content/*.yml"):
        assert read_text(repository.folder, "main", nothing) == ""
    with pytest.raises(
        GitError, match=r"^README\.md of nowhere cannot be read: Not a valid object name nowhere$"
    ):
        read_text(repository.folder, "nowhere", "README.md")


def test_without_a_repository_there_are_no_revisions(tmp_path: Path) -> None:
    for root in (tmp_path, tmp_path / "nothing"):
        with pytest.raises(GitError):
            read_merge(root, "main", "topic")
        with pytest.raises(GitError):
            read_folder(root, "main")
        with pytest.raises(GitError):
            read_text(root, "main", "README.md")
