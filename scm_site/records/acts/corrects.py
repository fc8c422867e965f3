"""Corrections: it was always so, and is known since the correction arrived."""

from dataclasses import dataclass

from scm_site.records.acts.act import Names, Setting, kind
from scm_site.records.acts.amends import TermsAct, set_terms
from scm_site.records.acts.programme_changes import ChangedDay, set_changed
from scm_site.records.acts.sentences import say_act, tell_settings

#: What is corrected besides acts: the record of the group, and its work programme.
LAUNCH, PROGRAMME = "launch", "work-programme"
RECORDS = (LAUNCH, PROGRAMME)


@dataclass(frozen=True, kw_only=True, slots=True)
class Corrects(TermsAct):
    """What was written down wrongly in a record or an act, and the paper that shows how it was."""

    of: str
    source: str
    launch: ChangedDay | None = None

    @property
    def settings(self) -> tuple[Setting, ...]:
        """What it puts right, in the order of its fields."""
        return (*set_changed("launch", self.launch), *set_terms(self))


@kind(
    "corrects",
    "Correction",
    Corrects,
    words=("correction", "corrections"),
    files=("secretariat", "co-chair"),
    rank=0,
)
def CORRECTS(act: Corrects, names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """A correction says that something was always otherwise than it was written down: a slip in the record of the
    launch, in the work programme, or in an act. It names the paper that shows it.

    What is corrected counts from the beginning, but is known only from the day on which the correction arrives: it
    never changes how a duty stood on a day before. A due date that was a slip and has passed is excused by a waiver.
    """
    return say_act("corrects", what=name_corrected(act.of), told=tell_settings(act.settings, names))


def name_corrected(of: str) -> str:
    """Give what is corrected in words."""
    return say_act(f"corrects {of}") if of in RECORDS else say_act("corrects act", act=of)
