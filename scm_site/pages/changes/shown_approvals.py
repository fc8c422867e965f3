"""How a change was approved, as pages show it: in lists by a word with its tone, else with who merged and agreed."""

from dataclasses import dataclass
from datetime import date

from scm_site.approval.approvers import write_approvers
from scm_site.approval.audit import AuditedChange
from scm_site.approval.states import MEANINGS, AuditState
from scm_site.filing.forge import make_pull_request_address
from scm_site.pages.frame.shown_members import find_grantor
from scm_site.pages.frame.site_content import SiteContent
from scm_site.records.approvals import Acknowledgement
from scm_site.records.record_file import Record
from scm_site.records.settings import Repository

#: The tone of each state: its colour and its symbol. The word always stands beside it.
APPROVAL_TONES: dict[AuditState, str] = {
    AuditState.CONTRADICTED: "late",
    AuditState.NOT_APPROVED: "late",
    AuditState.PUSHED: "late",
    AuditState.NOT_RECORDED: "due",
    AuditState.ACKNOWLEDGED: "waived",
    AuditState.UNKNOWN: "unknown",
    AuditState.BY_GIT: "info",
    AuditState.BY_SIGNATURE: "ok",
    AuditState.APPROVED: "ok",
    AuditState.BEFORE_RULES: "none",
}


NOT_COMMITTED = "its file is not on the main branch yet, or git does not tell when it came there"


@dataclass(frozen=True, kw_only=True, slots=True)
class ApprovalMark:
    """The state in words, its tone, and the pull request with its address, where the forge confirms it."""

    words: str
    tone: str
    number: int | None = None
    address: str = ""


def make_mark(change: AuditedChange | None, repository: Repository) -> ApprovalMark:
    """Give how a change was approved; None where nobody can tell which one it was."""
    state = change.state if change else AuditState.UNKNOWN
    request = change.landing.request if change else None
    return ApprovalMark(
        words=name_state(state),
        tone=APPROVAL_TONES[state],
        number=request.number if request else None,
        address=make_pull_request_address(repository, request.number) if request else "",
    )


def name_state(state: AuditState) -> str:
    """Give a state in words."""
    return "approval not known" if state is AuditState.UNKNOWN else state.value


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownAcknowledgement:
    """That the Secretariat lets a change stand: when, who decided, and why."""

    on: date
    by: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownApproval:
    """How a change was approved.

    `merged_by` is "" where nobody recorded it; `number` is that of the pull request, and `is_claimed` tells that only
    the commit names it; `address` is its page on the forge, or "". `day` is None where even that is not known.
    """

    state: AuditState
    why: str = ""
    day: date | None = None
    commit: str = ""
    merged_by: str = ""
    others: tuple[str, ...] = ()
    number: int | None = None
    is_claimed: bool = False
    address: str = ""
    acknowledgement: ShownAcknowledgement | None = None

    @property
    def tone(self) -> str:
        """Which of the colours and symbols of a state it is shown with."""
        return APPROVAL_TONES[self.state]

    @property
    def words(self) -> str:
        """How it was approved, in a few words."""
        return name_state(self.state)

    @property
    def verb(self) -> str:
        """“merged”, or “put on the main branch” where no merge is known."""
        return "merged" if self.number or self.merged_by else "put on the main branch"

    @property
    def who(self) -> str:
        """Who merged it and who else agreed, in words; "" where nobody recorded it."""
        merged = f"merged by {self.merged_by}" if self.merged_by else ""
        agreed = f"also agreed: {', '.join(self.others)}" if self.others else ""
        return "; ".join(filter(None, (merged, agreed)))

    @property
    def basis(self) -> str:
        """What the answer rests on, or what the state means."""
        is_recorded = self.state is AuditState.APPROVED
        return "As recorded by the forge." if is_recorded else MEANINGS[self.state]


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownProvenance:
    """How a record came to the main branch, and the later changes of it, the newest first."""

    brought: ShownApproval
    later: tuple[ShownApproval, ...] = ()

    @property
    def to_explain(self) -> int:
        """How many of the later changes somebody has to explain."""
        return sum(change.state.is_fault for change in self.later)


def show_provenance(content: SiteContent, record: Record, *others: Record) -> ShownProvenance:
    """Give how a record was approved, and each later change of it, and of other records that belong to it."""
    found = content.find_provenance(record, *others)
    if found.brought is None:
        why = content.history.gap if not content.history.commit else NOT_COMMITTED
        brought = ShownApproval(state=AuditState.UNKNOWN, why=why)
    else:
        brought = show_approval(found.brought, content)
    later = reversed(found.later)
    return ShownProvenance(brought=brought, later=tuple(show_approval(change, content) for change in later))


def show_approval(change: AuditedChange, content: SiteContent) -> ShownApproval:
    """Give what pages show of how a change was approved; what the forge contradicts has no link."""
    merger = content.approvers.find_merger(change)
    request, found = change.landing.request, change.acknowledgement
    return ShownApproval(
        state=change.state,
        why=change.why,
        day=None if change.misdated else change.day,
        commit=change.commit.id,
        merged_by=merger.words if merger else "",
        others=tuple(write_approvers(content.approvers.list_others(change))),
        number=change.landing.number,
        is_claimed=request is None,
        address=find_pull_request(change, content),
        acknowledgement=show_acknowledgement(found, content) if found else None,
    )


def find_pull_request(change: AuditedChange, content: SiteContent) -> str:
    """Give the address of a change's pull request on the forge, or "": where the forge knows of none, there is none."""
    number, landing = change.landing.number, change.landing
    if number is None or (landing.request is None and landing.is_covered):
        return ""
    return make_pull_request_address(content.register.settings.repository, number)


def show_acknowledgement(found: Acknowledgement, content: SiteContent) -> ShownAcknowledgement:
    """Give who let a change stand, by name unless it is withheld."""
    by = find_grantor(found.by, found.on, content)
    return ShownAcknowledgement(on=found.on, by=by, reason=found.reason)
