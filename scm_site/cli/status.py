"""`scm status`: how every group, or one, stands to every duty on a day."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from scm_site.cli.answer import Answer
from scm_site.cli.on_board import add_group, find_group, require_group, run_on_board
from scm_site.cli.options import add_day, add_history

if TYPE_CHECKING:
    from scm_site.compliance.board import Board
    from scm_site.pipeline import Assessed


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add_group(parser)
    add_day(parser, "the standings are computed")
    add_history(parser)
    parser.add_argument(
        "--format", choices=["text", "json", "csv"], default="text", help="how to print the standings"
    )


def run(arguments: Namespace) -> Answer:
    """Give the standings of the register below `--root`."""

    def render(assessed: "Assessed", board: "Board") -> str:
        require_group(assessed.checked.register, find_group(arguments))
        return render_status(assessed, board, find_group(arguments), arguments.format)

    return run_on_board(arguments, render)


def render_status(assessed: "Assessed", board: "Board", group: str | None, form: str) -> str:
    """Give the standings of all groups or of one, in one of the formats."""
    from scm_site.data.csv_table import render_csv
    from scm_site.data.json_document import render_ascii_json
    from scm_site.data.open_data.standings import StandingOfData, judge_standings
    from scm_site.reports.standings_text import render_standings

    history, register = assessed.arrivals.history, assessed.checked.register
    if form == "text":
        return render_standings(board, register, history, group)
    document = judge_standings(board, history, register.secretariat, group)
    return render_ascii_json(document) if form == "json" else render_csv(StandingOfData, document.standings)
