"""What the outcomes archive costs at several sizes: the third part of the report of `make bench`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from bench.report import align


@dataclass(frozen=True, kw_only=True)
class MeasuredArchive:
    """What one archive cost: bytes of files (plain, gzip), milliseconds in the browser, CPU seconds of the build."""

    outcomes: int
    files: int
    build: float
    sizes: Mapping[str, tuple[int, int]]
    times: Mapping[str, float]

    def as_data(self) -> dict[str, object]:
        """Give plain data for JSON."""
        return asdict(self)


def render_archive(results: Sequence[MeasuredArchive]) -> str:
    """Give the tables: bytes over the wire, and times in Chromium."""
    builds = ", ".join(
        f"{one.outcomes:,} outcomes in {one.files:,} files: {one.build:.1f}" for one in results
    )
    return "\n".join(
        [
            "",
            f"The outcomes archive. Whole build, CPU s: {builds}",
            "Over the wire, KB as sent with gzip (KB before it)",
            *align(list(list_sizes(results))),
            "",
            "In Chromium, ms (median of three visits; a letter without the pause of 80 ms that waits for more)",
            *align(list(list_times(results))),
        ]
    )


def list_sizes(results: Sequence[MeasuredArchive]) -> Iterator[list[str]]:
    """Give a row for each file."""
    yield ["", *(f"{one.outcomes:,}" for one in results)]
    for name in results[0].sizes:
        pairs = [one.sizes[name] for one in results]
        yield [name, *(f"{packed / 1024:,.0f} ({plain / 1024:,.0f})" for plain, packed in pairs)]


def list_times(results: Sequence[MeasuredArchive]) -> Iterator[list[str]]:
    """Give a row for each thing that a reader does."""
    yield ["", *(f"{one.outcomes:,}" for one in results)]
    for name in results[0].times:
        yield [name, *(f"{one.times[name]:,.0f}" for one in results)]
