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
