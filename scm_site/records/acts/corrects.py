"""Corrections: it was always so, and is known since the correction arrived."""

from dataclasses import dataclass

from scm_site.days import parse_day
from scm_site.records.acts.act import Content, Names, Setting, kind
from scm_site.records.acts.amends import TermsAct, set_terms
from scm_site.records.acts.programme_changes import ChangedDay, set_changed
from scm_site.records.acts.sentences import say_act, tell_settings

#: What is corrected besides acts: the record of the group, its work programme, and, beside it, the plan of a meeting.
LAUNCH, PROGRAMME, PLAN = "launch", "work-programme", "meeting"
RECORDS = (LAUNCH, PROGRAMME, PLAN)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangedFact:
    """One fact of a record or an act, by the name that `facts.py` gives it: a day or a word, and what was written."""

    id: str
    becomes: str
    instead_of: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Corrects(TermsAct):
    """What was written down wrongly in a record or an act, and the paper that shows how it was."""

    of: str
    source: str
    launch: ChangedDay | None = None
    facts: tuple[ChangedFact, ...] = ()

    @property
    def settings(self) -> tuple[Setting, ...]:
        """What it puts right, in the order of its fields."""
        facts = (
            Setting(
                name=one.id,
                becomes=read_fact(one.becomes),
                was=read_fact(one.instead_of),
                field=("facts", index, "becomes"),
            )
            for index, one in enumerate(self.facts)
        )
        return (*set_changed("launch", self.launch), *set_terms(self), *facts)


def read_fact(text: str) -> Content:
    """Give the day that a text names, else the text."""
    try:
        return parse_day(text)
    except ValueError:
        return text


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
    launch, in the work programme, in the plan of a meeting, or in an act. It names the paper that shows it. Days, roles
    and versions of members and of acts are named under `facts`. That of a meeting stands in the folder of the meeting.

    What is corrected counts from the beginning, but is known only from the day on which the correction arrives: it
    never changes how a duty stood on a day before. A due date that was a slip and has passed is excused by a waiver.
    """
    return say_act("corrects", what=name_corrected(act.of), told=tell_settings(act.settings, names))


def name_corrected(of: str) -> str:
    """Give what is corrected in words."""
    return say_act(f"corrects {of}") if of in RECORDS else say_act("corrects act", act=of)
