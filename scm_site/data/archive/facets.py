"""By what the archive sorts its outcomes: each facet gives an outcome its values, and each value its name."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scm_site.data.archive.archive import ARCHIVE, ArchivedOutcome
from scm_site.records.register import Register
from scm_site.words import FORMAT_NAMES, KIND_NAMES, name_language


@dataclass(frozen=True, kw_only=True, slots=True)
class Facet:
    """One way to sort outcomes.

    `values_of` gives the values of an outcome as they stand in addresses, `name_of` what people call a value.
    """

    id: str
    title: str
    values_of: Callable[[ArchivedOutcome], Iterable[str]]
    name_of: Callable[[str, Register], str]
    is_newest_first: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class FacetValue:
    """What outcomes have in common, and which ones they are, in the order of the archive."""

    facet: Facet
    value: str
    name: str
    outcomes: tuple[ArchivedOutcome, ...]

    @property
    def folder(self) -> str:
        """Where its page and its feed stand on the site."""
        return f"{ARCHIVE}{self.facet.id}/{self.value}/"

    @property
    def former_folders(self) -> tuple[str, ...]:
        """Where they stood under the former names of a group."""
        formers = self.outcomes[0].dossier.group.former_ids if self.facet.id == "group" else ()
        return tuple(f"{ARCHIVE}{self.facet.id}/{former}/" for former in formers)

    @property
    def language(self) -> str:
        """The language of its name: a language is called by its own name."""
        return self.value if self.facet.id == "language" else "en"


FACETS = (
    Facet(
        id="theme",
        title="Theme",
        values_of=lambda one: one.outcome.themes,
        name_of=lambda value, register: register.themes.name_of(value),
    ),
    Facet(
        id="format",
        title="Format",
        values_of=lambda one: [one.outcome.format.replace(" ", "-")],
        name_of=lambda value, _: FORMAT_NAMES[value.replace("-", " ")],
    ),
    Facet(
        id="language",
        title="Language",
        values_of=lambda one: [language.code for language in one.languages],
        name_of=lambda value, _: name_language(value),
    ),
    Facet(
        id="year",
        title="Year",
        values_of=lambda one: [str(one.published.year)],
        name_of=lambda value, _: value,
        is_newest_first=True,
    ),
    Facet(
        id="country",
        title="Country",
        values_of=lambda one: [code.lower() for code in one.country_codes],
        name_of=lambda value, register: register.countries.name_of(value.upper()),
    ),
    Facet(
        id="kind",
        title="Kind of group",
        values_of=lambda one: [one.dossier.group.kind],
        name_of=lambda value, _: KIND_NAMES[value],
    ),
    Facet(
        id="group",
        title="Group",
        values_of=lambda one: [one.dossier.group.id],
        name_of=lambda value, register: register.find_dossier(value).group.title,
    ),
)


def sort_by_facets(
    outcomes: Iterable[ArchivedOutcome], register: Register
) -> dict[str, tuple[FacetValue, ...]]:
    """Give the values of each facet that occur, in the order of their names; the facets by their ids."""
    found: dict[str, dict[str, list[ArchivedOutcome]]] = {facet.id: defaultdict(list) for facet in FACETS}
    for one in outcomes:
        for facet in FACETS:
            for value in dict.fromkeys(facet.values_of(one)):
                found[facet.id][value].append(one)
    return {facet.id: list_values(facet, found[facet.id], register) for facet in FACETS}


def list_values(
    facet: Facet, found: dict[str, list[ArchivedOutcome]], register: Register
) -> tuple[FacetValue, ...]:
    """Give the values of one facet, by name."""
    values = (
        FacetValue(
            facet=facet, value=value, name=facet.name_of(value, register), outcomes=tuple(found[value])
        )
        for value in found
    )
    ordered = sorted(values, key=lambda one: (one.name.casefold(), one.value), reverse=facet.is_newest_first)
    return tuple(ordered)
