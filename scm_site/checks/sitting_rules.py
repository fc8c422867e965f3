"""Rules on sittings of the Advisory Board: what is decided, on which topic, by whom."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.records.acts.decided import Decided, TopicDecision
from scm_site.records.people import RosterPerson
from scm_site.records.proposal import Proposal
from scm_site.records.register import Register


@rule(
    "E003",
    "A sitting names each topic once, and as it can be found",
    clauses=("L1", "C5"),
    in_form="never: its records have no form",
)
def topics_are_named(sitting: Decided, register: Register) -> Iterator[Problem]:
    """A topic that the board agreed to is a proposal in the register, and is called by its id. Any other topic never
    gets there: it is called by the number of its pull request, in the board's words and with the board's reason.

    Fix: Under an outcome with which the board agreed, write `proposal`; under any other, `pull_request`, `topic` and
    `because`. Write each topic once.
    """
    seen = set[str | int]()
    for number, one in enumerate(sitting.decisions):
        message = find_misnamed(one, register)
        if message:
            field = ("decisions", number, "proposal") if one.proposal else ("decisions", number)
            yield Problem(sitting, field, message)
        name = one.proposal or one.pull_request
        if name in seen:
            yield Problem(
                sitting, ("decisions", number), f"the topic `{name}` is decided twice in one sitting"
            )
        if name:
            seen.add(name)


def find_misnamed(one: TopicDecision, register: Register) -> str:
    """Say what is wrong with how a decision names its topic, or give ""."""
    if one.is_agreed and not one.proposal:
        return f"the outcome is “{one.outcome}”, and no proposal is named"
    if one.is_agreed:
        is_there = register.find_proposal(one.proposal) or register.is_broken("proposal", one.proposal)
        return "" if is_there else f"the proposal `{one.proposal}` is not in the register"
    if one.proposal:
        return f"`{one.proposal}` is named as a proposal of the register, but the outcome is “{one.outcome}”"
    missing = [name for name in ("pull_request", "topic", "because") if not getattr(one, name)]
    return (
        f"the outcome is “{one.outcome}”, and nothing is said under {', '.join(missing)}" if missing else ""
    )


@rule(
    "E004",
    "A topic that was voted down is not agreed in a sitting",
    clauses=("L1", "C5"),
    in_form="never: its records have no form",
)
def outvoted_is_not_agreed(sitting: Decided) -> Iterator[Problem]:
    """With at least as many votes against a topic as for it, the board did not agree: no rule of the board is known by
    which it did. Abstentions, and members who stood aside, count on neither side.

    Fix: Correct the votes, or the outcome.
    """
    for number, one in enumerate(sitting.decisions):
        if one.is_agreed and one.votes and one.is_outvoted:
            message = (
                f"{one.votes.for_} voted for it and {one.votes.against} against, so it is not {one.outcome}"
            )
            yield Problem(sitting, ("decisions", number, "votes"), message)


@rule(
    "E005",
    "Who has a stake in a topic stands aside",
    clauses=("L1", "C3", "C5"),
    in_form="never: its records have no form",
)
def stake_stands_aside(sitting: Decided, register: Register) -> Iterator[Problem]:
    """A member of the board does not decide on a topic that they would chair, or that their own organisation proposes
    or would lead. Names and organisations are compared as they are written; what differs is left to the board. Who is
    named as standing aside is a member of the board on that day.

    Fix: Name the member under `stood_aside`, by the id in content/board.yml, and count their vote no more.
    """
    board = [person for person in register.board.people if person.is_in_office(sitting.day)]
    known = {person.id for person in board}
    for number, one in enumerate(sitting.decisions):
        for index, member in enumerate(one.stood_aside):
            if known and member not in known:
                message = f"`{member}` is not a member of the board on {sitting.day}"
                yield Problem(sitting, ("decisions", number, "stood_aside", index), message)
        proposal = register.find_proposal(one.proposal) if one.proposal else None
        for person in board if proposal else ():
            stake = find_stake(person, proposal) if proposal else ""
            if stake and person.id not in one.stood_aside:
                message = f"`{person.id}` {stake}, and is not named as standing aside"
                yield Problem(sitting, ("decisions", number), message)


def find_stake(person: RosterPerson, proposal: Proposal) -> str:
    """Say what a member of the board has to do with a proposal, by comparison, or give ""."""
    chair = proposal.proposed_chair
    if chair and person.name and write_alike(person.name) == write_alike(chair.name):
        return "is proposed as chair"
    own = write_alike(person.organisation)
    if own == write_alike(proposal.applicant.organisation):
        return "is of the organisation that proposes the topic"
    if chair and own == write_alike(chair.organisation):
        return "is of the organisation of the proposed chair"
    return ""


def write_alike(text: str) -> str:
    """Give a name without capitals and with single spaces."""
    return " ".join(text.casefold().split())
