"""`scm audit`: how every change on the main branch was approved, and whether that was enough."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scm_site.cli.outcome import FINDINGS, FINE, CannotRunError, Outcome


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "--pull-requests",
        metavar="FILE",
        type=Path,
        help="the forge's records of pull requests (default: none, so that git alone has to do)",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print it")


def run(arguments: Namespace) -> Outcome:
    """Audit the main branch of the register below `--root`; 1 where something has to be explained."""
    from scm_site.approval.pull_requests import PullRequestsError, read_pull_requests
    from scm_site.pipeline import audit
    from scm_site.reports.audit_json import render_audit_json
    from scm_site.reports.audit_text import render_audit_text

    try:
        records = read_pull_requests(arguments.pull_requests) if arguments.pull_requests else None
    except PullRequestsError as reason:
        raise CannotRunError(str(reason)) from None
    audited = audit(arguments.root, records).audit
    render = render_audit_json if arguments.format == "json" else render_audit_text
    return Outcome(text=render(audited), code=FINDINGS if audited.has_faults else FINE)
