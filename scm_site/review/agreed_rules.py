"""What was agreed to stands: dates of groups, and decisions of the board."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.records.changes import Amendment
from scm_site.records.group import Group
from scm_site.records.proposal import Proposal
from scm_site.records.unknown import known
from scm_site.review.transition import Transition


@rule("B005", "An end date moves only by an amendment", clauses=("D3", "A1"))
def end_dates_move_by_amendment(transition: Transition) -> Iterator[Problem]:
    """A group's duration is what the board agreed to. It may be extended in justified cases, by a written amendment
    to which the Secretariat and the group agreed. An earlier amendment stays as it is: what it changed is changed again
    by another one.

    Fix: Add an amendment that says from which to which day the end moves, and why; or put the old end date back.
    """
    for before, after in transition.list_pairs(Group):
        old, new = known(before.end), known(after.end)
        if old is None or old == new:
            continue
        told = f"to {new}" if new else "away"
        message = f"the end date {old} would move {told}, and no new amendment says so"
        if new is None or new.isoformat() not in list_amended_ends(transition, after.id):
            yield Problem(after, ("end",) if after.file.has_field("end") else (), message)


def list_amended_ends(transition: Transition, group: str) -> Iterator[str]:
    """Give the ends that amendments give a group, less those that the change writes into an earlier amendment."""
    before = {after.file.path: old for old, after in transition.list_pairs(Amendment)}
    for amendment, _, change in transition.head.register.find_dossier(group).find_changes("end"):
        old = before.get(amendment.file.path)
        if old is None or any(one.field == "end" and one.to == change.to for one in old.changes):
            yield str(change.to)


@rule("B006", "A launch date does not move", clauses=("D2",))
def launch_dates_stand(transition: Transition) -> Iterator[Problem]:
    """Every due date of a group is counted from its launch. If the launch moved, what was late would be in time.

    Fix: Put the launch date back. If it was wrong from the start, the maintainers of the register can correct it, and
    say so under `history`.
    """
    for before, after in transition.list_pairs(Group):
        old, new = known(before.launch), known(after.launch)
        is_told = len(after.history) > len(before.history)
        if old is not None and old != new and not is_told:
            message = (
                f"the launch date {old} would move to {new}" if new else f"the launch date {old} would go"
            )
            yield Problem(after, ("launch",), message)


@rule("B007", "A decision of the board is not edited", clauses=("L1",))
def decisions_stand(transition: Transition) -> Iterator[Problem]:
    """What the Advisory Board decided, with its remarks and votes, is what it was on that day. A later decision comes
    with a later record.

    Fix: Put the decision back as it was.
    """
    for before, after in transition.list_pairs(Proposal):
        if before.decision is None or before.file.data.get("decision") == after.file.data.get("decision"):
            continue
        message = f"the board decided on {before.decision.on}, and what it decided would change"
        yield Problem(after, ("decision",) if after.decision else (), message)
