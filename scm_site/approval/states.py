"""How a change on the main line was approved, in one word, and why."""

from enum import StrEnum

from scm_site.approval.agreements import Verdict
from scm_site.approval.landings import Landing
from scm_site.approval.pull_requests import PullRequest
from scm_site.days import write_day
from scm_site.reading.git_log import LogCommit
from scm_site.reading.landed_content import Content, Held
from scm_site.reading.quoting import quote_path


class AuditState(StrEnum):
    """How a change on the main line was approved; what needs attention comes first."""

    CONTRADICTED = "contradicted by the forge"
    NOT_APPROVED = "not approved"
    PUSHED = "pushed without a pull request"
    NOT_RECORDED = "approver not recorded"
    ACKNOWLEDGED = "acknowledged"
    UNKNOWN = "unknown"
    BY_GIT = "approved, by git alone"
    BY_SIGNATURE = "approved, by git and a signature"
    APPROVED = "approved"
    BEFORE_RULES = "before the rules"

    @property
    def is_fault(self) -> bool:
        """Whether it has to be explained."""
        return self in (
            AuditState.CONTRADICTED,
            AuditState.NOT_APPROVED,
            AuditState.PUSHED,
            AuditState.NOT_RECORDED,
        )


#: What each state means, for readers.
MEANINGS: dict[AuditState, str] = {
    AuditState.CONTRADICTED: (
        "Git says that it came in a pull request, and the forge does not know of that, or what it brings is not what "
        "was agreed to there."
    ),
    AuditState.NOT_APPROVED: "It came in a pull request to which not everybody agreed who must.",
    AuditState.PUSHED: "It was put on the main branch without a pull request.",
    AuditState.NOT_RECORDED: "Nothing that is here proves who agreed to just this.",
    AuditState.ACKNOWLEDGED: "It was not approved as it must be; the Secretariat decided that it stands.",
    AuditState.UNKNOWN: "Nobody can tell from the history that is here.",
    AuditState.BY_GIT: "Somebody entitled merged it, as git tells; the forge's records are not here to confirm it.",
    AuditState.BY_SIGNATURE: "Somebody entitled to merge it did, and git could verify the signature of the merge.",
    AuditState.APPROVED: "Everybody agreed who must, as the forge recorded it.",
    AuditState.BEFORE_RULES: "It came before the register said who must agree to what.",
}


def find_state(
    commit: LogCommit, landing: Landing, verdicts: tuple[Verdict, ...], *, has_rules: bool
) -> tuple[AuditState, str]:
    """Give how a change was approved, and why where the agreements do not say it themselves.

    What would be approved is so only where it is known when it came, and that it brings what was agreed to.
    """
    if not has_rules:
        return AuditState.BEFORE_RULES, ""
    found = find_contradiction(commit, landing) or judge_agreements(commit, landing, verdicts)
    if found[0] is not AuditState.CONTRADICTED and commit.misdated and landing.request is None:
        return AuditState.UNKNOWN, tell_misdated(commit)
    return found if found[0].is_fault else tell_unproved(landing.content, found)


def find_contradiction(commit: LogCommit, landing: Landing) -> tuple[AuditState, str] | None:
    """Say where a commit brings something else than its pull request, or than its branch."""
    if landing.request is not None and not brings_its_head(commit, landing.request):
        number = landing.request.number
        told = f"the forge merged pull request {number} as this commit, but it brings more than what was agreed to"
        return AuditState.CONTRADICTED, told
    if landing.contradiction:
        return AuditState.CONTRADICTED, landing.contradiction
    if landing.content is None or not landing.brings_something_else:
        return None
    is_merge = landing.request is not None and len(commit.parents) > 1
    return (AuditState.CONTRADICTED if is_merge else AuditState.NOT_RECORDED), landing.content.why


def judge_agreements(
    commit: LogCommit, landing: Landing, verdicts: tuple[Verdict, ...]
) -> tuple[AuditState, str]:
    """Give how a change was approved by who agreed to it; where nobody had to, nobody did."""
    is_met = bool(verdicts) and all(verdict.is_met for verdict in verdicts)
    if landing.request is not None:
        told = "" if verdicts else "nothing tells who must agree to what it changes"
        return (AuditState.APPROVED if is_met else AuditState.NOT_APPROVED), told
    if landing.is_covered or len(commit.parents) < 2:
        return find_fault(commit, landing)
    if len(commit.parents) > 2:
        return AuditState.NOT_RECORDED, "it merges several branches at once, which no forge does"
    if not is_met:
        return AuditState.NOT_RECORDED, ""
    return (AuditState.BY_SIGNATURE if commit.signer else AuditState.BY_GIT), ""


def tell_unproved(content: Content | None, found: tuple[AuditState, str]) -> tuple[AuditState, str]:
    """Give what was found, or that nobody can tell where it is not known that the content is what was agreed to."""
    if content is None or content.held is Held.SAME:
        return found
    return (AuditState.NOT_RECORDED if content.held is Held.NOT_HERE else AuditState.UNKNOWN), content.why


def tell_unread(plans: frozenset[str], found: tuple[AuditState, str]) -> tuple[AuditState, str]:
    """Give what was found, or that nobody can tell, where plans cannot be read that say who else must agree."""
    if not plans or found[0].is_fault or found[0] in (AuditState.BEFORE_RULES, AuditState.UNKNOWN):
        return found
    named = ", ".join(map(quote_path, sorted(plans)))
    return AuditState.UNKNOWN, f"nobody can read in {named} which groups meet, and so who else must agree"


def tell_misdated(commit: LogCommit) -> str:
    """Say why it is not known who held which office when a commit came."""
    return (
        f"its commit is dated {write_day(commit.misdated or commit.day)}, which cannot be, so that nobody can tell who "
        f"was in office; it came on {write_day(commit.day)} or later"
    )


def brings_what_was_seen(commit: LogCommit, landing: Landing) -> bool:
    """Tell whether a commit brings, as far as is known, what those saw who agreed."""
    is_head = landing.request is None or brings_its_head(commit, landing.request)
    return is_head and not landing.contradiction and not landing.brings_something_else


def brings_its_head(commit: LogCommit, request: PullRequest) -> bool:
    """Tell whether a merge has the last commit of the pull request as its second parent, and no other."""
    return len(commit.parents) < 2 or commit.parents[1:] == (request.head,)


def find_fault(commit: LogCommit, landing: Landing) -> tuple[AuditState, str]:
    """Say what is wrong with a commit that no record of the forge and no merge explains."""
    if landing.is_covered and (landing.claimed is not None or len(commit.parents) > 1):
        name = f"pull request {landing.claimed}" if landing.claimed else "a merge"
        told = f"the commit says it is {name}, but the forge merged no pull request as this commit"
        return AuditState.CONTRADICTED, told
    if landing.how == "squash merge":
        return AuditState.NOT_RECORDED, "a squash merge keeps no trace of who merged it or agreed"
    if landing.near is not None:
        told = f"only its count of commits says that pull request {landing.near} brought it"
        return AuditState.NOT_RECORDED, told
    told = "" if landing.is_covered else ", or it was rebased, which git alone does not tell"
    return AuditState.PUSHED, f"it is a single commit that came in no pull request{told}"
