"""A dated fact about a group that no other record holds (ToR, ae)."""

from dataclasses import dataclass

from scm_site.records.acts.act import Act, Names, kind
from scm_site.records.acts.sentences import say_act


@dataclass(frozen=True, kw_only=True, slots=True)
class Noted(Act):
    """What happened on the day of the act, and a public page about it."""

    what: str
    address: str = ""


@kind(
    "noted",
    "Note",
    Noted,
    words=("note", "notes"),
    clauses=("ae",),
    files=("co-chair",),
    rank=9,
)
def NOTED(act: Noted, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """What happened on that day, in one sentence, where no other record says it: an announcement, an article, a visit.
    Nothing hangs on it.
    """
    return say_act("noted", what=act.what)
