"""Options that several commands have: the day, the forge's records of pull requests, to go on without the history.

Today, where no day was typed, comes from the only clock of the command line.
"""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from scm_site.cli.answer import CannotRunError
from scm_site.days import parse_day

if TYPE_CHECKING:
    from scm_site.approval.pull_requests import PullRequests

WITHOUT = "--no-history goes on without it, and what hangs on it is not known"


def add_day(parser: ArgumentParser, told: str) -> None:
    """Declare `--as-of`; `told` says what is computed for that day."""
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        type=read_day,
        help=f"the day for which {told}, such as 2026-11-22 (default: today)",
    )


def read_day(text: str) -> date:
    """Read a day from the command line."""
    try:
        return parse_day(text)
    except ValueError:
        raise ArgumentTypeError(f"{text} is not a day; write it such as 2026-11-22") from None


def find_day(arguments: Namespace) -> date:
    """Give the day that was typed, or today in UTC."""
    day: date | None = arguments.as_of
    return day or datetime.now(UTC).date()


def find_until(arguments: Namespace) -> date:
    """Give the last day on which a commit can have come: today in UTC, or the day that was typed if that is later."""
    today = datetime.now(UTC).date()
    return max(today, getattr(arguments, "as_of", None) or today)


def add_records(parser: ArgumentParser) -> None:
    """Declare `--pull-requests`; the file's path, or None, is in `pull_requests`."""
    parser.add_argument(
        "--pull-requests",
        metavar="FILE",
        type=Path,
        help="the forge's records of pull requests (default: none, so that git alone has to do)",
    )


def find_records(arguments: Namespace) -> "PullRequests | None":
    """Read the records that were named, or None; raises CannotRunError when they cannot be used."""
    from scm_site.approval.pull_requests import PullRequestsError, read_pull_requests

    path: Path | None = arguments.pull_requests
    try:
        return read_pull_requests(path) if path else None
    except PullRequestsError as reason:
        raise CannotRunError(str(reason)) from None


def add_history(parser: ArgumentParser) -> None:
    """Declare `--no-history`; what it says is in `with_history`."""
    told = "go on without git, so that what hangs on the history is not known (default: stop where git cannot tell)"
    parser.add_argument("--no-history", dest="with_history", action="store_false", help=told)


@contextmanager
def require_history(way_out: str = "") -> Iterator[None]:
    """Turn what git could not tell in the block into CannotRunError: one line with git's reason, and the way out."""
    from scm_site.reading.git_commands import GitError

    try:
        yield
    except GitError as reason:
        raise CannotRunError(f"{reason}; {way_out}" if way_out else str(reason)) from None
