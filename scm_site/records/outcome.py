"""Outcomes and their language versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, Self

from scm_site.records.proposal import Format
from scm_site.records.record_file import Correction, Record, Withdrawn
from scm_site.records.unknown import Unknown


@dataclass(frozen=True, kw_only=True, slots=True)
class Author:
    """Who made an outcome: an organisation, and a person who agreed to be named."""

    organisation: str
    name: str = ""
    consent: date | Unknown | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class QualityControl:
    """The Secretariat's control of an outcome (ToR, T3 to T5)."""

    on: date
    by: str
    result: Literal["passed", "returned"]
    remarks: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class OutcomeFile:
    """A file of an outcome: in its folder, or elsewhere by address."""

    title: str
    file: str = ""
    address: str = ""
    language: str = ""
    sha256: str = ""
    size: int | None = None  # in bytes, of a file that is elsewhere


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionNote:
    """What changed with a version of an outcome."""

    version: str
    on: date
    changes: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Contribution:
    """Outreach that came of an outcome (ToR, T2)."""

    what: str
    on: date
    address: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class DescribedOutcome(Record):
    """What an outcome is, of one group or of several; `OutcomeRecord` and `Outcome` share it."""

    title: str
    summary: str
    format: Format
    final: bool
    themes: tuple[str, ...]
    language: str
    authors: tuple[Author, ...]
    licence: str
    version: str
    text: str
    groups: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    doi: str = ""
    files: tuple[OutcomeFile, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    corrections: tuple[Correction, ...] = ()
    former_ids: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """The folder in which it stands with its acts and files."""
        return self.file.path.rpartition("/")[0]


@dataclass(frozen=True, kw_only=True, slots=True)
class OutcomeRecord(DescribedOutcome):
    """An outcome as it was begun: what stands in `outcome.md`.

    `delivered` is the day of its first delivery, where that came with the record; what nobody knows of its course is
    said here, too.
    """

    delivered: date | Unknown | None = None
    quality_control: Unknown | None = None
    published: Unknown | None = None

    def cut(self) -> dict[str, Any]:
        """Give what acts replace in it: nothing, they add to it."""
        return {}

    def make_anew(self, _parts: Mapping[str, Any]) -> Self:
        """Give it as it is."""
        return self


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome(DescribedOutcome):
    """What a group delivers, as it holds; public only after its quality control passed.

    It is made of its record and the acts beside it: `acts` are those that stand, `filed` all that are there, and
    `record` is what was filed first; `held` says how the acts work.
    """

    record: OutcomeRecord
    delivered: date | Unknown | None = None
    quality_control: QualityControl | Unknown | None = None
    published: date | Unknown | None = None
    shown_at: tuple[str, ...] = ()
    identifier: str = ""
    versions: tuple[VersionNote, ...] = ()
    replaces: tuple[str, ...] = ()
    withdrawn: Withdrawn | None = None
    acts: tuple[Any, ...] = ()
    filed: tuple[Any, ...] = ()
    held: Any = None

    @property
    def deliveries(self) -> tuple[date, ...]:
        """The days on which a version of it was delivered, in order: with its record, and by acts."""
        first = self.record.delivered
        own = (first,) if isinstance(first, date) else ()
        return (*own, *(act.day for act in self.find_acts("delivers")))

    def find_acts(self, kind: str) -> tuple[Any, ...]:
        """Give its acts of one kind that stand, in the order in which they were done."""
        return tuple(act for act in self.acts if act.file.kind == kind)


@dataclass(frozen=True, kw_only=True, slots=True)
class OutcomeVersion(Record):
    """The same outcome in another language (ToR, T6)."""

    title: str
    summary: str
    language: str
    translates_version: str
    text: str
    translated: str = ""
