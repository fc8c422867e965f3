"""Waivers: the Secretariat excuses a duty for a stated time."""

from dataclasses import dataclass
from datetime import date

from scm_site.days import write_day
from scm_site.records.acts.act import Act, Names, kind
from scm_site.records.acts.amends import Agreement
from scm_site.records.acts.sentences import say_act


@dataclass(frozen=True, kw_only=True, slots=True)
class Waives(Act):
    """A duty excused for a stated time; it lapses by itself. `granted` says who of the Secretariat did so."""

    duty: str
    first_day: date
    until: date
    granted: Agreement
    former_ids: tuple[str, ...] = ()


@kind("waives", "Waiver", Waives, words=("waiver", "waivers"), files=("secretariat",), rank=3)
def WAIVES(act: Waives, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """The Secretariat excuses a duty for a stated time, with a reason. The waiver lapses by itself on its last day, and
    stays in the register. One that was not meant is taken back.
    """
    days = {"first": write_day(act.first_day), "until": write_day(act.until)}
    return say_act("waives", duty=act.duty.replace("-", " "), **days)
