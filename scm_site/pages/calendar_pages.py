"""The calendar: what comes, and a page for each year, where an event keeps its address."""

from collections.abc import Iterator
from itertools import groupby

from scm_site.pages.calendar_entries import CalendarEntry, find_coming, group_by_month, list_entries
from scm_site.pages.page import Crumb, Page
from scm_site.pages.rendering import render_page
from scm_site.pages.site_content import SiteContent

CALENDAR = Crumb(text="Meetings and events", address="calendar/")


def make_calendar_pages(content: SiteContent) -> Iterator[Page]:
    """Make the page of what comes, and a page for each year."""
    entries = list_entries(content.register)
    years = {year: list(inside) for year, inside in groupby(entries, key=lambda entry: entry.day.year)}
    yield render_page(
        "calendar.html",
        CALENDAR.address,
        CALENDAR.text,
        description="Meetings of the groups, events of the Smart Cities Marketplace and meetings of the board.",
        coming=list(group_by_month(find_coming(entries, content.as_of))),
        years=sorted(years, reverse=True),
        as_of=content.as_of,
        edit_address=content.edit_address,
    )
    for year, inside in years.items():
        yield make_year_page(year, inside, content)


def make_year_page(year: int, entries: list[CalendarEntry], content: SiteContent) -> Page:
    """Make the page of a year, month by month."""
    return render_page(
        "calendar-year.html",
        f"calendar/{year}/",
        f"Meetings and events of {year}",
        description=f"Every meeting and event of {year}.",
        crumbs=(CALENDAR,),
        months_of_year=list(group_by_month(entries)),
        edit_address=content.edit_address,
    )
