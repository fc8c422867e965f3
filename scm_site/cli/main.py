"""The entry point `scm`: reads the arguments, runs one command, prints what it gives."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

from scm_site.cli import audit, check, clean, demo, due, export, migrate, new, owners, review, show, status
from scm_site.cli.answer import COULD_NOT_RUN, Answer, CannotRunError
from scm_site.cli.streams import complain, prepare_streams, print_out
from scm_site.reading import NoContentError

INTERRUPTED = 130


class OneLineParser(ArgumentParser):
    """Says in one line what is wrong with the arguments, and ends with 2."""

    def error(self, message: str) -> NoReturn:
        """Print what is wrong with the command line to stderr, and end the program with 2."""
        complain(f"{self.prog}: {message}; see {self.prog} --help")
        sys.exit(COULD_NOT_RUN)

    def _print_message(self, message: str, _file: object = None) -> None:
        """Print what was asked for (`--help`, `--version`): argparse itself would not tell when that fails."""
        print_out(message)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command: 0 is fine, 1 means findings of severity error, 2 that it could not run."""
    try:
        prepare_streams()
        answer = run(make_parser().parse_args(arguments))
        print_out(answer.text)
        if answer.note:
            complain(f"scm: {answer.note}")
    except (CannotRunError, NoContentError, OSError) as reason:
        complain(f"scm: {explain(reason)}")
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        return INTERRUPTED
    return answer.code


def make_parser() -> ArgumentParser:
    """Make the parser of the command line, with a parser for each command."""
    parser = OneLineParser(
        prog="scm", description="Check and extend the register of groups.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"scm {version('scm-site')}")
    parser.add_argument(
        "--root",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="the folder that holds content/ (default: the current folder)",
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, command, told in (
        ("check", check, "apply all rules, and say what is wrong, where, and what to do"),
        ("show", show, "say what holds of a group on a day, with the act that gave each value"),
        ("status", status, "say how every group stands to every duty on a day"),
        ("due", due, "list what is due and was due for each role, with the file that closes it"),
        ("review", review, "say what a change does and causes, what is wrong with it, and who must agree"),
        ("audit", audit, "tell how every change on the main branch was approved, what is not approved first"),
        (
            "owners",
            owners,
            "give the list of code owners, made from the rosters, that the forge asks to agree",
        ),
        ("new", new, "make a new record with every field explained"),
        ("clean", clean, "make a copy of a file without what may not stand beside an outcome"),
        ("migrate", migrate, "move a register in the shape of the release before to the shape of this one"),
        ("demo", demo, "make the worked example, a made-up register with a history, and show its site"),
        ("export", export, "write every page and all data to a folder, for another site generator"),
    ):
        added = commands.add_parser(name, help=told, description=told.capitalize() + ".", allow_abbrev=False)
        command.add_arguments(added)
        added.set_defaults(run=command.run)
    return parser


def run(arguments: Namespace) -> Answer:
    """Run the command that the arguments name; raises CannotRunError when there is no such folder."""
    if not arguments.root.is_dir():
        raise CannotRunError(f"there is no folder {arguments.root}")
    answer: Answer = arguments.run(arguments)
    return answer


def explain(reason: Exception) -> str:
    """Give the reason in plain words; for files, with the path."""
    if isinstance(reason, OSError) and reason.strerror:
        return f"{reason.filename}: {reason.strerror}" if reason.filename else reason.strerror
    if isinstance(reason, NoContentError):
        return f"{reason}; run it where content/ is, or give --root"
    return str(reason)


if __name__ == "__main__":
    sys.exit(main())
