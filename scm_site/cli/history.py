"""The history, without which a command cannot answer; or goes on, if it was asked to."""

from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager

from scm_site.cli.outcome import CannotRunError

WITHOUT = "--no-history goes on without it, and what hangs on it is not known"


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
