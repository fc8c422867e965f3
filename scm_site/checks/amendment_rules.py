"""Rules on amendments."""

from collections.abc import Iterator
from datetime import date

from scm_site.checks.group_rules import find_proposal
from scm_site.checks.last_day import give_last_day
from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.wording import quote_both
from scm_site.days import add_months, parse_day
from scm_site.reading.calendar_days import find_day_fault
from scm_site.reading.quoting import quote_value
from scm_site.records.changes import Amendment
from scm_site.records.dossier import Dossier
from scm_site.records.register import NotAvailableError, Register
from scm_site.records.unknown import Unknown, known

FIELDS = ("end", "title", "challenge", "objectives")
NO_CHANGE = "Write the new content under `to`, or take this change out."


def write_value(value: object) -> str | tuple[str, ...]:
    """Write a field of a group as an amendment does."""
    if isinstance(value, date):
        return value.isoformat()
    return tuple(value) if isinstance(value, (list, tuple)) else str(value or "")


def show_value(value: str | tuple[str, ...]) -> str:
    """Quote a content in a message."""
    return quote_value(value if isinstance(value, str) else "; ".join(value))


@rule(
    "A001",
    "The group carries what its last amendment says",
    clauses=("A1", "D3"),
    in_form="never: its records have no form",
)
def group_carries_the_amendment(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """The Terms of Reference may be amended in writing. The amended field of group.md then carries the new content.

    Fix: Change the field in group.md to what the amendment says, or correct the amendment.
    """
    group = dossier.group
    register.require_whole("amendment", group.id)
    for field in FIELDS:
        changes = dossier.find_changes(field)
        stated = getattr(group, field)
        if changes and not isinstance(stated, Unknown):
            amendment, _, change = changes[-1]
            if write_value(stated) != change.to and (stated or not group.is_focus):
                said, wanted = quote_both(write_value(stated), change.to)
                message = f"field `{field}` is {said}, but the amendment `{amendment.id}` says {wanted}"
                yield Problem(group, (field,), message)


@rule(
    "A002",
    "An amendment starts from what was in force",
    clauses=("A1",),
    in_form="never: its records have no form",
)
def amendments_follow_each_other(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """An amendment says from what to what a field changes. What it starts from is what the proposal said, or the
    amendment before it.

    Fix: Correct `from` in the amendment.
    """
    register.require_whole("amendment", dossier.group.id)
    for field in FIELDS:
        before = find_first_value(dossier, register, field)
        for amendment, index, change in dossier.find_changes(field):
            if before and change.from_ not in before:
                shown = " or ".join(show_value(value) for value in before)
                was = show_value(change.from_)
                message = f"the amendment changes {field} from {was}, but what was in force is {shown}"
                yield Problem(amendment, ("changes", index, "from"), message)
            if change.to == change.from_:
                yield Problem(
                    amendment,
                    ("changes", index, "to"),
                    (f"the amendment leaves {field} as it was", NO_CHANGE),
                )
            before = [change.to]


def find_first_value(dossier: Dossier, register: Register, field: str) -> list[str | tuple[str, ...]]:
    """Give what a field said before any amendment, as far as the proposal tells; for the end, either of two days."""
    try:
        proposal = find_proposal(dossier, register)
    except NotAvailableError:
        return []
    launch = known(dossier.group.launch)
    if field != "end":
        return [write_value(getattr(proposal, field))]
    if launch is None:
        return []
    agreed = add_months(launch, proposal.duration_months)
    return [agreed.isoformat(), date.fromordinal(agreed.toordinal() - 1).isoformat()]


@rule(
    "A003",
    "An amendment writes a content as group.md does",
    clauses=("A1", "D3"),
    in_form="never: its records have no form",
)
def amended_values_have_their_form(amendment: Amendment) -> Iterator[Problem]:
    """An end date is a day, written year-month-day; objectives are a list; topic and challenge are texts.

    Fix: Write the content in the form that the field has in group.md.
    """
    for index, change in enumerate(amendment.changes):
        for name, value in (("from", change.from_), ("to", change.to)):
            field = ("changes", index, name)
            if change.field == "end" and not (isinstance(value, str) and not find_day_fault(value)):
                yield Problem(
                    amendment, field, f"{show_value(value)} is not a date, for example `2026-07-15`"
                )
            elif (change.field == "objectives") != isinstance(value, tuple):
                wanted = "a list, each item after a hyphen" if change.field == "objectives" else "one text"
                yield Problem(amendment, field, f"`{name}` of {change.field} should be {wanted}")


@rule(
    "A004",
    "Secretariat and group agreed before an amendment applies",
    clauses=("A1",),
    in_form="never: its records have no form",
)
def both_agreed_before(amendment: Amendment) -> Iterator[Problem]:
    """The Terms of Reference may be amended after consultation and agreement of the Secretariat and the group.

    Fix: Correct the date of the amendment or of the agreement.
    """
    for field, day in (
        ("secretariat_agreed", amendment.secretariat_agreed.on),
        ("group_agreed", amendment.group_agreed.on),
    ):
        if day > amendment.date:
            who = "the Secretariat" if field == "secretariat_agreed" else "the group"
            yield Problem(
                amendment,
                (field, "on"),
                f"{who} agreed on {day}, but the amendment already applies from {amendment.date}",
            )


@rule(
    "A005",
    "An amendment comes while the Terms of Reference are in force",
    clauses=("A1", "D2", "D3"),
    in_form="later: it is found in other records",
)
def amendments_come_in_time(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """The Terms of Reference end with the group. So an end date is moved before it has passed, and nothing is amended
    after the group's last day. A group that wants to go on after that proposes its topic again.

    Fix: Correct the date of the amendment; or take the amendment out, and propose the topic again.
    """
    last_day = give_last_day(dossier, register)
    ended = known(dossier.termination.end) if dossier.termination else None
    for amendment in dossier.amendments:
        moved = [
            (index, change.from_)
            for index, change in enumerate(amendment.changes)
            if change.field == "end" and isinstance(change.from_, str) and not find_day_fault(change.from_)
        ]
        late = [(index, end) for index, end in moved if amendment.date > parse_day(end)]
        last = ended or (None if moved else last_day)
        for index, end in late:
            message = f"the amendment of {amendment.date} moves the end {end}, which had passed by then"
            yield Problem(amendment, ("changes", index, "from"), message)
        if last and amendment.date > last and not late:
            message = f"the amendment is of {amendment.date}, after the group's last day {last}"
            yield Problem(amendment, ("date",), message)
