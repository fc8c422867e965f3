"""`scm due`: what is due and was due, for each role that is responsible, with the file that closes it."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from scm_site.cli.answer import Answer, CannotRunError
from scm_site.cli.on_board import add_group, find_group, require_group, run_on_board
from scm_site.cli.options import add_day, add_history

if TYPE_CHECKING:
    from scm_site.compliance.board import Board
    from scm_site.pipeline import Assessed

#: More days than a calendar has.
MOST_DIGITS = 6


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "--within",
        metavar="DAYS",
        type=read_days,
        help="how many days to look ahead (default: `due_soon` in content/settings.yml)",
    )
    add_day(parser, "the list is made")
    add_history(parser)
    add_group(parser)
    parser.add_argument(
        "--format", choices=["text", "json", "markdown"], default="text", help="how to print the list"
    )
    parser.add_argument(
        "--mention", action="store_true", help="in Markdown, call the accounts of those responsible: @account"
    )


def read_days(text: str) -> int:
    """Read a number of days from the command line."""
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise ArgumentTypeError(f"{text} is not a number of days; write 0 or more, such as 14")
    return int(text)


def run(arguments: Namespace) -> Answer:
    """Give what is due by the register below `--root`."""
    if arguments.mention and arguments.format != "markdown":
        raise CannotRunError("--mention goes with --format markdown")

    def render(assessed: "Assessed", board: "Board") -> str:
        require_group(assessed.checked.register, find_group(arguments))
        return render_due(assessed, board, arguments)

    return run_on_board(arguments, render)


def render_due(assessed: "Assessed", board: "Board", arguments: Namespace) -> str:
    """Give the list in one of the formats."""
    from scm_site.reports.due_json import render_due_json
    from scm_site.reports.due_list import make_due_list
    from scm_site.reports.due_markdown import render_due_markdown
    from scm_site.reports.due_text import render_due_text
    from scm_site.reports.standing_words import tell_computed

    register, history = assessed.checked.register, assessed.arrivals.history
    days = board.days.due_soon if arguments.within is None else arguments.within
    due = make_due_list(board, register, assessed.arrivals, within=days, group=find_group(arguments))
    if arguments.format == "json":
        return render_due_json(due)
    computed = tell_computed(board.as_of, history, register.settings.repository)
    if arguments.format == "markdown":
        return render_due_markdown(due, computed, mention=arguments.mention)
    return render_due_text(due, computed)
