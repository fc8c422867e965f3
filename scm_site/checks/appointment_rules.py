"""Rules on how chair and co-chair are chosen: by whom, from where, until when, and that they are two."""

from collections.abc import Iterator
from datetime import date

from scm_site.checks.register_rule import Problem, rule
from scm_site.findings import Severity
from scm_site.reading.quoting import quote_value
from scm_site.records.group import Group
from scm_site.records.people import Member, Roster
from scm_site.records.register import Register
from scm_site.records.unknown import Unknown, known


@rule(
    "G014",
    "The co-chair comes from the Secretariat",
    clauses=("L3", "C6"),
    in_form="later: it is found in other records",
)
def co_chair_is_from_the_secretariat(group: Group, register: Register) -> Iterator[Problem]:
    """The Secretariat selects the co-chair from its own staff, so the co-chair is in its roster on the first day of the
    term. So is the SCM team member of a Discussion group. Who leaves the Secretariat later hands over the office, to
    somebody or for the time being to nobody; that an office is open is no fault.

    Fix: Choose a person from content/secretariat.yml, or add the person there first.
    """
    for index, member in enumerate(group.members):
        if member.role not in ("co-chair", "team member") or isinstance(member.name, Unknown):
            continue
        if not member.person:
            yield report_name_for_person(group, index)
        elif register.secretariat.find_terms(member.person):
            day = known(member.from_)
            if day and register.secretariat.is_out_of_office(member.person, day):
                message = f"{member.role} `{member.person}` is not in the Secretariat's roster on {day}"
                yield Problem(group, ("members", index, "person"), message)


def report_name_for_person(group: Group, index: int) -> Problem:
    """Say that somebody of the Secretariat is not named by an id."""
    member = group.members[index]
    who = (
        quote_value(member.name) if isinstance(member.name, str) and member.name else "with the name withheld"
    )
    message = f"the {member.role} {who} is not named by an id of content/secretariat.yml"
    fix = (
        "Write `person:` with the id from content/secretariat.yml, in place of name, title and organisation."
    )
    return Problem(group, ("members", index), (message, fix))


@rule(
    "G015",
    "The Secretariat confirmed the chair and selected the co-chair",
    clauses=("L2", "L3"),
    in_form="later: it is found in other records",
)
def chair_is_confirmed(group: Group, register: Register) -> Iterator[Problem]:
    """Once the board has agreed, the Secretariat confirms the chair and selects the co-chair: a dated decision by
    somebody who was in office on that day.

    Fix: Add `confirmed:` with `on` (the day) and `by` (the id of a person in content/secretariat.yml) where the person
    is brought; or file an act `confirms`.
    """
    for index, member in enumerate(group.members):
        if not group.is_focus or member.role not in ("chair", "co-chair") or isinstance(member.name, Unknown):
            continue
        if member.confirmed is None:
            yield Problem(group, ("members", index), f"the {member.role} is not confirmed by the Secretariat")
            continue
        confirmed = known(member.confirmed)
        if confirmed and register.secretariat.is_out_of_office(confirmed.by, confirmed.on):
            message = f"`{confirmed.by}` is not in the Secretariat's roster on {confirmed.on}"
            fix = "Correct the day or the person; or complete content/secretariat.yml."
            yield Problem(group, ("members", index, "confirmed", "by"), (message, fix))


@rule(
    "G020",
    "Nobody is chair and co-chair at the same time",
    clauses=("M1", "M2", "L2", "L3"),
    in_form="later: it is found in other records",
)
def chair_and_co_chair_are_two(group: Group, register: Register) -> Iterator[Problem]:
    """The chair leads the group; the co-chair, from the Secretariat, supports the chair. These are two people.

    Fix: Choose another person for one of the two roles, or correct the first and last days.
    """
    chairs, roster = group.find_members("chair"), register.secretariat
    for index, co_chair in group.find_members("co-chair"):
        for position, chair in chairs:
            same = find_signs(chair, roster) & find_signs(co_chair, roster)
            if same and overlap(chair, co_chair):
                message = f"the co-chair is the same person as the chair (member {position + 1}) at that time"
                yield Problem(group, ("members", index), message)


def find_signs(member: Member, roster: Roster) -> set[str]:
    """Give all that tells who a member is: id, name and account, also from the roster."""
    terms = roster.find_terms(member.person) if member.person else []
    signs = [("id", member.person), ("name", known(member.name) or ""), ("account", member.account)]
    signs += [("name", person.name) for person in terms] + [("account", person.account) for person in terms]
    return {f"{kind} {' '.join(sign.lower().split())}" for kind, sign in signs if sign}


def overlap(one: Member, other: Member) -> bool:
    """Tell whether two roles are held on more than one common day; on the day of a hand-over both may be."""
    start = max(known(one.from_) or date.min, known(other.from_) or date.min)
    return start < min(one.to or date.max, other.to or date.max)


@rule(
    "G021", "Nobody confirms themselves", clauses=("L2", "L3"), in_form="later: it is found in other records"
)
def nobody_confirms_themselves(group: Group, register: Register) -> Iterator[Problem]:
    """The Secretariat confirms the chair and selects the co-chair. Whoever is chosen does not decide on it.

    Fix: Name another person of the Secretariat, who took the decision, under `confirmed`.
    """
    for index, member in enumerate(group.members):
        confirmed = known(member.confirmed)
        person = register.secretariat.find_person(confirmed.by, confirmed.on) if confirmed else None
        name = f"name {' '.join(person.name.lower().split())}" if person and person.name else ""
        if confirmed and (member.person == confirmed.by or name in find_signs(member, register.secretariat)):
            message = f"`{confirmed.by}` is the {member.role} and confirmed themselves"
            yield Problem(group, ("members", index, "confirmed", "by"), message)


@rule(
    "G022",
    "Chair and co-chair are confirmed by their first day",
    severity=Severity.WARNING,
    clauses=("L2", "L3"),
    in_form="later: it is found in other records",
)
def confirmed_before_the_first_day(group: Group) -> Iterator[Problem]:
    """The Secretariat confirms the chair and selects the co-chair before they begin. If it was late, that is a fact and
    stands as it is; more often one of the two days is a slip.

    Fix: Correct the day of the confirmation or of the first day, if one of them is wrong.
    """
    for index, member in enumerate(group.members):
        confirmed, start = known(member.confirmed), known(member.from_)
        if group.is_focus and confirmed and start and confirmed.on > start:
            message = f"the {member.role} was confirmed on {confirmed.on}, after the first day {start}"
            yield Problem(group, ("members", index, "confirmed", "on"), message)
