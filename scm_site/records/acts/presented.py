"""The final results of a group, shown to the Advisory Board (I2)."""

from dataclasses import dataclass
from datetime import date

from scm_site.days import parse_day, write_day
from scm_site.records.acts.act import Act, Names, kind
from scm_site.records.acts.sentences import say_act


@dataclass(frozen=True, kw_only=True, slots=True)
class Presented(Act):
    """The board meeting at which the final results were presented, by its id."""

    at: str

    @property
    def held(self) -> date | str:
        """The day in the id of the meeting; the id where it has none."""
        try:
            return parse_day(self.at[:10])
        except ValueError:
            return self.at


@kind(
    "presented",
    "Final results presented",
    Presented,
    words=("presentation of the final results", "presentations of final results"),
    clauses=("I2",),
    files=("chair", "co-chair"),
    rank=6,
)
def PRESENTED(act: Presented, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """A group presents its final results at the meeting of the Advisory Board that follows its end. It counts from the
    day of that meeting, or from the arrival of the act where that is later.
    """
    held = act.held
    return say_act("presented", day=write_day(held) if isinstance(held, date) else held)
