"""Every change on the main line: what it changed, who agreed, whether they were entitled to on that day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from scm_site.approval.agreements import Verdict, judge_all, tell_missing
from scm_site.approval.change_kinds import Governed, find_governed, judge_move, place_in_former_groups
from scm_site.approval.earlier_records import EarlierRecords, list_groups
from scm_site.approval.landings import Landing, Landings, find_account, find_landings
from scm_site.approval.offices import Offices, fold_accounts
from scm_site.approval.pull_requests import PullRequest, PullRequests
from scm_site.days import write_day
from scm_site.reading.git_history import History
from scm_site.reading.git_log import LogCommit
from scm_site.records.approvals import Acknowledgement, Approvals
from scm_site.records.schemas import Schemas


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
    AuditState.CONTRADICTED: "Git says that it came in a pull request, and the forge does not know of that.",
    AuditState.NOT_APPROVED: "It came in a pull request to which not everybody agreed who must.",
    AuditState.PUSHED: "It was put on the main branch without a pull request.",
    AuditState.NOT_RECORDED: "Git alone does not tell who agreed, and the forge's records are not here.",
    AuditState.ACKNOWLEDGED: "It was not approved as it must be; the Secretariat decided that it stands.",
    AuditState.UNKNOWN: "Nobody can tell: the history that is here does not reach back so far.",
    AuditState.BY_GIT: "Somebody entitled merged it, as git tells; the forge's records are not here to confirm it.",
    AuditState.BY_SIGNATURE: "Somebody entitled to merge it did, and git could verify the signature of the merge.",
    AuditState.APPROVED: "Everybody agreed who must, as the forge recorded it.",
    AuditState.BEFORE_RULES: "It came before the register said who must agree to what.",
}


@dataclass(frozen=True, kw_only=True)
class AuditedChange:
    """One commit of the main line: what it changed, how it came there, who agreed, and what follows.

    `agreed` are the accounts that agreed to its last version or merged it, in small letters, entitled or not;
    `authors` are those who wrote it.
    """

    commit: LogCommit
    landing: Landing
    changes: tuple[Governed, ...]
    verdicts: tuple[Verdict, ...]
    authors: frozenset[str]
    agreed: frozenset[str]
    merged_by: str
    day: date
    state: AuditState
    why: str
    acknowledgement: Acknowledgement | None = None

    @property
    def misdated(self) -> date | None:
        """The day that its commit bears, where that cannot be right and the forge tells no other; None elsewhere."""
        return None if self.landing.request else self.commit.misdated


@dataclass(frozen=True, kw_only=True)
class Audit:
    """Every governed change, the newest first, and merged pull requests that are not on the main line any more."""

    changes: tuple[AuditedChange, ...] = ()
    lost: tuple[PullRequest, ...] = ()
    has_records: bool = False
    gap: str = ""
    _by_commit: dict[str, AuditedChange] = field(default_factory=dict, compare=False)

    @property
    def has_faults(self) -> bool:
        """Whether something has to be explained."""
        return bool(self.lost) or any(change.state.is_fault for change in self.changes)

    @cached_property
    def by_need(self) -> tuple[AuditedChange, ...]:
        """The changes, those that have to be explained first; of each state, the newest first."""
        order = {state: number for number, state in enumerate(AuditState)}
        return tuple(sorted(self.changes, key=lambda change: order[change.state]))

    def find(self, commit: str) -> AuditedChange | None:
        """Give the change that a commit of the main line is, or None."""
        return self._by_commit.get(commit)


def make_audit(
    history: History, schemas: Schemas, approvals: Approvals | None, records: PullRequests | None
) -> Audit:
    """Judge every commit of the main line, the oldest first, each by what was in force before it.

    `approvals` are those of today, for what they acknowledge; `records` are the forge's, None where they are not here.
    """
    landings = find_landings(history, records)
    changes = tuple(_judge_line(history, schemas, approvals, landings))[::-1]
    return Audit(
        changes=changes,
        lost=landings.lost,
        has_records=records is not None,
        gap="; ".join(filter(None, (find_gap(history, changes), landings.gap))),
        _by_commit={change.commit.id: change for change in changes},
    )


def find_gap(history: History, changes: Iterable[AuditedChange]) -> str:
    """Say what git does not know, but for days that cannot be right and that the forge or the Secretariat explains."""
    is_known = history.commit and not history.shallow
    is_explained = all(change.state is not AuditState.UNKNOWN for change in changes)
    return "" if is_known and is_explained else history.gap


def _judge_line(
    history: History, schemas: Schemas, approvals: Approvals | None, landings: Landings
) -> Iterator[AuditedChange]:
    """Judge commit after commit; several that one pull request brought are judged by what was before the first."""
    earlier = EarlierRecords(history=history, schemas=schemas)
    request, before = None, earlier.blobs
    for commit in reversed(history.commits):
        landing = landings.find(commit)
        if landing.request is None or landing.request != request:
            request, before = landing.request, earlier.blobs
            if landing.how == "rebase merge":  # its other commits must not see what it changed
                before = dict(earlier.blobs)
        offices = earlier.find_offices(frozenset(list_groups(commit)), before)
        if commit.id in history.boundary:
            yield _make_unknown(commit, landing)
        else:
            judged = _judge(commit, landing, offices, history)
            yield _acknowledge(judged, approvals)
        earlier.step(commit)


def _make_unknown(commit: LogCommit, landing: Landing) -> AuditedChange:
    """Give the first commit of a shallow clone, in which every file looks new."""
    return AuditedChange(
        commit=commit,
        landing=landing,
        changes=(),
        verdicts=(),
        authors=frozenset(),
        agreed=frozenset(),
        merged_by="",
        day=commit.day,
        state=AuditState.UNKNOWN,
        why="the clone is shallow and begins here: what came before is not known",
    )


def list_writers(commit: LogCommit, history: History) -> frozenset[str]:
    """Give the accounts of who wrote a change as far as git tells: anybody can type these."""
    return fold_accounts(map(find_account, history.writers.get(commit.id, ())))


def list_applicants(commit: LogCommit, history: History) -> frozenset[str]:
    """Give the accounts of those who propose a topic in a change."""
    found = set()
    for entry in commit.entries:
        file = history.entitling.get((entry.path, entry.blob))
        applicant = file.data.get("applicant") if file and file.kind == "proposal" else None
        if isinstance(applicant, dict):
            found.add(str(applicant.get("account") or ""))
    return fold_accounts(found)


def _judge(commit: LogCommit, landing: Landing, offices: Offices, history: History) -> AuditedChange:
    """Judge one commit by the offices as they were before it.

    Whoever is named as an author of a commit loses the right to agree, but gives nobody else the right to agree
    instead: with the forge's records, only who opened the pull request or proposes the topic does.
    """
    changes = list_changes(commit)
    request, merged_by = landing.request, ""
    authors, openers = list_writers(commit, history), list_applicants(commit, history)
    if request is not None:
        merged_by, authors = request.merged_by, authors | fold_accounts(request.authors)
        openers |= fold_accounts((request.opener,))
        agreed = fold_accounts((merged_by, *list_reviewers(request)))
    else:
        merged_by = find_account(commit.mail) if len(commit.parents) > 1 and not landing.is_covered else ""
        agreed, openers = fold_accounts((merged_by,)), openers | authors
    authors |= openers
    day = request.merged_at.date() if request else commit.day
    verdicts = judge_all(changes, offices, day, authors=authors, openers=openers, agreed=agreed)
    state, why = find_state(commit, landing, verdicts, has_rules=offices.approvals is not None)
    if commit.misdated and request is None and offices.approvals is not None:
        state, why = AuditState.UNKNOWN, tell_misdated(commit)
    return AuditedChange(
        commit=commit,
        landing=landing,
        changes=changes,
        verdicts=verdicts,
        authors=authors,
        agreed=agreed,
        merged_by=merged_by,
        day=day,
        state=state,
        why=why or tell_missing(verdicts, authors & agreed),
    )


def tell_misdated(commit: LogCommit) -> str:
    """Say why it is not known who held which office when a commit came."""
    return (
        f"its commit is dated {write_day(commit.misdated or commit.day)}, which cannot be, so that nobody can tell who "
        f"was in office; it came on {write_day(commit.day)} or later"
    )


def list_reviewers(request: PullRequest) -> Iterator[str]:
    """Give who agreed to the last version of a pull request before it was merged, and not to an earlier one."""
    return (
        review.account
        for review in request.reviews
        if review.commit == request.head and review.at <= request.merged_at
    )


def list_changes(commit: LogCommit) -> tuple[Governed, ...]:
    """Give what a commit changed; a path in a renamed group belongs to the group under its name before."""
    moved = [(find_governed(entry.path), find_governed(entry.was)) for entry in commit.entries if entry.was]
    renamed = {now.group: was.group for now, was in moved if now.kind == was.kind == "launch"}
    paths = (path for entry in commit.entries for path in (entry.path, entry.was) if path)
    return judge_move(place_in_former_groups(map(find_governed, paths), renamed))


def find_state(
    commit: LogCommit, landing: Landing, verdicts: tuple[Verdict, ...], *, has_rules: bool
) -> tuple[AuditState, str]:
    """Give how a change was approved, and why where the agreements do not say it themselves."""
    if not has_rules:
        return AuditState.BEFORE_RULES, ""
    is_met = all(verdict.is_met for verdict in verdicts)
    if landing.request is not None and not brings_its_head(commit, landing.request):
        number = landing.request.number
        told = f"the forge merged pull request {number} as this commit, but it brings more than what was agreed to"
        return AuditState.CONTRADICTED, told
    if landing.request is not None:
        return (AuditState.APPROVED if is_met else AuditState.NOT_APPROVED), ""
    if landing.is_covered or len(commit.parents) < 2:
        return find_fault(commit, landing)
    if not is_met:
        return AuditState.NOT_RECORDED, ""
    return (AuditState.BY_SIGNATURE if commit.signer else AuditState.BY_GIT), ""


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
    told = "" if landing.is_covered else ", or it was rebased, which git alone does not tell"
    return AuditState.PUSHED, f"it is a single commit that came in no pull request{told}"


def _acknowledge(change: AuditedChange, approvals: Approvals | None) -> AuditedChange:
    """Give the change as acknowledged where it has to be explained, or cannot be, and the register does so."""
    found = approvals.find_acknowledgement(change.commit.id) if approvals else None
    if found is None or not (change.state.is_fault or change.state is AuditState.UNKNOWN):
        return change
    why = f"{change.state.value}: {change.why}" if change.why else change.state.value
    return replace(change, state=AuditState.ACKNOWLEDGED, why=why, acknowledgement=found)
