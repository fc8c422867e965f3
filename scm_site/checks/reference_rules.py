"""Rules on references: what a record names is there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scm_site.checks.event_rules import find_events
from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.wording import guess_word, list_choices
from scm_site.reading.quoting import quote_value
from scm_site.records.acts.amends import Amends, TermsAct
from scm_site.records.acts.decided import Decided
from scm_site.records.acts.of_outcomes import Controlled, Shown
from scm_site.records.acts.presented import Presented
from scm_site.records.acts.waives import Waives
from scm_site.records.dossier import Dossier
from scm_site.records.group import Group
from scm_site.records.outcome import DescribedOutcome
from scm_site.records.proposal import Proposal
from scm_site.records.record_file import Record
from scm_site.records.register import Register
from scm_site.records.unknown import known
from scm_site.records.work_programme import WorkProgramme

#: More countries than these that begin with the same letters would be no guess.
MOST_GUESSES = 3


@dataclass(frozen=True, slots=True)
class Reference:
    """A field of a record that names something else by its id."""

    field: tuple[str | int, ...]
    id: str


def find_missing(
    record: Record, references: Iterable[Reference], what: str, choices: Iterable[str], where: str
) -> Iterator[Problem]:
    """Give a problem for each reference to an id that is not among the choices."""
    ids = list(choices)
    for reference in references:
        if reference.id not in ids:
            message = f"{what} {quote_value(reference.id)} does not exist{guess_word(reference.id, ids)}"
            fix = (
                f"Choose one from {where}: {list_choices(ids)}."
                if ids
                else f"There is none in {where} yet; add it."
            )
            yield Problem(record, reference.field, (message, fix))


@rule("R001", "A theme is in the list of themes", in_form="never: it is chosen from a list")
def themes_exist(record: Record, register: Register) -> Iterator[Problem]:
    """Themes come from one list, so that pages can be filtered by them.

    Fix: Choose a theme from content/themes.yml.
    """
    if isinstance(record, (Group, Proposal, DescribedOutcome)):
        references = [Reference(("themes", index), theme) for index, theme in enumerate(record.themes)]
        ids = [theme.id for theme in register.themes.themes]
        yield from find_missing(record, references, "the theme", ids, "content/themes.yml")


@rule(
    "R002",
    "A country is in the list of countries",
    clauses=("C2",),
    in_form="never: it is chosen from a list",
)
def countries_exist(record: Record, register: Register) -> Iterator[Problem]:
    """Countries are written with their two-letter codes. EL is read as Greece (GR), UK as the United Kingdom (GB). The
    list holds the countries from which a topic may come or could come one day.

    Fix: Use a code from content/countries.yml.
    """
    references: list[Reference] = []
    if isinstance(record, Proposal):
        references = [Reference(("applicant", "country"), record.applicant.country)]
    elif isinstance(record, DescribedOutcome):
        references = [Reference(("countries", index), code) for index, code in enumerate(record.countries)]
    elif isinstance(record, Group):
        members = enumerate(record.everybody)
        references = [Reference(("members", i, "country"), m.country) for i, m in members if m.country]
    if references:
        codes = {**register.countries.names, **register.countries.also_accepted}
        for reference in references:
            if reference.id not in codes:
                yield report_country(record, reference, register)


def report_country(record: Record, reference: Reference, register: Register) -> Problem:
    """Say that a code is not in the list, and which countries with names that begin so may be meant."""
    start = reference.id.lower()
    near = [
        f"`{code}` ({name})"
        for code, name in sorted(register.countries.names.items())
        if name.lower().startswith(start)
    ]
    is_topic = isinstance(record, Proposal)
    what = "a country from which a topic may come" if is_topic else "in the list of countries"
    guess = f"; did you mean {' or '.join(near)}?" if 0 < len(near) <= MOST_GUESSES else ""
    return Problem(record, reference.field, f"`{reference.id}` is not {what} (content/countries.yml){guess}")


@rule(
    "R003",
    "An event that is named is in the register",
    clauses=("G3", "I2"),
    in_form="never: it is chosen from a list",
)
def events_exist(record: Record, register: Register) -> Iterator[Problem]:
    """Outcomes are presented at events, decisions taken and results presented at board meetings. All of them are
    records in content/events, and a board meeting is named where one is meant. An act keeps the name that the event had
    when it was filed.

    Fix: Choose an event from content/events, or add its record first.
    """
    references = [Reference(field, event) for field, event in find_events(record) if event]
    wanted = [reference for reference in references if not register.is_broken("event", reference.id)]
    ids = [event.id for event in register.events]
    if isinstance(record, Presented | Shown | Decided):
        ids += [name for event in register.events for name in event.former_ids]
    yield from find_missing(record, wanted, "the event", ids, "content/events")
    for reference in wanted:
        event = register.find_event(reference.id)
        if event and event.type != "board meeting" and not isinstance(record, Shown):
            message = f"`{event.id}` is an event, but a meeting of the Advisory Board is meant here"
            boards = [event.id for event in register.events if event.type == "board meeting"]
            fix = (
                f"Choose one of: {list_choices(boards)}."
                if boards
                else "Add the board meeting to content/events first."
            )
            yield Problem(record, reference.field, (message, fix))


@rule(
    "R004",
    "The proposal of a group is in the register",
    clauses=("L1", "f"),
    in_form="never: its records have no form",
)
def proposals_exist(group: Group, register: Register) -> Iterator[Problem]:
    """No group without an approved proposal: on the main branch, every proposal is one that the board agreed to.

    Fix: Choose a proposal from content/proposals, or file the proposal first.
    """
    proposal = known(group.proposal)
    if proposal and not register.is_broken("proposal", proposal):
        ids = [proposal.id for proposal in register.proposals]
        yield from find_missing(
            group, [Reference(("proposal",), proposal)], "the proposal", ids, "content/proposals"
        )


@rule(
    "R005",
    "Who acts for the Secretariat is in its roster",
    clauses=("L2", "L3", "T3", "A1"),
    in_form="never: it is chosen from a list",
)
def secretariat_people_exist(record: Record, register: Register) -> Iterator[Problem]:
    """People of the Secretariat are named by their id in content/secretariat.yml, which tells when they were in office.

    Fix: Choose a person from content/secretariat.yml, or add the person there first.
    """
    references = list(find_people_of_the_secretariat(record))
    if references:
        ids = [person.id for person in register.secretariat.people]
        yield from find_missing(record, references, "the person", ids, "content/secretariat.yml")


def find_people_of_the_secretariat(record: Record) -> Iterator[Reference]:
    """Give each place where a record names somebody of the Secretariat."""
    if isinstance(record, Group):
        yield from find_members_of_the_secretariat(record)
    elif isinstance(record, Controlled):
        yield Reference(("by",), record.by)
    elif isinstance(record, Amends) and record.agreed:
        yield Reference(("agreed", "secretariat", "by"), record.agreed.secretariat.by)
    elif isinstance(record, Waives):
        yield Reference(("granted", "by"), record.granted.by)


def find_members_of_the_secretariat(group: Group) -> Iterator[Reference]:
    """Give each member of a group who is named by an id, and who confirmed them."""
    for index, member in enumerate(group.everybody):
        confirmed = known(member.confirmed)
        if member.person:
            yield Reference(("members", index, "person"), member.person)
        if confirmed:
            yield Reference(("members", index, "confirmed", "by"), confirmed.by)


@rule(
    "R006",
    "A version of the Terms of Reference or Charter exists",
    clauses=("D1", "M5"),
    in_form="never: its records have no form",
)
def versions_exist(record: Record, register: Register) -> Iterator[Problem]:
    """The Terms of Reference are part of the work programme, and members accept the Charter: each in a version that
    content/settings.yml lists.

    Fix: Choose a version from content/settings.yml, or add it there first.
    """
    settings = register.settings
    for references, what, versions in (
        (find_terms(record), "the version of the Terms of Reference", settings.terms_of_reference),
        (find_charters(record), "the version of the Charter", settings.charter),
    ):
        ids = [one.version for one in versions]
        yield from find_missing(record, references, what, ids, "content/settings.yml")


def find_terms(record: Record) -> list[Reference]:
    """Give each place where a record names a version of the Terms of Reference that is to hold."""
    if isinstance(record, TermsAct) and record.terms_of_reference:
        return [Reference(("terms_of_reference", "becomes"), record.terms_of_reference.becomes)]
    terms = known(record.terms_of_reference) if isinstance(record, WorkProgramme) else None
    return [Reference(("terms_of_reference",), terms)] if terms else []


def find_charters(record: Record) -> list[Reference]:
    """Give each place where a record names a version of the Charter."""
    if isinstance(record, WorkProgramme):
        rules = known(record.rules_of_participation)
        return [Reference(("rules_of_participation", "charter"), rules.charter)] if rules else []
    members = record.everybody if isinstance(record, Group) else ()
    accepted = [(index, known(member.charter)) for index, member in enumerate(members)]
    return [
        Reference(("members", index, "charter", "version"), charter.version)
        for index, charter in accepted
        if charter
    ]


@rule(
    "R007",
    "A meeting that is named is one of the group",
    clauses=("T9",),
    in_form="later: it is found in other records",
)
def meetings_exist(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """Chair and co-chair may hold a meeting that evaluates the end of a group; its record stands in the group's folder.

    Fix: Choose a meeting from the group's folder meetings/, or add its record first.
    """
    ended = dossier.ended
    if ended and ended.evaluation_meeting:
        named = ended.evaluation_meeting
        if not register.is_broken("meeting", named, dossier.group.id):
            ids = [meeting.id for meeting in dossier.meetings]
            reference = [Reference(("evaluation_meeting",), named)]
            yield from find_missing(ended, reference, "the meeting", ids, "the group's folder meetings/")


@rule("R008", "An outcome that is replaced is in the register", in_form="never: it is chosen from a list")
def superseded_outcomes_exist(register: Register) -> Iterator[Problem]:
    """An outcome that replaces an earlier one names it by group and id, so that each page leads to the other.

    Fix: Write group and id with a slash, for example warm-homes/first-guide.
    """
    ids = [
        f"{dossier.group.id}/{outcome.id}" for dossier in register.dossiers for outcome in dossier.outcomes
    ]
    for dossier in register.dossiers:
        for outcome in dossier.outcomes:
            for index, replaced in enumerate(outcome.replaces):
                group, _, name = replaced.partition("/")
                if not (register.find_outcome(replaced) or register.is_broken("outcome", name, group)):
                    reference = [Reference(("replaces", index), replaced)]
                    yield from find_missing(
                        outcome, reference, "the outcome", ids, "the groups' folders outcomes/"
                    )
