"""Two revisions side by side: what the rules on changes look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from scm_site.approval.change_kinds import Governed
from scm_site.checks.register_rule import REGISTER_RULES, run_rule
from scm_site.findings import Finding
from scm_site.records.record_file import Record
from scm_site.review.file_changes import FileChange, list_governed
from scm_site.review.revision import Revision

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True)
class Transition:
    """The register before and after a change on a day, what happens to each file, and the list of code owners."""

    base: Revision
    head: Revision
    changes: tuple[FileChange, ...]
    as_of: date
    code_owners: str = ""  # the text of .github/CODEOWNERS after the change; "" where there is none

    @property
    def governed(self) -> tuple[Governed, ...]:
        """Every path that the change touches, with its kind; of what was moved, both paths."""
        return list_governed(self.changes)

    @property
    def outside(self) -> tuple[Governed, ...]:
        """Those outside of `content/`; what strays inside is told by a rule of its own."""
        return tuple(one for one in self.governed if not one.path.startswith("content/"))

    def list_pairs(self, record_type: type[R]) -> Iterator[tuple[R, R]]:
        """Give each record of a type that is there before and after, and that the change touches."""
        for change in self.changes:
            before = self.base.record_at.get(change.path_before)
            after = self.head.record_at.get(change.path)
            if isinstance(before, record_type) and isinstance(after, record_type):
                yield before, after


def run_transition_rules(transition: Transition) -> list[Finding]:
    """Run every rule that looks at a change."""
    return [
        finding
        for declared in REGISTER_RULES
        if declared.subject is Transition
        for finding in run_rule(declared, transition, transition.head.register)
    ]
