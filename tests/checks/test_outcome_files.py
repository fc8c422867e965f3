"""The files of an outcome have a limit together; files that large do not belong in a case of our own history."""

import shutil
from pathlib import Path

from scm_site.pipeline import check
from scm_site.reading.content_files import LARGEST_ATTACHMENT, LARGEST_OUTCOME
from tests.register_cases import EXAMPLE

FOLDER = "content/groups/warm-homes/outcomes/street-guide"


def test_the_files_of_one_outcome_have_a_limit(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    for number in range(LARGEST_OUTCOME // LARGEST_ATTACHMENT):
        (tmp_path / FOLDER / f"part-{number}.txt").write_bytes(b"#" * LARGEST_ATTACHMENT)
    (finding,) = [finding for finding in check(tmp_path).findings if finding.rule == "O014"]
    assert finding.place.path == f"{FOLDER}/outcome.md"
    lines = (tmp_path / FOLDER / "outcome.md").read_text(encoding="utf-8").splitlines()
    assert lines[finding.place.line - 2] == "files:"  # the list begins on the line below
    assert finding.message.endswith(f"{LARGEST_OUTCOME:,} bytes is the most")
    (tmp_path / FOLDER / "part-0.txt").unlink()
    assert [finding for finding in check(tmp_path).findings if finding.rule == "O014"] == []
