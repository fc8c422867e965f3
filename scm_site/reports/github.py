"""Findings as annotations on the lines of a pull request, by the workflow commands of GitHub Actions.

How commands are written and escaped: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
"""

from collections.abc import Sequence

from scm_site.findings import Finding, Severity, sort_findings
from scm_site.reports.summary import MOST_SHOWN, choose_first, find_rule, make_summary, tell_rest
from scm_site.reports.terminal_line import make_terminal_line
from scm_site.reports.text import render_finding, render_way_out

#: GitHub shows no more annotations than this of each severity for one step.
MOST_ANNOTATIONS = 10


def render_github(
    findings: Sequence[Finding], help_base: str, files: int | None = None, most: int | None = MOST_SHOWN
) -> str:
    """Give an annotation for each of the first findings, the others as text, and a summary."""
    ordered = sort_findings(list(findings))
    shown = {
        finding
        for severity in Severity
        for finding in [one for one in ordered if one.severity == severity][:MOST_ANNOTATIONS]
    }
    rest = [finding for finding in ordered if finding not in shown]
    told = choose_first(rest, most)
    lines = [render_annotation(finding, help_base) for finding in ordered if finding in shown]
    if rest:
        more = "1 more finding stands" if len(rest) == 1 else f"{len(rest)} more findings stand"
        lines.append(f"::notice title=scm check::{more} in the log of this step, not on the lines.")
        lines.extend(render_finding(finding, help_base) for finding in told)
        lines.extend(tell_rest(rest, told))
    return "\n".join([*lines, make_summary(findings, files)]) + "\n"


def render_annotation(finding: Finding, help_base: str) -> str:
    """Give the command that puts one finding on its line."""
    place, declared = finding.place, find_rule(finding.rule)
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "title": f"{finding.rule} {declared.title}" if declared else finding.rule,
    }
    told = ",".join(
        f"{name}={escape_property(make_terminal_line(value))}" for name, value in properties.items()
    )
    message = "\n".join([make_terminal_line(finding.message), *render_way_out(finding, help_base)])
    return f"::{finding.severity.value} {told}::{escape_data(message)}"


def escape_data(text: str) -> str:
    """Escape what would end a command's message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Escape what would end one of a command's properties."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")
