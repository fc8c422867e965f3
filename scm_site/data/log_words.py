"""Events of the log in words, for pages and feeds; nobody is named in them."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from scm_site.approval.audit import AuditedChange
from scm_site.approval.states import MEANINGS
from scm_site.data.log import LoggedEvent
from scm_site.data.record_changes import RecordChange
from scm_site.data.record_names import NOT_PUBLIC, name_kind, name_outcome, name_record
from scm_site.data.state_changes import StateChange
from scm_site.records.outcome import Outcome
from scm_site.records.outcome_state import OutcomeState

#: How many records are named before the others are counted.
MOST_NAMES = 4


def tell_event(event: LoggedEvent, as_of: date) -> str:
    """Say in one line what happened, in the words of a day."""
    if event.state is None:
        return tell_changes(event.changes, as_of)
    return tell_state(event.state, as_of)


def tell_state(change: StateChange, as_of: date) -> str:
    """Say which state a group or an outcome came into."""
    if change.outcome is not None:
        return tell_outcome_state(change.outcome, change.state, as_of)
    now = "state not known" if change.state == "not known" else f"now {change.state}"
    return f"{now} (before: {change.was})"


def tell_outcome_state(outcome: Outcome, state: str, as_of: date) -> str:
    """Say which state an outcome came into; it has no title before it is public."""
    name = name_outcome(outcome, "outcome", as_of).replace(
        "outcome that is not public", f"{outcome.format} that is not public"
    )
    told = {
        OutcomeState.IN_CONTROL: "delivered, in quality control",
        OutcomeState.RETURNED: "returned by the quality control",
    }
    return f"{name}: {told.get(OutcomeState(state), state)}"


def tell_changes(changes: Iterable[RecordChange], as_of: date) -> str:
    """Say what a commit did to records: the first ones by name, and how many more there are."""
    ordered = list(changes)
    parts = [
        f"{what}: {', '.join(name_change(one, as_of) for one in inside)}"
        for what, inside in groupby(ordered[:MOST_NAMES], key=lambda one: one.what)
    ]
    more = len(ordered) - MOST_NAMES
    return "; ".join(parts) + (f"; and {more} more" if more > 0 else "")


def name_change(change: RecordChange, as_of: date) -> str:
    """Give what the changed record is called."""
    if change.record is None:
        return f"{name_kind(change.kind)} that is not in the register any more"
    name = name_record(change.record, change.outcome, as_of)
    return f"{name}, which {change.told}" if change.told and name != NOT_PUBLIC else name


def tell_why(event: LoggedEvent) -> str:
    """Say why a state changed, or how a change was approved."""
    if event.state is not None:
        return event.state.why
    return " ".join(tell_approval(event.approval))


def tell_approval(approval: AuditedChange | None) -> Iterator[str]:
    """Say how a change was approved, as far as anybody can tell, and in which pull request it came."""
    if approval is None:
        yield "Approval: not known."
        return
    yield f"Approval: {approval.state.value}. {MEANINGS[approval.state]}"
    if approval.landing.request is not None:
        yield f"Pull request {approval.landing.request.number}."
