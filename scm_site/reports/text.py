"""Findings for a terminal: place, rule, what is wrong; then what to do; then where it is explained."""

from collections.abc import Sequence

from scm_site.findings import Finding, Severity, sort_findings
from scm_site.reports.summary import MOST_SHOWN, choose_first, make_help_address, make_summary, tell_rest
from scm_site.reports.terminal_line import make_terminal_line


def render_text(
    findings: Sequence[Finding], help_base: str, files: int | None = None, most: int | None = MOST_SHOWN
) -> str:
    """Give each of the first findings as a paragraph, how many more there are, and a summary as the last line."""
    ordered = sort_findings(list(findings))
    shown = choose_first(ordered, most)
    paragraphs = [render_finding(finding, help_base) for finding in shown]
    return "\n\n".join([*paragraphs, *tell_rest(ordered, shown), make_summary(findings, files)]) + "\n"


def render_finding(finding: Finding, help_base: str) -> str:
    """Give a finding in up to three lines: place and message, what to do, where it is explained."""
    return "\n    ".join([render_headline(finding), *render_way_out(finding, help_base)])


def render_headline(finding: Finding) -> str:
    """Give `path:line: ID message`; a warning says that it is one."""
    place, mark = finding.place, " (warning)" if finding.severity == Severity.WARNING else ""
    return make_terminal_line(f"{place.path}:{place.line}: {finding.rule} {finding.message}{mark}")


def render_way_out(finding: Finding, help_base: str) -> list[str]:
    """Give what to do, and the address of the rule's page."""
    lines = [finding.fix, make_help_address(help_base, finding.rule)]
    return [make_terminal_line(line) for line in lines if line]
