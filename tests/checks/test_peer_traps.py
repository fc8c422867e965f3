"""Traps that registers like this one fell into (`research/peers.md`, section 6), where no case can show them."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from scm_site.cli.main import main
from scm_site.pipeline import check
from tests.register_cases import CASES, EXAMPLE, lay_over_example


def hash_files(root: Path) -> dict[str, str]:
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


@pytest.mark.parametrize(
    "name", ["content/board.yml", "content/themes.yml", "content/proposals/2024-warm-homes.md"]
)
def test_one_bad_file_among_good_ones_is_enough(tmp_path: Path, name: str) -> None:
    """First, in between or last: the result does not depend on the order of the files."""
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    file = tmp_path / name
    file.write_text(file.read_text(encoding="utf-8").replace("\n", "\n}: [\n", 1), encoding="utf-8")
    assert main(["--root", str(tmp_path), "check"]) == 1


def test_a_sound_register_is_fine() -> None:
    assert main(["--root", str(EXAMPLE), "check"]) == 0


def test_a_warning_does_not_block(tmp_path: Path) -> None:
    lay_over_example(CASES / "T002/short-challenge", tmp_path)
    assert main(["--root", str(tmp_path), "check"]) == 0


def test_checking_changes_no_file(tmp_path: Path) -> None:
    """Comments and layout are the contributors' own."""
    lay_over_example(CASES / "S001/three-faults", tmp_path)
    before = hash_files(tmp_path)
    check(tmp_path)
    assert hash_files(tmp_path) == before


def test_a_check_says_the_same_each_time(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "other")]
    for folder in folders:
        folder.mkdir()
        lay_over_example(CASES / "G005/proposal-of-another-group", folder)
    first, second = (check(folder).findings for folder in folders)
    assert first == second


def write_day_everywhere(root: Path, day: str) -> None:
    """Make the example register with one day in place of every day of 2025."""
    shutil.copytree(EXAMPLE / "content", root / "content")
    for file in (root / "content").rglob("*.*"):
        if file.suffix in (".md", ".yml"):
            text = file.read_text(encoding="utf-8")
            file.write_text(
                re.sub(r"\b([a-z_]+): 2025-[0-9-]{5}$", rf"\1: {day}", text, flags=re.MULTILINE),
                encoding="utf-8",
            )


@pytest.mark.parametrize(
    "day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "0000-00-00", "10000-01-01"]
)
def test_a_year_that_cannot_be_is_a_finding(tmp_path: Path, day: str) -> None:
    write_day_everywhere(tmp_path, day)
    assert {finding.rule for finding in check(tmp_path).findings} == {"S005"}
    assert main(["--root", str(tmp_path), "check"]) == 1


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31"])
def test_the_first_and_last_days_that_can_be_do_no_harm(tmp_path: Path, day: str) -> None:
    write_day_everywhere(tmp_path, day)
    rules = {finding.rule for finding in check(tmp_path).findings}
    assert {"D001", "G004"} <= rules
    assert "S005" not in rules
