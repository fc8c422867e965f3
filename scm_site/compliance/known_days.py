"""The numbers of the settings as they judge, each day by its own, and the new versions of the Charter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from scm_site.compliance.arrivals import Arrivals
from scm_site.records.settings import (
    DatedDays,
    DaysFrom,
    Settings,
    Span,
    TextVersion,
    list_entries,
    make_spans,
)
from scm_site.records.unknown import known


def know_spans(settings: Settings, arrivals: Arrivals, as_of: date) -> tuple[Span, ...]:
    """Give the times in which the numbers of the settings stay as they are, by what was known on a day.

    An entry works from its own day on; one that names no source works from its arrival on, if that is later.
    """
    seen = arrivals.see(settings, as_of) or settings
    return make_spans({name: delay(name, dated, seen, arrivals, as_of) for name, dated in seen.days.items()})


def delay(name: str, dated: DatedDays, settings: Settings, arrivals: Arrivals, as_of: date) -> DatedDays:
    """Give a number whose entries work from the day on which they may."""
    if isinstance(dated, int):
        return dated

    def begin(entry: DaysFrom) -> DaysFrom:
        arrival = None if entry.source else arrivals.find(settings, has_entry(name, entry), (), as_of)
        return replace(entry, from_=max(entry.from_, (arrival and arrival.day) or date.min))

    first, *later = list_entries(dated)
    return (first, *map(begin, later))


@dataclass(frozen=True, kw_only=True, slots=True)
class NewCharter:
    """A new version of the Charter, the day from which its days count, and why that is not known for sure, or ""."""

    version: TextVersion
    first: date
    unsure: str


def know_charters(settings: Settings, arrivals: Arrivals, as_of: date) -> tuple[NewCharter, ...]:
    """Give the new versions of the Charter that were known on a day, none from a day before it was known.

    The first version of the settings is none that is new; of one without a day, nobody can say when it was new.
    """
    seen = arrivals.see(settings, as_of) or settings
    found = (
        (one, known(one.from_), arrivals.find(settings, has_version(one.version), (), as_of))
        for one in seen.charter[1:]
    )
    return tuple(
        NewCharter(
            version=version,
            first=max(first, (arrival and arrival.day) or date.min),
            unsure=""
            if arrival and arrival.day
            else "Since when the register knows of this version is not known.",
        )
        for version, first, arrival in found
        if first is not None
    )


def has_version(name: str) -> Callable[[Mapping[str, Any]], bool]:
    """Give what tells whether a version of the settings has a version of the Charter."""
    return lambda data: name in [one["version"] for one in data["charter"]]


def has_entry(name: str, entry: DaysFrom) -> Callable[[Mapping[str, Any]], bool]:
    """Give what tells whether a version of the settings has an entry of a number."""

    def shows(data: Mapping[str, Any]) -> bool:
        there = data["days"].get(name)
        told = [(one["days"], one["from"]) for one in there] if isinstance(there, list) else []
        return (entry.days, entry.from_.isoformat()) in told

    return shows
