"""Pages of outcomes and their language versions, and the files that belong to them."""

from collections.abc import Iterator

from scm_site.pages.addresses import address_of
from scm_site.pages.group_pages import GROUPS, make_group_crumb
from scm_site.pages.page import Asset, Crumb, Page
from scm_site.pages.rendering import render_page
from scm_site.pages.shown_approvals import show_provenance
from scm_site.pages.site_content import SiteContent
from scm_site.pages.wording import FORMAT_NAMES, LANGUAGE_NAMES, LICENCE_ADDRESSES
from scm_site.records.dossier import Dossier
from scm_site.records.outcome import Outcome, OutcomeVersion
from scm_site.records.outcome_state import OutcomeState


def make_outcome_pages(content: SiteContent) -> Iterator[Page]:
    """Make a page for each public outcome and each of its language versions.

    A withdrawn outcome keeps the addresses of these pages, which then say why; nothing else of it is shown.
    """
    for dossier in content.register.dossiers:
        for outcome in dossier.outcomes:
            state = content.find_state(outcome)
            if state == OutcomeState.PUBLISHED:
                yield make_outcome_page(dossier, outcome, content)
                for version in dossier.find_versions(outcome):
                    yield make_version_page(dossier, outcome, version, content)
            elif state == OutcomeState.WITHDRAWN:
                yield make_tombstone(dossier, outcome, outcome, content)
                for version in dossier.find_versions(outcome):
                    yield make_tombstone(dossier, outcome, version, content)


def make_outcome_page(dossier: Dossier, outcome: Outcome, content: SiteContent) -> Page:
    """Make the page of an outcome."""
    address = f"groups/{dossier.group.id}/outcomes/{outcome.id}/"
    register = content.register
    sizes = {file.name: file.size for file in dossier.attachments if file.outcome == outcome.id}
    return render_page(
        "outcome.html",
        address,
        outcome.title,
        description=outcome.summary,
        crumbs=(GROUPS, make_group_crumb(dossier)),
        record=outcome,
        changed=content.find_change(outcome),
        outcome=outcome,
        group=dossier.group,
        versions=dossier.find_versions(outcome),
        folder=address,
        approval=show_provenance(outcome, content),
        sizes=sizes,
        format_name=FORMAT_NAMES[outcome.format],
        language_names=LANGUAGE_NAMES,
        licence_address=LICENCE_ADDRESSES.get(outcome.licence, ""),
        themes=[register.themes.name_of(theme) for theme in outcome.themes],
        countries=[register.countries.name_of(code) for code in outcome.countries],
        events=[event for event in map(register.find_event, outcome.presented_at) if event],
        superseded=find_superseded(outcome, content),
        successor=content.find_successor(f"{dossier.group.id}/{outcome.id}"),
        text=content.render_text(outcome, address, level=2),
    )


def find_superseded(outcome: Outcome, content: SiteContent) -> Outcome | None:
    """Give the public outcome that this one replaces."""
    found = content.register.find_outcome(outcome.supersedes)
    return found[1] if found and content.find_state(found[1]).has_page else None


def make_tombstone(
    dossier: Dossier, outcome: Outcome, record: Outcome | OutcomeVersion, content: SiteContent
) -> Page:
    """Make the page of a withdrawn outcome, or of a version of it, which says why it is gone."""
    return render_page(
        "withdrawn-outcome.html",
        address_of(record),
        record.title,
        description="This outcome was withdrawn.",
        crumbs=(GROUPS, make_group_crumb(dossier)),
        record=record,
        changed=content.find_change(record),
        outcome=outcome,
        group=dossier.group,
        approval=show_provenance(record, content),
        format_name=FORMAT_NAMES[outcome.format],
        successor=content.find_successor(f"{dossier.group.id}/{outcome.id}"),
    )


def make_version_page(
    dossier: Dossier, outcome: Outcome, version: OutcomeVersion, content: SiteContent
) -> Page:
    """Make the page of an outcome in another language."""
    address = f"groups/{dossier.group.id}/outcomes/{outcome.id}/{version.language}/"
    return render_page(
        "outcome-version.html",
        address,
        version.title,
        description=version.summary,
        crumbs=(GROUPS, make_group_crumb(dossier), Crumb(text=outcome.title, address=address_of(outcome))),
        record=version,
        changed=content.find_change(version),
        lang=version.language,
        version=version,
        outcome=outcome,
        group=dossier.group,
        language_names=LANGUAGE_NAMES,
        approval=show_provenance(version, content),
        is_behind=version.translates_version != outcome.version,
        text=content.render_text(version, address, level=2),
    )


def make_outcome_files(content: SiteContent) -> Iterator[Asset]:
    """Give the files of public outcomes, each beside the outcome's page."""
    for dossier in content.register.dossiers:
        states = {outcome.id: content.find_state(outcome) for outcome in dossier.outcomes}
        for file in dossier.attachments:
            if states.get(file.outcome) == OutcomeState.PUBLISHED:
                path = f"groups/{dossier.group.id}/outcomes/{file.outcome}/{file.name}"
                yield Asset(path=path, content=content.read_file(file.path))
