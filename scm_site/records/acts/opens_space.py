"""A group's place on the community platform is opened (ToR, y)."""

from dataclasses import dataclass

from scm_site.records.acts.act import Act, Names, kind
from scm_site.records.acts.sentences import say_act


@dataclass(frozen=True, kw_only=True, slots=True)
class OpensSpace(Act):
    """The address of the space."""

    address: str


@kind(
    "opens-space",
    "Opening of the community space",
    OpensSpace,
    words=("opening of the community space", "openings of the community space"),
    clauses=("y", "C6"),
    files=("co-chair", "secretariat"),
    rank=2,
)
def OPENS_SPACE(act: OpensSpace, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """The support team has set up the group's space. The duty is met by the first of these acts; where the space moves
    later, another one gives the new address.
    """
    return say_act("opens space", address=act.address)
