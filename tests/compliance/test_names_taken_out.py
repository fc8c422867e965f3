"""A name that is taken out of every file takes nothing else with it: each standing of each day stays as it was."""

import re
from datetime import date
from pathlib import Path

from scm_site.compliance.standing import Standing
from scm_site.pipeline import assess
from tests.standing_cases import BASE, Case, make_repository, read_line

FOLDER = "groups/green-roofs"
JOINS = f"{FOLDER}/acts/2025-03-01.joins.yml"
GOES = f"{FOLDER}/acts/2025-05-10.hands-over.yml"
COMES = f"{FOLDER}/acts/2025-06-20.hands-over.yml"
STORY = (
    f"2024-12-01 {FOLDER}/launch.md",
    f"2025-03-02 {JOINS} from joins.yml",
    f"2025-05-10 {GOES} from chair-goes.yml",
    f"2025-06-20 {COMES} from chair-comes.yml",
)
TAKEN_OUT = (
    f"2025-09-01 {FOLDER}/launch.md from nameless-launch.md",
    f"2025-09-01 {JOINS} from nameless-joins.yml",
    f"2025-09-01 {COMES} from nameless-comes.yml",
)
JOINING = """members:
  - id: m6
    role: participant
    name: Pia Example
    title: Gardener
    organisation: Example Gardens
    charter:
      accepted: 2025-02-26
      version: charter-1
    consent: 2025-03-01
"""
DAYS = [date(2025, month, 15) for month in range(1, 13)]


def take_out(text: str) -> str:
    """Take the names and titles out of a file."""
    nameless = re.sub(r"^( *(?:- )?)name: .+$", r"\1name_withheld: true", text, flags=re.MULTILINE)
    return re.sub(r"^( +)title: .+$", r"\1title: Member", nameless, flags=re.MULTILINE)


def tell(standing: Standing) -> tuple[object, ...]:
    """Give what a standing says; its words name nobody."""
    return (
        standing.id,
        standing.owed.due,
        standing.state,
        standing.why,
        standing.met_on,
        standing.claimed_on,
    )


def list_standings(folder: Path, register: Path, lines: tuple[str, ...]) -> list[list[tuple[object, ...]]]:
    """Give what all standings say on some days after a story."""
    case = Case(folder=folder)
    for line in lines:
        read_line(case, *line.split())
    made = make_repository(case, register)
    assessed = [assess(made, as_of=day) for day in DAYS]
    assert all(one.board for one in assessed), assessed[0].checked.findings
    return [[tell(one) for one in given.board.standings] for given in assessed if given.board]


def test_a_name_that_is_taken_out_changes_no_standing(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    launch = (BASE / "content" / FOLDER / "launch.md").read_text(encoding="utf-8")
    comes = (BASE / "papers/chair-comes.yml").read_text(encoding="utf-8")
    texts = {"nameless-launch.md": launch, "nameless-joins.yml": JOINING, "nameless-comes.yml": comes}
    for name, text in texts.items():
        assert "Example" in text
        assert "name: " not in take_out(text)
        (papers / name).write_text(take_out(text), encoding="utf-8")
    (papers / "joins.yml").write_text(JOINING, encoding="utf-8")
    before = list_standings(papers, tmp_path / "before", STORY)
    after = list_standings(papers, tmp_path / "after", (*STORY, *TAKEN_OUT))
    assert after == before
