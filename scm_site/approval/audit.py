"""Every change on the main line: what it changed, who agreed, whether they were entitled to on that day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from scm_site.approval.accounts import Held, find_person, list_held, name_as_then
from scm_site.approval.agreements import Verdict, judge_all, tell_missing
from scm_site.approval.change_kinds import Governed, find_governed, judge_move, place_in_former_groups
from scm_site.approval.doubts import Doubts
from scm_site.approval.earlier_records import EarlierRecords, list_groups
from scm_site.approval.landings import Landing, Landings, find_account, find_landings
from scm_site.approval.offices import Offices, fold_accounts
from scm_site.approval.pull_requests import PullRequest, PullRequests
from scm_site.approval.states import AuditState, brings_what_was_seen, find_state, tell_unread
from scm_site.reading.git_history import History
from scm_site.reading.git_log import LogCommit
from scm_site.reading.landed_content import Contents
from scm_site.records.approvals import Acknowledgement, Approvals


@dataclass(frozen=True, kw_only=True)
class AuditedChange:
    """One commit of the main line: what it changed, how it came there, who agreed, and what follows.

    `agreed` are the accounts that agreed to its last version or merged it, in small letters, entitled or not;
    `authors` are those who wrote it. `people` are those whom the register named by one of these accounts when it came,
    as `board bruno`.
    """

    commit: LogCommit
    landing: Landing
    changes: tuple[Governed, ...]
    verdicts: tuple[Verdict, ...]
    authors: frozenset[str]
    agreed: frozenset[str]
    merged_by: str
    people: Mapping[str, str]
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
    history: History,
    today: Offices,
    records: PullRequests | None,
    contents: Contents,
) -> Audit:
    """Judge every commit of the main line, the oldest first, each by what was in force before it.

    The past is read as it was written, whatever schemas ask today. `today` are the offices as they are now, for what is
    acknowledged and for accounts that have another name now; `records` are the forge's, None where they are not here;
    `contents` tell what came onto the line, held against what `records` say of it.
    """
    landings = find_landings(history, records, contents)
    changes = tuple(_judge_line(history, today, landings))[::-1]
    return Audit(
        changes=changes,
        lost=landings.lost,
        has_records=records is not None,
        gap="; ".join(filter(None, (find_gap(history, changes), landings.gap, contents.gap))),
        _by_commit={change.commit.id: change for change in changes},
    )


NOT_TOLD = "nobody can tell of every change whether it is what was agreed to"


def find_gap(history: History, changes: Iterable[AuditedChange]) -> str:
    """Say what git does not know, but for days that cannot be right and that the forge or the Secretariat explains."""
    is_known = history.commit and not history.shallow
    is_explained = all(change.state is not AuditState.UNKNOWN for change in changes)
    if is_known and is_explained:
        return ""
    return history.gap or NOT_TOLD


def _judge_line(history: History, today: Offices, landings: Landings) -> Iterator[AuditedChange]:
    """Judge commit after commit; several that one pull request brought are judged by what was before the first."""
    held = tuple(list_held(today))
    earlier, doubts = EarlierRecords(history=history), Doubts()
    request, before = None, earlier.blobs
    for commit in reversed(history.line):
        landing = landings.find(commit)
        if not (commit.entries or landing.brings_something_else):
            continue
        if landing.request is None or landing.request != request:
            request, before = landing.request, earlier.blobs
            if landing.how == "rebase merge":  # its other commits must not see what it changed
                before = dict(earlier.blobs)
        joint = earlier.find_joint(commit, before)
        groups = frozenset(list_groups(commit)).union(*joint.values())
        unread = earlier.find_unread(commit, before)
        offices = replace(
            earlier.find_offices(groups, before),
            joint=joint,
            unread=unread,
            by_agreement=earlier.find_by_agreement(commit, before),
            aside=earlier.find_aside(commit, before),
        )
        if commit.id in history.boundary:
            yield _make_unknown(commit, landing)
        else:
            named = name_accounts(landing, held, offices)
            judged = _acknowledge(_judge(commit, named, offices, history), today.approvals)
            if not commit.entries and judged.state is AuditState.BEFORE_RULES:
                continue
            yield judged if judged.why else replace(judged, why=doubts.tell(judged.verdicts, judged.changes))
            doubts.step(commit, is_fault=judged.state.is_fault)
        earlier.step(commit)


def name_accounts(landing: Landing, held: Sequence[Held], then: Offices) -> Landing:
    """Give a landing whose accounts have the names that they had when it came."""
    request = landing.request
    return (
        replace(landing, request=name_as_then(request, held, tuple(list_held(then)))) if request else landing
    )


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
        people={},
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
    changes, request = list_changes(commit), landing.request
    authors, openers = list_writers(commit, history), list_applicants(commit, history)
    if request is not None:
        authors |= fold_accounts(request.authors)
        openers |= fold_accounts((request.opener,))
    else:
        openers |= authors
    authors |= openers
    merged_by, agreed = find_agreed(commit, landing)
    day = request.merged_at.date() if request else commit.day
    verdicts = judge_all(changes, offices, day, authors=authors, openers=openers, agreed=agreed)
    state, why = find_state(commit, landing, verdicts, has_rules=offices.approvals is not None)
    state, why = tell_unread(offices.unread, (state, why))
    return AuditedChange(
        commit=commit,
        landing=landing,
        changes=changes,
        verdicts=verdicts,
        authors=authors,
        agreed=agreed,
        merged_by=merged_by,
        people=find_people(offices, {merged_by.lower(), *agreed}, day),
        day=day,
        state=state,
        why=why or tell_missing(verdicts, authors & agreed),
    )


def find_agreed(commit: LogCommit, landing: Landing) -> tuple[str, frozenset[str]]:
    """Give who merged a change, and who agreed to what it brings; nobody did to something else than they saw."""
    request = landing.request
    if request is not None:
        merged_by, agreed = request.merged_by, [request.merged_by, *list_reviewers(request)]
    else:
        merged_by = find_account(commit.mail) if len(commit.parents) > 1 and not landing.is_covered else ""
        agreed = [merged_by]
    return merged_by, fold_accounts(agreed if brings_what_was_seen(commit, landing) else ())


def find_people(offices: Offices, accounts: Iterable[str], day: date) -> dict[str, str]:
    """Give whom the register named by an account, for those that it knew; "" where it could be one of two."""
    held = tuple(list_held(offices))
    known = {one.account for one in held}
    return {account: find_person(held, account, day) for account in accounts if account in known}


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


def _acknowledge(change: AuditedChange, approvals: Approvals | None) -> AuditedChange:
    """Give the change as acknowledged where it has to be explained, or cannot be, and the register does so."""
    found = approvals.find_acknowledgement(change.commit.id) if approvals else None
    if found is None or not (change.state.is_fault or change.state is AuditState.UNKNOWN):
        return change
    why = f"{change.state.value}: {change.why}" if change.why else change.state.value
    return replace(change, state=AuditState.ACKNOWLEDGED, why=why, acknowledgement=found)
