"""The page about the public data: which datasets there are, what their fields mean, how to get and to use them."""

from collections.abc import Iterator
from dataclasses import dataclass

from scm_site.compliance.duty import ROLES
from scm_site.data.archive.feeds import ALL_OUTCOMES
from scm_site.data.calendars import DUE, MEETINGS, name_due_file
from scm_site.data.feeds import ALL
from scm_site.data.open_data.changes import CHANGES
from scm_site.data.open_data.datasets import Dataset, list_datasets
from scm_site.data.open_data.field_list import Field, list_fields
from scm_site.data.open_data.head import VERSION
from scm_site.data.open_data.index import CATALOGUE_JSON_LD, CATALOGUE_TURTLE, INDEX, OPENAPI
from scm_site.data.open_data.index import CHANGES as CHANGES_FILE
from scm_site.data.open_data.source import Source
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import DATA
from scm_site.pages.frame.site_content import SiteContent


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownDataset:
    """A dataset as the page shows it: what it is, how many rows it has, and the fields of a row."""

    dataset: Dataset
    number: int
    fields: tuple[Field, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Subscription:
    """A feed or calendar to subscribe to: its title, and its path on the site."""

    title: str
    path: str
    kind: str


def make_data_page(content: SiteContent) -> Page:
    """Make the page about the public data."""
    source = content.source
    return render_page(
        "data.html",
        DATA.address,
        DATA.text,
        description="Groups, proposals, outcomes, events and more as JSON and CSV, free to use.",
        datasets=list(list_shown(source)),
        subscriptions=list(list_subscriptions()),
        changes=CHANGES,
        version=VERSION,
        site=source.site,
        index=INDEX,
        openapi=OPENAPI,
        changes_file=CHANGES_FILE,
        json_ld=CATALOGUE_JSON_LD,
        turtle=CATALOGUE_TURTLE,
        settings=content.register.settings.site,
        generated_at=source.generated_at.replace("T", " ").removesuffix("Z"),
        as_of=content.as_of,
        commit=content.history.commit,
        gap=content.history.gap,
    )


def list_shown(source: Source) -> Iterator[ShownDataset]:
    """Give the datasets there are."""
    for dataset in list_datasets(source):
        yield ShownDataset(
            dataset=dataset,
            number=len(dataset.list_rows(source)),
            fields=tuple(list_fields(dataset.row_type)),
        )


def list_subscriptions() -> Iterator[Subscription]:
    """Give the feeds and calendars of the whole register; those of a group stand on its page."""
    yield Subscription(title="What happened in the register", path=ALL, kind="Feed (Atom)")
    yield Subscription(title="New outcomes", path=ALL_OUTCOMES, kind="Feed (Atom)")
    calendar = "Calendar (iCalendar)"
    yield Subscription(title="Meetings and events", path=MEETINGS, kind=calendar)
    yield Subscription(title="Everything that is due", path=DUE, kind=calendar)
    for role in ROLES:
        yield Subscription(title=f"What is due for: {role}", path=name_due_file(role), kind=calendar)
