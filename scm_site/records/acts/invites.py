"""A group calls for participants, or closes its call (ToR, b and w)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from scm_site.days import write_day
from scm_site.records.acts.act import Act, Names, kind
from scm_site.records.acts.sentences import say_act


@dataclass(frozen=True, kw_only=True, slots=True)
class Invites(Act):
    """Whether new participants are welcome, and until when."""

    state: Literal["open", "closed"]
    until: date | None = None


@kind(
    "invites",
    "Call for participants",
    Invites,
    words=("call for participants", "calls for participants"),
    clauses=("b", "w"),
    files=("co-chair",),
    rank=2,
)
def INVITES(act: Invites, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """A group is open for participants from its launch. A call says until when, or closes it; the last one counts. What
    somebody does to join stands on the group's page.
    """
    return say_act(f"invites {act.state}{' until' if act.until else ''}", day=write_day(act.until or act.day))
