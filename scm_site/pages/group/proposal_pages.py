"""The list of proposals, and the page of each."""

from collections.abc import Iterator
from datetime import date

from scm_site.data.open_data.proposals import find_state
from scm_site.pages.changes.shown_approvals import show_provenance
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import PROPOSALS
from scm_site.pages.frame.site_content import SiteContent
from scm_site.records.acts.decided import Decided, TopicDecision
from scm_site.records.event import Event
from scm_site.records.group import Group
from scm_site.records.people import Roster
from scm_site.records.proposal import Proposal
from scm_site.records.register import Register
from scm_site.words import FORMAT_NAMES, KIND_NAMES

#: A decision with its proposal, if that is in the register, and with who stood aside.
ShownDecision = tuple[TopicDecision, Proposal | None, list[str]]

UNNAMED = "a member of the Advisory Board (name withheld)"


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
        sittings=[show_sitting(sitting, content.register) for sitting in reversed(content.register.sittings)],
    )


def show_sitting(sitting: Decided, register: Register) -> tuple[Decided, Event | None, list[ShownDecision]]:
    """Give a sitting with its board meeting; each decision with its proposal, if it is here, and who stood aside."""
    decisions = [
        (one, register.find_proposal(one.proposal), name_aside(one.stood_aside, register.board, sitting.day))
        for one in sitting.decisions
    ]
    return sitting, register.find_event(sitting.event), decisions


def name_aside(members: tuple[str, ...], board: Roster, day: date) -> list[str]:
    """Give who stood aside by name, or by function where the name is withheld; an id that nobody has stays one."""
    found = []
    for member in members:
        person = board.find_person(member, day)
        name = person.name if person and not board.withholds(member) else ""
        found.append(", ".join(filter(None, (name, person.title if person else member))) or UNNAMED)
    return found


def make_proposal_page(proposal: Proposal, group: Group | None, content: SiteContent) -> Page:
    """Make the page of a proposal."""
    address = f"{PROPOSALS.address}{proposal.id}/"
    register = content.register
    decision, sitting = proposal.decision, register.find_sitting_of(proposal.id)
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
        aside=name_aside(sitting[1].stood_aside, register.board, sitting[0].day) if sitting else [],
        approval=show_provenance(content, proposal),
        text=content.render_text(proposal, address, level=3),
    )
