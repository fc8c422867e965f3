"""`scm audit` and `scm owners`, as somebody types them."""

import json
import shutil
from pathlib import Path

import pytest

from scm_site.cli.main import main
from scm_site.demo.play import RECORDS
from scm_site.reports.audit_json import JsonAudit
from tests.built_sites import EXAMPLE
from tests.forms import assert_fits


def run(root: Path, *words: str) -> int:
    return main(["--root", str(root), *words])


def test_what_is_not_approved_comes_first(example_history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(example_history, "audit", "--pull-requests", str(example_history / RECORDS)) == 1
    first, *others, summary = capsys.readouterr().out.split("\n\n")
    assert "2026-01-30: not approved; merge, pull request 90" in first
    assert "themselves, which does not count" in first
    assert "under `acknowledged` in content/approvals.yml" in first
    assert len(others) == 1
    assert summary.startswith("121 changes on the main branch, with the forge's records: 1 not approved, ")


def test_json_is_one_document_in_the_same_order(
    example_history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(example_history, "audit", "--format", "json") == 1
    document = json.loads(capsys.readouterr().out)
    assert_fits(document, JsonAudit)
    faults = [change["fault"] for change in document["changes"]]
    assert (document["version"], document["has_records"]) == (1, False)
    assert faults == sorted(faults, reverse=True)


def test_owners_are_written_checked_and_go_stale(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "content")
    assert run(tmp_path, "owners", "--check") == 1
    assert "make owners" in capsys.readouterr().out
    assert run(tmp_path, "owners", "--write", "--as-of", "2026-05-20") == 0
    assert run(tmp_path, "owners", "--check") == 0
    text = (tmp_path / ".github/CODEOWNERS").read_text(encoding="utf-8")
    assert "/content/proposals/ @example-astrid @example-bruno @example-clio\n" in text
    roster = tmp_path / "content/board.yml"
    roster.write_text(
        roster.read_text(encoding="utf-8").replace("example-clio", "example-cleo"), encoding="utf-8"
    )
    assert run(tmp_path, "owners", "--check") == 1
    (tmp_path / ".github/CODEOWNERS").write_bytes(b"caf\xe9")
    assert run(tmp_path, "owners", "--check") == 1


def test_who_has_left_is_no_owner(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "content")
    for day, is_there in (("2025-06-01", True), ("2026-05-20", False)):
        assert run(tmp_path, "owners", "--as-of", day) == 0
        assert ("@example-dmitri" in capsys.readouterr().out) == is_there
