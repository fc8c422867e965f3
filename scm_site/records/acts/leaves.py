"""Somebody leaves a group."""

from dataclasses import dataclass
from datetime import date

from scm_site.days import write_day
from scm_site.reading import ValuePath
from scm_site.records.acts.act import Names, kind
from scm_site.records.acts.member_act import MemberAct, name_member
from scm_site.records.acts.sentences import say_act


@dataclass(frozen=True, kw_only=True, slots=True)
class Leaves(MemberAct):
    """A member, and the last day; without one, the day of the act."""

    member: str
    last_day: date | None = None

    @property
    def named(self) -> tuple[tuple[ValuePath, str], ...]:
        """Who leaves."""
        return ((("member",), self.member),)


@kind(
    "leaves",
    "Leaving",
    Leaves,
    words=("leaving", "leavings"),
    clauses=("M3",),
    files=("co-chair", "secretariat"),
    rank=2,
)
def LEAVES(act: Leaves, names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """A member leaves the group, with all roles. The last day still counts. An office that nobody takes over is vacant
    from then on; that is no fault, and the page of the group says so.
    """
    day = write_day(act.last_day or act.day)
    return say_act("leaves", member=name_member(act.member, names), day=day)
