"""How each change on the main branch was approved: what has to be explained first, then the newest ones."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scm_site.approval.audit import AuditedChange
from scm_site.approval.change_kinds import CODE
from scm_site.approval.states import MEANINGS, AuditState
from scm_site.data.log_words import name_change
from scm_site.data.record_changes import RecordChange
from scm_site.filing.forge import make_pull_request_address
from scm_site.pages.changes.shown_approvals import APPROVAL_TONES, ShownApproval, name_state, show_approval
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import APPROVALS
from scm_site.pages.frame.site_content import SiteContent
from scm_site.sentences import sentence

#: How many changes the table has, and how many that have to be explained stand above it; the data has all of them.
NEWEST = 200
#: How many records of a change are named before the others are counted.
MOST_RECORDS = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedRecord:
    """A record that a change touched: what happened to it and what it is called, and its page or ""."""

    words: str
    address: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ApprovalRow:
    """A change of the main branch: what it changed, and how it was approved.

    `more` is how many further records it touched, `files` how many files outside of the records.
    """

    approval: ShownApproval
    how: str
    records: tuple[NamedRecord, ...]
    more: int
    files: int


def make_approvals_page(content: SiteContent) -> Page:
    """Make the page that tells how every change was approved."""
    audit = content.audit
    counts = Counter(change.state for change in audit.changes)
    faults = [change for change in audit.by_need if change.state.is_fault]
    repository = content.register.settings.repository
    return render_page(
        "approvals.html",
        APPROVALS.address,
        APPROVALS.text,
        description="How every change of the register was approved: by whom, when, and in which pull request.",
        faults=list(list_rows(faults[:NEWEST], content)),
        more_faults=max(len(faults) - NEWEST, 0),
        lost=[(one.number, make_pull_request_address(repository, one.number)) for one in audit.lost],
        rows=list(list_rows(audit.changes[:NEWEST], content)),
        all_changes=len(audit.changes),
        counts=[(name_state(state), counts[state], APPROVAL_TONES[state]) for state in AuditState],
        meanings=[(name_state(state), MEANINGS[state], APPROVAL_TONES[state]) for state in AuditState],
        has_history=bool(content.history.commit),
        records_of=content.records.collected_at.date() if content.records else None,
        gap=audit.gap,
        commit=content.history.commit,
        as_of=content.as_of,
        searchable=False,
    )


def list_rows(changes: Iterable[AuditedChange], content: SiteContent) -> Iterator[ApprovalRow]:
    """Give what the page shows of changes, in their order."""
    for change in changes:
        records = content.log.by_commit.get(change.commit.id, ())
        yield ApprovalRow(
            approval=show_approval(change, content),
            how=change.landing.how,
            records=tuple(show_record(one, content) for one in records[:MOST_RECORDS]),
            more=max(len(records) - MOST_RECORDS, 0),
            files=sum(one.kind == CODE for one in change.changes),
        )


def show_record(change: RecordChange, content: SiteContent) -> NamedRecord:
    """Give what became of a record, what it is called, and its page."""
    words = f"{change.what} {name_change(change, content.as_of)}"
    group = content.log.titles.get(change.group, "")
    told = f"{words} ({group})" if group else words
    return NamedRecord(
        words=sentence(told), address=content.find_page(change.path) or "" if change.path else ""
    )
