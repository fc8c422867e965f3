"""Amendments: a group's Terms of Reference change in writing, and perhaps its work programme with them (A1, D3)."""

from dataclasses import dataclass
from datetime import date
from itertools import chain

from scm_site.records.acts.act import Names, Setting, kind
from scm_site.records.acts.programme_changes import (
    ChangedDay,
    ChangedList,
    ChangedText,
    ProgrammeAct,
    set_changed,
    set_programme,
)
from scm_site.records.acts.sentences import say_act, tell_settings

#: What of the Terms of Reference can change; the kind of a group cannot.
TERMS = ("end", "title", "challenge", "objectives", "terms_of_reference")


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """An agreement, or a refusal: the day, and who spoke, for the Secretariat an id of its roster."""

    day: date
    by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BothAgreed:
    """The two agreements without which the Terms of Reference do not change (A1)."""

    secretariat: Agreement
    group: Agreement


@dataclass(frozen=True, kw_only=True, slots=True)
class TermsAct(ProgrammeAct):
    """An act that may change the Terms of Reference and the work programme."""

    end: ChangedDay | None = None
    title: ChangedText | None = None
    challenge: ChangedText | None = None
    objectives: ChangedList | None = None
    terms_of_reference: ChangedText | None = None

    @property
    def settings(self) -> tuple[Setting, ...]:
        """What it sets in the Terms of Reference, then in the work programme."""
        return set_terms(self)


def set_terms(act: TermsAct) -> tuple[Setting, ...]:
    """Give what an act sets in the Terms of Reference, then in the work programme."""
    terms = chain.from_iterable(set_changed(name, getattr(act, name)) for name in TERMS)
    return (*terms, *set_programme(act))


@dataclass(frozen=True, kw_only=True, slots=True)
class Amends(TermsAct):
    """A written amendment of the Terms of Reference; `not_agreed` says that it was refused and changes nothing."""

    agreed: BothAgreed | None = None
    not_agreed: Agreement | None = None
    wording: str = ""
    former_ids: tuple[str, ...] = ()


@kind(
    "amends",
    "Amendment of the Terms of Reference",
    Amends,
    words=("amendment", "amendments"),
    clauses=("A1", "D3"),
    files=("chair", "co-chair"),
    rank=1,
)
def AMENDS(act: Amends, names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """The Terms of Reference may be amended in writing, after consultation and agreement of the Secretariat and the
    group. An amendment can move the end, and change the title, the challenge, the objectives, the version of the Terms
    of Reference, and the work programme: all that was decided together stands in one file.

    It works from the day on which it was done. Each change says what it replaces. An end that has passed is not moved
    any more: a group that wants to go on proposes its topic again. An amendment that was put forward and not agreed to
    is kept on record under `not_agreed`, and changes nothing.
    """
    told = tell_settings(act.settings, names) or say_act("wording")
    return say_act("not agreed", told=told) if act.not_agreed else told
