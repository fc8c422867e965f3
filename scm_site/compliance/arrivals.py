"""When evidence reached the main branch: from git, never from what a file says of itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from scm_site.reading import find_slot
from scm_site.reading.git_history import FileVersion, History
from scm_site.records.acts.acts_for import ActsFor
from scm_site.records.acts.hands_over import HandsOver
from scm_site.records.acts.joins import Joins
from scm_site.records.assembly import gather_data
from scm_site.records.event import Event
from scm_site.records.group import Launch
from scm_site.records.making import make_file, make_record
from scm_site.records.outcome import OutcomeRecord
from scm_site.records.people import Person
from scm_site.records.record_file import Record, ThinText
from scm_site.records.schema_check import check_shape
from scm_site.records.schemas import Schemas
from scm_site.records.unfinished import find_placeholders, find_thin_texts

R = TypeVar("R", bound=Record)
P = TypeVar("P", bound=Person)

#: Free texts of records; which of them a version had counts, what they said does not.
RETOLD = ("title", "summary", "because", "justification", "challenge", "place", "address", "contact")


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
    _records: dict[tuple[str, int], Record | None] = field(default_factory=dict)

    def is_there(self, record: Record, day: date) -> bool:
        """Tell whether a record had arrived by a day; where git cannot tell, it counts as there.

        A file that is not committed yet counts as there from the day of the newest commit on.
        """
        versions = self.list_versions(record)
        first = find_earliest(versions[0]) if versions else self.history.day
        return first is None or first <= day

    def see(self, record: R, day: date) -> R | None:
        """Give a record as it stood on a day, under its present name; None where it had not arrived.

        Where that version does not fit the schemas of today, the next one that does stands for it. People are not named
        as in an earlier version: they may have asked since then not to be.
        """
        if not self.is_there(record, day):
            return None
        versions = self.list_versions(record)
        newest = sum((find_earliest(version) or day) <= day for version in versions) - 1
        is_changed = record.file.path in self.history.uncommitted
        if newest == len(versions) - 1 and not (is_changed and self._is_past(day)):
            return record
        earlier = (self._make(record, index, versions[index]) for index in range(newest, len(versions)))
        return next((seen for seen in earlier if seen is not None), record)

    def see_earlier(self, record: R) -> tuple[R, ...]:
        """Give a record as it was before, the oldest first, under its present name; only what fits the schemas."""
        versions = self.list_versions(record)
        earlier = (self._make(record, index, version) for index, version in enumerate(versions[:-1]))
        return tuple(seen for seen in earlier if seen is not None)

    def _is_past(self, day: date) -> bool:
        """Tell whether a day lies before the newest commit, so that what is not committed yet was not there."""
        return self.history.day is not None and self.history.day > day

    def _make(self, record: R, index: int, version: FileVersion) -> R | None:
        """Make the record of a version of its file, or None where there is none to be made."""
        key = (record.file.path, index)
        if key not in self._records:
            self._records[key] = self._make_anew(record, version)
        made = self._records[key]
        return made if isinstance(made, type(record)) else None

    def _make_anew(self, record: Record, version: FileVersion) -> Record | None:
        if version.file is None:
            return None
        data = gather_data(version.file)
        if check_shape(version.file, data, self.schemas):
            return None
        present, thin = record.file, find_thin_texts(version.file.kind, data, self.schemas)
        file = make_file(version.file, data, thin)
        made = make_record(replace(file, path=present.path, id=present.id, group=present.group))
        return tell_as_today(withhold_names(made), record)

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
        versions = self.list_versions(record)
        if name_fields(record.file.thin) & choose(texts, record.file.data):
            return None
        if not self.history.commit:
            return Arrival(day=None)
        for index, version in enumerate(versions):
            if self._is_shown(record, index, version, shows, texts):
                is_later = (find_earliest(version) or day) > day
                return None if is_later else Arrival(day=version.day, commit=version.commit)
        return None if self._is_past(day) else Arrival(day=day)

    def list_versions(self, record: Record) -> tuple[FileVersion, ...]:
        """Give the versions of a record, the oldest first.

        Where git took a renamed file for a new one, those under its former ids come before.
        """
        own = self.history.versions.get(record.file.path, ())
        former = (self.history.gone.get(path, ()) for path in list_former_paths(record))
        return (*(version for versions in former for version in versions), *own)

    def _is_shown(
        self,
        record: Record,
        index: int,
        version: FileVersion,
        shows: Callable[[Mapping[str, Any]], bool] | None,
        texts: tuple[str, ...] | None,
    ) -> bool:
        """Tell whether a version showed the evidence, with its texts finished."""
        path = record.file.path
        if (
            version.file is None
        ):  # the only version that is not read says what the file says now, if it is a record
            is_now = version in self.history.versions.get(path, ()) and path not in self.history.uncommitted
            return is_now and len(self.history.versions[path]) == 1
        data = gather_data(version.file)
        if (path, index) not in self._unfinished:
            thin = find_thin_texts(version.file.kind, data, self.schemas)
            blank = (str(place[0]) for place, _ in find_placeholders(data) if place)
            self._unfinished[path, index] = name_fields(thin).union(blank)
        is_finished = not self._unfinished[path, index] & choose(texts, data)
        return is_finished and (shows is None or shows(data))


def list_former_paths(record: Record) -> Iterator[str]:
    """Give the paths that a record had under its former ids, in the folder in which it is now."""
    formers: tuple[str, ...] = getattr(record, "former_ids", ())
    slot = find_slot(record.file.path) if formers else None
    if slot is None:
        return
    part = "group" if record.file.kind == "launch" else "id"
    for former in formers if part in slot.ids else ():
        if not slot.slot.forms[part].find_fault(former):
            yield slot.slot.make_path({**slot.ids, part: former})


def withhold_names(record: Record) -> Record:
    """Give a record without anything that tells who the members of a group or the authors of an outcome are."""
    if isinstance(record, Launch | Joins):
        return replace(record, members=tuple(map(withhold_name, record.members)))
    if isinstance(record, HandsOver | ActsFor) and record.person:
        return replace(record, person=withhold_name(record.person))
    if isinstance(record, OutcomeRecord):
        return replace(record, authors=tuple(replace(author, name="") for author in record.authors))
    return record


def tell_as_today(made: Record, present: Record) -> Record:
    """Give an earlier version with the free texts of today: what was put right since then is not published again."""
    told = {
        name: getattr(present, name) for name in RETOLD if getattr(made, name, "") and hasattr(present, name)
    }
    if isinstance(made, Event) and made.cancelled is not None and isinstance(present, Event):
        reason = present.cancelled.reason if present.cancelled else ""
        told["cancelled"] = replace(made.cancelled, reason=reason)
    return replace(made, **told)


def withhold_name(member: P) -> P:
    """Give a member without anything that tells who it is."""
    return replace(member, name="", name_withheld=True, title="", organisation="", account="")


def find_earliest(version: FileVersion) -> date | None:
    """Give the first day on which a version can have been there; None where nothing is known of it."""
    return version.day or version.since


def name_fields(thin: Iterable[ThinText]) -> frozenset[str]:
    """Give the names of the fields in which the texts stand."""
    return frozenset(str(text.field[0]) for text in thin)


def choose(texts: tuple[str, ...] | None, data: Mapping[str, Any]) -> frozenset[str]:
    """Give the names of the fields that must be finished."""
    return frozenset(data if texts is None else texts)
