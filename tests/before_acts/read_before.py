"""What the worked example said before there were acts: kept from the program and the story of that time.

* `standings.csv` has a line for each day on which a standing began to say something else: its state, when it was met,
  when it was due; without a state it was no longer there. The commit a0f097ec, the last one before acts, wrote it from
  its own worked example: `make_board` of each day from 2024-09-01 to 2026-05-20, which is `scm status --as-of DAY`.
* `otherwise.csv` names each standing that is told otherwise today, from which day to which, and why.
* `addresses.txt` and `gone.csv` are of that example's site; tests/kept_addresses.py says what they hold. Left out are
  style sheets, scripts and pictures; anchors of the frame and of the controls of forms, to which nothing links; and
  entries of the log and of feeds that bear the id of a commit: the story was told anew, so its commits are others.
  Those in `real/` are of the site of the real register, without what says the same in every register.

None of them is written by a program again.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.kept_addresses import read_lines

HERE = Path(__file__).parent

#: A meeting keeps the name of the day for which it was planned first; it was renamed before when it moved.
RENAMED = {
    "2025-10-16-first-tariff": "2025-10-23-first-tariff",
    "2025-10-09-trials": "2025-09-25-trials",
    "2025-11-18-first-storms": "2025-11-11-first-storms",
    "2026-01-22-one-form": "2026-01-15-one-form",
}

#: Of each standing, by its id: its state, when it was met, when it is due.
Told = dict[str, tuple[str, str, str]]


def name_now(standing: str) -> str:
    """Give the id that a standing has today."""
    for former, name in RENAMED.items():
        standing = standing.replace(former, name)
    return standing


def tell_before(day: str) -> Told:
    """Give how everything stood on a day, as it was told before there were acts, with the ids of today."""
    last = {one["standing"]: one for one in read_lines(HERE / "standings.csv") if one["from"] <= day}
    return {name_now(name): tell(one) for name, one in last.items() if one["state"]}


def tell(line: Mapping[str, str]) -> tuple[str, str, str]:
    """Give what a line says."""
    return line["state"], line["met_on"], line["due"]


def list_otherwise(day: str) -> Iterator[Mapping[str, str]]:
    """Give the lines on what is told otherwise of a day."""
    return (one for one in read_lines(HERE / "otherwise.csv") if one["from"] <= day <= (one["to"] or "9999"))
