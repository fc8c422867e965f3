"""How a group ended: completed, by agreement of its members, or early (D2, T7)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from scm_site.days import write_day
from scm_site.records.acts.act import Act, Names, kind
from scm_site.records.acts.sentences import say_act
from scm_site.records.unknown import Unknown


@dataclass(frozen=True, kw_only=True, slots=True)
class Ends(Act):
    """The decision to end a group. `text` says why; `decided` and `told` say what nobody knows of an old end."""

    how: Literal["completed", "by agreement", "early"]
    decided_by: tuple[str, ...]
    end: date | Unknown
    text: str
    goes_on_in: tuple[str, ...] = ()
    evaluation_meeting: str = ""
    decided: Unknown | None = None
    told: Unknown | None = None

    @property
    def decided_on(self) -> date | Unknown:
        """The day of the decision: the day of the act, unless that is not known."""
        return self.decided or self.day


def ends_by_agreement(act: object) -> bool:
    """Tell whether an act ends a group by agreement; what cannot be read may, so that nobody is left out."""
    return not isinstance(act, Ends) or act.how == "by agreement"


@kind(
    "ends",
    "End of the group",
    Ends,
    words=("end of the group", "ends of groups"),
    clauses=("D2", "T7"),
    files=("chair", "co-chair"),
    rank=4,
)
def ENDS(act: Ends, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """A group ends with its last day: completed, by agreement of its members, or early, when chair and co-chair end it.
    The act says how, who decided, the last day, and in its text why, for all members. What falls due after the last
    day is not owed any more, but for the minutes, the final results and what else is still to be done.

    A group can go on in one or several others; each page names the other. Of several ends, the first that arrived
    holds until it is taken back.
    """
    day = write_day(act.end) if isinstance(act.end, date) else say_act("no day")
    goes_on = [say_act("goes on", groups=" and ".join(act.goes_on_in))] if act.goes_on_in else []
    decided = say_act("decided by", by=" and ".join(act.decided_by))
    return "; ".join([say_act(f"ends {act.how}", end=day), decided, *goes_on])
