"""An outcome that two groups made together is evidence for both; what is still to be done with it, its host owes."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from scm_site.compliance.standing import Standing
from scm_site.demo.repository import Repository
from scm_site.pipeline import assess
from tests.built_sites import EXAMPLE

SHARED = "content/groups/quiet-streets/outcomes/two-streets/outcome.md"
NAMES_THE_OTHER = ("\nauthors:", "\ngroups: [warm-homes]\nauthors:")


def read_standings(folder: Path, *, is_shared: bool) -> dict[str, Standing]:
    repository = Repository(folder / "register")
    shutil.copytree(EXAMPLE, repository.folder / "content")
    text = (repository.folder / SHARED).read_text(encoding="utf-8")
    text = text.replace("final: false", "final: true").replace("format: project", "format: white paper")
    changes = {SHARED: text.replace(*NAMES_THE_OTHER) if is_shared else text}
    repository.change("2026-05-19T12:00:00Z", changes)
    board = assess(repository.folder, as_of=date(2026, 5, 20)).board
    assert board is not None
    return {one.id: one for one in board.standings}


@pytest.mark.parametrize("is_shared", [True, False])
def test_the_final_outcome_of_one_is_that_of_the_other(tmp_path: Path, *, is_shared: bool) -> None:
    standings = read_standings(tmp_path, is_shared=is_shared)
    standing = standings["warm-homes/final-outcome/final-outcome"]
    assert standing.state.is_met is is_shared
    assert bool(standing.evidence and standing.evidence.file.path == SHARED) is is_shared
    assert "warm-homes/quality-control/two-streets" not in standings
