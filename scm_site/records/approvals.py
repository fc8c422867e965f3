"""Who must agree to which kind of change, and which unapproved changes stand all the same."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from scm_site.records.record_file import Record

Office = Literal["board", "secretariat", "chair", "co-chair", "group", "maintainers"]

#: How a group ended, where that decides who must agree (D2).
Way = Literal["by agreement"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """Whose agreement it takes, of how many, and of whom where those cannot; with `when`, to such acts alone."""

    by: Office
    approvals: int = 1
    instead: Office | None = None
    when: Way | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreementRule:
    """Some kinds of change, everybody who must agree to them, and why."""

    changes: tuple[str, ...]
    agree: tuple[Agreement, ...]
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Acknowledgement:
    """A change that stands although it was not approved; `by` is an id of the Secretariat's roster."""

    commit: str
    on: date
    by: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Approvals(Record):
    """Who must agree before a change is merged (ToR, L1 to L4, T4, A1)."""

    maintainers: tuple[str, ...]
    rules: tuple[AgreementRule, ...]
    acknowledged: tuple[Acknowledgement, ...] = ()

    def find_rule(self, kind: str) -> AgreementRule | None:
        """Give the rule for a kind of change, or None where there is none."""
        return next((rule for rule in self.rules if kind in rule.changes), None)

    def find_acknowledgement(self, commit: str) -> Acknowledgement | None:
        """Give the acknowledgement of a commit, or None."""
        return next((one for one in self.acknowledged if commit.startswith(one.commit)), None)
