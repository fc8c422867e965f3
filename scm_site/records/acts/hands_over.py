"""An office changes hands (ToR, M1, M2, L2, L3)."""

from dataclasses import dataclass
from datetime import date, timedelta

from scm_site.days import write_day
from scm_site.reading import ValuePath
from scm_site.records.acts.act import Names, kind
from scm_site.records.acts.member_act import MemberAct, name_member
from scm_site.records.acts.sentences import say_act
from scm_site.records.people import Confirmation, OfficeRole, Person


@dataclass(frozen=True, kw_only=True, slots=True)
class HandsOver(MemberAct):
    """Which office; from whom, or nobody; to a member, somebody new, or nobody; from which day."""

    role: OfficeRole
    from_: str = ""
    to: str = ""
    person: Person | None = None
    first_day: date | None = None
    last_day: date | None = None
    confirmed: Confirmation | None = None

    @property
    def begins(self) -> date:
        """The first day of who comes; the day of the act, unless it gives another."""
        return self.first_day or self.day

    @property
    def ends(self) -> date:
        """The last day of who goes: the one that is given, else the day before the other begins."""
        if self.last_day or not (self.to or self.person):
            return self.last_day or self.day
        return self.begins - timedelta(days=1)

    @property
    def brought(self) -> tuple[tuple[ValuePath, Person], ...]:
        """Who is new in the group."""
        return ((("person",), self.person),) if self.person else ()

    @property
    def named(self) -> tuple[tuple[ValuePath, str], ...]:
        """Who goes, and which member comes."""
        return tuple((field, one) for field, one in ((("from",), self.from_), (("to",), self.to)) if one)


@kind(
    "hands-over",
    "Handing over of an office",
    HandsOver,
    words=("handing over", "handings over"),
    clauses=("M1", "M2", "L2", "L3", "C6"),
    files=("co-chair", "secretariat"),
    rank=4,
)
def HANDS_OVER(act: HandsOver, names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """A chair, co-chair or team member hands over: to a member of the group, to somebody new, or to nobody, so that the
    office is vacant. Where it was vacant, it is handed over from nobody. Whoever comes begins on `first_day`, and the
    one before ends on the day before it, unless `last_day` says otherwise.

    The Secretariat confirms a chair and selects a co-chair: `confirmed` says when and who, or an act `confirms` does so
    later.
    """
    comes = act.to or (act.person.id if act.person else "")
    gone = name_member(act.from_, names) if act.from_ else say_act("nobody")
    if not comes:
        return say_act("vacant", role=act.role, gone=gone, day=write_day(act.ends))
    return say_act("hands over", role=act.role, gone=gone, comes=comes, day=write_day(act.begins))
