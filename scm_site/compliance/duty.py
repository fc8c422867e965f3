"""How a duty is declared: an id, its clauses, who is responsible, and a docstring that becomes its page on the site.

A duty is a generator function that takes a `Situation`, a group as it stood on one day, and yields an `Obligation` for
each time that the duty falls due. It looks at no clock and at no file. The last paragraph of the docstring starts with
`Meet it:` and says what to do. What is declared is an object in its module; `duties.py` lists them.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal

from scm_site.compliance.situation import Situation
from scm_site.records.event import Event
from scm_site.records.record_file import Record
from scm_site.records.settings import Days

#: Who can owe something, in the words of the register, in the order in which they are listed.
ROLES = ("chair", "co-chair", "support team", "every member", "Secretariat")
DutyRole = Literal["chair", "co-chair", "support team", "every member", "Secretariat"]

#: Looks at what a version of a record's file said, and tells whether that is the evidence.
Shows = Callable[[Mapping[str, Any]], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """What meets an obligation: a record, and what in it counts.

    `claimed` is the day that the file itself gives. `texts` are the fields whose texts must be finished, None for all
    of them. It counts from the day on which it reached the main branch, but not before `not_before`, the day of the
    meeting or event itself. With `counts_as_claimed` the claimed day decides: it tells of something that is no file.
    Before `fileable_from` nobody could file it.
    """

    record: Record
    claimed: date | None = None
    shows: Shows | None = None
    texts: tuple[str, ...] | None = ()
    not_before: date | None = None
    counts_as_claimed: bool = False
    fileable_from: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Obligation:
    """One time that a duty falls due: what would meet it, and the file that does or is still to be made.

    `period` is its permanent id within its group and duty; `label` says the same in words. Without `due`, `why`
    says what the date waits for. `stopped` and `unknown` say why nothing is owed, or why nobody can tell; `paused`
    says so, too, but what came in time counts all the same. `note` is said after the reason of any state. Of a
    final outcome, `is_begun` says that there is one, `is_for_want_of_a_date` that the group's last day stands in.
    `is_turn`: it is one turn of what goes on for as long as the group does, and is not owed after the end even if
    it was done. `useful_until` is the last day on which it is still worth doing, where that is later than `due`.
    """

    period: str
    label: str
    due: date | None = None
    useful_until: date | None = None
    proofs: tuple[Proof, ...] = ()
    path: str = ""
    why: str = ""
    stopped: str = ""
    unknown: str = ""
    paused: str = ""
    note: str = ""
    is_turn: bool = False
    is_begun: bool = False
    is_for_want_of_a_date: bool = False


Find = Callable[[Situation], Iterator[Obligation]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Duty:
    """What somebody owes at a time. In `due`, the name of a setting stands for its number of days: `{minutes}`.

    `nothing` says why a group owes none of it at a time when there is nothing to ask for. `excused_for_good`: what is
    waived on the last day on which it is worth doing is not owed afterwards; any other waiver ends on its last day.
    """

    id: str
    title: str
    clauses: tuple[str, ...]
    responsible: tuple[DutyRole, ...]
    due: str
    evidence: str
    explanation: str
    meet: str
    nothing: str
    excused_for_good: bool
    has_grace: bool
    find: Find

    def tell_due(self, days: Days) -> str:
        """Say when it falls due, with the numbers of the settings."""
        return self.due.format_map({field.name: getattr(days, field.name) for field in fields(days)})

    @property
    def setting(self) -> str:
        """The name of the number of days in content/settings.yml that it depends on, or ""."""
        return self.due.partition("{")[2].partition("}")[0]

    @property
    def clause(self) -> str:
        """The clauses in one text: `L5, af, ag, ah`."""
        return ", ".join(self.clauses)

    @property
    def clause_words(self) -> str:
        """The clauses with the word before them: `clause o`, `clauses c, v`."""
        return f"{'clause' if len(self.clauses) == 1 else 'clauses'} {self.clause}"

    @property
    def who(self) -> str:
        """Who is responsible, in one text: `chair and co-chair`."""
        return " and ".join(self.responsible)


def duty(  # noqa: PLR0913 (one name for each thing that a reader of the list wants to know)
    duty_id: str,
    title: str,
    *,
    clauses: tuple[str, ...],
    responsible: tuple[DutyRole, ...],
    due: str,
    evidence: str,
    nothing: str = "",
    excused_for_good: bool = False,
    has_grace: bool = True,
) -> Callable[[Find], Duty]:
    """Declare a duty; raises ValueError when the docstring has no `Meet it:` paragraph."""

    def decorate(find: Find) -> Duty:
        explanation, found, meet = inspect.cleandoc(find.__doc__ or "").rpartition("\n\nMeet it: ")
        if not found:
            raise ValueError(f"the docstring of duty {duty_id} does not end with a `Meet it:` paragraph")
        return Duty(
            id=duty_id,
            title=title,
            clauses=clauses,
            responsible=responsible,
            due=due,
            evidence=evidence,
            explanation=explanation,
            meet=" ".join(meet.split()),
            nothing=nothing,
            excused_for_good=excused_for_good,
            has_grace=has_grace,
            find=find,
        )

    return decorate


def states(*fields: str) -> Shows:
    """Give what tells whether a version states all of some fields; a dot leads into a field, `unknown` is no answer."""

    def shows(data: Mapping[str, Any]) -> bool:
        return all(find_stated(data, field) for field in fields)

    return shows


def names_event(field: str, event: Event, group: Situation) -> Shows:
    """Give what tells whether a version names an event, alone or in a list, by any name that the event ever had."""

    def shows(data: Mapping[str, Any]) -> bool:
        named = data.get(field)
        names = named if isinstance(named, list) else [named]
        return any(group.find_event(str(name)) == event for name in names)

    return shows


def says(field: str, day: date) -> Shows:
    """Give what tells whether a version gives a day in a field: a file that was another one before counts anew."""
    return lambda data: find_stated(data, field) == day.isoformat()


def find_stated(data: Any, field: str) -> Any:
    """Give what stands in a field, or None where it is missing, empty, false or not known."""
    for part in field.split("."):
        data = data.get(part) if isinstance(data, Mapping) else None
    return None if isinstance(data, Mapping) and "unknown" in data else data or None
