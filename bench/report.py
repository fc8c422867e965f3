"""The report of `make bench`: plain tables for a terminal."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bench.measured import Measured

STAGES = ("read", "check", "history", "assess", "pages", "MkDocs", "whole build")
YARDSTICKS = ("bytes", "libyaml")


def render_report(results: Sequence[Measured], records_of_a_group: int) -> str:
    """Give the whole report."""
    return "\n".join(
        [
            f"A group has {records_of_a_group} records. CPU is user and system time; peak is the most memory that",
            "the process had held by the end of the stage. bytes and libyaml are yardsticks, not stages.",
            "",
            *render_costs(results),
            "",
            "Growth: CPU for each record, compared with the size before (1.00: linear; higher: it grows faster)",
            *render_growth(results),
            "",
            "Yardsticks: CPU as a multiple of `libyaml` at the same size",
            *render_multiples(results),
            "",
            "What goes over the wire, in KB before compression",
            *render_sizes(results),
        ]
    )


def render_costs(results: Sequence[Measured]) -> Iterator[str]:
    """Give what each stage cost at each size, in all and for each record."""
    rows = [
        [
            "groups",
            "records",
            "pages",
            "stage",
            "CPU s",
            "wall s",
            "peak MB",
            "CPU ms/record",
            "peak KB/record",
        ]
    ]
    for result in results:
        for name in (*YARDSTICKS, *STAGES):
            stage = result.find(name)
            rows.append(
                [
                    f"{result.groups:,}",
                    f"{result.records:,}",
                    f"{result.sizes['pages']:,}",
                    name,
                    f"{stage.cpu:.2f}",
                    f"{stage.wall:.2f}",
                    f"{stage.peak:.0f}",
                    f"{1000 * stage.cpu / result.records:.2f}",
                    f"{1024 * stage.peak / result.records:.0f}",
                ]
            )
    return align(rows)


def render_growth(results: Sequence[Measured]) -> Iterator[str]:
    """Give how the cost of a record changes from one size to the next."""
    rows = [["groups", *YARDSTICKS, *STAGES]]
    for before, after in pairwise(results):
        ratios = [
            (after.find(name).cpu / after.records) / (before.find(name).cpu / before.records)
            for name in (*YARDSTICKS, *STAGES)
        ]
        rows.append([f"{before.groups:,} to {after.groups:,}", *(f"{ratio:.2f}" for ratio in ratios)])
    return align(rows)


def render_multiples(results: Sequence[Measured]) -> Iterator[str]:
    """Give each stage's cost in units of a yardstick, which hardly depend on the machine."""
    rows = [["groups", *STAGES]]
    for result in results:
        unit = result.find("libyaml").cpu
        rows.append([f"{result.groups:,}", *(f"{result.find(name).cpu / unit:.1f}" for name in STAGES)])
    return align(rows)


def render_sizes(results: Sequence[Measured]) -> Iterator[str]:
    """Give the sizes of the files that grow with the register."""
    names = [name for name in results[0].sizes if name != "pages"]
    rows = [["groups", *names]]
    rows += [
        [f"{result.groups:,}", *(f"{result.sizes[name] / 1024:,.0f}" for name in names)] for result in results
    ]
    return align(rows)


def align(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give rows with each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
