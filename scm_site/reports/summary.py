"""What all reports share: how many findings there are, and where a rule is explained."""

from collections.abc import Sequence

from scm_site.findings import Finding, Severity
from scm_site.rule import Rule


def make_help_address(help_base: str, rule: str) -> str:
    """Give the address of the page that explains a rule; `help_base` is the site's address."""
    return f"{help_base.rstrip('/')}/rules/{rule}/"


def find_rule(rule_id: str) -> Rule | None:
    """Give a rule by its id, or None where there is no such rule."""
    from scm_site.rules import RULES  # noqa: PLC0415 (slow to load: the command line starts without it)

    return RULES.get(rule_id)


def count_severity(findings: Sequence[Finding], severity: Severity) -> int:
    """Tell how many findings are of one severity."""
    return sum(finding.severity == severity for finding in findings)


def make_summary(findings: Sequence[Finding], files: int | None) -> str:
    """Give the findings in a few words: `3 errors, 1 warning in 42 files`."""
    counts = [(count_severity(findings, severity), severity.value) for severity in Severity]
    found = ", ".join(_count(number, word) for number, word in counts if number)
    if files is None:
        return found or "nothing to mend"
    read = _count(files, "file")
    return f"{found} in {read}" if found else f"{read}, nothing to mend"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
