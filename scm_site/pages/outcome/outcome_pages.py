"""Pages of outcomes and their language versions, the files that belong to them, and the lasting short addresses."""

from collections.abc import Iterator

from scm_site.addresses import address_of
from scm_site.data.archive.archive import ArchivedOutcome, list_replaced
from scm_site.data.archive.language_versions import Language
from scm_site.data.citations.citation import make_citation
from scm_site.data.citations.citation_files import CITATION_FORMATS
from scm_site.data.citations.plain_text import write_plain_text
from scm_site.filing.form_ways import list_ways_of_outcome
from scm_site.pages.changes.shown_approvals import show_provenance
from scm_site.pages.frame.page import Asset, Crumb, Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import OUTCOMES, make_group_crumb
from scm_site.pages.frame.site_content import SiteContent
from scm_site.pages.group.meeting_pages import show_steps
from scm_site.pages.outcome.outcome_head import make_outcome_head
from scm_site.records.dossier import Dossier
from scm_site.records.outcome import Outcome
from scm_site.records.register import Register
from scm_site.records.unknown import known
from scm_site.words import FORMAT_NAMES, LICENCE_ADDRESSES, REUSE


def make_outcome_pages(content: SiteContent) -> Iterator[Page]:
    """Make a page for each public outcome and each of its language versions.

    A withdrawn outcome keeps the addresses of these pages, which then say why; nothing else of it is shown.
    """
    for one in content.archive.published:
        original, *versions = one.languages
        yield make_outcome_page(one, original, content)
        for language in versions:
            yield make_version_page(one, language, content)
    for one in content.archive.withdrawn:
        for language in one.languages:
            yield make_tombstone(one, language, content)


def make_outcome_page(one: ArchivedOutcome, original: Language, content: SiteContent) -> Page:
    """Make the page of an outcome: what it is, its files, the text, its versions, how to cite it."""
    outcome, register = one.outcome, content.register
    return render_page(
        "outcome.html",
        one.folder,
        outcome.title,
        description=outcome.summary,
        crumbs=(OUTCOMES, make_group_crumb(one.dossier)),
        record=outcome,
        changed=content.find_last_change((outcome, *outcome.filed)),
        lang=outcome.language,
        head=make_outcome_head(one, content, original),
        one=one,
        outcome=outcome,
        group=one.dossier.group,
        groups=register.find_groups_of(outcome),
        here=original,
        approval=show_provenance(content, outcome, *outcome.filed),
        format_name=FORMAT_NAMES[outcome.format],
        licence_address=LICENCE_ADDRESSES.get(outcome.licence, ""),
        reuse=REUSE.get(outcome.licence, ""),
        events=[event for event in map(register.find_event, outcome.shown_at) if event],
        controller=name_controller(outcome, register),
        replaced=list_replaced(one, content.archive, register),
        steps=list(show_steps(outcome, content)),
        ways=list_ways_of_outcome(outcome),
        citation=write_plain_text(make_citation(one, register)),
        citation_formats=CITATION_FORMATS,
        text=content.render_text(outcome, one.folder, level=2),
    )


def name_controller(outcome: Outcome, register: Register) -> str:
    """Name who controlled the quality of an outcome, as far as the Secretariat's roster does (ToR, T4)."""
    control, roster = known(outcome.quality_control), register.secretariat
    person = roster.find_person(control.by, control.on) if control else None
    is_named = person is not None and person.name and not roster.withholds(person.id)
    return f"{person.name} of the Secretariat" if person and is_named else "the Secretariat (name withheld)"


def make_version_page(one: ArchivedOutcome, language: Language, content: SiteContent) -> Page:
    """Make the page of an outcome in another language."""
    version = language.record
    address = address_of(version)
    crumb = Crumb(text=one.outcome.title, address=one.folder)
    return render_page(
        "outcome-version.html",
        address,
        version.title,
        description=version.summary,
        crumbs=(OUTCOMES, make_group_crumb(one.dossier), crumb),
        record=version,
        changed=content.find_change(version),
        lang=version.language,
        head=make_outcome_head(one, content, language),
        one=one,
        outcome=one.outcome,
        group=one.dossier.group,
        here=language,
        version=version,
        approval=show_provenance(content, version),
        files_here=[file for file in one.files if file.language == version.language],
        text=content.render_text(version, address, level=2),
    )


def make_tombstone(one: ArchivedOutcome, language: Language, content: SiteContent) -> Page:
    """Make the page of a withdrawn outcome, or of a version of it, which says why it is gone."""
    record = language.record
    return render_page(
        "withdrawn-outcome.html",
        address_of(record),
        record.title,
        description="This outcome was withdrawn.",
        crumbs=(OUTCOMES, make_group_crumb(one.dossier)),
        record=record,
        changed=content.find_last_change((one.outcome, record, *one.outcome.filed)),
        head=make_outcome_head(one, content, language),
        one=one,
        outcome=one.outcome,
        group=one.dossier.group,
        here=language,
        approval=show_provenance(content, record),
        format_name=FORMAT_NAMES[one.outcome.format],
        steps=list(show_steps(one.outcome, content)),
    )


def make_outcome_files(content: SiteContent) -> Iterator[Asset]:
    """Give the files of public outcomes, each beside the outcome's page, and below its former names.

    A page can lead on from an old address, a file cannot: programs that keep its address would lose it.
    """
    for one in content.archive.published:
        for file in one.dossier.find_attachments(one.outcome.id):
            written = content.read_file(file.path)
            for folder in list_folders(one.dossier, one.outcome):
                yield Asset(path=f"{folder}{file.name}", content=written)


def list_folders(dossier: Dossier, outcome: Outcome) -> Iterator[str]:
    """Give the folder of an outcome on the site, and those that it had under former names of it or of its group."""
    for group in (dossier.group.id, *dossier.group.former_ids):
        for name in (outcome.id, *outcome.former_ids):
            yield f"groups/{group}/outcomes/{name}/"
