"""A review: what a change does and causes, what is wrong with it, and who must agree."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from scm_site.approval.agreements import Verdict, judge_all
from scm_site.approval.change_kinds import GOVERNING, LEDGER, has_content, place_in_former_groups
from scm_site.approval.offices import find_joint, find_offices, fold_accounts, list_aside
from scm_site.brought import raise_brought
from scm_site.compliance.board import Board
from scm_site.findings import Finding, Severity, sort_findings
from scm_site.reading.git_history import FileVersion, History
from scm_site.records.people import Roster
from scm_site.records.proposal import Proposal
from scm_site.records.schemas import Schemas
from scm_site.review.code_owners import CODE_OWNERS
from scm_site.review.effects import Effect, list_address_effects, list_effects, list_topic_effects
from scm_site.review.field_changes import FieldChange, list_field_changes
from scm_site.review.file_changes import FileChange, find_renamed_records
from scm_site.review.points_to_look_at import Point, list_points
from scm_site.review.similar_topics import SimilarTopic, find_similar_topics
from scm_site.review.transition import Transition
from scm_site.rule import Rule

#: Each new proposal is compared with all others, so a change that brings very many is compared for the first ones only.
MOST_COMPARED = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordChange:
    """What happens to one file, and for a record what each field says before and after."""

    file: FileChange
    title: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Boards:
    """Every standing on a day before and after a change; `gap` says what git does not know about the time before."""

    before: Board
    after: Board
    gap: str = ""


@dataclass(frozen=True, kw_only=True)
class Review:
    """All that people should know before they merge.

    `findings` are those that the change has to answer for; `others` counts those that were there before and that it
    leaves alone. `effects` is None where the records have errors, so that nothing can be worked out; `gap` says what
    they do not rest on.
    """

    transition: Transition
    author: str
    records: tuple[RecordChange, ...]
    effects: tuple[Effect, ...] | None
    gap: str
    findings: tuple[Finding, ...]
    others: int
    verdicts: tuple[Verdict, ...]
    similar: tuple[tuple[Proposal, tuple[SimilarTopic, ...]], ...]
    points: tuple[Point, ...]
    conflicts: tuple[str, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything must be mended before the change may be merged."""
        return bool(self.conflicts) or any(one.severity is Severity.ERROR for one in self.findings)

    @property
    def mixes(self) -> tuple[str, ...]:
        """What it changes that should not change together: content, rosters and settings, code."""
        governed, outside = self.transition.governed, self.transition.outside
        parts = {
            "content": has_content(governed),
            "rosters or settings": any(one.kind in GOVERNING for one in governed),
            "program, schemas or workflows": any(one.path != CODE_OWNERS for one in outside),
        }
        found = tuple(name for name, is_there in parts.items() if is_there)
        return found if len(found) > 1 else ()


def make_review(
    transition: Transition,
    findings: Iterable[Finding],
    boards: Boards | None,
    schemas: Schemas,
    *,
    author: str,
    rules: Mapping[str, Rule],
) -> Review:
    """Put a review together; `findings` are those of the rules on changes, `boards` those before and after.

    `rules` are all rules by their ids.
    """
    own, others = split_findings(transition, findings, rules)
    return Review(
        transition=transition,
        author=author,
        records=tuple(make_record_change(change, transition, schemas) for change in transition.changes),
        effects=tuple(find_effects(transition, boards)) if boards else None,
        gap=boards.gap if boards else "",
        findings=own,
        others=others,
        verdicts=find_verdicts(transition, author),
        similar=tuple(list_similar(transition)),
        points=tuple(list_points(transition)),
        conflicts=transition.conflicts,
    )


def find_effects(transition: Transition, boards: Boards) -> Iterator[Effect]:
    """Give all that a change causes."""
    changes = transition.changes
    yield from list_topic_effects(changes, transition.base, transition.head)
    groups = transition.renamed_groups
    yield from list_effects(boards.before, boards.after, groups, dict(find_renamed_records(changes)))
    yield from list_address_effects(changes)


def split_findings(
    transition: Transition, findings: Iterable[Finding], rules: Mapping[str, Rule]
) -> tuple[tuple[Finding, ...], int]:
    """Give the findings of a change, and how many others there are.

    Others were there before, in files that the change leaves alone. What it causes in such a file is its own.
    Rules that are stricter with changes are so with what the change brings.
    """
    before = {finding.name for finding in transition.base.findings}
    found = [*raise_brought(transition.head.findings, transition.base.findings, rules)]
    own = [one for one in found if one.place.path in transition.touched or one.name not in before]
    return tuple(sort_findings([*own, *findings])), len(found) - len(own)


def make_record_change(change: FileChange, transition: Transition, schemas: Schemas) -> RecordChange:
    """Give what happens to one file."""
    before = transition.base.file_at.get(change.path_before) if change.what != "new" else None
    after = transition.head.file_at.get(change.path) if change.what != "gone" else None
    file = after or before
    title = str(file.data.get("title") or file.data.get("summary") or "") if file else ""
    is_readable = (after is not None or change.what == "gone") and change.path != LEDGER  # which nobody wrote
    fields = tuple(list_field_changes(before, after, schemas)) if is_readable else ()
    return RecordChange(file=change, title=title, fields=fields)


def find_verdicts(transition: Transition, author: str) -> tuple[Verdict, ...]:
    """Give who must agree, by the rules, rosters and names of groups before the change; authors do not count."""
    governed = place_in_former_groups(transition.governed, transition.renamed_groups)
    authors = fold_accounts((author, *list_applicants(transition)))
    offices = find_offices(transition.base.register)
    offices = replace(
        offices,
        joint=find_joint(transition.base.register, transition.head.register),
        by_agreement=transition.ended_by_agreement,
        aside=find_aside(transition, offices.board),
    )
    return judge_all(
        governed, offices, transition.as_of, authors=authors, openers=authors, agreed=frozenset()
    )


def find_aside(transition: Transition, board: Roster | None) -> dict[str, tuple[frozenset[str], ...]]:
    """Give who stands aside, for each decision of each sitting that a change touches."""
    return {
        one.path: tuple(
            accounts
            for version in transition.list_versions(one.path)
            for accounts in list_aside(version, board)
        )
        for one in transition.governed
        if one.kind == "decided"
    }


def list_applicants(transition: Transition) -> Iterator[str]:
    """Give the accounts of those who propose a topic in a change: they do not agree to it themselves."""
    for change in transition.changes:
        record = transition.head.record_at.get(change.path)
        if isinstance(record, Proposal):
            yield record.applicant.account


def list_similar(transition: Transition) -> Iterator[tuple[Proposal, tuple[SimilarTopic, ...]]]:
    """Give for each new proposal what is about the same."""
    compared = 0
    for change in transition.changes:
        record = transition.head.record_at.get(change.path)
        if isinstance(record, Proposal) and change.what == "new" and compared < MOST_COMPARED:
            compared += 1
            found = find_similar_topics(record, transition.head.register)
            if found:
                yield record, tuple(found)


def make_history_after(history: History, changes: tuple[FileChange, ...]) -> History:
    """Give the history as if the change were not committed yet: what it touches arrives on the day looked at."""
    versions, gone = dict(history.versions), dict(history.gone)
    for change in changes:
        found: tuple[FileVersion, ...] = versions.pop(change.path_before, ())
        if change.what == "gone":
            gone[change.path] = found
        elif found:
            versions[change.path] = found
    touched = frozenset(change.path for change in changes if change.what != "gone")
    return replace(history, versions=versions, gone=gone, uncommitted=touched)
