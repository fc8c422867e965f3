"""By what the archive sorts its outcomes: each facet gives an outcome its values, and each value its name."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scm_site.data.archive.archive import ARCHIVE, ArchivedOutcome

#: What a facet gives of an outcome: values, as they stand in addresses.
ValuesOf = Callable[[ArchivedOutcome], Iterable[str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Facet:
    """One way to sort outcomes."""

    id: str
    title: str
    values_of: ValuesOf


@dataclass(frozen=True, kw_only=True, slots=True)
class FacetValue:
    """What outcomes have in common, and which ones they are, in the order of the archive."""

    facet: Facet
    value: str
    outcomes: tuple[ArchivedOutcome, ...]

    @property
    def folder(self) -> str:
        """Where its page stands on the site."""
        return f"{ARCHIVE}{self.facet.id}/{self.value}/"


FACETS = (
    Facet(id="theme", title="Theme", values_of=lambda one: one.outcome.themes),
    Facet(id="format", title="Format", values_of=lambda one: [one.outcome.format.replace(" ", "-")]),
    Facet(id="group", title="Group", values_of=lambda one: [one.dossier.group.id]),
    Facet(id="kind", title="Kind of group", values_of=lambda one: [one.dossier.group.kind]),
    Facet(id="language", title="Language", values_of=lambda one: [found.code for found in one.languages]),
    Facet(id="year", title="Year", values_of=lambda one: [str(one.published.year)]),
    Facet(id="country", title="Country", values_of=lambda one: one.outcome.countries),
)


def sort_by_facets(outcomes: Iterable[ArchivedOutcome]) -> dict[Facet, tuple[FacetValue, ...]]:
    """Give the values of each facet that occur, by value."""
    sorted_: dict[Facet, dict[str, list[ArchivedOutcome]]] = {facet: defaultdict(list) for facet in FACETS}
    for one in outcomes:
        for facet, found in sorted_.items():
            for value in dict.fromkeys(facet.values_of(one)):
                found[value].append(one)
    return {
        facet: tuple(
            FacetValue(facet=facet, value=value, outcomes=tuple(found[value])) for value in sorted(found)
        )
        for facet, found in sorted_.items()
    }
