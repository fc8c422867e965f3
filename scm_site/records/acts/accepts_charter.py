"""Members accept the Charter of the Smart Cities Marketplace (ToR, M5)."""

from dataclasses import dataclass

from scm_site.days import write_day
from scm_site.reading import ValuePath
from scm_site.records.acts.act import Names, kind
from scm_site.records.acts.member_act import MemberAct, name_member
from scm_site.records.acts.sentences import say_act


@dataclass(frozen=True, kw_only=True, slots=True)
class AcceptsCharter(MemberAct):
    """Which version, and which members; they accepted it on the day of the act."""

    version: str
    members: tuple[str, ...]

    @property
    def named(self) -> tuple[tuple[ValuePath, str], ...]:
        """Everybody who accepts it."""
        return tuple((("members", index), one) for index, one in enumerate(self.members))


@kind(
    "accepts-charter",
    "Acceptance of the Charter",
    AcceptsCharter,
    words=("acceptance of the Charter", "acceptances of the Charter"),
    clauses=("M5",),
    files=("secretariat", "co-chair"),
    rank=7,
)
def ACCEPTS_CHARTER(act: AcceptsCharter, names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """A member accepts a version of the Charter, or several members do. The first acceptance stays, whatever comes
    later: it is what the duty asks for. Who accepted before joining says so in the record of the joining.
    """
    members = ", ".join(name_member(one, names) for one in act.members)
    return say_act("accepts charter", version=act.version, members=members, day=write_day(act.day))
