"""Which tests run when, and what is kept of a run that passed.

| Tier | Command | Leaves out |
|---|---|---|
| quick | `make test-quick` | what needs a browser or a history in git, asks much (`broad`), or is left to the night |
| test | `make test` | what is left to `make test-all`, each with its reason: `@pytest.mark.slow("why")` |
| all | `make test-all` | nothing |

A result is written to `.test-results/` when a whole tier has passed; `make quality` takes it over into docs/quality.md.
"""

import json
import os
import subprocess
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RESULTS = ROOT / ".test-results"

#: The marks that keep a test out of a tier.
LEFT_OUT = {"quick": {"slow", "browser", "history", "broad"}, "test": {"slow"}, "all": set[str]()}

#: Who asks for one of these plays a history in git, or builds a site of one.
OF_HISTORY = {
    *("example_history", "demo_history", "example_site", "demo_site", "real_site"),
    *("Repository", "Forge", "make_repository", "make_history", "play_change"),
    *("build_site", "build_site_once"),
}
#: The processor time of each worker that has ended.
OF_WORKERS: list[float] = []

#: A reason is a few words at least.
SHORTEST_REASON = 15


@dataclass(frozen=True, kw_only=True)
class Result:
    """A tier that passed: on which commit and day (UTC), how many tests, in how much time."""

    commit: str
    day: str
    passed: int
    skipped: int
    seconds: int
    processor_seconds: int
    cores: int


def mark_histories(items: list[pytest.Item]) -> None:
    """Mark what plays a history: its fixtures say it, or what its module takes from others."""
    for item in items:
        asked = {*getattr(item, "fixturenames", ()), *vars(getattr(item, "module", object))}
        if asked & OF_HISTORY:
            item.add_marker("history")


def refuse_reasonless(items: list[pytest.Item]) -> None:
    """Raise UsageError for a test that is left to `make test-all` and does not say why."""
    for item in items:
        for mark in item.iter_markers("slow"):
            if [len(str(word)) >= SHORTEST_REASON for word in mark.args] != [True]:
                raise pytest.UsageError(f'{item.nodeid}: say why it is slow: @pytest.mark.slow("why")')


def leave_out(tier: str, items: list[pytest.Item]) -> list[pytest.Item]:
    """Take out of a list what is not in a tier, and give it."""
    gone = [item for item in items if LEFT_OUT[tier] & {mark.name for mark in item.iter_markers()}]
    items[:] = [item for item in items if item not in set(gone)]
    return gone


def keep_result(tier: str, passed: int, skipped: int, started: float) -> None:
    """Write down that a tier has passed."""
    result = Result(
        commit=find_commit(),
        day=datetime.now(UTC).date().isoformat(),
        passed=passed,
        skipped=skipped,
        seconds=round(time.time() - started),
        processor_seconds=round(find_processor_seconds() + sum(OF_WORKERS)),
        cores=count_cores(),
    )
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{tier}.json").write_text(json.dumps(asdict(result), indent=2) + "\n", encoding="utf-8")


def count_cores() -> int:
    """Give how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def find_processor_seconds() -> float:
    """Give the processor time of this process, and of those that it started and that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def find_commit() -> str:
    """Give the commit that is checked out, with a word where files differ from it."""
    words = ["git", "describe", "--always", "--abbrev=10", "--exclude=*", "--dirty= and changes"]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
