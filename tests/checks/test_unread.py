"""What cannot be read is said once; no rule takes what it does not know for something that is missing."""

import shutil
from pathlib import Path

import pytest

from scm_site.pipeline import check
from tests.register_cases import EXAMPLE

#: Each of them is named by other records of the example, or needed by them.
NAMED_ELSEWHERE = (
    "content/events",
    "content/events/2025-06-12-forum.yml",
    "content/groups",
    "content/proposals",
    "content/board.yml",
    "content/groups/warm-homes/launch.md",
    "content/groups/warm-homes/acts",
    "content/groups/quiet-streets/meetings",
    "content/groups/quiet-streets/work-programme.md",
    "content/groups/quiet-streets/outcomes/night-method",
    "content/groups/quiet-streets/outcomes/night-method/outcome.md",
    "content/groups/quiet-streets/outcomes/night-method/night-method.pdf",
    "content/groups/quiet-streets/acts",
)


def list_findings(root: Path) -> list[tuple[str, str]]:
    return [(finding.rule, finding.place.path) for finding in check(root).findings]


@pytest.mark.parametrize("path", NAMED_ELSEWHERE)
def test_a_link_in_the_place_of_something_is_the_only_finding(tmp_path: Path, path: str) -> None:
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    (tmp_path / path).rename(tmp_path / "aside")
    (tmp_path / path).symlink_to(tmp_path / "aside")
    assert list_findings(tmp_path) == [("F004", path)]


def test_a_file_in_the_place_of_a_folder_is_the_only_finding(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    shutil.rmtree(tmp_path / "content/events")
    (tmp_path / "content/events").write_text("x\n", encoding="utf-8")
    assert list_findings(tmp_path) == [("F001", "content/events")]
