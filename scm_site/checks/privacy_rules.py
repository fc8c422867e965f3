"""Rules on names and private data: the repository is public, and git does not forget."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scm_site.checks.contact_patterns import find_private_data, mask
from scm_site.checks.register_rule import Problem, rule
from scm_site.findings import Severity
from scm_site.reading.look_alikes import write_plainly
from scm_site.reading.quoting import quote_value
from scm_site.records.dossier import Dossier
from scm_site.records.group import Group
from scm_site.records.outcome import Author, DescribedOutcome, Outcome
from scm_site.records.people import Member, Roster, RosterPerson
from scm_site.records.proposal import Proposal, ProposedChair
from scm_site.records.record_file import Record, RecordFile
from scm_site.records.schema_check import name_field
from scm_site.records.unknown import Unknown, known
from scm_site.sentences import say

MAILBOX_FIELDS = {("contact",), ("site", "contact")}
MOST_NAMED = 3
MAILBOX_LINE = re.compile(r"\s*contact:\s")


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """Somebody whom a record lists: in which field, by what name, with whose leave, from which day."""

    field: tuple[str | int, ...]
    name: str
    withheld: bool
    consent: date | Unknown | None
    since: date | None


def find_people(record: Record) -> Iterator[Listed]:
    """Give each person that a record lists itself; somebody named by an id is listed in the roster."""
    if isinstance(record, Roster):
        yield from find_office_holders(record)
    elif isinstance(record, Group):
        yield from find_group_members(record)
    elif isinstance(record, Proposal) and record.proposed_chair:
        person = record.proposed_chair
        yield make_listed(("proposed_chair",), person, record.date)
    elif isinstance(record, DescribedOutcome):
        published = record.published if isinstance(record, Outcome) else None
        for index, author in enumerate(record.authors):
            if author.name:
                yield make_listed(("authors", index), author, known(published))


def find_office_holders(roster: Roster) -> Iterator[Listed]:
    """Give everybody in a roster."""
    for index, person in enumerate(roster.people):
        yield make_listed(("people", index), person, person.from_)


def find_group_members(group: Group) -> Iterator[Listed]:
    """Give the members of a group who are listed by name, or with their name withheld."""
    for index, member in enumerate(group.everybody):
        if not member.person and not isinstance(member.name, Unknown):
            yield make_listed(("members", index), member, known(member.from_))


def make_listed(
    field: tuple[str | int, ...], person: RosterPerson | Member | ProposedChair | Author, since: date | None
) -> Listed:
    """Give what the rules on names need of one person."""
    withheld = not isinstance(person, Author) and person.name_withheld
    name = person.name if isinstance(person.name, str) else ""
    return Listed(field=field, name=name, withheld=withheld, consent=person.consent, since=since)


@rule(
    "N001",
    "Nobody is named without consent",
    form_fix="Ask the person, then give the day of the consent. Until then leave the name out; the "
    "organisation stays.",
)
def people_consented(record: Record) -> Iterator[Problem]:
    """A person is listed only after they agreed to it, and the day of that is recorded. Somebody whose name is withheld
    is listed by function only, but is asked all the same.

    Fix: Ask the person, then write the day under `consent`. Until then leave the person out.
    """
    for person in find_people(record):
        if person.consent is None:
            who = quote_value(person.name) if person.name else "a person whose name is withheld"
            yield Problem(record, person.field, say("N001", who=who))


@rule("N002", "No private e-mail address or phone number stands in a record", in_form="said with its schema")
def no_private_contact_data(file: RecordFile) -> Iterator[Problem]:
    """The register is public, and its history keeps what was once written. Schemas have no field for private contact
    data, and it has no place in texts either. A group may have a functional mailbox, in its field `contact`.

    The change is public as soon as it is proposed: if the data is somebody's, follow the page on removing names.

    Fix: Take it out, and write the functional mailbox of the group or of the Secretariat instead.
    """
    for field, text in file.find_texts():
        for what, match in find_private_data(text) if field not in MAILBOX_FIELDS else ():
            line = text.count("\n", 0, match.start()) if field == ("text",) else 0
            message = say(
                "private", name=name_field(field), what=what, quote=quote_value(mask(match.group()))
            )
            yield Problem(file, field, message, line)
    for line, text in enumerate(file.raw.split("\n")):
        for what, match in find_private_data(text) if not MAILBOX_LINE.match(text) else ():
            yield Problem(
                file, (), f"this line seems to hold {what}: {quote_value(mask(match.group()))}", line
            )


@rule(
    "N003",
    "A withheld name does not stand in the file",
    form_fix="Take the name out, or answer no if the person may be named.",
)
def withheld_names_are_not_there(record: Record) -> Iterator[Problem]:
    """Who asks not to be named is shown as “name withheld” on every page. That only holds if the name is not in the
    file either, because the file is public too.

    Fix: Take the name out, and follow the page on removing names, since the history still has it.
    """
    for person in find_people(record):
        if person.withheld and person.name:
            yield Problem(record, (*person.field, "name"), say("N003"))
        elif not person.withheld and not person.name and not isinstance(record, Group):
            yield Problem(record, person.field, (say("N003 neither"), "Give one of the two."))
    if isinstance(record, Roster):
        yield from find_names_of_other_terms(record)


def find_names_of_other_terms(roster: Roster) -> Iterator[Problem]:
    """Find names of people who withhold theirs in another entry of the same id."""
    for index, person in enumerate(roster.people):
        if person.name and not person.name_withheld and roster.withholds(person.id):
            message = (
                f"another entry of {quote_value(person.id)} withholds the name, but here it still stands"
            )
            fix = "Write `name_withheld: true` in place of the name, and follow the page on removing names."
            yield Problem(roster, ("people", index, "name"), (message, fix))


@rule(
    "N004",
    "Consent comes before the name is shown",
    form_fix="Ask the person first. A day of consent that is wrong is corrected here.",
)
def consent_came_first(record: Record) -> Iterator[Problem]:
    """The day of consent is not after the first day on which the person is listed.

    Fix: Correct the day of consent or the first day.
    """
    for person in find_people(record):
        day = known(person.consent)
        if day and person.since and day > person.since:
            yield Problem(record, (*person.field, "consent"), say("N004", day=day, since=person.since))


#: What programs write as a name where nobody gave one.
NOBODY = frozenset(
    ("python-docx", "openpyxl", "microsoft office user", "windows user", "user", "author", "unknown", "admin")
)


@rule(
    "N009",
    "A file names nobody whom the record does not name",
    in_form="never: a form hands in no other files",
    severity=Severity.WARNING,
)
def files_name_nobody_else(dossier: Dossier) -> Iterator[Problem]:
    """Documents say in their properties, remarks and tracked changes who wrote, changed or read them. Readers get that
    with the file, also the name of somebody who did not agree to be named, or who is withheld everywhere else. So
    whoever is named there is an author of the outcome, by name or by organisation.

    Looked at are Office files, OpenDocument files, PDFs, and what cameras write into pictures. It may be an
    organisation in other words, so this is a warning.

    Fix: Make a copy without the names with `scm clean FILE`. By hand: take the names out (in Word under File, Info,
    Inspect Document; in LibreOffice under File, Properties; in both, accept all changes and delete the remarks), and
    export the file again. Or list who is named under `authors`, with their consent.
    """
    for outcome in dossier.outcomes:
        named = {write_plainly(name) for one in outcome.authors for name in (one.name, one.organisation)}
        for file in dossier.find_attachments(outcome.id):
            makers = [one.strip() for maker in file.makers for one in maker.split(";") if one.strip()]
            others = [one for one in makers if write_plainly(one) not in named | NOBODY]
            if others:
                quoted = ", ".join(map(quote_value, dict.fromkeys(others[:MOST_NAMED])))
                message = f"`{file.name}` names {quoted} in its properties or remarks, who is no author of the outcome"
                yield Problem(file, (), message)


@rule(
    "N005",
    "Somebody in a roster whose name is withheld has no account",
    in_form="never: its records have no form",
)
def withheld_office_holders_have_no_account(roster: Roster) -> Iterator[Problem]:
    """An account leads to a name, a picture, and all that the person did elsewhere. That holds for each entry of the
    same id. Whoever gives agreement on the forge does so under an account, in public, and cannot be withheld there.

    Fix: Take `account` out of this entry. What was merged before stays in the history; the page on
    removing names tells what to do about that.
    """
    for index, person in enumerate(roster.people):
        if person.account and roster.withholds(person.id):
            message = f"the name of {quote_value(person.id)} is withheld, but an account is given"
            yield Problem(roster, ("people", index, "account"), message)
