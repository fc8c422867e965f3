"""A rule may be stricter with what a change brings than with what was there before."""

from dataclasses import replace

import pytest

from scm_site.brought import raise_brought
from scm_site.findings import Finding, Place, Severity
from scm_site.rules import RULES

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def make(path: str = "a.md", line: int = 1, message: str = "thin", rule: str = "T002") -> Finding:
    return Finding(rule=rule, severity=WARNING, place=Place(path=path, line=line), message=message, fix="")


@pytest.mark.parametrize(
    ("before", "after", "severities"),
    [
        ([], [make()], [ERROR]),
        ([make()], [make(line=9)], [WARNING]),  # lines move
        ([make()], [make(), make(line=9)], [WARNING, ERROR]),  # one more of the same
        ([make()], [make(), make(path="b.md")], [WARNING, ERROR]),
        ([make()], [make(path="b.md")], [WARNING]),  # it moved with its file
        ([make()], [make(message="another")], [ERROR]),
        ([make()], [], []),
        ([], [make(rule="P008")], [WARNING]),  # as strict with everything
    ],
)
def test_only_what_a_change_brings_is_raised(
    before: list[Finding], after: list[Finding], severities: list[Severity]
) -> None:
    rules = {**RULES, "T002": replace(RULES["T002"], in_change=ERROR)}
    assert [one.severity for one in raise_brought(after, before, rules)] == severities
