"""The standings that the docs work out by hand are those that the program gives."""

import re
from datetime import date
from pathlib import Path

import pytest

from scm_site.compliance.board import Board
from scm_site.pipeline import assess
from tests.built_sites import ROOT

ROW = re.compile(r"^\| ([a-z-]+) \| ([a-z-]+) \| (\S+) \| (\S+) \| ([a-z ]+) \| (\S*) ?\|$", re.MULTILINE)
WORKED = ROW.findall((ROOT / "docs/standings-by-hand.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def board(demo_history: Path) -> Board:
    found = assess(demo_history, as_of=date(2026, 5, 20)).board
    assert found is not None
    return found


def test_all_rows_are_read() -> None:
    assert len({(group, duty) for group, duty, *_ in WORKED}) >= 3
    assert len(WORKED) == 23


@pytest.mark.parametrize("row", WORKED, ids="/".join)
def test_the_program_gives_what_was_worked_out(board: Board, row: tuple[str, ...]) -> None:
    group, duty, period, due, state, met_on = row
    standing = next(one for one in board.standings if one.id == f"{group}/{duty}/{period}")
    assert str(standing.due) == due
    assert standing.state.value == state
    assert (str(standing.met_on) if standing.met_on else "") == met_on
