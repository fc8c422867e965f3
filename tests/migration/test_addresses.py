"""The site of a played register that was moved answers where the release before answered, and names all as it did.

`addresses.txt` was written by the commit a0f097ec, the last one before acts, from its site of this register for
2026-12-01: of groups, outcomes, proposals, log, feeds, calendars and data, with entries that bear the id of a commit.
"""

import shutil
from pathlib import Path

import pytest

from scm_site.cli.main import main
from scm_site.demo.repository import Repository
from tests.built_sites import ROOT, BuiltSite, build_site
from tests.kept_addresses import find_unlike
from tests.migration.old_register import HERE, play


def build_moved(folder: Path) -> BuiltSite:
    """Play the register, move it, and build its site."""
    repository = play(folder)
    assert main(["--root", str(folder), "migrate"]) == 0
    repository.change("2026-12-01T09:00:00Z", {}, subject="Move the register")
    Repository(folder).leave_out("mkdocs.yml", "docs", "site")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs/pages", folder / "docs/pages")
    return build_site(folder, "2026-12-01")


@pytest.mark.slow("builds a whole site of one more register")
def test_addresses_and_ids_stay_when_a_register_is_moved(tmp_path: Path) -> None:
    assert find_unlike(build_moved(tmp_path / "register"), HERE) == (set(), set())
