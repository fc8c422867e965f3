"""The forge's records: read whole or not at all, with one plain line that says what is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from scm_site.approval.pull_requests import PullRequestsError, read_pull_requests
from scm_site.cli.main import main

COMMIT = "a" * 40
GOOD: dict[str, Any] = {
    "version": 1,
    "collected_at": "2026-05-20T04:17:00Z",
    "head": COMMIT,
    "merged": [],
    "open": [],
}


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "records.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_pull_requests_yet(tmp_path: Path) -> None:
    assert read_pull_requests(write(tmp_path, json.dumps(GOOD))).merged == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "not a JSON document"),
        ("[" * 100_000, "not a JSON document"),
        ("[]", "not as the schema says"),
        (json.dumps({**GOOD, "version": 2}), "version is not as the schema says"),
        (json.dumps({**GOOD, "more": 1}), "not as the schema says"),
        (json.dumps({**GOOD, "head": "main"}), "head is not as the schema says"),
        (json.dumps({**GOOD, "head": COMMIT + "\n"}), "head is not as the schema says"),
        (json.dumps({**GOOD, "collected_at": "2026-02-30T04:17:00Z"}), "none of the calendar"),
        (json.dumps({**GOOD, "open": [{"number": 1}]}), "open/0 is not as the schema says"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    tmp_path: Path, text: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(PullRequestsError, match=told):
        read_pull_requests(path)
    assert main(["--root", str(tmp_path), "audit", "--pull-requests", str(path)]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PullRequestsError, match="No such file"):
        read_pull_requests(tmp_path / "none.json")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device that never ends")
def test_a_device_that_never_ends() -> None:
    with pytest.raises(PullRequestsError, match="larger than"):
        read_pull_requests(Path("/dev/zero"))
