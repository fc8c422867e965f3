"""Rules on proposals: who may propose, and what the board decided."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.findings import Severity
from scm_site.records.proposal import Decision, Proposal
from scm_site.records.register import Register
from scm_site.sentences import say
from scm_site.terms.numbers import SHORTEST_MANDATE


@rule(
    "P001",
    "The applicant's country is eligible on the day of the proposal",
    clauses=("C2",),
    form_fix="Check the country and the day. Which countries are associated changes; the list of that day "
    "counts.",
)
def country_is_eligible(proposal: Proposal, register: Register) -> Iterator[Problem]:
    """Applicants come from an EU Member State or an associated country. Which countries are associated changes, so
    the list in force on the day of the proposal counts, and content/settings.yml says which kinds of association do.

    Fix: Check the country and the date of the proposal. A country that was associated by then is added to the list
    in content/countries.yml, with its version and date.
    """
    countries, day = register.countries, proposal.date
    code = countries.also_accepted.get(proposal.applicant.country, proposal.applicant.country)
    if code in countries.eu or code not in countries.names:
        return
    in_force = countries.find_list(day)
    kinds = register.settings.associated_countries
    if in_force is None or code not in in_force.find_eligible(kinds):
        which = (
            say("P001 list", version=in_force.version, day=in_force.from_)
            if in_force
            else say("P001 no list")
        )
        message = say(
            "P001",
            code=proposal.applicant.country,
            name=countries.name_of(code),
            kinds=", ".join(kinds),
            day=day,
            which=which,
        )
        yield Problem(proposal, ("applicant", "country"), message)


@rule(
    "P002",
    "The applicant declares that there is no conflict of interest",
    clauses=("C3",),
    form_fix="Answer yes only if it is so. Otherwise the proposal has to come from somebody else.",
)
def no_conflict_of_interest(proposal: Proposal) -> Iterator[Problem]:
    """Whoever has a conflict of interest cannot chair or take part. Only yes or no is recorded, never the details.

    Fix: Write `true` only if it is so. Otherwise the proposal has to come from somebody else.
    """
    if not proposal.declarations.no_conflict_of_interest:
        yield Problem(proposal, ("declarations", "no_conflict_of_interest"), say("P002"))


@rule(
    "P003",
    "The applicant declares to be at least 18",
    clauses=("C4",),
    form_fix="Answer yes only if it is so. Otherwise the proposal has to come from somebody else.",
)
def at_least_18(proposal: Proposal) -> Iterator[Problem]:
    """Applicants are at least 18 years old. Only yes or no is recorded, never a date of birth.

    Fix: Write `true` only if it is so. Otherwise the proposal has to come from somebody else.
    """
    if not proposal.declarations.at_least_18:
        yield Problem(proposal, ("declarations", "at_least_18"), say("P003"))


@rule(
    "P004",
    "The applicant accepts the Charter",
    clauses=("M5",),
    form_fix="Read the Charter, and answer yes once it is accepted.",
)
def accepts_the_charter(proposal: Proposal) -> Iterator[Problem]:
    """All members of groups adhere to the Charter of the Smart Cities Marketplace, those who propose included.

    Fix: Read the Charter, and write `true` once it is accepted.
    """
    if not proposal.declarations.charter:
        yield Problem(proposal, ("declarations", "charter"), say("P004"))


@rule(
    "P005",
    "A Focus group is proposed for at least twelve months",
    clauses=("D3",),
    form_fix="Propose twelve months or more, or a Discussion group.",
)
def lasts_twelve_months(proposal: Proposal) -> Iterator[Problem]:
    """The Terms of Reference of Focus groups are valid for at least twelve months.

    Fix: Propose twelve months or more, or a Discussion group.
    """
    least = SHORTEST_MANDATE.value_on(proposal.date)
    if proposal.kind == "focus" and proposal.duration_months < least:
        message = say("P005", least=least, months=proposal.duration_months)
        yield Problem(proposal, ("duration_months",), message)


@rule("P006", "Declarations and decision carry dates that can be", form_fix="Correct the day that is wrong.")
def dates_are_in_order(proposal: Proposal) -> Iterator[Problem]:
    """The applicant declares on or before the day of the proposal; the board decides after it.

    Fix: Correct the date that is wrong.
    """
    declared, decision = proposal.declarations.on, proposal.decision
    if declared > proposal.date:
        message = say("P006", declared=declared, day=proposal.date)
        yield Problem(proposal, ("declarations", "on"), message)
    if decision and decision.on < proposal.date:
        message = f"the decision is of {decision.on}, before the proposal of {proposal.date}"
        yield Problem(proposal, ("decision", "on"), message)
    if proposal.withdrawn and proposal.withdrawn.on < proposal.date:
        message = (
            f"the proposal was withdrawn on {proposal.withdrawn.on}, before it was made on {proposal.date}"
        )
        yield Problem(proposal, ("withdrawn", "on"), message)


@rule(
    "P007",
    "The board's decision fits its meeting and its roster",
    clauses=("L1", "C5"),
    in_form="never: no form asks for it",
)
def decision_fits_the_board(proposal: Proposal, register: Register) -> Iterator[Problem]:
    """A decision taken at a board meeting carries that meeting's date. Votes, abstentions and those who stood aside
    together are at most as many as the board has members on that day, if its roster is filled in.

    Fix: Correct the date, the meeting or the numbers; or complete content/board.yml.
    """
    decision = proposal.decision
    if decision is None:
        return
    meeting = register.find_event(decision.meeting) if decision.meeting else None
    if meeting and not meeting.date <= decision.on <= meeting.ends_on:
        message = f"the decision is of {decision.on}, but the meeting `{meeting.id}` was on {meeting.date}"
        yield Problem(proposal, ("decision", "on"), message)
    votes, roster = decision.votes, register.board.people
    if votes and roster:
        counted = votes.for_ + votes.against + votes.abstained + votes.recused
        members = len({person.id for person in roster if person.is_in_office(decision.on)})
        if counted > members:
            message = f"{counted} votes are counted, but the board has {members} members on {decision.on}"
            yield Problem(proposal, ("decision", "votes"), message)


@rule(
    "P008",
    "A topic is proposed once",
    severity=Severity.WARNING,
    in_form="later: it needs all other proposals",
)
def topic_is_new(register: Register) -> Iterator[Problem]:
    """Two proposals with the same topic are most often one that was filed twice.

    Fix: Join the two, or give the second a title that shows how it differs.
    """
    seen: dict[str, Proposal] = {}
    for proposal in register.proposals:
        topic = " ".join(proposal.title.lower().split())
        if topic in seen and not seen[topic].withdrawn:
            message = f"the topic `{proposal.title}` is already proposed in `{seen[topic].id}`"
            yield Problem(proposal, ("title",), message)
        seen[topic] = proposal


@rule(
    "P009",
    "A topic that was voted down is not agreed",
    severity=Severity.WARNING,
    in_change=Severity.ERROR,
    clauses=("L1", "C5"),
    in_form="never: no form asks for it",
)
def voted_down_is_not_agreed(proposal: Proposal) -> Iterator[Problem]:
    """A proposal in the register is one that the board agreed to. With more votes against than for, it did not.
    Abstentions, and members who stood aside, count on neither side.

    Fix: Correct the votes. If they are right, close the pull request; in the register, say under `withdrawn` that the
    topic was voted down.
    """
    if proposal.decision and proposal.result == "not agreed" and is_to_tell(proposal):
        yield Problem(
            proposal, ("decision", "votes"), say_votes(proposal.decision, "so the board did not agree")
        )


@rule(
    "P010",
    "A tie needs a rule",
    severity=Severity.WARNING,
    clauses=("L1", "C5"),
    in_form="never: no form asks for it",
)
def tie_needs_a_rule(proposal: Proposal) -> Iterator[Problem]:
    """With as many votes for as against, a rule of the board decides, such as the vote of whoever presides. There is no
    field for it, so the site says that the rule is not recorded, and not that the board agreed.

    Fix: Correct the votes. If they are right, say under `remarks` by which rule the board decided.
    """
    if proposal.decision and proposal.result == "rule not recorded" and is_to_tell(proposal):
        said = say_votes(proposal.decision, "and by which rule the board decided is not recorded")
        yield Problem(proposal, ("decision", "votes"), said)


def is_to_tell(proposal: Proposal) -> bool:
    """Tell whether votes are judged here: not of what was withdrawn, nor of what a sitting says (rule E004)."""
    return not proposal.withdrawn and ("decision",) not in proposal.file.elsewhere


def say_votes(decision: Decision, so: str) -> str:
    """Say how the board voted, and what follows."""
    votes = decision.votes
    return f"{votes.for_} voted for it and {votes.against} against, {so}" if votes else so
