"""Rules on events and board meetings."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.records.acts.decided import Decided
from scm_site.records.acts.of_outcomes import Shown
from scm_site.records.acts.presented import Presented
from scm_site.records.event import Event
from scm_site.records.proposal import Proposal
from scm_site.records.record_file import Record
from scm_site.records.register import Register
from scm_site.records.reports import BoardBrief
from scm_site.sentences import say


@rule("E001", "An event ends on or after its first day", in_form="never: its records have no form")
def ends_after_it_begins(event: Event) -> Iterator[Problem]:
    """The last day of an event is its first day or a later one.

    Fix: Correct `date` or `last_day`.
    """
    if event.last_day and event.last_day < event.date:
        yield Problem(
            event, ("last_day",), f"the last day {event.last_day} is before the first day {event.date}"
        )


@rule(
    "E002",
    "Nothing happens at an event that was cancelled",
    clauses=("G3", "I2"),
    form_fix="Choose the event at which it happened, or none.",
)
def nothing_happens_at_cancelled_events(record: Record, register: Register) -> Iterator[Problem]:
    """Outcomes are presented and decisions taken at events that take place. One that was cancelled proves nothing.

    Fix: Name the event at which it happened, or take the field out.
    """
    for field, named in find_events(record):
        event = register.find_event(named)
        if event and event.cancelled:
            yield Problem(record, field, say("E002", event=event.id, day=event.cancelled.on))


def find_events(record: Record) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Give the events that a record names, with the field."""
    if isinstance(record, BoardBrief):
        yield ("board_meeting",), record.board_meeting
    elif isinstance(record, Presented | Shown):
        yield ("at",), record.at
    elif isinstance(record, Decided):
        yield (), record.event
    elif isinstance(record, Proposal) and record.decision and ("decision",) not in record.file.elsewhere:
        yield ("decision", "meeting"), record.decision.meeting
