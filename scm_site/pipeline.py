"""The whole program on one screen: one call for each stage."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from scm_site.approval.audit import Audit, make_audit
from scm_site.approval.change_kinds import LEDGER
from scm_site.approval.landings import list_claims
from scm_site.approval.offices import find_offices
from scm_site.approval.pull_requests import PullRequests
from scm_site.checks.register_rule import run_rules
from scm_site.compliance.arrivals import Arrivals
from scm_site.compliance.board import Board, make_board
from scm_site.compliance.situation import hold_register
from scm_site.findings import Finding, Severity, sort_findings
from scm_site.locations import find_schemas
from scm_site.migration.moving import NO_MOVE, Move
from scm_site.pages.frame.page import Site
from scm_site.pages.frame.site_content import SiteContent
from scm_site.pages.site import make_site
from scm_site.reading import NoContentError, read_content
from scm_site.reading.carrying import carry_over, find_origins, find_unproven
from scm_site.reading.git_history import NO_HISTORY, History, read_history
from scm_site.reading.landed_content import read_contents
from scm_site.reading.revisions import open_content, read_merge, read_text
from scm_site.records.assembly import make_register
from scm_site.records.register import NotAvailableError, Register
from scm_site.records.schemas import Schemas, load_schemas
from scm_site.review.code_owners import CODE_OWNERS
from scm_site.review.file_changes import find_file_changes, leave_out_moved
from scm_site.review.review import Boards, Review, make_history_after, make_review
from scm_site.review.revision import Revision
from scm_site.review.transition import Transition, run_transition_rules
from scm_site.rules import REGISTER_RULES, RULES, TRANSITION_RULES

DEFAULT_ADDRESS = "https://groups.smart-cities.example/"


@dataclass(frozen=True, kw_only=True)
class CheckResult:
    """What a check of the register gives: its records, the findings, how many files were read, the site's address."""

    register: Register
    findings: tuple[Finding, ...]
    files: int
    address: str
    schemas: Schemas
    move: Move = NO_MOVE

    @property
    def has_errors(self) -> bool:
        """Whether anything must be mended before a site can be made."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def check(root: Path) -> CheckResult:
    """Read `root/content` and check it; raises NoContentError when there is no such folder.

    What is in the shape of the release before is moved in memory first; findings name the files that are there.
    """
    checked = check_moved(root)
    there = {piece.path: piece.made_of for piece in checked.move.pieces}
    found = [
        replace(one, place=replace(one.place, path=there.get(one.place.path, one.place.path)))
        for one in checked.findings
    ]
    return replace(checked, findings=tuple(sort_findings(found)) if there else checked.findings)


def check_moved(root: Path) -> CheckResult:
    """Do the same, with the findings of what was moved in memory in the files that it becomes."""
    schemas = load_schemas(find_schemas())
    reading = read_content(root)  # reading
    register, misfits = make_register(reading, schemas)  # records
    breaches = run_rules(register, REGISTER_RULES)  # checks
    return CheckResult(
        register=register,
        findings=tuple(sort_findings([*reading.findings, *misfits, *breaches])),
        files=reading.count_files(),
        address=find_site_address(register),
        schemas=schemas,
        move=reading.move,
    )


@dataclass(frozen=True, kw_only=True)
class Assessed:
    """How everybody keeps their duties on a day: what was checked, when evidence arrived, and every standing."""

    checked: CheckResult
    arrivals: Arrivals
    board: Board | None  # None when the content has errors


def assess(root: Path, *, as_of: date, with_history: bool = True, until: date | None = None) -> Assessed:
    """Check `root/content` and give every standing for one day; raises NoContentError when there is no such folder.

    No commit can have come after `until`. Raises GitError when git cannot tell the history, unless it is to be done
    without. Where the content has errors, git is not asked.
    """
    checked = check(root)
    asks_git = with_history and not checked.has_errors
    history = read_history(root, until=until) if asks_git else NO_HISTORY
    arrivals = see_arrivals(history, checked, checked.schemas)
    if checked.has_errors:
        return Assessed(checked=checked, arrivals=arrivals, board=None)
    checked = replace(checked, register=hold_register(checked.register, arrivals, as_of))
    board = make_board(checked.register, arrivals, as_of)  # compliance
    return Assessed(checked=checked, arrivals=arrivals, board=board)


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """What a change does before it is merged, the schemas, and the site's address before the change."""

    review: Review
    schemas: Schemas
    address: str


def review(
    root: Path, base: str, head: str, *, as_of: date, author: str = "", until: date | None = None
) -> Reviewed:
    """Look at what merging `head` into `base` would do, without a checkout of either.

    `author` is the account of who opened the pull request. Raises GitError when a revision or the history is not there,
    or cannot be read, and NoContentError when the change leaves no `content/`.
    """
    merge = read_merge(root, base, head)  # reading
    before = read_revision(root, merge.base) or Revision(commit=merge.base, register=Register())
    after = read_revision(root, merge.tree)
    if after is None:
        raise NoContentError(f"there is no folder `content` in {head}")
    transition = Transition(
        base=before,
        head=after,
        changes=find_file_changes(leave_out_moved(merge.entries, before.move), before, after),
        as_of=as_of,
        code_owners=read_text(root, merge.tree, CODE_OWNERS),
        conflicts=merge.conflicts,
    )
    if LEDGER in transition.touched:
        transition = prove_move(root, transition, until)
    schemas = load_schemas(find_schemas())
    made = make_review(  # review
        transition,
        run_transition_rules(transition, TRANSITION_RULES),
        make_boards(root, transition, schemas, until),
        schemas,
        author=author,
        rules=RULES,
    )
    return Reviewed(review=made, schemas=schemas, address=find_site_address(before.register))


def prove_move(root: Path, transition: Transition, until: date | None) -> Transition:
    """Give a change of the list of carried-over files with what the history says of it."""
    base, ledger = transition.base, transition.head.register.carried
    history = read_history(root, base.commit, until=until)
    earlier = carry_over(history, base.register.carried, NO_MOVE)
    return replace(
        transition,
        origins=tuple(find_origins(earlier, base.move, base.register.carried)),
        unproven=tuple(find_unproven(history, ledger)),
    )


def read_revision(root: Path, commit: str) -> Revision | None:
    """Read and check the content of a revision; None where it has none."""
    with open_content(root, commit) as folder:
        try:
            checked = check_moved(folder)
        except NoContentError:
            return None
    return Revision(
        commit=commit,
        register=checked.register,
        findings=checked.findings,
        files=checked.files,
        move=checked.move,
    )


def make_boards(root: Path, transition: Transition, schemas: Schemas, until: date | None) -> Boards | None:
    """Give every standing before a change and after it, or None where errors are in the way."""
    if transition.base.has_errors or transition.head.has_errors or not transition.base.commit:
        return None
    touched = frozenset(change.path_before for change in transition.changes)
    history = read_history(root, transition.base.commit, changing=touched, until=until)
    later = make_history_after(history, transition.changes)
    before, after = (
        make_board(one.register, see_arrivals(known, one, schemas), transition.as_of)
        for one, known in ((transition.base, history), (transition.head, later))
    )
    return Boards(before=before, after=after, gap=history.gap)


def see_arrivals(history: History, read: CheckResult | Revision, schemas: Schemas) -> Arrivals:
    """Give when everything arrived in the history of what was read, what was carried over included."""
    return Arrivals(history=carry_over(history, read.register.carried, read.move), schemas=schemas)


@dataclass(frozen=True, kw_only=True)
class Audited:
    """How everything on the main branch was approved, the register as it is now, and what git told."""

    checked: CheckResult
    audit: Audit
    history: History


def audit(root: Path, records: PullRequests | None, *, until: date | None = None) -> Audited:
    """Tell how every change on the main line was approved.

    Raises NoContentError when there is no `content/`, and GitError when git cannot tell the history.
    """
    checked = check(root)
    history = read_history(root, verify=True, until=until)
    history = carry_over(history, checked.register.carried, checked.move)
    made = audit_line(root, history, checked, records)
    return Audited(checked=checked, audit=made, history=history)


def audit_line(root: Path, history: History, checked: CheckResult, records: PullRequests | None) -> Audit:
    """Tell the same of a main line that was read; raises GitError when git cannot merge it once more."""
    contents = read_contents(root, history, list_claims(records))  # reading
    return make_audit(history, find_offices(checked.register), records, contents)  # approval


@dataclass(frozen=True, kw_only=True)
class Build:
    """What a build gives: the site (None when the content has errors), the findings, the site's address."""

    site: Site | None
    findings: tuple[Finding, ...]
    address: str


def build(
    root: Path,
    *,
    as_of: date,
    records: PullRequests | None = None,
    with_history: bool = True,
    until: date | None = None,
) -> Build:
    """Check `root/content` and make the site for one day; raises NoContentError when there is no such folder.

    `records` are those that the forge has of pull requests, None where they are not here. Raises GitError when git
    cannot tell the history, unless the site is to be made without.
    """
    assessed = assess(root, as_of=as_of, with_history=with_history, until=until)
    checked = assessed.checked
    if assessed.board is None:
        return Build(site=None, findings=checked.findings, address=checked.address)
    content = SiteContent(
        register=checked.register,
        schemas=checked.schemas,
        as_of=as_of,
        arrivals=assessed.arrivals,
        read_file=lambda path: (root / path).read_bytes(),
        board=assessed.board,
        audit=audit_line(root, assessed.arrivals.history, checked, records),
        records=records,
    )
    return Build(site=make_site(content), findings=checked.findings, address=checked.address)  # pages


def find_site_address(register: Register) -> str:
    """Give the site's address, also where the settings are broken: help links need one."""
    try:
        return register.settings.site.address
    except NotAvailableError:
        return DEFAULT_ADDRESS
