"""The Secretariat confirms a chair, or selects a co-chair (ToR, L2, L3)."""

from dataclasses import dataclass

from scm_site.reading import ValuePath
from scm_site.records.acts.act import Names, kind
from scm_site.records.acts.member_act import MemberAct, name_member
from scm_site.records.acts.sentences import say_act


@dataclass(frozen=True, kw_only=True, slots=True)
class Confirms(MemberAct):
    """Who is confirmed, and by whom, an id of the Secretariat's roster."""

    member: str
    by: str

    @property
    def named(self) -> tuple[tuple[ValuePath, str], ...]:
        """Who is confirmed."""
        return ((("member",), self.member),)


@kind(
    "confirms",
    "Confirmation",
    Confirms,
    words=("confirmation", "confirmations"),
    clauses=("L2", "L3"),
    files=("secretariat",),
    rank=5,
)
def CONFIRMS(act: Confirms, names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """The Secretariat confirms a chair, or says that it selected a co-chair, where that did not stand in the record
    that brought the person. The day of the act is the day of the decision; whoever decided was in office on it.
    """
    return say_act("confirms", member=name_member(act.member, names), by=act.by)
