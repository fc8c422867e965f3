"""The form of an outcome in public data."""

from datetime import date
from typing import Annotated, get_args

from msgspec import Meta

from scm_site.data.fields import Address, Count, Country, Data, Day, Language, Text, means, one_of
from scm_site.records.outcome_state import OutcomeState
from scm_site.records.proposal import Format


class LanguageData(Data, frozen=True, kw_only=True):
    """An outcome in one language, and whether it follows the original (ToR, T6)."""

    code: Annotated[Language, means("The language's code (BCP 47).")]
    title: Annotated[Text, means("The title in this language.")]
    address: Annotated[Address, means("The page in this language.")]
    lags_behind: Annotated[bool, means("Whether the original has moved on since this version was made.")]


class AuthorData(Data, frozen=True, kw_only=True):
    """An organisation, or a person of it."""

    name: Annotated[Text | None, means("A person who agreed to be named, or null.")]
    organisation: Annotated[Text, means("The organisation.")]


class VersionData(Data, frozen=True, kw_only=True):
    """What changed with one version of an outcome, and when it came out."""

    version: Annotated[Text, means("The version's number.")]
    on: Annotated[Day, means("The day on which it came out.")]
    changes: Annotated[Text, means("What changed with it.")]


class CorrectionData(Data, frozen=True, kw_only=True):
    """What was put right in an outcome after its publication."""

    on: Annotated[Day, means("The day of the correction.")]
    what: Annotated[Text, means("What was put right.")]


class FileData(Data, frozen=True, kw_only=True):
    """A file that belongs to an outcome, beside its record or elsewhere."""

    title: Annotated[Text, means("What the file is.")]
    address: Annotated[Address, means("Where the file is.")]
    media_type: Annotated[
        Annotated[str, Meta(pattern="^[a-z]+/[A-Za-z0-9.+-]+$")] | None,
        means("The type of the file (IANA), or null where the address leads to a page."),
    ]
    size: Annotated[Count | None, means("Its size in bytes, or null where it is not recorded.")]
    sha256: Annotated[
        Annotated[str, Meta(pattern="^[0-9a-f]{64}$")] | None,
        means("Its SHA-256 checksum, or null where it is not recorded."),
    ]
    language: Annotated[Language | None, means("The language of the file, or null where it is not stated.")]


class OutcomeData(Data, frozen=True, kw_only=True):
    """One outcome. A withdrawn one keeps what names it, its dates and the reason; the rest of it is null or empty."""

    identifier: Annotated[
        Annotated[str, Meta(pattern="^SCM-20[0-9]{2}-[0-9]{3,5}$")] | None,
        means(
            "The outcome's permanent number: it never changes and is never given twice. Null where it has none yet."
        ),
    ]
    id: Annotated[Text, means("Group and id, as `warm-homes/street-guide`; its address is made of them.")]
    former_ids: Annotated[
        tuple[Text, ...],
        means("The same as they were before, the oldest first; their addresses lead to its page."),
    ]
    state: Annotated[
        str,
        one_of(state for state in OutcomeState if state.has_page),
        means("Whether it is offered, or was withdrawn."),
    ]
    group: Annotated[Text, means("The id of the group that made it.")]
    title: Annotated[Text, means("The title in the language of the original.")]
    summary: Annotated[Text | None, means("What it is and whom it helps; null for a withdrawn one.")]
    format: Annotated[
        Annotated[str, one_of(get_args(Format))] | None,
        means("What it was delivered as; null for a withdrawn one."),
    ]
    final: Annotated[
        bool | None,
        means("Whether it is the final outcome of the group's work programme; null for a withdrawn one."),
    ]
    themes: Annotated[tuple[Text, ...], means("The ids of its themes; the dataset themes names them.")]
    countries: Annotated[
        tuple[Country, ...],
        means("The countries that it is about, by their two-letter codes (ISO 3166-1)."),
    ]
    languages: Annotated[
        tuple[LanguageData, ...], means("The languages in which it can be read, the original first.")
    ]
    authors: Annotated[tuple[AuthorData, ...], means("Who made it.")]
    delivered: Annotated[
        Day | None, means("The day on which the Secretariat got it, or null where that is not recorded.")
    ]
    quality_controlled_on: Annotated[
        Day | None,
        means("The day of the Secretariat's control of quality, or null where that is not recorded."),
    ]
    published: Annotated[Day, means("The day on which it became public.")]
    withdrawn_on: Annotated[Day | None, means("The day on which it was withdrawn, or null.")]
    withdrawn_reason: Annotated[Text | None, means("Why it was withdrawn, or null.")]
    version: Annotated[Text | None, means("The version that is offered; null for a withdrawn one.")]
    versions: Annotated[
        tuple[VersionData, ...],
        means("What changed with each version, in the order of its record: as a rule the newest first."),
    ]
    corrections: Annotated[tuple[CorrectionData, ...], means("What was put right after publication.")]
    presented_at: Annotated[
        tuple[Text, ...],
        means("The ids of the events at which it was presented; the dataset events names them."),
    ]
    licence: Annotated[
        Text | None,
        means(
            "How it may be used: a licence by its SPDX code, or `all rights reserved`. Null for a withdrawn one."
        ),
    ]
    doi: Annotated[
        Annotated[str, Meta(pattern=r"^10\.[0-9]{4,9}/")] | None,
        means("Its digital object identifier, or null where it has none."),
    ]
    supersedes: Annotated[
        Text | None, means("The first of the outcomes that it replaces, by group and id, or null.")
    ]
    replaces: Annotated[
        tuple[Text, ...],
        means("Every outcome that it replaces, by group and id.", since=date(2026, 12, 1)),
    ]
    superseded_by: Annotated[Text | None, means("The outcome that replaces it, by group and id, or null.")]
    files: Annotated[tuple[FileData, ...], means("Its files, in the order of its record.")]
    page: Annotated[Address, means("The outcome's page; that of a withdrawn one says why it is gone.")]
    cite_as: Annotated[
        Address,
        means(
            "The address by which to cite it, which does not change: that of its DOI, else the short one on this site."
        ),
    ]
