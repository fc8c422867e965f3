"""Proposals as public data: which topics were put forward, by whom, and what became of them.

The applicant is an organisation; whoever might chair the group is on the proposal's page only.
"""

from collections.abc import Iterator
from typing import TypedDict

from scm_site.data.calendar_entry import make_address
from scm_site.data.standings import write_date
from scm_site.records.group import Group
from scm_site.records.proposal import Proposal
from scm_site.records.register import Register


class ApplicantData(TypedDict):
    """Which organisation proposes (eligibility, C1 and C2)."""

    kind: str
    organisation: str
    country: str


class DecisionData(TypedDict):
    """What the Advisory Board decided, when, and at which meeting (ToR, L1)."""

    on: str
    result: str
    meeting: str | None


class ProposalData(TypedDict):
    """One proposal, as other programs read it; None where something is not recorded."""

    id: str
    former_ids: list[str]
    title: str
    kind: str
    themes: list[str]
    date: str
    applicant: ApplicantData
    expected_format: str
    duration_months: int
    decision: DecisionData | None
    state: str
    withdrawn_on: str | None
    group: str | None
    reconstructed: bool
    page: str


def list_proposals(register: Register) -> Iterator[ProposalData]:
    """Give every proposal, the newest first."""
    return (make_proposal(proposal, register) for proposal in reversed(register.proposals))


def make_proposal(proposal: Proposal, register: Register) -> ProposalData:
    """Give one proposal as plain data."""
    group, applicant = register.find_group_of(proposal.id), proposal.applicant
    return ProposalData(
        id=proposal.id,
        former_ids=list(proposal.former_ids),
        title=proposal.title,
        kind=proposal.kind,
        themes=list(proposal.themes),
        date=proposal.date.isoformat(),
        applicant=ApplicantData(
            kind=applicant.type,
            organisation=applicant.organisation,
            country=register.countries.find_code(applicant.country),
        ),
        expected_format=proposal.expected_outcome.format,
        duration_months=proposal.duration_months,
        decision=make_decision(proposal),
        state=find_state(proposal, group),
        withdrawn_on=write_date(proposal.withdrawn.on if proposal.withdrawn else None),
        group=group.id if group else None,
        reconstructed=proposal.is_reconstructed,
        page=make_address(register, f"proposals/{proposal.id}/"),
    )


def make_decision(proposal: Proposal) -> DecisionData | None:
    """Give what the board decided, or None where that is not recorded."""
    decision = proposal.decision
    if decision is None:
        return None
    return DecisionData(on=decision.on.isoformat(), result=decision.result, meeting=decision.meeting or None)


def find_state(proposal: Proposal, group: Group | None) -> str:
    """Say in a word how a proposal stands."""
    if proposal.withdrawn:
        return "withdrawn"
    return "became a group" if group else proposal.result
