"""The forge's records of pull requests, as a command takes them."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from scm_site.cli.outcome import CannotRunError

if TYPE_CHECKING:
    from scm_site.approval.pull_requests import PullRequests


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
