"""Changes of a work programme that leave the Terms of Reference as they are (a, L4)."""

from dataclasses import dataclass
from datetime import date

from scm_site.records.acts.act import Names, kind
from scm_site.records.acts.programme_changes import ProgrammeAct
from scm_site.records.acts.sentences import tell_settings


@dataclass(frozen=True, kw_only=True, slots=True)
class Replans(ProgrammeAct):
    """A change of the work programme, and the day on which chair and co-chair agreed on it."""

    agreed: date


@kind(
    "replans",
    "Change of the work programme",
    Replans,
    words=("change of the work programme", "changes of the work programme"),
    clauses=("a", "L4"),
    files=("chair", "co-chair"),
    rank=2,
)
def REPLANS(act: Replans, names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """The chair draws the work programme up, and the co-chair supports it. As life goes on, milestones and KPIs come
    in, move or are given up, and the final outcome gets another date or title. Each says what it replaces, and why.

    What is given up stays visible, with the day and the reason. A due date that has passed is not moved any more: it
    stays missed, and shows that it was moved afterwards, when and why. A KPI is asked for from the next status update
    on; of one that is given up, the readings stay.
    """
    return tell_settings(act.settings, names)
