"""What was agreed to stands: dates of groups, and decisions of the board."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.records.changes import Amendment, Waiver
from scm_site.records.group import Group
from scm_site.records.proposal import Proposal
from scm_site.records.record_file import Record
from scm_site.records.unknown import known
from scm_site.review.transition import Transition


@rule(
    "B005",
    "An end date moves only by an amendment",
    clauses=("D3", "A1"),
    in_form="later: it needs git's history",
)
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
            yield Problem(after, ("end",), message)


def list_amended_ends(transition: Transition, group: str) -> Iterator[str]:
    """Give the ends that amendments give a group, less those that the change writes into an earlier amendment."""
    before = {after.file.path: old for old, after in transition.list_pairs(Amendment)}
    for amendment, _, change in transition.head.register.find_dossier(group).find_changes("end"):
        old = before.get(amendment.file.path)
        if old is None or any(one.field == "end" and one.to == change.to for one in old.changes):
            yield str(change.to)


@rule("B006", "A launch date does not move", clauses=("D2",), in_form="later: it needs git's history")
def launch_dates_stand(transition: Transition) -> Iterator[Problem]:
    """Every due date of a group is counted from its launch. If the launch moved, what was late would be in time.

    Fix: Put the launch date back. If it was wrong from the start, say so in a new entry under `history` that names both
    days as they are written in the file.
    """
    for before, after in transition.list_pairs(Group):
        old, new = known(before.launch), known(after.launch)
        told = " ".join(entry.what for entry in after.history if entry not in before.history)
        is_told = bool(old and new and old.isoformat() in told and new.isoformat() in told)
        if old is not None and old != new and not is_told:
            message = (
                f"the launch date {old} would move to {new}" if new else f"the launch date {old} would go"
            )
            yield Problem(after, ("launch",), message)


#: What was decided with a record, by its type: it says so as it was on that day.
DECIDED: dict[type[Record], tuple[str, ...]] = {
    Amendment: ("date", "justification", "changes", "secretariat_agreed", "group_agreed"),
    Waiver: ("duty", "from", "until", "granted"),
}


@rule("B007", "A decision is not edited", clauses=("L1", "A1"), in_form="later: it needs git's history")
def decisions_stand(transition: Transition) -> Iterator[Problem]:
    """What the Advisory Board decided, with its remarks and votes, is what it was on that day. So is what Secretariat
    and group agreed to in an amendment, and what a waiver grants. A later decision comes with a later record.

    Fix: Put the decision back as it was. What is decided anew is a new amendment or waiver.
    """
    for before, after in transition.list_pairs(Proposal):
        if before.decision is None or before.file.data.get("decision") == after.file.data.get("decision"):
            continue
        message = f"the board decided on {before.decision.on}, and what it decided would change"
        yield Problem(after, ("decision",), message)
    for kind, fields in DECIDED.items():
        for one, other in transition.list_pairs(kind):
            changed = [field for field in fields if one.file.data.get(field) != other.file.data.get(field)]
            if changed and not one.is_reconstructed:
                message = f"`{changed[0]}` was decided, and would say something else"
                yield Problem(other, (changed[0],), message)
