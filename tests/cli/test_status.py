"""`scm status`: what it prints, and that the clock never changes how it ends."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from scm_site.data.open_data.standings import StandingsOfDocument
from scm_site.demo.repository import Repository
from tests.built_sites import EXAMPLE, EXAMPLE_DAY
from tests.cli.expected_compliance import EXPECTED, run_command, run_commands, run_to_end
from tests.cli.hostile_titles import make_hostile
from tests.cli.small_register import make_register
from tests.forms import assert_fits
from tests.standing_cases import STANDINGS, make_repository, read_case

LATER = "2027-05-20"


@pytest.fixture(scope="module")
def printed(example_history: Path) -> dict[str, str]:
    return run_commands(example_history)


@pytest.mark.parametrize("name", ["status-warm-homes.txt", "due.txt", "due.md"])
def test_the_example_gives_what_is_stored(printed: dict[str, str], name: str) -> None:
    stored = (EXPECTED / name).read_text(encoding="utf-8")
    assert printed[name] == stored, (
        "run `make bless PATHS=tests/cli/expected` if this is meant, and read `git diff`"
    )


def test_every_group_has_a_paragraph(example_history: Path) -> None:
    head, *groups = run_command(example_history, "status").split("\n\n")
    assert head.startswith("Computed for 20 May 2026 from commit ")
    names = [group.partition(" (")[2].partition(")")[0] for group in groups]
    assert names == ["old-bridges", "quiet-streets", "repair-cafes", "warm-homes"]


def test_what_is_open_comes_first(example_history: Path) -> None:
    lines = run_command(example_history, "status", "quiet-streets", day="2025-10-10").splitlines()
    assert lines[2].endswith("active: 2 overdue")
    assert lines[3].startswith("  overdue         Next meeting, ")
    assert lines[5] == "  overdue         Status update, October 2025; due 2025-10-01; clause o; co-chair"
    assert lines[6] == "                  It has been due for 9 days."
    assert "overdue" not in "".join(lines[7:])


def test_a_discussion_group_has_one_line(example_history: Path) -> None:
    lines = run_command(example_history, "status", "repair-cafes").splitlines()
    assert len(lines) == 3
    assert "Terms of Reference of Discussion groups are not known here" in lines[2]


def test_a_day_written_long_before_the_arrival_is_marked(tmp_path: Path) -> None:
    case = read_case(STANDINGS / "git/spare-update-renamed-for-another-turn")
    told = run_command(make_repository(case, tmp_path / "register"), "status", day="2025-12-01")
    assert "met on 2025-11-20, dated 2025-09-01, long before it arrived" in told


def test_what_git_cannot_tell_is_said_once(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "content")
    told = run_command(tmp_path, "status")
    assert told.count("the git history was left out") == 1
    assert "commit" not in told.partition("\n")[0]


def test_json_and_csv_say_the_same(example_history: Path) -> None:
    document = json.loads(run_command(example_history, "status", "warm-homes", "--format", "json"))
    assert_fits(document, StandingsOfDocument)
    table = run_command(example_history, "status", "warm-homes", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert document["version"] == 2
    assert {one["group"] for one in document["standings"]} == {"warm-homes"}
    assert [(row["duty"], row["period"], row["state"]) for row in rows] == [
        (one["duty"], one["period"], one["state"]) for one in document["standings"]
    ]


def test_a_group_that_was_not_there_yet_is_no_fault(example_history: Path) -> None:
    told = run_command(example_history, "status", "warm-homes", day="2024-12-01")
    assert "This group was not in the register by that day; it arrived on 15 January 2025.\n" in told
    told = run_command(example_history, "status", day="2024-01-01")
    assert (
        "No group was in the register by that day; the first of those that are there now arrived on" in told
    )


def test_a_register_without_groups_says_that(tmp_path: Path) -> None:
    assert "There is no group in the register.\n" in run_command(make_register(tmp_path), "status")


def test_another_branch_than_the_main_one_is_named(
    example_history: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = Repository(Path(shutil.copytree(example_history, tmp_path / "register", symlinks=True)))
    for words, told in (
        (
            ("switch", "--quiet", "--create", "topic"),
            "This is the branch `topic`, not the main branch, `main`.",
        ),
        (
            ("checkout", "--quiet", "--detach"),
            "No branch is checked out here, so this need not be the main branch",
        ),
    ):
        register.git(*words)
        for command in (["status"], ["due"], ["due", "--format", "markdown"], ["audit"]):
            run_to_end(register.folder, *command)
            assert told in "".join(capsys.readouterr()).replace("\\", ""), command
        for command in (
            ["status", "--format", "json"],
            ["status", "--format", "csv"],
            ["due", "--format", "json"],
        ):
            run_to_end(register.folder, *command)
            captured = capsys.readouterr()
            assert told not in captured.out
            assert told in captured.err


@pytest.mark.parametrize(
    "command", [["check"], ["status"], ["status", "--format", "json"], ["status", "--format", "csv"], ["due"]]
)
def test_the_clock_does_not_change_how_it_ends(
    example_history: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    days = [[]] if command == ["check"] else [["--as-of", EXAMPLE_DAY], ["--as-of", LATER], []]
    for day in days:
        assert run_to_end(example_history, *command, *day) == 0
        assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["status", "--as-of", "2026-02-30"], "2026-02-30 is not a day; write it such as 2026-11-22"),
        (["status", "--as-of", "today"], "today is not a day"),
        (["status", "--as-of", "20260520"], "20260520 is not a day"),
        (["status", "warm-home"], "there is no group `warm-home`; did you mean `warm-homes`?"),
        (["status", "silent-streets"], "there is no group `silent-streets`; it is `quiet-streets` now"),
        (["status", "zz"], "there is no group `zz`"),
        (["status", ""], "there is no group ``"),
        (["status", "::error::\x1b[31m"], "U+001B"),
        (["status", "--format", "markdown"], "markdown"),
        (["due", "--as-of", "2026-13-01"], "2026-13-01 is not a day"),
        (["due", "--group", "warm-home"], "did you mean `warm-homes`?"),
        (["due", "--within", "-5"], "-5 is not a number of days; write 0 or more"),
        (["due", "--within", "1.5"], "1.5 is not a number of days"),
        (["due", "--within", "٣"], "is not a number of days"),
        (["due", "--within", "9" * 5000], "is not a number of days"),
        (["due", "--mention"], "--mention goes with --format markdown"),
        (["due", "--format", "csv"], "csv"),
    ],
)
def test_what_cannot_run_says_why_in_one_line(
    example_history: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert run_to_end(example_history, *arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words in captured.err
    assert len(captured.err.splitlines()) == 1


@pytest.mark.parametrize("command", ["status", "due"])
def test_findings_come_first(tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "content")
    (tmp_path / "content/events/2025-06-12-forum.yml").write_text("type: x\n", encoding="utf-8")
    assert run_to_end(tmp_path, command) == 1
    assert "content/events/2025-06-12-forum.yml:1: S" in capsys.readouterr().out
    assert run_to_end(tmp_path, command, "--format", "json") == 1
    assert json.loads(capsys.readouterr().out)["summary"]["errors"] > 0


def test_hostile_titles_are_only_text(tmp_path: Path) -> None:
    told = run_command(make_hostile(tmp_path / "register"), "status", day="2026-06-30")
    assert "<img src=x onerror=alert(1)> @everyone" in told  # a terminal shows it as it is
    for line in told.splitlines():
        assert not line.lstrip().startswith("::")
        assert "##[" not in line
        assert line.isprintable()
