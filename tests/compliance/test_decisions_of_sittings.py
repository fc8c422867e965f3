"""A decision of the board is known once the sitting that tells it has arrived, and not before."""

import shutil
from datetime import date
from pathlib import Path

from scm_site.compliance.arrivals import Arrivals
from scm_site.compliance.waits import wait_at_board
from scm_site.demo.repository import Repository
from scm_site.pipeline import check
from scm_site.reading.git_history import read_history
from tests.built_sites import EXAMPLE

SITTING = "content/events/2024-11-20-board-meeting/2024-11-20.decided.yml"
PROPOSAL = "content/proposals/2024-street-lights.md"


def test_until_the_sitting_arrives_the_topic_waits(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    shutil.copytree(EXAMPLE, repository.folder / "content")
    told = (repository.folder / SITTING).read_text(encoding="utf-8")
    (repository.folder / SITTING).unlink()
    text = (repository.folder / PROPOSAL).read_text(encoding="utf-8")
    before = text[: text.index("withdrawn:")] + text[text.index("\n---\n") + 1 :]
    repository.change("2024-11-22T12:00:00Z", {PROPOSAL: before})
    repository.change("2024-12-05T12:00:00Z", {SITTING: told})
    repository.change("2025-02-10T12:00:00Z", {PROPOSAL: text})
    checked = check(repository.folder)
    arrivals = Arrivals(history=read_history(repository.folder), schemas=checked.schemas)
    until = {
        day: next(
            one.until
            for one in wait_at_board(checked.register, arrivals, date.fromisoformat(day))
            if one.record.id == "2024-street-lights"
        )
        for day in ("2024-12-01", "2024-12-06", "2025-01-20", "2025-03-01")
    }
    decided = date(2024, 11, 20)
    assert until == dict.fromkeys(until, decided) | {"2024-12-01": None}
