"""When evidence reached the main branch: from git, never from what a file says of itself."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from scm_site.reading.git_history import FileVersion, History
from scm_site.records.assembly import gather_data
from scm_site.records.record_file import Record, ThinText
from scm_site.records.schemas import Schemas
from scm_site.records.unfinished import find_placeholders, find_thin_texts


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """When something reached the main branch: the day, None where git cannot tell, and the commit."""

    day: date | None
    commit: str = ""


@dataclass(frozen=True, kw_only=True)
class Arrivals:
    """Looks up when a record, or what a record shows, arrived."""

    history: History
    schemas: Schemas
    _unfinished: dict[tuple[str, int], frozenset[str]] = field(default_factory=dict)

    def is_there(self, record: Record, day: date) -> bool:
        """Tell whether a record had arrived by a day; where git cannot tell, it counts as there.

        A file that is not committed yet counts as there from the day of the newest commit on.
        """
        versions = self.history.versions.get(record.file.path, ())
        first = versions[0].day if versions else self.history.day
        return first is None or first <= day

    def find(
        self,
        record: Record,
        shows: Callable[[Mapping[str, Any]], bool] | None,
        texts: tuple[str, ...] | None,
        day: date,
    ) -> Arrival | None:
        """Give when a record first showed its evidence, or None where that was after a day, or is not the case.

        `shows` looks at a version's fields; `texts` are the fields that must be finished, None for all. What is not
        committed yet counts as arriving on `day`, unless the newest commit is later.
        """
        path, versions = record.file.path, self.history.versions.get(record.file.path, ())
        if name_fields(record.file.thin) & choose(texts, record.file.data):
            return None
        if not self.history.commit:
            return Arrival(day=None)
        for index, version in enumerate(versions):
            if len(versions) == 1 and version.file is None:
                return keep_until(Arrival(day=version.day, commit=version.commit), day)
            if self._is_shown(path, index, version, shows, texts):
                return keep_until(Arrival(day=version.day, commit=version.commit), day)
        is_later = self.history.day is not None and self.history.day > day
        return None if is_later else Arrival(day=day)

    def _is_shown(
        self,
        path: str,
        index: int,
        version: FileVersion,
        shows: Callable[[Mapping[str, Any]], bool] | None,
        texts: tuple[str, ...] | None,
    ) -> bool:
        """Tell whether a version showed the evidence, with its texts finished."""
        if version.file is None:
            return False
        data = gather_data(version.file)
        if (path, index) not in self._unfinished:
            thin = find_thin_texts(version.file.kind, data, self.schemas)
            blank = (str(place[0]) for place, _ in find_placeholders(data) if place)
            self._unfinished[path, index] = name_fields(thin).union(blank)
        is_finished = not self._unfinished[path, index] & choose(texts, data)
        return is_finished and (shows is None or shows(data))


def keep_until(arrival: Arrival, day: date) -> Arrival | None:
    """Give an arrival unless it is known to be later than a day."""
    return arrival if arrival.day is None or arrival.day <= day else None


def name_fields(thin: Iterable[ThinText]) -> frozenset[str]:
    """Give the names of the fields in which the texts stand."""
    return frozenset(str(text.field[0]) for text in thin)


def choose(texts: tuple[str, ...] | None, data: Mapping[str, Any]) -> frozenset[str]:
    """Give the names of the fields that must be finished."""
    return frozenset(data if texts is None else texts)
