"""`scm audit`: how every change on the main branch was approved, and whether that was enough."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from scm_site.cli.answer import COULD_NOT_RUN, FINDINGS, FINE, Answer
from scm_site.cli.options import add_records, find_records, find_until, require_history

if TYPE_CHECKING:
    from scm_site.approval.audit import Audit
    from scm_site.pipeline import Audited

NOT_WHOLE = "nothing that is here has to be explained, but not everything is here: "


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add_records(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print it")


def run(arguments: Namespace) -> Answer:
    """Audit the main branch of the register below `--root`.

    1 where something has to be explained, else 2 where it could not be told of everything: that is no good answer.
    """
    from scm_site.pipeline import audit
    from scm_site.reports.audit_json import render_audit_json
    from scm_site.reports.audit_text import render_audit_text

    records = find_records(arguments)
    with require_history():
        audited = audit(arguments.root, records, until=find_until(arguments))
    render = render_audit_json if arguments.format == "json" else render_audit_text
    code = judge(audited.audit)
    notes = (f"{NOT_WHOLE}{audited.audit.gap}" if code == COULD_NOT_RUN else "", note_branch(audited))
    return Answer(text=render(audited.audit), code=code, note="; ".join(filter(None, notes)))


def judge(audit: "Audit") -> int:
    """Give the exit code: faults first, then a gap in what git or the forge knows."""
    if audit.has_faults:
        return FINDINGS
    return COULD_NOT_RUN if audit.gap else FINE


def note_branch(audited: "Audited") -> str:
    """Say that what was audited is not the main branch; empty where it is, or where the settings do not name it."""
    from scm_site.data.branch_words import tell_branch
    from scm_site.records.register import NotAvailableError

    try:
        return tell_branch(audited.history, audited.checked.register.settings.repository)
    except NotAvailableError:
        return ""
