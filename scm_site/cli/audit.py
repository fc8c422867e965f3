"""`scm audit`: how every change on the main branch was approved, and whether that was enough."""

from argparse import ArgumentParser, Namespace

from scm_site.cli.outcome import FINDINGS, FINE, Outcome
from scm_site.cli.records import add_records, find_records


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add_records(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print it")


def run(arguments: Namespace) -> Outcome:
    """Audit the main branch of the register below `--root`; 1 where something has to be explained."""
    from scm_site.pipeline import audit
    from scm_site.reports.audit_json import render_audit_json
    from scm_site.reports.audit_text import render_audit_text

    audited = audit(arguments.root, find_records(arguments)).audit
    render = render_audit_json if arguments.format == "json" else render_audit_text
    return Outcome(text=render(audited), code=FINDINGS if audited.has_faults else FINE)
