"""A made-up register whose every file came in a pull request of its own, and the forge's records of them.

Each pull request is a commit on a branch and a merge on main. `git fast-import` writes thousands of them in seconds.
"""

import json
import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.synthetic_register import make_register

FIRST = datetime(2025, 1, 1, 12, tzinfo=UTC)
RECORDS = "pull-requests.json"
#: The rules and rosters are there before the first pull request.
IMPORTED = 6
AUTHOR, MERGER, REVIEWER = "example-alma", "example-boris", "example-astrid"


def write_merged_register(root: Path, groups: int, merges: int) -> int:
    """Make the repository and the records, and give the number of files; some change again where merges are more."""
    files = list(make_register(groups))
    rest = files[IMPORTED:]
    stream = bytearray()
    write_commit(stream, 1, "root", AUTHOR, files[:IMPORTED], parents=())
    for number in range(merges):
        path, text = rest[number % len(rest)]
        changed = [(path, text + "\n" * (number // len(rest)))]
        write_commit(stream, 2 + 2 * number, "Record", AUTHOR, changed, parents=(1 + 2 * number,))
        subject = f"Merge pull request #{number + 1} from {AUTHOR}/{number + 1}"
        parents = (1 + 2 * number, 2 + 2 * number)
        write_commit(stream, 3 + 2 * number, subject, MERGER, changed, parents=parents)
    marks = root / "marks"
    run_git(root, "init", "--quiet", "--initial-branch=main")
    run_git(root, "fast-import", "--quiet", f"--export-marks={marks}", data=bytes(stream))
    run_git(root, "reset", "--quiet", "--hard", "main")
    write_records(root, read_marks(marks), merges)
    return len(files)


def write_commit(
    stream: bytearray,
    mark: int,
    subject: str,
    who: str,
    files: list[tuple[str, str]],
    *,
    parents: tuple[int, ...],
) -> None:
    """Add a commit to the stream; its files are those of the first parent and what it writes."""
    seconds = int((FIRST + timedelta(minutes=30 * mark)).timestamp())
    person = f"{who} <1+{who}@users.noreply.github.com> {seconds} +0000"
    lines = ["commit refs/heads/main", f"mark :{mark}", f"author {person}", f"committer {person}"]
    stream += "\n".join([*lines, f"data {len(subject)}", subject, ""]).encode()
    for word, parent in zip(("from", "merge"), parents, strict=False):
        stream += f"{word} :{parent}\n".encode()
    for path, text in files:
        content = text.encode()
        stream += f"M 100644 inline content/{path}\ndata {len(content)}\n".encode() + content + b"\n"


def read_marks(path: Path) -> dict[int, str]:
    """Give the commit of each mark."""
    lines = (line.split() for line in path.read_text(encoding="ascii").splitlines())
    return {int(mark.removeprefix(":")): commit for mark, commit in lines}


def write_records(root: Path, commits: dict[int, str], merges: int) -> None:
    """Write what the forge would tell of the pull requests."""
    document = {
        "version": 1,
        "collected_at": write_time(2 + 2 * merges),
        "head": commits[1 + 2 * merges],
        "merged": [make_record(number, commits) for number in range(merges)],
        "open": [],
    }
    (root / RECORDS).write_text(json.dumps(document), encoding="utf-8")


def make_record(number: int, commits: dict[int, str]) -> dict[str, Any]:
    """Give the record of one pull request."""
    head, at = commits[2 + 2 * number], write_time(3 + 2 * number)
    return {
        "number": number + 1,
        "opener": AUTHOR,
        "authors": [AUTHOR],
        "head": head,
        "merge_commit": commits[3 + 2 * number],
        "commits": 1,
        "merged_at": at,
        "merged_by": MERGER,
        "reviews": [{"account": REVIEWER, "at": at, "commit": head}],
    }


def write_time(mark: int) -> str:
    """Give the time of a commit."""
    return f"{FIRST + timedelta(minutes=30 * mark):%Y-%m-%dT%H:%M:%SZ}"


def run_git(root: Path, *words: str, data: bytes | None = None) -> None:
    """Run git without anybody's own settings."""
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *words], cwd=root, env={**os.environ, **own}, input=data, check=True)


def write_change(root: Path, files: int) -> None:
    """Put a change of that many files on a branch `change-FILES` that left main at its newest commit."""
    listed = sorted(root.glob("content/groups/*/meetings/*/*.minutes.md"))[:files]
    run_git(root, "switch", "--quiet", "--create", f"change-{files}", "main")
    for path in listed:
        path.write_text(path.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
    run_git(root, "add", "content")
    who = ("-c", f"user.name={AUTHOR}", "-c", "user.email=bench@example.org")
    run_git(root, *who, "commit", "--quiet", "--message=Change")
    run_git(root, "switch", "--quiet", "main")
