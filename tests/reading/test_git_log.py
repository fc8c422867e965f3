"""What the log says of each commit on the main line, whatever somebody typed, and who wrote what a merge brought."""

from datetime import date
from pathlib import Path

import pytest

from scm_site.demo.repository import Repository
from scm_site.reading.git_history import read_history
from scm_site.reading.git_log import LogCommit
from tests.git_objects import write_object

EVENT = "content/events/2026-01-01-a.yml"
BOARD = "content/board.yml"
AUTHOR, COMMITTER = "nyman@example.org", 1767441600  # 3 January 2026, noon

FORGED = f"\x01{'1' * 40}"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "register")
    repository.change("2026-01-01T12:00:00Z", {BOARD: "a\n", EVENT: "a\n", "README.md": "a\n"})
    return repository


def give_mail(account: str) -> str:
    """Give the address in whose name the repository makes an account's commits."""
    return f"0+{account}@users.noreply.github.com"


def read_newest(repository: Repository, revision: str = "HEAD", *, verify: bool = False) -> LogCommit:
    return read_history(repository.folder, revision, verify=verify).commits[0]


def commit_as(repository: Repository, author: bytes, subject: bytes, *, header: bytes = b"") -> str:
    """Make a commit that changes a file, with an author line and a message that git would clean; give its hash."""
    parent = repository.git("rev-parse", "HEAD")
    repository.change("2026-01-02T12:00:00Z", {EVENT: "b\n"})
    tree = repository.git("rev-parse", "HEAD^{tree}")
    lines = (
        b"tree " + tree.encode(),
        b"parent " + parent.encode(),
        b"author " + author + b" 946684799 +0000",
        b"committer B. Silva <silva@example.org> %d +0000" % COMMITTER,
        *filter(None, [header]),
        b"",
        subject,
    )
    return write_object(repository, "commit", b"\n".join(lines))


def list_writers(repository: Repository, folder: str = "") -> dict[str, list[str]]:
    """Give who wrote what each commit of the main line brought, by its subject."""
    history = read_history(repository.folder / folder)
    return {commit.subject: sorted(history.writers[commit.id]) for commit in history.commits}


def test_a_commit_tells_who_wrote_it_when_it_came_and_what_it_did(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    commit = repository.change(
        "2026-01-03T13:00:00+01:00",
        {EVENT: None, BOARD: "b\n", "docs/a.md": "b\n"},
        subject="Correct the board",
    )
    found = read_newest(repository)
    assert (found.id, found.parents, found.day, found.seconds) == (
        commit,
        (first,),
        date(2026, 1, 3),
        COMMITTER,
    )
    assert (found.author, found.mail, found.subject, found.signer) == (
        "A. Nyman",
        AUTHOR,
        "Correct the board",
        "",
    )
    assert [(entry.status, entry.path) for entry in found.entries] == [
        ("M", BOARD),
        ("D", EVENT),
        ("A", "docs/a.md"),
    ]


def test_the_first_commit_has_no_parents(repository: Repository) -> None:
    *_, first = read_history(repository.folder).commits
    assert first.parents == ()
    assert {entry.status for entry in first.entries} == {"A"}


def test_a_merge_tells_its_parents_and_what_it_did_to_the_main_line(repository: Repository) -> None:
    repository.switch("topic", "main")
    topic = repository.change("2026-01-02T12:00:00Z", {EVENT: "b\n"})
    repository.switch("main")
    main = repository.change("2026-01-02T12:00:00Z", {BOARD: "b\n"})
    repository.merge("2026-01-03T12:00:00Z", "topic", who="board", subject="Merge pull request #1")
    found = read_newest(repository)
    assert found.parents == (main, topic)
    assert (found.author, found.mail, found.subject) == ("board", give_mail("board"), "Merge pull request #1")
    assert [entry.path for entry in found.entries] == [EVENT]
    assert topic not in [commit.id for commit in read_history(repository.folder).commits]


def test_an_octopus_tells_all_its_parents(repository: Repository) -> None:
    tips = []
    for number in (1, 2, 3):
        repository.switch(f"topic-{number}", "main")
        change: dict[str, str | None] = {f"content/{number}.yml": "b\n"}
        tips.append(repository.change("2026-01-02T12:00:00Z", change, who=f"writer-{number}"))
    repository.switch("main")
    main = repository.git("rev-parse", "main")
    repository.merge("2026-01-03T12:00:00Z", "topic-1", "topic-2", "topic-3", subject="Octopus")
    found = read_newest(repository)
    assert found.parents == (main, *tips)
    assert [entry.path for entry in found.entries] == ["content/1.yml", "content/2.yml", "content/3.yml"]
    assert list_writers(repository)["Octopus"] == [give_mail(f"writer-{number}") for number in (1, 2, 3)]


def test_a_subject_of_several_lines_is_one_line(repository: Repository) -> None:
    message = "Correct\nthe board\n\nBecause of this.\n\nCo-authored-by: X <x@example.org>"
    repository.change("2026-01-02T12:00:00Z", {BOARD: "b\n"}, subject=message)
    assert read_newest(repository).subject == "Correct the board"


ANYBODY = b"A. Nyman <nyman@example.org>"
SUBJECTS = {
    "none": (b"", ""),
    "only-line-ends": (b"\n\n\n", ""),
    "line-ends-before": (b"\n\nA\nb\n\nc", "A b"),
    "other-line-ends": ("A\rb\r\nc\vd\fe\u2028f\u0085g".encode(), "A\rb c\vd\fe\u2028f\u0085g"),
    "start-of-a-commit": (f"{FORGED}\n1\n\nx@example.org\nX\nY".encode(), f"{FORGED} 1"),
    "an-entry": (f":100644 100644 {'1' * 40} {'2' * 40} M".encode(), f":100644 100644 {'1' * 40} {'2' * 40} M"),
    "null": (b"A\0b", "A"),
    "escape": (b"\x1b[31mA", "\x1b[31mA"),
    "not-utf-8": (b"Caf\xe9", "Caf\udce9"),
}  # fmt: skip


@pytest.mark.parametrize("verify", [True, False], ids=["with signatures", "without"])
@pytest.mark.parametrize(("typed", "read"), SUBJECTS.values(), ids=SUBJECTS)
def test_no_subject_is_taken_for_something_else(
    repository: Repository, typed: bytes, read: str, *, verify: bool
) -> None:
    found = read_newest(repository, commit_as(repository, ANYBODY, typed), verify=verify)
    assert (found.subject, found.author, found.mail, found.signer) == (read, "A. Nyman", AUTHOR, "")
    assert [entry.path for entry in found.entries] == [EVENT]


AUTHORS = {
    "start-of-a-commit": (f"{FORGED} <a@b>".encode(), FORGED, "a@b"),
    "control-characters": (b"A\x01\x1b[31m\rB\tC\x7f <a\x01\x1b\r@b>", "A\x01\x1b[31m\rB\tC\x7f", "a\x01\x1b\r@b"),
    "line-separators": ("A\u2028\u0085B <a\u2028@b>".encode(), "A\u2028\u0085B", "a\u2028@b"),
    "no-name": (b" <a@b>", "", "a@b"),
    "no-address": (b"A <>", "A", ""),
    "neither": (b" <>", "", ""),
    "an-address-as-name": (b"1+board@users.noreply.github.com <a@b>", "1+board@users.noreply.github.com", "a@b"),
    "not-utf-8": (b"Ren\xe9 <ren\xe9@b>", "Ren\udce9", "ren\udce9@b"),
    "null": (b"A\0 <a@b>", "", ""),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "name", "mail"), AUTHORS.values(), ids=AUTHORS)
def test_no_author_is_taken_for_something_else(
    repository: Repository, typed: bytes, name: str, mail: str
) -> None:
    history = read_history(repository.folder, commit_as(repository, typed, b"Change"))
    found, first = history.commits
    assert (found.author, found.mail, found.subject) == (name, mail, "Change")
    assert (found.day, found.parents) == (date(2026, 1, 3), (first.id,))
    assert history.writers[found.id] == {mail}


def test_a_commit_says_how_it_is_written(repository: Repository) -> None:
    author, header = b"Ren\xe9 <rene@example.org>", b"encoding ISO-8859-1"
    found = read_newest(repository, commit_as(repository, author, b"Caf\xe9", header=header))
    assert (found.author, found.subject) == ("René", "Café")


def test_a_list_of_other_names_does_not_change_who_wrote(repository: Repository) -> None:
    mailmap = f"Board <{give_mail('board')}> <{AUTHOR}>\n"
    repository.change("2026-01-02T12:00:00Z", {".mailmap": mailmap})
    repository.git("config", "log.mailmap", "true")
    assert read_newest(repository).mail == AUTHOR
    assert list_writers(repository) == {"Change": [AUTHOR]}


def test_a_single_commit_is_by_its_author(repository: Repository) -> None:
    repository.change("2026-01-02T12:00:00Z", {BOARD: "b\n"}, who="mara", subject="Pushed")
    assert list_writers(repository) == {"Change": [AUTHOR], "Pushed": [give_mail("mara")]}


def test_a_merge_is_by_all_who_wrote_on_its_branch(repository: Repository) -> None:
    repository.switch("topic", "main")
    for who in ("alma", "nils", "alma"):
        repository.change("2026-01-02T12:00:00Z", {EVENT: f"{who}\n"}, who=who)
    repository.switch("main")
    repository.change("2026-01-02T12:00:00Z", {BOARD: "b\n"}, who="mara", subject="Pushed")
    repository.merge("2026-01-03T12:00:00Z", "topic", who="board")
    assert list_writers(repository) == {
        "Change": [AUTHOR],
        "Pushed": [give_mail("mara")],
        "Merge": [give_mail("alma"), give_mail("nils")],
    }


def test_what_a_branch_took_from_the_main_line_is_not_its_own(repository: Repository) -> None:
    repository.switch("topic", "main")
    repository.change("2026-01-02T12:00:00Z", {EVENT: "b\n"}, who="alma")
    repository.switch("main")
    repository.change("2026-01-02T12:00:00Z", {BOARD: "b\n"}, who="mara", subject="Pushed")
    repository.switch("topic")
    repository.merge("2026-01-03T12:00:00Z", "main", who="nils", subject="Update branch")
    repository.switch("main")
    repository.merge("2026-01-04T12:00:00Z", "topic", who="board", subject="Merge #1")
    assert list_writers(repository)["Merge #1"] == [give_mail("alma"), give_mail("nils")]


def test_a_branch_of_a_branch_brings_what_is_not_there_yet(repository: Repository) -> None:
    repository.switch("one", "main")
    repository.change("2026-01-02T12:00:00Z", {EVENT: "b\n"}, who="alma")
    repository.switch("two", "one")
    repository.change("2026-01-02T13:00:00Z", {BOARD: "b\n"}, who="nils")
    repository.switch("main")
    repository.merge("2026-01-03T12:00:00Z", "one", subject="Merge #1")
    repository.merge("2026-01-04T12:00:00Z", "two", subject="Merge #2")
    assert list_writers(repository)["Merge #1"] == [give_mail("alma")]
    assert list_writers(repository)["Merge #2"] == [give_mail("nils")]


def test_a_merge_inside_a_branch_brings_both_sides(repository: Repository) -> None:
    repository.switch("inner", "main")
    repository.change("2026-01-02T12:00:00Z", {EVENT: "b\n"}, who="alma")
    repository.switch("outer", "main")
    repository.change("2026-01-02T12:00:00Z", {BOARD: "b\n"}, who="nils")
    repository.merge("2026-01-03T12:00:00Z", "inner", who="oda", subject="Inner")
    repository.switch("main")
    repository.merge("2026-01-04T12:00:00Z", "outer", who="board")
    assert list_writers(repository)["Merge"] == [give_mail(who) for who in ("alma", "nils", "oda")]


def test_a_main_branch_that_was_moved_to_a_branch_brings_what_was_its_own(repository: Repository) -> None:
    """A “foxtrot”: the branch merges main, and main is moved there. Its former commits come with that merge."""
    repository.switch("topic", "main")
    repository.change("2026-01-02T12:00:00Z", {EVENT: "b\n"}, who="alma", subject="On the branch")
    repository.switch("main")
    repository.change("2026-01-02T12:00:00Z", {BOARD: "b\n"}, who="mara", subject="On main")
    repository.switch("topic")
    repository.merge("2026-01-03T12:00:00Z", "main", who="nils")
    repository.switch("main")
    repository.git("merge", "--quiet", "--ff-only", "topic")
    assert list_writers(repository) == {
        "Change": [AUTHOR],
        "On the branch": [give_mail("alma")],
        "Merge": [give_mail("mara")],
    }


def test_another_history_that_is_merged_brings_all_its_authors(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--orphan", "other")
    repository.change("2026-01-02T12:00:00Z", {"content/a.yml": "b\n"}, who="alma")
    repository.change("2026-01-02T12:00:00Z", {"content/b.yml": "b\n"}, who="nils")
    repository.switch("main")
    repository.git("merge", "--quiet", "--allow-unrelated-histories", "--message=Import", "other")
    assert list_writers(repository)["Import"] == [give_mail("alma"), give_mail("nils")]


def test_an_empty_commit_on_the_main_line_is_no_part_of_a_branch(repository: Repository) -> None:
    """Git leaves a commit out of the log that touches nothing; a branch can begin there all the same."""
    repository.change("2026-01-02T12:00:00Z", {}, who="mara", subject="Nothing")
    repository.switch("topic", "main")
    repository.change("2026-01-03T12:00:00Z", {EVENT: "b\n"}, who="alma")
    repository.switch("main")
    repository.change("2026-01-03T12:00:00Z", {}, who="mara", subject="Nothing again")
    repository.change("2026-01-03T12:00:00Z", {BOARD: "b\n"}, subject="Pushed")
    repository.merge("2026-01-04T12:00:00Z", "topic")
    assert list_writers(repository)["Merge"] == [give_mail("alma")]


def test_commits_outside_of_the_register_are_no_part_of_a_branch(tmp_path: Path) -> None:
    outer = Repository(tmp_path / "outer")
    outer.change("2026-01-01T12:00:00Z", {f"register/{EVENT}": "a\n"})
    outer.switch("else", "main")
    outer.change("2026-01-02T12:00:00Z", {"else.md": "b\n"}, who="nils")
    outer.switch("main")
    outer.change("2026-01-02T12:00:00Z", {"README.md": "b\n"}, who="mara", subject="Of another concern")
    outer.merge("2026-01-03T12:00:00Z", "else", subject="Merge #1")
    outer.switch("topic", "main")
    outer.change("2026-01-04T12:00:00Z", {f"register/{EVENT}": "b\n"}, who="alma")
    outer.switch("main")
    outer.change("2026-01-04T12:00:00Z", {"README.md": "c\n"}, who="mara", subject="Another one")
    outer.change("2026-01-04T12:00:00Z", {f"register/{BOARD}": "b\n"}, subject="Pushed")
    outer.merge("2026-01-05T12:00:00Z", "topic", subject="Merge #2")
    assert list_writers(outer, "register") == {
        "Change": [AUTHOR],
        "Pushed": [AUTHOR],
        "Merge #2": [give_mail("alma")],
    }


def test_a_shallow_clone_tells_only_of_what_is_here(repository: Repository, tmp_path: Path) -> None:
    repository.switch("topic", "main")
    for number, who in enumerate(("alma", "nils", "oda")):
        repository.change("2026-01-02T12:00:00Z", {EVENT: f"{number}\n"}, who=who)
    repository.switch("main")
    repository.merge("2026-01-03T12:00:00Z", "topic", who="board")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=2", repository.folder.as_uri(), str(clone))
    history = read_history(clone)
    merge, boundary = history.commits
    assert history.writers[merge.id] == {give_mail("oda")}
    assert history.writers[boundary.id] == {AUTHOR}
    assert boundary.id in history.boundary
