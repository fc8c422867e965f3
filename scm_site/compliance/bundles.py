"""Standings told together: what several members of a group owe on one day, and stand alike in, is one line."""

from collections.abc import Iterable
from dataclasses import dataclass

from scm_site.compliance.standing import Standing

#: Who owes what is told together: one act can answer for several members.
EACH_OF_THEM = ("every member",)


@dataclass(frozen=True, kw_only=True, slots=True)
class Bundle:
    """Standings that are told together, by the first of them."""

    first: Standing
    count: int = 1

    @property
    def name(self) -> str:
        """The duty, and which time of it, or of how many members: `Charter: new version, 8 members`."""
        return self.first.name if self.count == 1 else f"{self.first.duty.title}, {self.count} members"


def bundle(standings: Iterable[Standing]) -> list[Bundle]:
    """Give standings in their order, those of several members at the place of the first."""
    bundles: dict[object, list[Standing]] = {}
    for one in standings:
        is_each = one.duty.responsible == EACH_OF_THEM
        key = (one.of, one.duty.id, one.due, one.state) if is_each else one.id
        bundles.setdefault(key, []).append(one)
    return [Bundle(first=found[0], count=len(found)) for found in bundles.values()]
