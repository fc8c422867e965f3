"""What `scm status` and `scm due` share: the standings of a day, or the findings that stand in the way; one group."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from scm_site.cli.answer import FINDINGS, Answer, CannotRunError
from scm_site.cli.new_names import guess
from scm_site.cli.options import WITHOUT, find_day, find_until, require_history
from scm_site.reading.quoting import quote_value
from scm_site.reports import render_json, render_text

if TYPE_CHECKING:
    from scm_site.compliance.board import Board
    from scm_site.pipeline import Assessed, CheckResult
    from scm_site.records.register import Register


def add_group(parser: ArgumentParser) -> None:
    """Let a command take one group, by its name alone or after `--group`."""
    told = "only this group: the name of its folder (default: all)"
    parser.add_argument("group", metavar="GROUP", nargs="?", help=told)
    parser.add_argument("--group", metavar="GROUP", dest="named_group", help="the same")


def find_group(arguments: Namespace) -> str | None:
    """Give the group that was asked for, or None for all; raises CannotRunError when two were."""
    group, named = arguments.group, arguments.named_group
    if group is not None and named is not None and group != named:
        raise CannotRunError(f"two groups were given: {group} and {named}")
    chosen: str | None = named if group is None else group
    return chosen


def run_on_board(arguments: Namespace, render: Callable[["Assessed", "Board"], str]) -> Answer:
    """Assess the register below `--root` and print what `render` gives; where the content has errors, print those.

    How the standings are never changes how the command ends. What a table or JSON has no place for is noted beside it.
    """
    from scm_site.data.branch_words import tell_branch
    from scm_site.pipeline import assess

    with require_history(WITHOUT):
        assessed = assess(
            arguments.root,
            as_of=find_day(arguments),
            with_history=arguments.with_history,
            until=find_until(arguments),
        )
    if assessed.board is None:
        return Answer(text=render_findings(assessed.checked, arguments.format), code=FINDINGS)
    text = render(assessed, assessed.board)
    if arguments.format not in ("json", "csv"):
        return Answer(text=text)
    history, repository = assessed.arrivals.history, assessed.checked.register.settings.repository
    return Answer(text=text, note="; ".join(filter(None, (history.gap, tell_branch(history, repository)))))


def render_findings(checked: "CheckResult", form: str) -> str:
    """Give the findings: as JSON for a program that reads JSON, else as text."""
    findings = list(checked.findings)
    return (
        render_json(findings, checked.address, checked.files)
        if form == "json"
        else render_text(findings, checked.address)
    )


def require_group(register: "Register", group: str | None) -> None:
    """Raise CannotRunError when a group was named that is not in the register, with the name it may have now."""
    groups = [dossier.group for dossier in register.dossiers]
    if group is None or group in [one.id for one in groups]:
        return
    now = next((one.id for one in groups if group in one.former_ids), None)
    told = f"; it is `{now}` now" if now else guess(group, [one.id for one in groups]).rstrip(".")
    raise CannotRunError(f"there is no group {quote_value(group)}{told}")
