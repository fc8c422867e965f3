"""Proposals as public data: which topics were put forward, by whom, and what became of them.

The applicant is an organisation; whoever might chair the group is on the proposal's page only.
"""

from typing import Annotated, get_args

from scm_site.data.calendar_entry import make_address
from scm_site.data.fields import Address, Country, Data, Day, Number, Text, means, one_of
from scm_site.data.open_data.head import Head
from scm_site.data.open_data.source import Source
from scm_site.records.group import Group
from scm_site.records.proposal import Format, GroupKind, Proposal, Result
from scm_site.records.register import Register

BECAME_A_GROUP = "became a group"
WITHDRAWN = "withdrawn"


class ApplicantData(Data, frozen=True, kw_only=True):
    """Which organisation proposes (eligibility, C1 and C2)."""

    kind: Annotated[Text, means("What kind of applicant it is, such as `city` or `SME`.")]
    organisation: Annotated[Text, means("The organisation's name.")]
    country: Annotated[Country, means("The country by its two-letter code (ISO 3166-1).")]


class DecisionData(Data, frozen=True, kw_only=True):
    """What the Advisory Board decided, when, and at which meeting (ToR, L1)."""

    on: Annotated[Day, means("The day of the decision.")]
    result: Annotated[
        str,
        one_of(get_args(Result)),
        means(
            "What was decided, by the votes where they are recorded: not agreed, if more were against than for; as many"
            " for as against leave it open, since the rule is not recorded."
        ),
    ]
    meeting: Annotated[
        Text | None, means("The id of the board meeting in the dataset events, or null where none is named.")
    ]


class ProposalData(Data, frozen=True, kw_only=True):
    """A topic that somebody proposed, who did, and what became of it."""

    id: Annotated[Text, means("The proposal's id: the name of its file in `content/proposals/`.")]
    former_ids: Annotated[
        tuple[Text, ...],
        means("The ids that it had before, the oldest first; their addresses lead to its page."),
    ]
    title: Annotated[Text, means("The topic.")]
    kind: Annotated[
        str,
        one_of(get_args(GroupKind)),
        means("Whether it is or would be a Focus group or a Discussion group."),
    ]
    themes: Annotated[tuple[Text, ...], means("The ids of its themes; the dataset themes names them.")]
    date: Annotated[Day, means("The day on which it was proposed.")]
    applicant: Annotated[ApplicantData, means("The organisation that proposes.")]
    expected_format: Annotated[
        str, one_of(get_args(Format)), means("The format of the outcome that the proposal expects.")
    ]
    duration_months: Annotated[Number, means("How many months the group is expected to run.")]
    decision: Annotated[
        DecisionData | None,
        means("What the Advisory Board decided, or null where the day is not recorded."),
    ]
    state: Annotated[str, one_of((*get_args(Result), BECAME_A_GROUP, WITHDRAWN)), means("How it stands.")]
    withdrawn_on: Annotated[Day | None, means("The day on which it was withdrawn, or null.")]
    group: Annotated[Text | None, means("The id of the group that came of it, or null.")]
    reconstructed: Annotated[
        bool,
        means("Whether the record was put together from public pages and not filed by those concerned."),
    ]
    page: Annotated[Address, means("The proposal's page.")]


class ProposalsDocument(Head, frozen=True, kw_only=True):
    """Every topic that was put forward for a group and that the Advisory Board agreed to, and what became of it."""

    proposals: Annotated[tuple[ProposalData, ...], means("Every proposal, the newest first.")]


def make_proposals(source: Source) -> ProposalsDocument:
    """Make `proposals.json`, the newest proposal first."""
    register = source.register
    newest_first = tuple(make_proposal(one, register) for one in reversed(register.proposals))
    return ProposalsDocument(**source.head, proposals=newest_first)


def make_proposal(proposal: Proposal, register: Register) -> ProposalData:
    """Give a proposal with the group that came of it, if one did."""
    group, applicant = register.find_group_of(proposal.id), proposal.applicant
    return ProposalData(
        id=proposal.id,
        former_ids=proposal.former_ids,
        title=proposal.title,
        kind=proposal.kind,
        themes=proposal.themes,
        date=proposal.date,
        applicant=ApplicantData(
            kind=applicant.type,
            organisation=applicant.organisation,
            country=register.countries.find_code(applicant.country),
        ),
        expected_format=proposal.expected_outcome.format,
        duration_months=proposal.duration_months,
        decision=make_decision(proposal),
        state=find_state(proposal, group),
        withdrawn_on=proposal.withdrawn.on if proposal.withdrawn else None,
        group=group.id if group else None,
        reconstructed=proposal.is_reconstructed,
        page=make_address(register, f"proposals/{proposal.id}/"),
    )


def make_decision(proposal: Proposal) -> DecisionData | None:
    """Give what the board decided, or None where that is not recorded."""
    decision = proposal.decision
    if decision is None:
        return None
    return DecisionData(on=decision.on, result=decision.result, meeting=decision.meeting or None)


def find_state(proposal: Proposal, group: Group | None) -> str:
    """Say in a word how a proposal stands."""
    if proposal.withdrawn:
        return WITHDRAWN
    return BECAME_A_GROUP if group else proposal.result
