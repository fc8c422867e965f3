"""The end of a pause before its time."""

from dataclasses import dataclass
from datetime import date

from scm_site.days import write_day
from scm_site.records.acts.act import Act, Names, kind
from scm_site.records.acts.sentences import say_act


@dataclass(frozen=True, kw_only=True, slots=True)
class Resumes(Act):
    """A group takes up its work before its pause was to end; without a first day, on the day of the act."""

    first_day: date | None = None

    @property
    def begins(self) -> date:
        """The first day on which the group is at work again."""
        return self.first_day or self.day


@kind(
    "resumes",
    "End of a pause",
    Resumes,
    words=("end of a pause", "ends of pauses"),
    files=("secretariat", "chair", "co-chair"),
    rank=2,
)
def RESUMES(act: Resumes, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """A group that pauses takes up its work before the pause was to end. From that day on it owes again what falls
    due.
    """
    return say_act("resumes", first=write_day(act.begins))
