"""The calendar: what comes, and a page for each year, where an event keeps its address."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from scm_site.addresses import list_former_places
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import CALENDAR
from scm_site.pages.frame.site_content import SiteContent
from scm_site.pages.front.calendar_entries import DatedEntry, find_coming, group_by_month, list_entries
from scm_site.records.event import Event
from scm_site.records.register import Register


def make_calendar_pages(content: SiteContent) -> Iterator[Page]:
    """Make the page of what comes, and a page for each year."""
    entries = list_entries(content.register)
    by_year = {year: list(inside) for year, inside in groupby(entries, key=lambda entry: entry.day.year)}
    moved = find_moved(content.register)
    years = sorted(by_year.keys() | moved.keys())
    yield render_page(
        "calendar.html",
        CALENDAR.address,
        CALENDAR.text,
        description="Meetings of the groups, events of the Smart Cities Marketplace and meetings of the board.",
        coming=list(group_by_month(find_coming(entries, content.as_of))),
        years=years[::-1],
        as_of=content.as_of,
        edit_address=content.edit_address,
    )
    for year in years:
        yield make_year_page(year, by_year.get(year, []), moved.get(year, []), content)


def find_moved(register: Register) -> dict[int, list[tuple[Event, str]]]:
    """Give the events that once had their address in another year, by that year, each with its anchor there."""
    moved: dict[int, list[tuple[Event, str]]] = defaultdict(list)
    for event in register.events:
        for page, anchor in list_former_places(event):
            if page != make_year_address(event.date.year):
                moved[int(anchor[:4])].append((event, anchor))
    return moved


def make_year_address(year: int) -> str:
    """Give the address of the page of a year."""
    return f"{CALENDAR.address}{year}/"


def make_year_page(
    year: int, entries: list[DatedEntry], moved: list[tuple[Event, str]], content: SiteContent
) -> Page:
    """Make the page of a year, month by month, and what was moved away from it."""
    return render_page(
        "calendar-year.html",
        make_year_address(year),
        f"Meetings and events of {year}",
        description=f"Every meeting and event of {year}.",
        crumbs=(CALENDAR,),
        months_of_year=list(group_by_month(entries)),
        moved=moved,
        edit_address=content.edit_address,
    )
