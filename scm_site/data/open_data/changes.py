"""What changed in the public data, the newest first: who reads it learns here of new fields and new datasets."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any, TypeVar, get_args, get_type_hints

from msgspec import Meta, field

from scm_site.data.fields import Data, Day, means
from scm_site.data.open_data.datasets import DATASETS, Dataset
from scm_site.data.open_data.head import VERSION, Version

Part = TypeVar("Part")


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
        on=date(2026, 12, 1),
        datasets=("standings-2",),
        what="New, as version 2 at `api/v2/`: standings that may be of something else than a group, under `of`, and the"
        " number of days by which each is judged.",
        is_new=True,
    ),
    DataChange(
        on=date(2026, 12, 1),
        datasets=("standings",),
        what="Superseded by version 2. Version 1 stays, with the standings of groups alone.",
        is_new=False,
    ),
    DataChange(
        on=date(2026, 11, 30),
        datasets=("acts",),
        what="New: acts, what changed in groups after their launch.",
        is_new=True,
    ),
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
    """Give the list of changes; those that a field itself tells, as `since`, are among them."""
    changes = [*list_new_fields(DATASETS), *CHANGES]
    changes.sort(key=lambda change: change.on, reverse=True)
    return ChangesDocument(version=VERSION, changes=tuple(changes))


def list_new_fields(datasets: Iterable[Dataset]) -> Iterator[DataChange]:
    """Give the change that brought each field of which a type says since when it is there."""
    for dataset in datasets:
        for name, since in find_new(dataset.row_type):
            what = f"New: the field `{name}`."
            yield DataChange(on=since, datasets=(dataset.name,), what=what, is_new=False)


def find_new(holder: type[Data], above: str = "") -> Iterator[tuple[str, date]]:
    """Give each field with a `since` and that day; the name of one inside another is `final_outcome.title`."""
    for name, hint in get_type_hints(holder, include_extras=True).items():
        for meta in find_parts(hint, Meta):
            if meta.extra:
                yield f"{above}{name}", meta.extra["since"]
        for inner in find_parts(hint, type):
            if issubclass(inner, Data):
                yield from find_new(inner, f"{above}{name}.")


def find_parts(hint: Any, kind: type[Part]) -> Iterator[Part]:
    """Give each part of an annotation that is of a kind: `tuple[Annotated[Day, means(…)], ...]` has one `Meta`."""
    if isinstance(hint, kind):
        yield hint
    for part in get_args(hint):
        yield from find_parts(part, kind)
