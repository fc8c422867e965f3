"""A history for a made-up register: meetings arrive as planned, and their minutes with a later commit."""

import os
import subprocess
from pathlib import Path

#: Days on which the two commits are made; both lie before the day of the benchmark.
PLANNED, HELD = "2025-01-01T12:00:00Z", "2026-01-01T12:00:00Z"


def write_history(root: Path) -> None:
    """Make a git repository of `root/content`: minutes come with a second commit, all else with the first."""
    meetings = {
        path: path.read_text(encoding="utf-8")
        for path in sorted(root.glob("content/groups/*/meetings/*/*.minutes.md"))
    }
    run_git(root, PLANNED, "init", "--quiet", "--initial-branch=main")
    for path in meetings:
        path.unlink()
    commit(root, PLANNED)
    for path, text in meetings.items():
        path.write_text(text, encoding="utf-8")
    commit(root, HELD)


def commit(root: Path, day: str) -> None:
    """Commit all of the content."""
    run_git(root, day, "add", "content")
    run_git(root, day, "commit", "--quiet", "--message=Records")


def run_git(root: Path, day: str, *words: str) -> None:
    """Run git with fixed names and dates."""
    who = {
        f"GIT_{role}_{part}": "bench@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for part in ("NAME", "EMAIL")
    }
    dates = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *words], cwd=root, env={**os.environ, **who, **dates, **own}, check=True)
