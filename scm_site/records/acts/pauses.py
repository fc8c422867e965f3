"""Pauses: for a stated time a group does not work, and owes nothing."""

from dataclasses import dataclass
from datetime import date

from scm_site.days import write_day
from scm_site.records.acts.act import Act, Names, kind
from scm_site.records.acts.sentences import say_act


@dataclass(frozen=True, kw_only=True, slots=True)
class Pauses(Act):
    """A time in which a group does not work; without a first day it begins on the day of the act."""

    until: date
    first_day: date | None = None

    @property
    def begins(self) -> date:
        """The first day of the pause."""
        return self.first_day or self.day


@kind(
    "pauses", "Pause", Pauses, words=("pause", "pauses"), files=("secretariat", "chair", "co-chair"), rank=3
)
def PAUSES(act: Pauses, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """A group that cannot work for a time pauses, and says until when and why. What falls due in the pause is not
    owed. Neither the dates of reports nor the end of the group move by it. A final outcome that falls due in a pause is
    owed on the day on which the pause ends; the message of an early end is owed all the same.

    A pause ends by itself on its last day, or earlier by an act `resumes`.
    """
    return say_act("pauses", first=write_day(act.begins), until=write_day(act.until))
