"""Somebody joins a group (ToR, M3, M5)."""

from dataclasses import dataclass

from scm_site.days import write_day
from scm_site.reading import ValuePath
from scm_site.records.acts.act import Names, kind
from scm_site.records.acts.member_act import MemberAct
from scm_site.records.acts.sentences import say_act
from scm_site.records.people import Entry, Person
from scm_site.records.unknown import known


@dataclass(frozen=True, kw_only=True, slots=True)
class Joins(MemberAct):
    """One person or several who come into the group, each with a role."""

    members: tuple[Entry, ...]

    @property
    def brought(self) -> tuple[tuple[ValuePath, Person], ...]:
        """Everybody who joins."""
        return tuple((("members", index), one) for index, one in enumerate(self.members))


@kind(
    "joins",
    "Joining",
    Joins,
    words=("joining", "joinings"),
    clauses=("M3", "M4", "M5"),
    files=("co-chair", "secretariat"),
    rank=3,
)
def JOINS(act: Joins, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """Somebody joins the group, or several people at once. Each gets an id that means nothing and stays: whatever is
    filed about a person later names that id. A name stands there only with the person's consent.

    Who joins begins on the day of the act, unless `first_day` gives another. Who takes over an office from somebody
    else comes by a handing over.
    """
    return "; ".join(
        say_act("joins", role=one.role, member=one.id, day=write_day(known(one.first_day) or act.day))
        for one in act.members
    )
