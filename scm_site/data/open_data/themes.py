"""Themes as public data: what groups, proposals and outcomes are sorted by, and how many there are of each."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated

from scm_site.data.archive.archive import ARCHIVE
from scm_site.data.calendar_entry import make_address
from scm_site.data.fields import Address, Count, Data, Text, means
from scm_site.data.open_data.head import Head
from scm_site.data.open_data.source import Source


class ThemeData(Data, frozen=True, kw_only=True):
    """A theme of the register, and how much there is on it."""

    id: Annotated[Text, means("The theme's id, as other datasets use it.")]
    name: Annotated[Text, means("What the theme is called.")]
    description: Annotated[Text | None, means("What belongs to it, or null where that is not stated.")]
    groups: Annotated[Count, means("How many groups have it.")]
    proposals: Annotated[Count, means("How many proposals have it.")]
    outcomes: Annotated[Count, means("How many published outcomes have it.")]
    page: Annotated[
        Address | None,
        means("The page of the archive with the outcomes of the theme; null where there are none."),
    ]


class ThemesDocument(Head, frozen=True, kw_only=True):
    """The themes by which groups, proposals and outcomes are sorted, and how many there are of each."""

    themes: Annotated[tuple[ThemeData, ...], means("Every theme, in the order of the list.")]


def make_themes(source: Source) -> ThemesDocument:
    """Make `themes.json`."""
    return ThemesDocument(**source.head, themes=tuple(list_themes(source)))


def list_themes(source: Source) -> Iterator[ThemeData]:
    """Give every theme, in the order of the list; one without outcomes has no page in the archive."""
    register = source.register
    groups = count_themes(dossier.group.themes for dossier in register.dossiers)
    proposals = count_themes(proposal.themes for proposal in register.proposals)
    outcomes = count_themes(one.outcome.themes for one in source.archive.published)
    for theme in register.themes.themes:
        page = make_address(register, f"{ARCHIVE}theme/{theme.id}/")
        yield ThemeData(
            id=theme.id,
            name=theme.name,
            description=theme.description or None,
            groups=groups[theme.id],
            proposals=proposals[theme.id],
            outcomes=outcomes[theme.id],
            page=page if outcomes[theme.id] else None,
        )


def count_themes(records: Iterable[Iterable[str]]) -> Counter[str]:
    """Count how many records have each theme, given the themes of each record."""
    return Counter(theme for themes in records for theme in dict.fromkeys(themes))
