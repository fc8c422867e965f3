"""Findings in SARIF 2.1.0, for tools that collect the findings of many checkers.

The standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from scm_site.findings import Finding, Severity, sort_findings
from scm_site.reports.summary import find_rule, make_help_address

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def render_sarif(
    findings: Sequence[Finding], help_base: str, _files: int | None = None, _most: int | None = None
) -> str:
    """Give one SARIF log with one run: the rules that were broken, and each breach."""
    ordered = sort_findings(list(findings))
    rules = sorted({finding.rule for finding in ordered})
    severities = {finding.rule: finding.severity for finding in ordered}
    driver = {
        "name": "scm",
        "informationUri": help_base,
        "rules": [make_sarif_rule(rule, severities[rule], help_base) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [make_result(finding, rules.index(finding.rule)) for finding in ordered],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def make_sarif_rule(rule: str, severity: Severity, help_base: str) -> dict[str, Any]:
    """Describe a rule, as far as it is declared."""
    address = make_help_address(help_base, rule)
    described: dict[str, Any] = {"id": rule, "helpUri": address}
    if declared := find_rule(rule):
        severity = declared.severity
        described["shortDescription"] = make_message(declared.title)
        described["fullDescription"] = make_message(declared.explanation)
        described["help"] = make_message(f"{declared.fix}\n{address}")
    return {**described, "defaultConfiguration": {"level": LEVELS[severity]}}


def make_result(finding: Finding, rule_index: int) -> dict[str, Any]:
    """Describe one finding and its place."""
    place = finding.place
    location = {
        "artifactLocation": {"uri": quote(place.path), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": LEVELS[finding.severity],
        "message": make_message(f"{finding.message}\n{finding.fix}"),
        "locations": [{"physicalLocation": location}],
    }


def make_message(text: str) -> dict[str, str]:
    """Give a text as a message, where braces would be gaps to fill and `[…](…)` a link (3.11.5, 3.11.6)."""
    plain = text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
    return {"text": plain}
