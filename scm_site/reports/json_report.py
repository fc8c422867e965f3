"""Findings for programs, in the form that docs and other programs rely on."""

import json
from collections.abc import Sequence
from typing import TypedDict

from scm_site.findings import Finding, Severity, sort_findings
from scm_site.reports.summary import count_severity, make_help_address

VERSION = 1


class JsonFinding(TypedDict):
    """A finding as other programs read it."""

    rule: str
    severity: str
    path: str
    line: int
    column: int
    message: str
    fix: str
    help: str


def render_json(
    findings: Sequence[Finding], help_base: str, files: int | None = None, _most: int | None = None
) -> str:
    """Give one JSON document, in ASCII so that it survives any terminal."""
    document = {
        "version": VERSION,
        "findings": [make_json_finding(finding, help_base) for finding in sort_findings(list(findings))],
        "summary": {
            "files": files or 0,
            "errors": count_severity(findings, Severity.ERROR),
            "warnings": count_severity(findings, Severity.WARNING),
        },
    }
    return json.dumps(document, indent=2) + "\n"


def make_json_finding(finding: Finding, help_base: str) -> JsonFinding:
    """Give one finding as plain data."""
    return JsonFinding(
        rule=finding.rule,
        severity=finding.severity.value,
        path=finding.place.path,
        line=finding.place.line,
        column=finding.place.column,
        message=finding.message,
        fix=finding.fix,
        help=make_help_address(help_base, finding.rule),
    )
