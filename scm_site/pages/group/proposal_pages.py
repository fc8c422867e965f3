"""The list of proposals, and the page of each."""

from collections.abc import Iterator

from scm_site.data.open_data.proposals import find_state
from scm_site.pages.changes.shown_approvals import show_provenance
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import PROPOSALS
from scm_site.pages.frame.site_content import SiteContent
from scm_site.records.group import Group
from scm_site.records.proposal import Proposal
from scm_site.words import FORMAT_NAMES, KIND_NAMES


def make_proposal_pages(content: SiteContent) -> Iterator[Page]:
    """Make the list of proposals and a page for each, the newest first."""
    rows = []
    for proposal in reversed(content.register.proposals):
        group = content.register.find_group_of(proposal.id)
        rows.append((proposal, group, find_state(proposal, group)))
        yield make_proposal_page(proposal, group, content)
    yield render_page(
        "proposals.html",
        PROPOSALS.address,
        PROPOSALS.text,
        description="Topics that were put forward for new groups, and what became of them.",
        rows=rows,
        kind_names=KIND_NAMES,
    )


def make_proposal_page(proposal: Proposal, group: Group | None, content: SiteContent) -> Page:
    """Make the page of a proposal."""
    address = f"{PROPOSALS.address}{proposal.id}/"
    register = content.register
    decision = proposal.decision
    return render_page(
        "proposal.html",
        address,
        proposal.title,
        description=proposal.challenge,
        crumbs=(PROPOSALS,),
        record=proposal,
        changed=content.find_change(proposal),
        proposal=proposal,
        group=group,
        standing=find_state(proposal, group),
        kind_name=KIND_NAMES[proposal.kind],
        themes=[register.themes.name_of(theme) for theme in proposal.themes],
        country=register.countries.name_of(proposal.applicant.country),
        country_note=register.countries.notes.get(proposal.applicant.country, ""),
        format_name=FORMAT_NAMES[proposal.expected_outcome.format],
        meeting=register.find_event(decision.meeting) if decision else None,
        approval=show_provenance(content, proposal),
        text=content.render_text(proposal, address, level=3),
    )
