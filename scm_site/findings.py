"""What every stage says about wrong content: a finding, at a place."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error blocks a merge, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, kw_only=True, order=True, slots=True)
class Place:
    """Where something stands: a path below the root (with `/`), a line and a column, both from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One breach of one rule, at one place, with the way out."""

    rule: str
    severity: Severity
    place: Place
    message: str
    fix: str

    @property
    def name(self) -> tuple[str, str, str]:
        """What makes it the same one in two versions of a file: not its line, which moves."""
        return (self.rule, self.place.path, self.message)


def sort_findings(findings: list[Finding]) -> list[Finding]:
    """Give the findings by path, line, rule and column, each of them once."""
    return sorted(
        set(findings),
        key=lambda finding: (
            finding.place.path,
            finding.place.line,
            finding.rule,
            finding.place.column,
            finding.message,
        ),
    )
