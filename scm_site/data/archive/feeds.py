"""Feeds of outcomes (Atom): of all, and of each theme, format, group, kind of group, language, year and country.

outcomes/feed.atom                     the newest 100 outcomes
outcomes/<facet>/<value>/feed.atom     the same of one theme, and so on; of a group also under its former names

One outcome has one id in all of them, which a rename does not change. Nobody is named, only organisations: a copy in a
feed reader cannot be corrected.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time

from scm_site.data.archive.archive import ARCHIVE, Archive, ArchivedOutcome
from scm_site.data.archive.facets import FacetValue, sort_by_facets
from scm_site.data.atom import Entry, render_feed
from scm_site.data.calendar_entry import find_first_id
from scm_site.data.feeds import LONGEST, make_head, make_tag
from scm_site.records.register import Register

FEED_NAME = "feed.atom"
ALL_OUTCOMES = f"{ARCHIVE}{FEED_NAME}"


def make_outcome_feeds(archive: Archive, register: Register) -> Iterator[tuple[str, bytes]]:
    """Give every feed of outcomes, each with its path below the site's root."""
    title = f"Outcomes: {register.settings.site.name}"
    yield ALL_OUTCOMES, write_feed("outcomes", title, ARCHIVE, archive.published, register)
    for values in sort_by_facets(archive.published, register).values():
        for found in values:
            name = f"outcomes/{found.facet.id}/{find_first_value(found)}"
            written = write_feed(
                name, f"Outcomes: {found.name}", found.folder, list(found.outcomes), register
            )
            for folder in (found.folder, *found.former_folders):
                yield f"{folder}{FEED_NAME}", written


def find_first_value(found: FacetValue) -> str:
    """Give the value as it was first: a group may have got another name."""
    return find_first_id(found.outcomes[0].dossier.group) if found.facet.id == "group" else found.value


def write_feed(
    name: str, title: str, page: str, outcomes: Sequence[ArchivedOutcome], register: Register
) -> bytes:
    """Write a feed of the newest of some outcomes; `name` is its permanent id."""
    head = make_head(name, title, f"{page}{FEED_NAME}", page, register)
    newest = sorted(outcomes, key=find_last_news, reverse=True)[:LONGEST]
    return render_feed(head, (make_entry(one, register) for one in newest))


def make_entry(one: ArchivedOutcome, register: Register) -> Entry:
    """Give an outcome as an entry."""
    outcome = one.outcome
    return Entry(
        id=make_tag(f"outcome/{one.first_name}", register),
        published=start_of(one.published),
        updated=start_of(find_last_news(one)),
        title=outcome.title,
        summary=outcome.summary,
        address=one.address,
        categories=(outcome.format, *one.themes),
        authors=one.organisations,
        language=outcome.language,
    )


def find_last_news(one: ArchivedOutcome) -> date:
    """Give the day of the newest version or correction."""
    return max([one.issued, *(correction.on for correction in one.outcome.corrections)])


def start_of(day: date) -> datetime:
    """Give the start of a day in UTC."""
    return datetime.combine(day, time(), tzinfo=UTC)
