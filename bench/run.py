"""`make bench`: what it costs to read, check and build registers of 10, 100 and 1,000 groups, to audit thousands of
merges, to review a change, and to find something in an archive of 10,000 outcomes.

Every build and every yardstick runs in a process of its own, so that its peak memory is its own. The build is
the real one, `mkdocs build` with our mkdocs.yml; a stopwatch around each call in `scm_site/pipeline.py` tells
the stages apart. CPU seconds are steadier than the clock, and ratios steadier than both (shared machines are
noisy), so the last table compares with yardsticks of the same run: reading the same bytes, and PyYAML's own
loader on libyaml. Figures of two commits side by side are kept in bench/figures.md.
"""

import json
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.approvals_report import MeasuredApprovals, render_approvals
from bench.archive_report import MeasuredArchive, render_archive
from bench.measured import REVIEWED, Measured, Stage
from bench.report import render_report
from bench.synthetic_history import write_history
from bench.synthetic_outcomes import write_archive
from bench.synthetic_pull_requests import write_change, write_merged_register
from bench.synthetic_register import RECORDS_OF_A_GROUP, write_register

ROOT = Path(__file__).parents[1]
DEFAULT_SIZES = (10, 100, 1000)
DEFAULT_MERGES = (1000, 5000)
DEFAULT_OUTCOMES = (1000, 10000)
WHAT = ("bytes", "libyaml", "build")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each size and print the report."""
    parser = ArgumentParser(description="Measure registers of several sizes.")
    parser.add_argument("--sizes", type=read_sizes, default=DEFAULT_SIZES, help="numbers of groups: 10,100")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the numbers to a file")
    parser.add_argument(
        "--merges", type=read_sizes, default=DEFAULT_MERGES, help="numbers of merged pull requests: 1000,5000"
    )
    parser.add_argument(
        "--outcomes", type=read_sizes, default=DEFAULT_OUTCOMES, help="numbers of outcomes: 1000,10000"
    )
    chosen = parser.parse_args(arguments)
    results = []
    for groups in chosen.sizes:
        print(f"Measuring {groups} groups ...", file=sys.stderr)
        results.append(measure(groups))
    print(render_report(results, RECORDS_OF_A_GROUP))
    approvals = []
    for merges in chosen.merges:
        print(f"Measuring {merges} merges ...", file=sys.stderr)
        approvals.append(measure_approvals(merges))
    print(render_approvals(approvals))
    archives = []
    for outcomes in chosen.outcomes:
        print(f"Measuring {outcomes} outcomes ...", file=sys.stderr)
        archives.append(measure_archive(outcomes))
    print(render_archive(archives))
    if chosen.json:
        numbers = {
            "version": 1,
            "sizes": [result.as_data() for result in results],
            "approvals": [result.as_data() for result in approvals],
            "archives": [result.as_data() for result in archives],
        }
        chosen.json.write_text(json.dumps(numbers, indent=2) + "\n", encoding="utf-8")
    return 0


def read_sizes(text: str) -> tuple[int, ...]:
    """Read `10,100` as numbers."""
    return tuple(sorted({int(part) for part in text.split(",")}))


def measure(groups: int) -> Measured:
    """Write a register, and run every measurement of it in its own process."""
    with tempfile.TemporaryDirectory(prefix="scm-bench-") as folder:
        root = Path(folder)
        records = write_register(root, groups)
        write_history(root)
        stages: list[Stage] = []
        sizes: dict[str, int] = {}
        for what in WHAT:
            found = run_alone(what, root)
            stages += [Stage(**stage) for stage in found["stages"]]
            sizes |= found["sizes"]
        return Measured(groups=groups, records=records, stages=tuple(stages), sizes=sizes)


def measure_approvals(merges: int) -> MeasuredApprovals:
    """Make a register with as many files as merges, and measure its audit and the review of changes to it."""
    with tempfile.TemporaryDirectory(prefix="scm-bench-") as folder:
        root = Path(folder)
        files = write_merged_register(root, max(1, round(merges / RECORDS_OF_A_GROUP)), merges)
        for size in REVIEWED:
            write_change(root, size)
        audit, review = run_alone("audit", root), run_alone("review", root)
        return MeasuredApprovals(
            commits=audit["sizes"]["commits"],
            files=files,
            stages=tuple(Stage(**stage) for stage in (*audit["stages"], *review["stages"])),
        )


def measure_archive(outcomes: int) -> MeasuredArchive:
    """Build the site of a register with that many outcomes, weigh its archive, and use it in a browser."""
    from bench.archive_measured import time_archive, weigh_archive  # noqa: PLC0415 (needs a browser)

    with tempfile.TemporaryDirectory(prefix="scm-bench-") as folder:
        root = Path(folder)
        files = write_archive(root, outcomes)
        write_history(root)
        built = run_alone("build", root)
        stages = [Stage(**stage) for stage in built["stages"]]
        return MeasuredArchive(
            outcomes=outcomes,
            files=files,
            build=next(stage.cpu for stage in stages if stage.name == "whole build"),
            sizes=weigh_archive(root / "site"),
            times=time_archive(root / "site"),
        )


def run_alone(what: str, root: Path) -> dict[str, Any]:
    """Run one measurement in a new process; it prints JSON on its last line."""
    command = [sys.executable, "-m", "bench.measured", what, str(root)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise SystemExit(f"measuring `{what}` failed:\n{ended.stdout}{ended.stderr}")
    found: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    sys.exit(main())
