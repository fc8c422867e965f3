"""The example register on many days: whatever the calendar says, each page holds together."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from _pytest.mark.structures import ParameterSet

from scm_site.pages.frame.page import Page, Site
from scm_site.pages.frame.site_content import SiteContent
from scm_site.pages.site import make_site
from tests.built_sites import EXAMPLE
from tests.pages.example_sites import make_content, move_to

pytestmark = pytest.mark.broad

ID = re.compile(r'\sid="([^"]*)"')
LINK = re.compile(r'\shref="([^"]*)"')
FIRST, LAST = date(2024, 1, 15), date(2027, 9, 1)


@pytest.fixture(scope="module")
def content() -> SiteContent:
    return make_content(EXAMPLE.parent, FIRST)


#: Days on which something turns.
TURNS = (date(2025, 1, 15), date(2025, 8, 14), date(2026, 3, 10), date(2026, 6, 12), date(2027, 1, 15))


def list_days() -> Iterator[date]:
    """Give every 45th day, and days on which something takes place, ends or falls due."""
    day = FIRST
    while day < LAST:
        yield day
        day += timedelta(days=45)
    yield from TURNS


def list_marked() -> Iterator[ParameterSet]:
    """Give the days; between those on which something turns, every fourth one is looked at by day."""
    for number, day in enumerate(list_days()):
        night = () if day in TURNS or number % 4 == 0 else pytest.mark.slow("a day on which nothing turns")
        yield pytest.param(day, id=str(day), marks=night)


def list_pages(site: Site) -> Iterator[Page]:
    """Give the pages that a day may change."""
    yield from (
        page for page in site.pages if not page.address.startswith(("rules/", "fields/", "templates/"))
    )


@pytest.mark.parametrize("day", [*list_marked()])
def test_ids_and_anchors_of_every_page_fit(content: SiteContent, day: date) -> None:
    site = make_site(move_to(content, day))
    for page in list_pages(site):
        ids = Counter(ID.findall(page.html))
        assert [name for name, times in ids.items() if times > 1] == [], page.address
        inside = [link for link in LINK.findall(page.html) if link.startswith("#")]
        assert [link for link in inside if link[1:] not in ids] == [], page.address
        assert [heading.anchor for heading in page.headings if heading.anchor not in ids] == []
