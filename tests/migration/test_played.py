"""A register in the shape of the release before: read as it is, then moved, and it says the same each time."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from scm_site.cli.main import main
from scm_site.demo.repository import Repository
from scm_site.pipeline import assess, audit, check, review
from tests.migration.old_register import DAYS, Told, find_told, list_unlike, play, read_told

#: What this release tells otherwise on purpose.
NEW_DUTIES = ("open-office", "charter-again", "next-version", "publication")
#: A moved meeting is called by the day for which it was planned first.
RENAMED = {"2025-04-24-first-roofs": "2025-04-10-first-roofs"}
#: A group that ended early, before anything was due, owes no final outcome.
OTHERWISE = {("calm-yards", "final-outcome", "final-outcome"): ("not applicable", "")}
DAY = date(2026, 12, 1)
LEDGER = "content/carried-over.yml"


@pytest.fixture(scope="session")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return play(tmp_path_factory.mktemp("old")).folder


@pytest.fixture(scope="session")
def moved(old: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("moved") / "register"
    shutil.copytree(old, root)
    assert main(["--root", str(root), "migrate"]) == 0
    Repository(root).git("switch", "--quiet", "--create", "move")
    Repository(root).change("2026-12-01T09:00:00Z", {}, subject="Move the register")
    return root


def copy(root: Path, folder: Path) -> Repository:
    shutil.copytree(root, folder / "register")
    return Repository(folder / "register")


def expect(day: str) -> Told:
    told = {
        (group, duty, RENAMED.get(period, period)): how
        for (group, duty, period), how in read_told(day).items()
    }
    return told | {key: how for key, how in OTHERWISE.items() if told.get(key, ("",))[0] == "overdue"}


def tell(root: Path, day: str) -> Told:
    return {key: how for key, how in find_told(root, day).items() if key[1] not in NEW_DUTIES}


def test_the_old_shape_is_read_with_one_warning(old: Path) -> None:
    assert [(finding.rule, finding.severity.value) for finding in check(old).findings] == [
        ("F028", "warning")
    ]


@pytest.mark.parametrize("day", DAYS)
def test_every_obligation_stands_as_before_once_it_is_moved_in_memory(old: Path, day: str) -> None:
    assert list(list_unlike(expect(day), tell(old, day))) == []


@pytest.mark.parametrize("day", DAYS)
def test_every_obligation_stands_as_before_once_it_is_moved(moved: Path, day: str) -> None:
    assert list(list_unlike(expect(day), tell(moved, day))) == []


def test_what_was_moved_has_nothing_to_mend(moved: Path) -> None:
    assert check(moved).findings == ()
    assert not check(moved).move.former


def test_who_agreed_is_told_as_before(old: Path, moved: Path) -> None:
    before, after = (audit(root, None).audit.changes for root in (old, moved))
    states = [
        (one.commit.id, one.state, one.verdicts) for one in after if one.commit.subject != "Move the register"
    ]
    assert states == [(one.commit.id, one.state, one.verdicts) for one in before]


def test_a_move_is_reviewed_as_one_change_that_causes_nothing(moved: Path) -> None:
    made = review(moved, "main", "move", as_of=DAY).review
    assert made.findings == ()
    assert made.effects == ()
    assert {one.path for one in made.transition.changes} >= {LEDGER, "content/approvals.yml"}
    assert [verdict.office for verdict in made.verdicts] == ["maintainers"]


def test_a_dry_run_says_what_it_would_do_and_does_nothing(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(old), "migrate", "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert "  content/groups/green-roofs/acts/2025-06-23.hands-over.yml (2025-06-25, " in told
    assert "Nothing was changed" in told
    assert Repository(old).git("status", "--porcelain") == ""


def test_moving_twice_does_nothing(moved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(moved), "migrate"]) == 0
    assert "nothing to move" in capsys.readouterr().out


def test_what_is_not_committed_is_in_the_way(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = copy(old, tmp_path)
    (repository.folder / "content/groups/README.md").write_text("Groups\n", encoding="utf-8")
    assert main(["--root", str(repository.folder), "migrate"]) == 2
    assert "not everything is committed: content/groups/README.md" in capsys.readouterr().err
    assert not (repository.folder / LEDGER).exists()


def test_without_a_history_nothing_is_moved(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(old / "content", tmp_path / "content")
    assert main(["--root", str(tmp_path), "migrate"]) == 2
    assert "a register is moved with its history" in capsys.readouterr().err


def test_a_shallow_clone_is_not_moved(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Repository(old).git("clone", "--quiet", "--depth=1", f"file://{old}", str(tmp_path / "clone"))
    assert main(["--root", str(tmp_path / "clone"), "migrate"]) == 2
    assert "fetch the rest first" in capsys.readouterr().err


def test_what_cannot_be_moved_is_named_and_nothing_is_changed(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = copy(old, tmp_path)
    path = "content/groups/calm-yards/waivers/2025-02-01-illness.yml"
    repository.change("2026-11-30T09:00:00Z", {path: "duty: work-programme\n"})
    assert main(["--root", str(repository.folder), "migrate"]) == 1
    assert f"{path}:1: F029 it cannot be moved to the shape of today" in capsys.readouterr().out
    assert repository.git("status", "--porcelain") == ""


def test_one_revert_undoes_it(moved: Path, tmp_path: Path) -> None:
    repository = copy(moved, tmp_path)
    repository.git("revert", "--no-edit", "HEAD")
    assert repository.git("diff", "main") == ""


def test_without_a_history_the_days_are_not_known(moved: Path) -> None:
    assert all(met_on == "" for _, met_on in tell_without(moved).values())


def tell_without(root: Path) -> Told:
    board = assess(root, as_of=date(2025, 12, 15), with_history=False).board
    assert board is not None
    return {
        (one.group, one.duty.id, one.owed.period): (one.state.value, str(one.met_on or ""))
        for one in board.standings
    }


@pytest.mark.parametrize(
    ("old_words", "new_words", "why"),
    [
        ("fields: [members.5.from]", "fields: []", "is not what `scm migrate` writes"),
        (
            "acts/2025-06-23.hands-over.yml",
            "acts/2025-06-24.hands-over.yml",
            "is not what `scm migrate` writes",
        ),
    ],
)
def test_a_list_that_somebody_edited_is_an_error(
    moved: Path, tmp_path: Path, old_words: str, new_words: str, why: str
) -> None:
    repository = copy(moved, tmp_path)
    text = (repository.folder / LEDGER).read_text(encoding="utf-8")
    new = text.replace(old_words, new_words)
    assert new != text
    repository.change("2026-12-01T10:00:00Z", {LEDGER: new})
    findings = review(repository.folder, "main", "HEAD", as_of=DAY).review.findings
    assert any(one.rule == "B017" and why in one.message for one in findings)


def test_an_entry_of_another_commit_is_an_error(moved: Path, tmp_path: Path) -> None:
    repository = copy(moved, tmp_path)
    late, first = repository.git("rev-list", "main").splitlines()[:: repository_length(repository) - 1]
    text = (repository.folder / LEDGER).read_text(encoding="utf-8")
    act = "content/groups/green-roofs/acts/2025-06-23.hands-over.yml"
    start = text.index(f"path: {act}")
    commit = re.findall("[0-9a-f]{40}", text[start:])[0]
    for other, fault in (
        (first, "content/groups/green-roofs/group.md did not state members.2.from"),
        (late, f"the commit {late[:10]} did not change content/groups/green-roofs/group.md"),
        ("0" * 40, "the commit 0000000000 is not on the main branch"),
    ):
        new = text[:start] + text[start:].replace(commit, other, 1)
        repository.change("2026-12-01T10:00:00Z", {LEDGER: new})
        findings = review(repository.folder, "main", "HEAD", as_of=DAY).review.findings
        told = [one.message for one in findings if one.rule == "B017"]
        assert told[0] == f"what it says of `{act}` is not what `scm migrate` writes"
        assert told[1:] == [] if other == first else fault in told[1]


def repository_length(repository: Repository) -> int:
    return len(repository.git("rev-list", "main").splitlines())


def test_a_move_changes_nothing_else(moved: Path, tmp_path: Path) -> None:
    repository = copy(moved, tmp_path)
    act = "content/groups/green-roofs/acts/2025-04-01.accepts-charter.yml"
    text = (repository.folder / act).read_text(encoding="utf-8").replace("charter-1", "charter-2")
    repository.change("2026-12-01T10:00:00Z", {act: text, "scm_site/new.py": ""})
    findings = review(repository.folder, "main", "HEAD", as_of=DAY).review.findings
    told = {(one.place.path, one.message) for one in findings if one.rule == "B017"}
    assert told == {
        (act, "it would say something else than before the move"),
        ("scm_site/new.py", "it would change together with a move of the register"),
    }


def test_a_list_that_changes_later_is_an_error(moved: Path, tmp_path: Path) -> None:
    repository = copy(moved, tmp_path)
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "move")
    repository.git("switch", "--quiet", "--create", "later")
    text = (repository.folder / LEDGER).read_text(encoding="utf-8")
    start = text.index("  - path: content/groups/green-roofs/launch.md")
    end = text.index("  - path:", start + 1)
    repository.change("2026-12-02T10:00:00Z", {LEDGER: text[:start] + text[end:]})
    findings = review(repository.folder, "main", "later", as_of=DAY).review.findings
    told = [one.message for one in findings if one.rule == "B017"]
    assert told == ["what it says of `content/groups/green-roofs/launch.md` is not what `scm migrate` writes"]
