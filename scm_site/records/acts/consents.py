"""A member agrees to be named in public, or does not any more."""

from dataclasses import dataclass
from datetime import date

from scm_site.days import write_day
from scm_site.reading import ValuePath
from scm_site.records.acts.act import Names, kind
from scm_site.records.acts.member_act import MemberAct, name_member
from scm_site.records.acts.sentences import say_act


@dataclass(frozen=True, kw_only=True, slots=True)
class Consents(MemberAct):
    """Who agrees; or, with `until`, up to which day they agreed."""

    member: str
    until: date | None = None

    @property
    def named(self) -> tuple[tuple[ValuePath, str], ...]:
        """Whose consent it is."""
        return ((("member",), self.member),)


@kind(
    "consents",
    "Consent",
    Consents,
    words=("consent", "consents"),
    files=("secretariat",),
    rank=8,
)
def CONSENTS(act: Consents, names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """A member agrees to be named in public, where the record that brought the person does not say so; or takes that
    back, with the day until which it held. Then the name comes out of every file, which changes nothing else: no duty
    and no right hangs on a name.
    """
    who = name_member(act.member, names)
    return (
        say_act("consent ends", member=who, day=write_day(act.until))
        if act.until
        else say_act("consents", member=who)
    )
