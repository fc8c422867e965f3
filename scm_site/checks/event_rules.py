"""Rules on events and board meetings."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.records.event import Event


@rule("E001", "An event ends on or after its first day")
def ends_after_it_begins(event: Event) -> Iterator[Problem]:
    """The last day of an event is its first day or a later one.

    Fix: Correct `date` or `last_day`.
    """
    if event.last_day and event.last_day < event.date:
        yield Problem(
            event, ("last_day",), f"the last day {event.last_day} is before the first day {event.date}"
        )
