"""Who counts for which of several agreements, so that as many as can be are met: the order of rules decides nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

#: Of how many people who could speak for two kinds of office every way is tried; more than that many speak for offices
#: that are of no group.
MOST_TRIED = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """An agreement: how many people it needs, who could count for it, and the group whose it is, or "".

    `is_led`: the office is one of the group itself, and not the Secretariat's, which may agree instead.
    """

    needed: int
    people: frozenset[str]
    group: str
    is_led: bool

    def bars(self, other: "Place") -> bool:
        """Tell whether nobody who counts here counts for another place.

        Nobody speaks for two offices; but who leads two groups speaks for each, and one of the Secretariat can stand in
        for the offices of several groups.
        """
        is_of_one = self.group == other.group or "" in (self.group, other.group)
        return is_of_one or self.is_led != other.is_led


def match(places: Sequence[Place]) -> list[frozenset[str]]:
    """Give who counts for each place: nobody for two that bar each other.

    As many places as can be are met, and then as many people as can be count; else who leads a group speaks for it.
    """
    leading, others = list_people(places, is_led=True), list_people(places, is_led=False)
    both = sorted(leading & others)[:MOST_TRIED]
    found = (
        match_apart(places, leading - others | {one for one, leads in zip(both, way, strict=True) if leads})
        for way in product((True, False), repeat=len(both))
    )
    return max(found, key=lambda counted: measure(places, counted))


def list_people(places: Iterable[Place], *, is_led: bool) -> frozenset[str]:
    """Give who could count for offices of groups, or for others."""
    return frozenset().union(*(place.people for place in places if place.is_led == is_led))


def measure(places: Sequence[Place], counted: Sequence[frozenset[str]]) -> tuple[int, int]:
    """Give how many places are met, and how many people count."""
    met = sum(len(one) >= place.needed for place, one in zip(places, counted, strict=True))
    return met, sum(map(len, counted))


def match_apart(places: Sequence[Place], leaders: frozenset[str]) -> list[frozenset[str]]:
    """Match people and places where it is settled who speaks for offices of groups (`leaders`), and who for others."""
    counted = [frozenset[str]()] * len(places)
    for pool in list_pools(places):
        open_to = {
            number: places[number].people & leaders
            if places[number].is_led
            else places[number].people - leaders
            for number in pool
        }
        for number, people in match_simply({number: places[number].needed for number in pool}, open_to):
            counted[number] = people
    return counted


def list_pools(places: Sequence[Place]) -> Iterator[list[int]]:
    """Give the numbers of places among which nobody counts twice: those of a group; all, beside an office of none."""
    pools = defaultdict[tuple[bool, str], list[int]](list)
    for number, place in enumerate(places):
        is_beside = any(not other.group and other.is_led == place.is_led for other in places)
        pools[place.is_led, "" if is_beside else place.group].append(number)
    yield from pools.values()


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
