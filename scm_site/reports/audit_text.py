"""How everything on the main branch was approved, for a terminal: what has to be explained first."""

from collections import Counter
from collections.abc import Iterator

from scm_site.approval.audit import Audit, AuditedChange
from scm_site.approval.change_kinds import CODE
from scm_site.approval.landings import find_account
from scm_site.approval.states import MEANINGS, AuditState
from scm_site.reports.terminal_line import make_terminal_line

WAY_OUT = (
    "Ask those who must agree. If they do, the Secretariat lets the change stand: an entry under `acknowledged` in "
    "content/approvals.yml, with the commit, the day and the reason. If they do not, undo it with a pull request."
)
LOST = (
    "It was merged, and its commit is not on the main branch any more: the history was moved. Find the commit on the "
    "forge, and bring it back."
)
MOST_PATHS = 3
ONLY_THE_FORGE = "who agreed: only the forge says so"


def render_audit_text(audit: Audit) -> str:
    """Give a paragraph for each change that has to be explained, a line for each other one, and a summary."""
    faults = [change for change in audit.by_need if change.state.is_fault]
    others = [change for change in audit.by_need if not change.state.is_fault]
    parts = [
        *(["\n".join(render_fault(change))] for change in faults),
        *(render_lost(number) for number in sorted(request.number for request in audit.lost)),
        [render_change(change) for change in others],
        [make_summary(audit)],
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def render_fault(change: AuditedChange) -> Iterator[str]:
    """Give a change that has to be explained, why, and the way out."""
    yield render_change(change)
    yield f"    {make_terminal_line(change.why or MEANINGS[change.state])}"
    yield f"    {WAY_OUT}"


def render_lost(number: int) -> list[str]:
    """Give a merged pull request whose commit is not on the main line any more."""
    return [f"pull request {number}: lost", f"    {LOST}"]


def render_change(change: AuditedChange) -> str:
    """Give one change on one line: commit, day, state, how it came, who agreed, what it changed."""
    parts = [
        f"{change.commit.id[:12]} {change.day}{tell_misdated(change)}: {change.state.value}",
        tell_way(change),
        tell_agreed(change),
        tell_paths(change),
        tell_basis(change) if change.state is AuditState.APPROVED else "",
    ]
    return make_terminal_line("; ".join(part for part in parts if part))


def tell_basis(change: AuditedChange) -> str:
    """Say what an approval rests on: git proves what came, and the forge alone says who agreed to it."""
    return "; ".join(filter(None, (ONLY_THE_FORGE, tell_other_merger(change), change.why)))


def tell_other_merger(change: AuditedChange) -> str:
    """Say that git names another account as who merged it than the forge; anybody can type that."""
    in_git = find_account(change.commit.mail).lower() if len(change.commit.parents) > 1 else ""
    return f"git names {in_git} as who merged it" if in_git not in ("", change.merged_by.lower()) else ""


def tell_misdated(change: AuditedChange) -> str:
    """Say that a change came on its day or later, where its commit bears one that cannot be."""
    return f" or later (dated {change.misdated})" if change.misdated else ""


def tell_way(change: AuditedChange) -> str:
    """Say how it came onto the main line."""
    number = change.landing.number
    return f"{change.landing.how}, pull request {number}" if number else change.landing.how


def tell_agreed(change: AuditedChange) -> str:
    """Say who agreed as what; each account once."""
    told = [
        f"{account} ({verdict.name})" for verdict in change.verdicts for account in sorted(verdict.agreed)
    ]
    if told:
        return f"agreed: {', '.join(dict.fromkeys(told))}"
    return f"merged by {change.merged_by}" if change.merged_by else ""


def tell_paths(change: AuditedChange) -> str:
    """Say what it changed: the first records, and how many more files there are."""
    paths = [one.path for one in change.changes if one.kind != CODE] or [one.path for one in change.changes]
    more = len(change.changes) - len(paths[:MOST_PATHS])
    return ", ".join(paths[:MOST_PATHS]) + (f" and {more} more" if more > 0 else "")


def make_summary(audit: Audit) -> str:
    """Say how many changes there are of each state, and what the answer rests on."""
    counts = Counter(change.state for change in audit.changes)
    told = [f"{counts[state]} {state.value}" for state in AuditState if counts[state]]
    told += [f"{len(audit.lost)} lost"] if audit.lost else []
    total = len(audit.changes)
    basis = "with the forge's records" if audit.has_records else "by git alone, without the forge's records"
    gap = f". What is missing: {audit.gap}" if audit.gap else ""
    changes = "1 change" if total == 1 else f"{total} changes"
    return make_terminal_line(
        f"{changes} on the main branch, {basis}: {', '.join(told) or 'nothing to tell'}{gap}"
    )
