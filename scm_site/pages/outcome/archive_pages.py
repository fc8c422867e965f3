"""The outcomes archive: one page with all of it, and a page for each value of each facet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scm_site.data.archive.archive import ARCHIVE, ArchivedOutcome
from scm_site.data.archive.facets import FACETS, Facet, FacetValue, sort_by_facets
from scm_site.data.archive.feeds import ALL_OUTCOMES, FEED_NAME
from scm_site.data.archive.search_texts import SEARCH_TEXTS
from scm_site.data.citations.citation_files import CITATION_FORMATS
from scm_site.pages.frame.page import Crumb, Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import OUTCOMES
from scm_site.pages.frame.site_content import SiteContent
from scm_site.words import FORMAT_NAMES, name_language

SCRIPTS = ("assets/scm-archive.js",)

#: More organisations than these are counted in the list, not named.
NAMED_IN_LIST = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownFacet:
    """A facet in the panel: its values, each with the number by which rows name it."""

    facet: Facet
    values: tuple[tuple[int, FacetValue], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OutcomeRow:
    """An outcome in a list; `codes` are the numbers of its facets' values."""

    one: ArchivedOutcome
    format_name: str
    by: str
    languages: tuple[tuple[str, str], ...]  # code and name
    codes: str = ""


def make_archive_pages(content: SiteContent) -> Iterator[Page]:
    """Make the page of the archive, and the page of each value of each facet."""
    sorted_ = sort_by_facets(content.archive.published, content.register)
    facets = number_values(sorted_)
    yield make_archive_page(facets, content)
    for shown in facets:
        for _, found in shown.values:
            yield make_facet_page(found, content)


def number_values(sorted_: Mapping[str, Sequence[FacetValue]]) -> list[ShownFacet]:
    """Give every value of every facet a number, short enough to stand in each row."""
    facets, number = [], 0
    for facet in FACETS:
        values = tuple(enumerate(sorted_[facet.id], start=number))
        number += len(values)
        facets.append(ShownFacet(facet=facet, values=values))
    return facets


def make_archive_page(facets: list[ShownFacet], content: SiteContent) -> Page:
    """Make the page with every outcome; a script adds the choices to it."""
    archive = content.archive
    return render_page(
        "archive.html",
        ARCHIVE,
        "Outcomes",
        description="Everything that the Focus and Discussion groups have delivered, to find, read, cite and reuse.",
        changed=find_last_change((*archive.published, *archive.withdrawn), content),
        feed=Crumb(text="New outcomes", address=ALL_OUTCOMES),
        scripts=SCRIPTS,
        has_contents=False,
        facets=facets,
        rows=make_rows(archive.published, list_codes(facets)),
        withdrawn=archive.withdrawn,
        feed_address=ALL_OUTCOMES,
        texts=SEARCH_TEXTS,
        citation_formats=CITATION_FORMATS,
    )


def list_codes(facets: Iterable[ShownFacet]) -> dict[str, list[str]]:
    """Give the numbers of each outcome's values, by the outcome's name."""
    codes: dict[str, list[str]] = {}
    for shown in facets:
        for number, found in shown.values:
            for one in found.outcomes:
                codes.setdefault(one.name, []).append(str(number))
    return codes


def make_rows(outcomes: Iterable[ArchivedOutcome], codes: Mapping[str, list[str]]) -> list[OutcomeRow]:
    """Give the rows of a list."""
    return [make_row(one, " ".join(codes.get(one.name, ()))) for one in outcomes]


def make_row(one: ArchivedOutcome, codes: str = "") -> OutcomeRow:
    """Give the row of an outcome."""
    return OutcomeRow(
        one=one,
        format_name=FORMAT_NAMES[one.outcome.format],
        by=name_organisations(one.organisations),
        languages=tuple((language.code, name_language(language.code)) for language in one.languages),
        codes=codes,
    )


def name_organisations(organisations: tuple[str, ...]) -> str:
    """Name the first organisations and count the others."""
    named, others = organisations[:NAMED_IN_LIST], len(organisations) - NAMED_IN_LIST
    return ", ".join(named) + (f" and {others} more" if others > 0 else "")


def make_facet_page(found: FacetValue, content: SiteContent) -> Page:
    """Make the page of what a facet's value brings together."""
    feed = f"{found.folder}{FEED_NAME}"
    return render_page(
        "archive-facet.html",
        found.folder,
        f"{found.facet.title}: {found.name}",
        description=f"Outcomes of the groups: {found.facet.title.lower()} {found.name}.",
        crumbs=(OUTCOMES,),
        changed=find_last_change(found.outcomes, content),
        feed=Crumb(text=f"New outcomes: {found.name}", address=feed),
        searchable=False,
        has_contents=False,
        found=found,
        rows=make_rows(found.outcomes, {}),
        feed_address=feed,
    )


def find_last_change(outcomes: Iterable[ArchivedOutcome], content: SiteContent) -> date | None:
    """Give the day on which one of some outcomes last changed, if git tells."""
    return content.find_last_change(one.outcome for one in outcomes)
