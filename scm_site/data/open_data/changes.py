"""What changed in the public data, the newest first: who reads it learns here of new fields and new datasets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scm_site.data.open_data.head import VERSION


@dataclass(frozen=True, kw_only=True, slots=True)
class DataChange:
    """A change of the form of the data: on which day, of which datasets, and what it is."""

    on: date
    datasets: tuple[str, ...]
    what: str
    is_new: bool = False  # whether these datasets came with it


CHANGES = (
    DataChange(
        on=date(2026, 11, 28),
        datasets=("standings", "approvals", "waiting"),
        what="The field `generated_at` says when the data came to be what it is.",
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


def make_changes() -> Mapping[str, object]:
    """Give the list of changes as plain data."""
    return {
        "version": VERSION,
        "changes": [
            {"on": one.on.isoformat(), "datasets": list(one.datasets), "what": one.what, "new": one.is_new}
            for one in CHANGES
        ],
    }
