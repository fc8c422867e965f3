"""Somebody acts for a chair or co-chair for a time."""

from dataclasses import dataclass
from datetime import date

from scm_site.days import write_day
from scm_site.reading import ValuePath
from scm_site.records.acts.act import Names, kind
from scm_site.records.acts.member_act import MemberAct, name_member
from scm_site.records.acts.sentences import say_act
from scm_site.records.people import OfficeRole, Person


@dataclass(frozen=True, kw_only=True, slots=True)
class ActsFor(MemberAct):
    """Who acts, a member or somebody new, in which office, from when until when."""

    role: OfficeRole
    until: date
    member: str = ""
    person: Person | None = None
    first_day: date | None = None

    @property
    def brought(self) -> tuple[tuple[ValuePath, Person], ...]:
        """Who is new in the group."""
        return ((("person",), self.person),) if self.person else ()

    @property
    def named(self) -> tuple[tuple[ValuePath, str], ...]:
        """The member who acts."""
        return ((("member",), self.member),) if self.member else ()


@kind(
    "acts-for",
    "Acting for an office",
    ActsFor,
    words=("acting for an office", "actings for an office"),
    clauses=("M1", "M2"),
    files=("co-chair", "secretariat"),
    rank=6,
)
def ACTS_FOR(act: ActsFor, names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """Somebody acts for the chair or the co-chair for a time, because they are away, or because the office is vacant.
    Until the last day they agree to changes as the office does. It ends by itself; another act prolongs it.
    """
    who = name_member(act.member, names) if act.member else act.person.id if act.person else ""
    days = {"day": write_day(act.first_day or act.day), "until": write_day(act.until)}
    return say_act("acts for", member=who, role=act.role, **days)
