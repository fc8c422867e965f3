"""`scm show`: what holds of a group on a day, with the act that gave each value."""

from argparse import ArgumentParser, Namespace

from scm_site.cli.answer import FINDINGS, Answer
from scm_site.cli.on_board import render_findings, require_group
from scm_site.cli.options import WITHOUT, add_history, find_day, find_until, read_day, require_history


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("group", metavar="GROUP", help="the name of the group's folder")
    parser.add_argument(
        "--on",
        metavar="DATE",
        dest="as_of",
        type=read_day,
        help="the day for which it holds (default: today)",
    )
    parser.add_argument(
        "--known",
        metavar="DATE",
        type=read_day,
        help="count only what had arrived on the main branch by that day (default: everything that is here)",
    )
    add_history(parser)
    parser.add_argument(
        "--format", choices=["text", "yaml", "json"], default="text", help="how to print what holds"
    )


def run(arguments: Namespace) -> Answer:
    """Give what holds of a group of the register below `--root`; where the content has errors, give those."""
    from scm_site.compliance.situation import hold_dossier
    from scm_site.data.held import HeldDocument, IdleData, list_values
    from scm_site.data.json_document import render_ascii_json
    from scm_site.pipeline import assess
    from scm_site.reports.held_text import render_held, render_held_yaml

    day = find_day(arguments)
    with require_history(WITHOUT):
        assessed = assess(
            arguments.root, as_of=day, with_history=arguments.with_history, until=find_until(arguments)
        )
    if assessed.board is None:
        return Answer(text=render_findings(assessed.checked, arguments.format), code=FINDINGS)
    require_group(assessed.checked.register, arguments.group)
    dossier = assessed.checked.register.find_dossier(arguments.group)
    held = hold_dossier(dossier, assessed.arrivals, day, arguments.known)
    document = HeldDocument(
        group=arguments.group,
        on=day,
        known=arguments.known or day,
        values=tuple(list_values(held)),
        idle=tuple(IdleData(act=one.act.name, why=one.why) for one in held.idle),
    )
    renderers = {"text": render_held, "yaml": render_held_yaml, "json": render_ascii_json}
    return Answer(text=renderers[arguments.format](document), note=assessed.arrivals.history.gap)
