"""Who counts for which of several agreements, so that as many as can be are met: the order of rules decides nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

#: Of how many people who could speak for a group and for an office of none every way is tried; more than that many
#: speak for the office of none.
MOST_TRIED = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """An agreement: how many people it needs, who could count for it, and the group whose it is, or ""."""

    needed: int
    people: frozenset[str]
    group: str


def match(places: Sequence[Place]) -> list[frozenset[str]]:
    """Give who counts for each place: nobody for two of one group, nor for one of a group and one of none.

    As many places as can be are met, and then as many people as can be count.
    """
    of_none = frozenset().union(*(place.people for place in places if not place.group))
    of_groups = frozenset().union(*(place.people for place in places if place.group))
    both = sorted(of_none & of_groups)[:MOST_TRIED]
    found = (
        match_apart(places, frozenset(one for one, speaks in zip(both, way, strict=True) if speaks), of_none)
        for way in product((False, True), repeat=len(both))
    )
    return max(found, key=lambda counted: measure(places, counted))


def measure(places: Sequence[Place], counted: Sequence[frozenset[str]]) -> tuple[int, int]:
    """Give how many places are met, and how many people count."""
    met = sum(len(one) >= place.needed for place, one in zip(places, counted, strict=True))
    return met, sum(map(len, counted))


def match_apart(
    places: Sequence[Place], for_groups: frozenset[str], of_none: frozenset[str]
) -> list[frozenset[str]]:
    """Match the places of each group, and those of none; of who could speak for both, `for_groups` do for a group."""
    counted = [frozenset[str]()] * len(places)
    for group in dict.fromkeys(place.group for place in places):
        open_to = {
            number: place.people - (of_none - for_groups if group else for_groups)
            for number, place in enumerate(places)
            if place.group == group
        }
        for number, people in match_simply({number: places[number].needed for number in open_to}, open_to):
            counted[number] = people
    return counted


def match_simply(
    needed: Mapping[int, int], open_to: Mapping[int, frozenset[str]]
) -> Iterator[tuple[int, frozenset[str]]]:
    """Match people and places, nobody twice.

    Places that need few are filled first, so that as many as can be are met where not all can. Where not enough agreed,
    those who did are told, as far as nobody else needs them.
    """
    seats = Seats(open_to=open_to)
    ordered = sorted(needed, key=lambda place: (needed[place], place))
    for place in ordered:
        if seats.fill(place, needed[place]) < needed[place]:
            seats.empty(place)
    for place in ordered:
        seats.fill(place, needed[place])
    for place in needed:
        yield place, seats.list_people(place)


@dataclass(kw_only=True)
class Seats:
    """Who has which place; `open_to` tells for each place who could."""

    open_to: Mapping[int, frozenset[str]]
    taken: dict[str, int] = field(default_factory=dict)

    def list_people(self, place: int) -> frozenset[str]:
        """Give who has a place."""
        return frozenset(person for person, at in self.taken.items() if at == place)

    def fill(self, place: int, needed: int) -> int:
        """Fill a place as far as it goes, and give how many people have it then."""
        while len(self.list_people(place)) < needed and self.seat(place, set()):
            pass
        return len(self.list_people(place))

    def seat(self, place: int, seen: set[str]) -> bool:
        """Find one more for a place: who has another one goes where somebody else is found for it."""
        for person in sorted(self.open_to[place] - self.list_people(place)):
            if person not in seen:
                seen.add(person)
                if person not in self.taken or self.seat(self.taken[person], seen):
                    self.taken[person] = place
                    return True
        return False

    def empty(self, place: int) -> None:
        """Let nobody have a place."""
        self.taken = {person: at for person, at in self.taken.items() if at != place}
