"""Which changes the job that audits the main branch reviews once more: the newest ones, whatever days they bear."""

import json
from pathlib import Path

from scm_site.demo.repository import Repository
from tests.workflows.scripts import run_script

OLD, BEFORE, NEW, FUTURE = (f"{year}-05-04T10:00:00Z" for year in (2015, 2025, 2026, 2035))
SINCE = "2026-05-01T00:00:00Z"


def list_reviewed(repository: Repository, tmp_path: Path, merged: dict[str, str]) -> list[str]:
    records = tmp_path / "records.json"
    told = [{"merge_commit": commit, "merged_at": day} for commit, day in merged.items()]
    records.write_text(json.dumps({"merged": told}), encoding="utf-8")
    ran = run_script("audit_main.py", records, cwd=repository.folder, SINCE=SINCE)
    return [line.split()[3].rstrip(":") for line in ran.lines if line.startswith("What came with ")]


def test_a_commit_with_an_old_or_a_future_day_hides_no_other_one(tmp_path: Path) -> None:
    """One of 2015 on top ends no walk; one of 2035 does not make all that comes after it new for ever."""
    repository = Repository(tmp_path / "register")
    for day in (BEFORE, FUTURE, BEFORE):
        repository.change(day, {})
    merged = repository.change(OLD, {})
    newest = [repository.change(day, {}) for day in (NEW, OLD)]
    found = list_reviewed(repository, tmp_path, {})
    assert found == [one[:12] for one in newest]
    found = list_reviewed(repository, tmp_path, {merged: "2026-05-02T10:00:00Z"})
    assert found == [one[:12] for one in (merged, *newest)]
