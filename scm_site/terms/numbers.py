"""Every number of the Terms of Reference that a rule or a duty counts with, and those that this register adds.

A number that changes gets one more value, with the day from which it holds: what lies before that day stays as it was.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

PUBLIC_PAGE = "https://smart-cities-marketplace.ec.europa.eu/networked-community/focus-and-discussion-groups"
NO_DATE = "The document on the public page carries no version and no date."
OWN = "The Terms of Reference say nothing of it; the number is this register's own."


@dataclass(frozen=True, slots=True)
class Value:
    """What a number is, the day from which it holds (or why none is known), and where it can be read ("": nowhere)."""

    value: int
    since: date | str
    reference: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Number:
    """A number: what it counts, the clauses it belongs to, and its values, the oldest first."""

    what: str
    unit: Literal["days", "months"]
    clauses: tuple[str, ...]
    values: tuple[Value, ...]

    def value_on(self, day: date) -> int:
        """Give the value that holds on a day; before all of them it is the oldest."""
        begun = [one for one in self.values if not isinstance(one.since, date) or one.since <= day]
        return (begun or self.values)[-1 if begun else 0].value


SHORTEST_MANDATE = Number(
    what="how long the Terms of Reference of a Focus group run at least, from its launch",
    unit="months",
    clauses=("D3",),
    values=(Value(12, NO_DATE, PUBLIC_PAGE),),
)
LONGEST_NOTICE = Number(
    what="within what time of the notice to its members a group ends that is ended early",
    unit="days",
    clauses=("T8",),
    values=(Value(21, NO_DATE, PUBLIC_PAGE),),
)
STATUS_UPDATES = Number(
    what="how often a status update falls due; “bimonthly” there means every two months here",
    unit="months",
    clauses=("o",),
    values=(Value(2, NO_DATE, PUBLIC_PAGE),),
)
BOARD_BRIEFS = Number(
    what="how often a brief to the board falls due",
    unit="months",
    clauses=("I1",),
    values=(Value(6, NO_DATE, PUBLIC_PAGE),),
)
LAST_REPORT = Number(
    what="how long after a group's last day a report may be dated, as it tells of the last weeks",
    unit="days",
    clauses=("o", "I1", "D2"),
    values=(Value(31, OWN, ""),),
)
