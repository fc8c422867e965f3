"""Two revisions side by side: what the rules on changes look at."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from scm_site.approval.change_kinds import OUTCOME, Governed, folder_of, judge_move
from scm_site.checks.register_rule import RegisterRule, run_rule
from scm_site.findings import Finding
from scm_site.reading.carrying import Carried
from scm_site.records.acts.ends import ends_by_agreement
from scm_site.records.outcome import Outcome
from scm_site.records.record_file import Record
from scm_site.review.file_changes import FileChange, find_renamed_groups, list_governed
from scm_site.review.revision import Revision

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True)
class Transition:
    """The register before and after a change on a day, what happens to each file, and the list of code owners.

    `conflicts` are the files in which the change contradicts the main branch.
    """

    base: Revision
    head: Revision
    changes: tuple[FileChange, ...]
    as_of: date
    code_owners: str = ""  # the text of .github/CODEOWNERS after the change; "" where there is none
    conflicts: tuple[str, ...] = ()
    origins: tuple[Carried, ...] = ()  # what `scm migrate` would list if it moved the base
    unproven: tuple[tuple[Carried, str], ...] = ()  # what the list of the head cannot prove, and why

    @cached_property
    def governed(self) -> tuple[Governed, ...]:
        """Every path that the change touches, with its kind; of what was moved, both paths."""
        return judge_move(list_governed(self.changes))

    @cached_property
    def outside(self) -> tuple[Governed, ...]:
        """Those outside of `content/`; what strays inside is told by a rule of its own."""
        return tuple(one for one in self.governed if not one.path.startswith("content/"))

    @cached_property
    def touched(self) -> frozenset[str]:
        """Every path that the change touches, before and after."""
        return frozenset(one.path for one in self.governed)

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """The new path of each file that was moved, by its old one."""
        return {change.was: change.path for change in self.changes if change.what == "moved"}

    @cached_property
    def renamed_groups(self) -> Mapping[str, str]:
        """The old id of each group that gets another one, by its new one."""
        return dict(find_renamed_groups(self.changes, self.head))

    @cached_property
    def ended_by_agreement(self) -> frozenset[str]:
        """Acts that end a group by agreement, before the change or after it; and those that nobody can read."""
        return frozenset(
            one.path
            for one in self.governed
            if one.kind == "ends" and any(map(ends_by_agreement, self.list_versions(one.path)))
        )

    def list_versions(self, path: str) -> Iterator[Record | None]:
        """Give a record before the change and after it, where the file is there; None for what cannot be read."""
        for revision in (self.base, self.head):
            if path in revision.paths:
                yield revision.record_at.get(path)

    @cached_property
    def outcomes(self) -> tuple[tuple[Outcome, Outcome], ...]:
        """Each outcome before and after that the change touches: its record, an act or only a file beside it."""
        pairs = {change.path: change.path_before for change in self.changes}
        records = {f"{folder_of(path)}/{OUTCOME}" for path in self.touched}
        found = (
            (self.base.outcome_at.get(pairs.get(path, path)), self.head.outcome_at.get(path))
            for path in records
        )
        both = [(before, after) for before, after in found if before and after]
        return tuple(sorted(both, key=lambda pair: pair[1].file.path))

    def list_pairs(self, record_type: type[R]) -> Iterator[tuple[R, R]]:
        """Give each record of a type that is there before and after, and that the change touches."""
        for change in self.changes:
            before = self.base.record_at.get(change.path_before)
            after = self.head.record_at.get(change.path)
            if isinstance(before, record_type) and isinstance(after, record_type):
                yield before, after


def run_transition_rules(transition: Transition, rules: Iterable[RegisterRule]) -> list[Finding]:
    """Run rules that look at a change."""
    return [
        finding for declared in rules for finding in run_rule(declared, transition, transition.head.register)
    ]
