"""The form of an outcome in public data."""

from typing import TypedDict


class LanguageData(TypedDict):
    """A language in which an outcome can be read, the original first (ToR, T6)."""

    code: str
    title: str
    address: str
    lags_behind: bool


class AuthorData(TypedDict):
    """Who made an outcome: an organisation, and a person who agreed to be named, or None."""

    name: str | None
    organisation: str


class VersionData(TypedDict):
    """What changed with a version."""

    version: str
    on: str
    changes: str


class CorrectionData(TypedDict):
    """What was put right after publication."""

    on: str
    what: str


class FileData(TypedDict):
    """A file; without a type it is a web page, and None stands for what is not recorded."""

    title: str
    address: str
    media_type: str | None
    size: int | None
    sha256: str | None
    language: str | None


class OutcomeData(TypedDict):
    """One outcome, as other programs read it."""

    identifier: str | None
    id: str
    former_ids: list[str]
    state: str
    group: str
    title: str
    summary: str | None
    format: str | None
    final: bool | None
    themes: list[str]
    countries: list[str]
    languages: list[LanguageData]
    authors: list[AuthorData]
    delivered: str | None
    quality_controlled_on: str | None
    published: str
    withdrawn_on: str | None
    withdrawn_reason: str | None
    version: str | None
    versions: list[VersionData]
    corrections: list[CorrectionData]
    presented_at: list[str]
    licence: str | None
    doi: str | None
    supersedes: str | None
    superseded_by: str | None
    files: list[FileData]
    page: str
    cite_as: str
