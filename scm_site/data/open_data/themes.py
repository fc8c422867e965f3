"""Themes as public data: what groups, proposals and outcomes are sorted by, and how many there are of each."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypedDict

from scm_site.data.archive.archive import ARCHIVE, Archive
from scm_site.data.calendar_entry import make_address
from scm_site.records.register import Register


class ThemeData(TypedDict):
    """One theme, as other programs read it."""

    id: str
    name: str
    description: str | None
    groups: int
    proposals: int
    outcomes: int
    page: str | None


def list_themes(register: Register, archive: Archive) -> Iterator[ThemeData]:
    """Give every theme, in the order of the list; one without outcomes has no page in the archive."""
    groups = count_themes(dossier.group.themes for dossier in register.dossiers)
    proposals = count_themes(proposal.themes for proposal in register.proposals)
    outcomes = count_themes(one.outcome.themes for one in archive.published)
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
