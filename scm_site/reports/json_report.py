"""Findings for programs, in the form that docs and other programs rely on."""

from collections.abc import Sequence
from typing import Annotated, Final, Literal

from msgspec import Meta

from scm_site.data.fields import Count, Data
from scm_site.data.json_document import render_ascii_json
from scm_site.findings import Finding, Severity, sort_findings
from scm_site.reports.summary import count_severity, make_help_address

VERSION: Final = 1
#: The very end of a text: Python's `$` lets a line break follow.
END = r"$(?!\n)"


class JsonFinding(Data, frozen=True, kw_only=True):
    """A finding as other programs read it; the limits hold where one is read back (review_document.py)."""

    rule: Annotated[str, Meta(pattern=f"^[A-Z][0-9]{{3}}{END}")]
    severity: Literal["error", "warning"]
    path: Annotated[str, Meta(max_length=1000)]
    line: Annotated[int, Meta(ge=0, le=10_000_000)]
    column: Annotated[int, Meta(ge=0, le=10_000_000)]
    message: Annotated[str, Meta(max_length=4000)]
    fix: Annotated[str, Meta(max_length=4000)]
    help: Annotated[str, Meta(max_length=500)]


class JsonSummary(Data, frozen=True, kw_only=True):
    """How many files were read, and how many findings there are of each severity."""

    files: Count
    errors: Count
    warnings: Count


class JsonReport(Data, frozen=True, kw_only=True):
    """All findings, by path, line and rule."""

    version: Literal[1]
    findings: tuple[JsonFinding, ...]
    summary: JsonSummary


def render_json(
    findings: Sequence[Finding], help_base: str, files: int | None = None, _most: int | None = None
) -> str:
    """Give one JSON document, in ASCII so that it survives any terminal."""
    summary = JsonSummary(
        files=files or 0,
        errors=count_severity(findings, Severity.ERROR),
        warnings=count_severity(findings, Severity.WARNING),
    )
    told = tuple(make_json_finding(finding, help_base) for finding in sort_findings(list(findings)))
    return render_ascii_json(JsonReport(version=VERSION, findings=told, summary=summary))


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
