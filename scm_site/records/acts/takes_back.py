"""Taking back: an act never was."""

from dataclasses import dataclass

from scm_site.records.acts.act import Act, Names, kind
from scm_site.records.acts.sentences import say_act


@dataclass(frozen=True, kw_only=True, slots=True)
class TakesBack(Act):
    """An act that is taken back, by its name."""

    act: str


@kind(
    "takes-back",
    "Taking back of an act",
    TakesBack,
    words=("taking back of an act", "takings back of acts"),
    files=("secretariat", "co-chair"),
    rank=0,
)
def TAKES_BACK(act: TakesBack, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """An act that was filed by mistake, or twice, is taken back: it never was. Both files stay, so that everybody can
    see it. What counted until the taking back arrived goes on to count for the days before it. Acts that were built on
    the one that is taken back go on, with a note.

    What was, and is over, is not taken back: it is ended by another act. A taking back can be taken back, too.
    """
    return say_act("takes back", act=act.act)
