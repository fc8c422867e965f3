"""The day for which a command computes: the one that was typed, or today. The only clock of the command line."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import UTC, date, datetime

from scm_site.days import parse_day


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
