"""What an audit and a review cost: the second part of the report of `make bench`."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise

from bench.measured import REVIEWED, Stage
from bench.report import align


@dataclass(frozen=True, kw_only=True)
class MeasuredApprovals:
    """What one main line cost: its commits, the files of the register, the audit and each review."""

    commits: int
    files: int
    stages: tuple[Stage, ...]

    def find(self, name: str) -> Stage:
        """Give a stage by its name."""
        return next(stage for stage in self.stages if stage.name == name)

    def as_data(self) -> dict[str, object]:
        """Give plain data for JSON."""
        return asdict(self)


def render_approvals(results: Sequence[MeasuredApprovals]) -> str:
    """Give the tables: what each cost, and how it grows."""
    names = ("audit", *(f"review {files}" for files in REVIEWED))
    rows = [["commits", "files", "stage", "CPU s", "wall s", "peak MB"]]
    for result in results:
        for name in names:
            stage = result.find(name)
            told = f"{name} files" if name != "audit" else name
            costs = [f"{stage.cpu:.2f}", f"{stage.wall:.2f}", f"{stage.peak:.0f}"]
            rows.append([f"{result.commits:,}", f"{result.files:,}", told, *costs])
    return "\n".join(
        [
            "",
            "Approvals: every file came in a pull request of its own; a review reads all of the register twice",
            *align(rows),
            "",
            "Growth: CPU of the audit for each commit, of a review for each file (1.00: linear; more: faster)",
            *render_growth(results),
        ]
    )


def render_growth(results: Sequence[MeasuredApprovals]) -> Iterator[str]:
    """Give how costs grow: with the commits, with the files of the register, and with the files of a change."""
    for before, after in pairwise(results):
        audit = (after.find("audit").cpu / after.commits) / (before.find("audit").cpu / before.commits)
        base = f"review {REVIEWED[0]}"
        review = (after.find(base).cpu / after.files) / (before.find(base).cpu / before.files)
        yield f"  {before.commits:,} to {after.commits:,} commits: audit {audit:.2f}, review {review:.2f}"
    for result in results:
        first, *costs = [result.find(f"review {files}").cpu for files in REVIEWED]
        told = ", ".join(
            f"{1000 * (cost - first) / (files - 1):.1f} ms"
            for files, cost in zip(REVIEWED[1:], costs, strict=True)
        )
        sizes = " and ".join(map(str, REVIEWED[1:]))
        yield f"  {result.files:,} files: each further file of a change of {sizes}: {told}"
