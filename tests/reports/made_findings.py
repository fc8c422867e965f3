"""Findings for the tests of the reports."""

from scm_site.findings import Finding, Place, Severity

SITE = "https://groups.example/"


def make_finding(  # noqa: PLR0913
    *,
    path: str = "content/groups/a/launch.md",
    line: int = 14,
    column: int = 1,
    rule: str = "G003",
    message: str = "co-chair `A. Nyman` is not in the roster",
    fix: str = "Choose a co-chair from content/secretariat.yml.",
    severity: Severity = Severity.ERROR,
) -> Finding:
    place = Place(path=path, line=line, column=column)
    return Finding(rule=rule, severity=severity, place=place, message=message, fix=fix)


def make_warning(line: int = 20) -> Finding:
    return make_finding(line=line, rule="T002", message="a thin text", severity=Severity.WARNING)


#: What must never reach a terminal or a log as it is: escape sequences, bidi, line ends, commands.
NASTY = "a\x1b[31mred\x9b0m\u202eback\u2066x\r\n::error::no ##[stop-commands]t\u2028end\x00%0A"
