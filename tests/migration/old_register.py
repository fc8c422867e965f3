"""A small register in the shape of the release before, played into a git repository.

`played/<day>-<what happens>/` holds what a change does, as a case of a change: `content/`, `moved.txt`, `edits.txt`.
`standings/<day>.csv` says how every obligation stood on a day, as the release before printed it
(`scm status --as-of DAY --format csv`); these are not written again.
"""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from scm_site.demo.repository import Repository
from scm_site.pipeline import assess
from tests.change_cases import apply_change

HERE = Path(__file__).parent
DAYS = tuple(sorted(path.stem for path in (HERE / "standings").glob("*.csv")))

#: What is told of an obligation by the release before, and must be told the same.
Told = dict[tuple[str, str, str], tuple[str, str]]


def play(folder: Path, until: str = "9999") -> Repository:
    """Give a repository in which each change came on its day, up to one."""
    repository = Repository(folder)
    for step in sorted((HERE / "played").iterdir()):
        day = step.name[:10]
        if day <= until:
            apply_change(step, repository)
            repository.change(f"{day}T12:00:00Z", {}, subject=step.name[11:])
    return repository


def read_told(day: str) -> Told:
    """Give the state of each obligation, and when it was met, as the release before told it."""
    with (HERE / "standings" / f"{day}.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["group"], row["duty"], row["period"]): (row["state"], row["met_on"])
            for row in csv.DictReader(file)
        }


def find_told(root: Path, day: str) -> Told:
    """Give the same as it is told now."""
    board = assess(root, as_of=date.fromisoformat(day), until=date(2026, 12, 1)).board
    assert board is not None
    return {
        (one.group, one.duty.id, one.owed.period): (one.state.value, str(one.met_on or ""))
        for one in board.standings
    }


def list_unlike(one: Told, other: Told) -> Iterator[str]:
    """Give each obligation that is told otherwise."""
    for key in sorted(one.keys() | other.keys()):
        if one.get(key) != other.get(key):
            yield f"{' '.join(key)}: {one.get(key)} became {other.get(key)}"
