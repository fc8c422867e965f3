"""What changed in the public data, the newest first: who reads it learns here of new fields and new datasets."""

from datetime import date
from typing import Annotated

from msgspec import field

from scm_site.data.fields import Data, Day, means
from scm_site.data.open_data.head import VERSION, Version


class DataChange(Data, frozen=True, kw_only=True):
    """One change of the form of the data."""

    on: Annotated[Day, means("The day.")]
    datasets: Annotated[tuple[str, ...], means("Which datasets changed.")]
    what: Annotated[str, means("What changed.")]
    is_new: Annotated[bool, means("Whether these datasets came with this change.")] = field(name="new")


class ChangesDocument(Data, frozen=True, kw_only=True):
    """What changed in the data, the newest first."""

    version: Version
    changes: Annotated[tuple[DataChange, ...], means("The changes.")]


CHANGES = (
    DataChange(
        on=date(2026, 11, 28),
        datasets=("standings", "approvals", "waiting"),
        what="The field `generated_at` says when the data came to be what it is.",
        is_new=False,
    ),
    DataChange(
        on=date(2026, 11, 28),
        datasets=("outcomes", "groups", "proposals", "events", "themes"),
        what="New: outcomes, groups, proposals, events and themes, as JSON and CSV. With them came the list of files,"
        " the OpenAPI description, this list of changes, and the catalogue in DCAT-AP.",
        is_new=True,
    ),
    DataChange(
        on=date(2026, 11, 24),
        datasets=("approvals", "waiting"),
        what="New: how every change was approved, and what waits for approval.",
        is_new=True,
    ),
    DataChange(
        on=date(2026, 11, 24),
        datasets=("standings",),
        what="New: how every group stands to every duty.",
        is_new=True,
    ),
)


def make_changes() -> ChangesDocument:
    """Give the list of changes."""
    return ChangesDocument(version=VERSION, changes=CHANGES)
