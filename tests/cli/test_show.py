"""`scm show`: what holds of a group on a day, known on a day, and the act beside each value."""

import json
from pathlib import Path

import pytest

from scm_site.cli.main import main
from tests.standing_cases import STANDINGS, make_repository, read_case


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a register whose final outcome was moved on 25 November 2025, which was taken back on the 29th."""
    case = read_case(STANDINGS / "acts/move-taken-back")
    return make_repository(case, tmp_path_factory.mktemp("show") / "register")


def show(register: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["--root", str(register), "show", "green-roofs", *arguments]) == 0
    return capsys.readouterr().out


def find(told: str, name: str) -> dict[str, str | None]:
    (found,) = [dict(one) for one in json.loads(told)["values"] if one["name"] == name]
    return found


def test_each_value_has_the_act_that_gave_it(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = show(register, capsys, "--on", "2025-12-15").splitlines()
    assert lines[0] == "green-roofs on 15 December 2025:"
    number = next(number for number, line in enumerate(lines) if line.startswith("  end "))
    assert [line.split(maxsplit=1)[-1].strip() for line in lines[number : number + 2]] == [
        "1 July 2026",
        "2025-09-20.amends, instead of 1 January 2026",
    ]
    assert lines[-1] == "  2025-11-20.replans does nothing: it was taken back by 2025-11-29.takes-back."


@pytest.mark.parametrize(
    ("on", "known", "due", "act"),
    [
        ("2025-12-15", "2025-11-24", "1 December 2025", None),
        ("2025-12-15", "2025-11-25", "15 February 2026", "2025-11-20.replans"),
        ("2025-11-19", "2025-11-25", "1 December 2025", None),
        ("2025-12-15", "2025-11-29", "1 December 2025", None),
    ],
)
def test_what_holds_on_a_day_depends_on_what_was_known(
    register: Path, capsys: pytest.CaptureFixture[str], on: str, known: str, due: str, act: str | None
) -> None:
    told = show(register, capsys, "--on", on, "--known", known, "--format", "json")
    found = find(told, "final_outcome.due")
    assert (found["value"], found["act"]) == (due, act)


def test_yaml_has_the_act_as_a_remark(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = show(register, capsys, "--on", "2025-12-15", "--format", "yaml").splitlines()
    assert 'end: "1 July 2026"  # 2025-09-20.amends' in lines
    assert 'launch: "1 January 2025"  # as first filed' in lines


def test_a_group_that_is_not_there_is_told(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(register), "show", "green-roof"]) == 2
    assert "there is no group `green-roof`; did you mean `green-roofs`?" in capsys.readouterr().err


TRIALS = "content/groups/warm-homes/meetings/2025-09-25-trials"


def show_record(
    register: Path, capsys: pytest.CaptureFixture[str], path: str, *arguments: str, on: str = "2026-05-20"
) -> str:
    assert main(["--root", str(register), "show", path, "--on", on, *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("path", [f"{TRIALS}/meeting.md", f"./{TRIALS}/"])
def test_a_meeting_is_shown_with_the_act_beside_each_value(
    example_history: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    lines = [" ".join(line.split()) for line in show_record(example_history, capsys, path).splitlines()]
    assert lines[:3] == [
        f"{TRIALS}/meeting.md on 20 May 2026:",
        "date 9 October 2025",
        "by 2025-09-15.moved, instead of 25 September 2025",
    ]
    assert lines[7:9] == ["minutes 17 October 2025", "by 2025-10-17.minutes"]


@pytest.mark.parametrize(
    ("known", "date", "names"),
    [
        ("2025-09-14", "25 September 2025", ["date", "time", "mode"]),
        ("2025-09-20", "9 October 2025", ["date", "time", "mode"]),
        ("2025-09-30", "9 October 2025", ["date", "time", "mode", "agenda"]),
    ],
)
def test_what_holds_of_a_meeting_depends_on_what_was_known(
    example_history: Path, capsys: pytest.CaptureFixture[str], known: str, date: str, names: list[str]
) -> None:
    told = show_record(example_history, capsys, TRIALS, "--known", known, "--format", "json")
    assert find(told, "date")["value"] == date
    assert [one["name"] for one in json.loads(told)["values"]] == names


def test_launch_and_work_programme_are_shown_apart(
    example_history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = "content/groups/warm-homes"
    launch = show_record(example_history, capsys, f"{folder}/launch.md", "--format", "yaml").splitlines()
    assert 'end: "15 January 2027"  # 2026-03-12-six-more-months.amends' in launch
    programme = show_record(example_history, capsys, f"{folder}/work-programme.md", "--format", "yaml")
    assert 'final_outcome.due: "15 June 2026"  # as first filed' in programme.splitlines()
    assert "\nend:" not in programme


def test_a_record_that_was_not_there_is_told(
    example_history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["show", f"{TRIALS}/meeting.md", "--on", "2026-05-20", "--known", "2025-01-31"]
    assert main(["--root", str(example_history), *asked]) == 2
    assert f"no record `{TRIALS}/meeting.md` was there on 2025-01-31" in capsys.readouterr().err


def test_before_the_launch_nothing_is_in_force_and_that_is_said(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = ["--on", "1926-01-15", "green-roofs"]
    assert main(["--root", str(register), "show", *told]) == 0
    said = "scm: green-roofs begins on 1 January 2025: on 15 January 1926 nothing of this was in force"
    assert capsys.readouterr().err.splitlines() == [said]
