"""Outcomes and their language versions."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

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
class Outcome(Record):
    """What a group delivers; public only after its quality control passed."""

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
    countries: tuple[str, ...] = ()
    delivered: date | Unknown | None = None
    quality_control: QualityControl | Unknown | None = None
    published: date | Unknown | None = None
    presented_at: tuple[str, ...] = ()
    identifier: str = ""
    doi: str = ""
    files: tuple[OutcomeFile, ...] = ()
    versions: tuple[VersionNote, ...] = ()
    supersedes: str = ""
    contributions: tuple[Contribution, ...] = ()
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawn | None = None
    former_ids: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class OutcomeVersion(Record):
    """The same outcome in another language (ToR, T6)."""

    title: str
    summary: str
    language: str
    translates_version: str
    text: str
    translated: str = ""
