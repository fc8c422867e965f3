"""How a change was approved, in a word with its tone and a link: the short form, for lists."""

from dataclasses import dataclass

from scm_site.approval.audit import AuditedChange, AuditState
from scm_site.filing.forge import make_pull_request_address
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
