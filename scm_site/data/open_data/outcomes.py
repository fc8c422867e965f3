"""Outcomes as public data: everything the archive holds, in its order, so that a row is found by its place.

A withdrawn outcome keeps what names it, and when and why it was withdrawn; nothing else of it is told.
"""

from collections.abc import Iterator

from scm_site.data.archive.archive import Archive, ArchivedOutcome, find_superseded
from scm_site.data.open_data.outcome_data import OutcomeData
from scm_site.data.open_data.outcome_parts import make_author, make_file, make_language
from scm_site.data.standings import write_date
from scm_site.records.outcome import Outcome
from scm_site.records.register import Register
from scm_site.records.unknown import known


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
        former_ids=[],
        state="withdrawn",
        group=one.dossier.group.id,
        title=outcome.title,
        summary=None,
        format=None,
        final=None,
        themes=[],
        countries=[],
        languages=[],
        authors=[],
        delivered=write_date(known(outcome.delivered)),
        quality_controlled_on=find_control(outcome),
        published=one.published.isoformat(),
        withdrawn_on=write_date(withdrawn.on if withdrawn else None),
        withdrawn_reason=withdrawn.reason if withdrawn else None,
        version=None,
        versions=[],
        corrections=[],
        presented_at=[],
        licence=None,
        doi=outcome.doi or None,
        supersedes=None,
        superseded_by=find_name(one.successor, archive),
        files=[],
        page=one.address,
        cite_as=f"{one.site}{one.short_folder}",
    )


def make_published(one: ArchivedOutcome, register: Register, archive: Archive) -> OutcomeData:
    """Give a published outcome as plain data."""
    outcome, group = one.outcome, one.dossier.group.id
    superseded = find_superseded(one, archive, register)
    return OutcomeData(
        identifier=outcome.identifier or None,
        id=one.name,
        former_ids=[f"{group}/{former}" for former in outcome.former_ids],
        state="published",
        group=group,
        title=outcome.title,
        summary=outcome.summary,
        format=outcome.format,
        final=outcome.final,
        themes=list(outcome.themes),
        countries=list(one.country_codes),
        languages=[make_language(language, one) for language in one.languages],
        authors=[make_author(author) for author in outcome.authors],
        delivered=write_date(known(outcome.delivered)),
        quality_controlled_on=find_control(outcome),
        published=one.published.isoformat(),
        withdrawn_on=None,
        withdrawn_reason=None,
        version=outcome.version,
        versions=[
            {"version": note.version, "on": note.on.isoformat(), "changes": note.changes}
            for note in outcome.versions
        ],
        corrections=[{"on": found.on.isoformat(), "what": found.what} for found in outcome.corrections],
        presented_at=list(outcome.presented_at),
        licence=outcome.licence,
        doi=outcome.doi or None,
        supersedes=superseded.name if superseded else None,
        superseded_by=find_name(one.successor, archive),
        files=[make_file(file, one) for file in one.files],
        page=one.address,
        cite_as=one.lasting_address,
    )


def find_control(outcome: Outcome) -> str | None:
    """Give the day of the Secretariat's control of quality; who did it stands on the page (ToR, T3)."""
    control = known(outcome.quality_control)
    return write_date(control.on if control else None)


def find_name(outcome: Outcome | None, archive: Archive) -> str | None:
    """Give the group and id of another outcome, or None where that one was never public."""
    found = archive.find(outcome) if outcome else None
    return found.name if found else None
