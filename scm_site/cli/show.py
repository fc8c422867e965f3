"""`scm show`: what holds of a group, or of one of its records, on a day, with the act that gave each value."""

from argparse import ArgumentParser, Namespace
from datetime import date

from scm_site.cli.answer import FINDINGS, Answer, CannotRunError
from scm_site.cli.on_board import render_findings, require_group
from scm_site.cli.options import WITHOUT, add_history, find_day, find_until, read_day, require_history
from scm_site.days import write_day
from scm_site.reading import find_slot

#: The kinds of record that acts change, and what is added to the path of a folder to find one.
SHOWN = ("launch", "work-programme", "meeting")
PLAN = "/meeting.md"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "asked",
        metavar="GROUP",
        help="the name of the group's folder, or the path of its launch.md, its work-programme.md or a meeting.md",
    )
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
    """Give what holds of a group of the register below `--root`; where the content has errors, give those.

    Raises CannotRunError for a group or a record that is not there.
    """
    from scm_site.compliance.situation import hold_dossier
    from scm_site.data.held import make_held_document
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
    group, path = read_asked(arguments.asked)
    require_group(assessed.checked.register, group)
    dossier = assessed.checked.register.find_dossier(group)
    held, known = hold_dossier(dossier, assessed.arrivals, day, arguments.known), arguments.known or day
    document = make_held_document(held, path, day, known)
    if document is None:
        raise CannotRunError(f"no record `{path}` was there on {known}")
    renderers = {"text": render_held, "yaml": render_held_yaml, "json": render_ascii_json}
    notes = [assessed.arrivals.history.gap]
    launch = dossier.group.launch
    if isinstance(launch, date) and day < launch:
        notes.append(
            f"{group} begins on {write_day(launch)}: on {write_day(day)} nothing of this was in force"
        )
    return Answer(text=renderers[arguments.format](document), note="; ".join(filter(None, notes)))


def read_asked(asked: str) -> tuple[str, str | None]:
    """Give the group that is asked for, and the path of its record if it is one; a meeting's folder will do."""
    path = asked.removeprefix("./").rstrip("/")
    for one in (path, f"{path}{PLAN}"):
        match = find_slot(one)
        if match and match.kind in SHOWN:
            return match.ids["group"], one
    return asked, None
