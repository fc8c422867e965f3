"""Outcomes as public data: everything the archive holds, in its order, so that a row is found by its place.

A withdrawn outcome keeps what names it, and when and why it was withdrawn; nothing else of it is told.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from scm_site.data.archive.archive import Archive, ArchivedOutcome, list_replaced
from scm_site.data.fields import means
from scm_site.data.open_data.head import Head
from scm_site.data.open_data.outcome_data import OutcomeData
from scm_site.data.open_data.outcome_parts import (
    make_author,
    make_correction,
    make_file,
    make_language,
    make_version,
)
from scm_site.data.open_data.source import Source
from scm_site.records.outcome import Outcome
from scm_site.records.register import Register
from scm_site.records.unknown import known


class OutcomesDocument(Head, frozen=True, kw_only=True):
    """Everything that the groups delivered and that is or was public: reports, guides, seminars, tools, with their
    languages and files.
    """

    outcomes: Annotated[
        tuple[OutcomeData, ...],
        means(
            "Every outcome of the archive, in its order: the published ones, then the withdrawn ones, each newest"
            " first."
        ),
    ]


def make_outcomes(source: Source) -> OutcomesDocument:
    """Make `outcomes.json`."""
    return OutcomesDocument(**source.head, outcomes=tuple(list_outcomes(source.register, source.archive)))


def list_outcomes(register: Register, archive: Archive) -> Iterator[OutcomeData]:
    """Give every outcome of the archive: the published ones, then the withdrawn ones, each newest first."""
    for one in archive.published:
        yield make_published(one, register, archive)
    for one in archive.withdrawn:
        yield make_withdrawn(one, archive)


def make_withdrawn(one: ArchivedOutcome, archive: Archive) -> OutcomeData:
    """Give what is still told of a withdrawn outcome."""
    outcome, withdrawn = one.outcome, one.outcome.withdrawn
    return OutcomeData(
        identifier=outcome.identifier or None,
        id=one.name,
        former_ids=(),
        state="withdrawn",
        group=one.dossier.group.id,
        title=outcome.title,
        summary=None,
        format=None,
        final=None,
        themes=(),
        countries=(),
        languages=(),
        authors=(),
        delivered=known(outcome.delivered),
        quality_controlled_on=find_control(outcome),
        published=one.published,
        withdrawn_on=withdrawn.on if withdrawn else None,
        withdrawn_reason=withdrawn.reason if withdrawn else None,
        version=None,
        versions=(),
        corrections=(),
        presented_at=(),
        licence=None,
        doi=outcome.doi or None,
        supersedes=None,
        replaces=(),
        superseded_by=find_name(one.successor, archive),
        files=(),
        page=one.address,
        cite_as=f"{one.site}{one.short_folder}",
    )


def make_published(one: ArchivedOutcome, register: Register, archive: Archive) -> OutcomeData:
    """Give everything that is public of a published outcome."""
    outcome, group = one.outcome, one.dossier.group.id
    replaced = tuple(other.name for other in list_replaced(one, archive, register))
    return OutcomeData(
        identifier=outcome.identifier or None,
        id=one.name,
        former_ids=tuple(f"{group}/{former}" for former in outcome.former_ids),
        state="published",
        group=group,
        title=outcome.title,
        summary=outcome.summary,
        format=outcome.format,
        final=outcome.final,
        themes=outcome.themes,
        countries=one.country_codes,
        languages=tuple(make_language(language, one) for language in one.languages),
        authors=tuple(map(make_author, outcome.authors)),
        delivered=known(outcome.delivered),
        quality_controlled_on=find_control(outcome),
        published=one.published,
        withdrawn_on=None,
        withdrawn_reason=None,
        version=outcome.version,
        versions=tuple(map(make_version, outcome.versions)),
        corrections=tuple(map(make_correction, outcome.corrections)),
        presented_at=outcome.shown_at,
        licence=outcome.licence,
        doi=outcome.doi or None,
        supersedes=replaced[0] if replaced else None,
        replaces=replaced,
        superseded_by=find_name(one.successor, archive),
        files=tuple(make_file(file, one) for file in one.files),
        page=one.address,
        cite_as=one.lasting_address,
    )


def find_control(outcome: Outcome) -> date | None:
    """Give the day of the Secretariat's control of quality; who did it stands on the page (ToR, T3)."""
    control = known(outcome.quality_control)
    return control.on if control else None


def find_name(outcome: Outcome | None, archive: Archive) -> str | None:
    """Give the group and id of another outcome, or None where that one was never public."""
    found = archive.find(outcome) if outcome else None
    return found.name if found else None
