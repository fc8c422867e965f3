"""Rules on names and private data: the repository is public, and git does not forget."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.wording import quote
from scm_site.records.group import Group
from scm_site.records.outcome import Outcome
from scm_site.records.people import Roster
from scm_site.records.proposal import Proposal
from scm_site.records.record_file import Record
from scm_site.records.unknown import Unknown, known

MAILBOX_FIELDS = {("contact",), ("site", "contact")}
E_MAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}\.[A-Za-z0-9.-]{2,100}")
PHONE = re.compile(
    r"(?<![\w/.-])(?:\+|00)[1-9][0-9]{0,2}(?:[ ./()-]{0,2}[0-9]){6,12}(?![\w-])|(?i:\b(?:tel|phone|mobile)\b\.?:? ?)[0-9(+][0-9 ()/.-]{6,20}"
)


def find_people(record: Record) -> Iterator[tuple[tuple[str | int, ...], Any, date | None]]:
    """Give each person that a record lists, with the field and the day from which they are listed."""
    if isinstance(record, Roster):
        for index, person in enumerate(record.people):
            yield ("people", index), person, person.from_
    elif isinstance(record, Group):
        for index, member in enumerate(record.members):
            if not member.person and not isinstance(member.name, Unknown):
                yield ("members", index), member, known(member.from_)
    elif isinstance(record, Proposal) and record.proposed_chair:
        yield ("proposed_chair",), record.proposed_chair, record.date
    elif isinstance(record, Outcome):
        for index, author in enumerate(record.authors):
            if author.name:
                yield ("authors", index), author, known(record.published)


@rule("N001", "Nobody is named without consent")
def people_consented(record: Record) -> Iterator[Problem]:
    """A person is listed only after they agreed to it, and the day of that is recorded. Somebody whose name is withheld
    is listed by function only, but is asked all the same.

    Fix: Ask the person, then write the day under `consent`. Until then leave the person out.
    """
    for field, person, _ in find_people(record):
        if person.consent is None:
            yield Problem(record, field, "the consent to be listed is missing")


@rule("N002", "No private e-mail address or phone number stands in a record")
def no_private_contact_data(record: Record) -> Iterator[Problem]:
    """The register is public, and its history keeps what was once written. Schemas have no field for private contact
    data, and it has no place in texts either. A group may have a functional mailbox, in its field `contact`.

    The change is public as soon as it is proposed: if the data is somebody's, follow the page on removing names.

    Fix: Take it out, and write the functional mailbox of the group or of the Secretariat instead.
    """
    for field, text in record.file.find_texts():
        if field in MAILBOX_FIELDS:
            continue
        for what, pattern in (("an e-mail address", E_MAIL), ("a phone number", PHONE)):
            for match in pattern.finditer(text) if ("@" in text if pattern is E_MAIL else True) else ():
                name = ".".join(str(part) for part in field)
                line = text.count("\n", 0, match.start()) if field == ("text",) else 0
                message = f"field `{name}` seems to hold {what}: {quote(mask(match.group()))}"
                yield Problem(record, field, message, line)


def mask(text: str) -> str:
    """Show enough of private data to find it, and no more."""
    return text[:3] + "…"


@rule("N003", "A withheld name does not stand in the file")
def withheld_names_are_not_there(record: Record) -> Iterator[Problem]:
    """Who asks not to be named is shown as “name withheld” on every page. That only holds if the name is not in the
    file either, because the file is public too.

    Fix: Take the name out, and follow the page on removing names, since the history still has it.
    """
    for field, person, _ in find_people(record):
        if getattr(person, "name_withheld", False) and person.name:
            message = "`name_withheld` is true, but the name still stands beside it"
            yield Problem(record, (*field, "name"), message)
        elif (
            not getattr(person, "name_withheld", False) and not person.name and not isinstance(record, Group)
        ):
            yield Problem(
                record,
                field,
                ("the person has neither `name` nor `name_withheld: true`", "Give one of the two."),
            )


@rule("N004", "Consent comes before the name is shown")
def consent_came_first(record: Record) -> Iterator[Problem]:
    """The day of consent is not after the first day on which the person is listed.

    Fix: Correct the day of consent or the first day.
    """
    for field, person, since in find_people(record):
        day = known(person.consent)
        if day and since and day > since:
            message = f"the consent of {day} came after {since}, the day from which the person is listed"
            yield Problem(record, (*field, "consent"), message)
