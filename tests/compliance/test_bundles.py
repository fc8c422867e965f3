"""What many members of a group owe on one day is told as one line, and nothing is lost by it."""

from datetime import date
from pathlib import Path

from scm_site.compliance.bundles import bundle
from scm_site.pipeline import assess


def test_a_new_charter_is_one_line_for_each_group(example_history: Path) -> None:
    board = assess(example_history, as_of=date(2026, 6, 8)).board
    assert board is not None
    told = bundle(board.attention)
    assert sum(one.count for one in told) == len(board.attention)
    again = [one for one in told if one.first.duty.id == "charter-again"]
    groups = [one.first.group for one in again]
    assert len(groups) == len(set(groups)) < sum(one.count for one in again)
    assert all(one.name == f"Charter: new version, {one.count} members" for one in again if one.count > 1)


def test_what_one_member_owes_keeps_its_name(example_history: Path) -> None:
    board = assess(example_history, as_of=date(2026, 5, 20)).board
    assert board is not None
    alone = [one for one in bundle(board.attention) if one.count == 1]
    assert alone
    assert [one.name for one in alone] == [one.first.name for one in alone]
