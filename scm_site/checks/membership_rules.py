"""Rules on members: who is meant by an entry, and when one may hold a role or join."""

from collections.abc import Iterator
from datetime import date

from scm_site.checks.last_day import give_last_day
from scm_site.checks.register_rule import Problem, rule
from scm_site.findings import Severity
from scm_site.records.dossier import Dossier
from scm_site.records.group import Group
from scm_site.records.people import Member, Roster
from scm_site.records.register import Register
from scm_site.records.unknown import Unknown, known


@rule("G019", "A member whose name is withheld has no account")
def withheld_names_have_no_account(group: Group) -> Iterator[Problem]:
    """Whoever asks not to be named must not be found by their account either: it leads to a name, a picture, and all
    that the person did elsewhere.

    Fix: Take `account` out of this member. What was merged before stays in the history; the page on
    removing names tells what to do about that.
    """
    for index, member in enumerate(group.members):
        if member.name_withheld and member.account:
            message = f"the name of member {index + 1} ({member.role}) is withheld, but an account is given"
            yield Problem(group, ("members", index, "account"), message)


@rule("G020", "Nobody is chair and co-chair at the same time", clauses=("M1", "M2", "L2", "L3"))
def chair_and_co_chair_are_two(group: Group, register: Register) -> Iterator[Problem]:
    """The chair leads the group; the co-chair, from the Secretariat, supports the chair. These are two people.

    Fix: Choose another person for one of the two roles, or correct `from` and `to`.
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
    person = roster.find_person(member.person) if member.person else None
    name = "" if isinstance(member.name, Unknown) else member.name
    account = member.account or (person.account if person else "")
    signs = {"name": name or (person.name if person else ""), "id": member.person, "account": account}
    return {f"{kind} {' '.join(sign.lower().split())}" for kind, sign in signs.items() if sign}


def overlap(one: Member, other: Member) -> bool:
    """Tell whether two roles are held on more than one common day; on the day of a hand-over both may be."""
    start = max(known(one.from_) or date.min, known(other.from_) or date.min)
    return start < min(one.to or date.max, other.to or date.max)


@rule("G021", "Nobody confirms themselves", clauses=("L2", "L3"))
def nobody_confirms_themselves(group: Group, register: Register) -> Iterator[Problem]:
    """The Secretariat confirms the chair and selects the co-chair. Whoever is chosen does not decide on it.

    Fix: Name another person of the Secretariat, who took the decision, under `confirmed`.
    """
    for index, member in enumerate(group.members):
        confirmed = known(member.confirmed)
        person = register.secretariat.find_person(confirmed.by) if confirmed else None
        name = f"name {' '.join(person.name.lower().split())}" if person and person.name else ""
        if confirmed and (member.person == confirmed.by or name in find_signs(member, register.secretariat)):
            message = f"`{confirmed.by}` is the {member.role} and confirmed themselves"
            yield Problem(group, ("members", index, "confirmed", "by"), message)


@rule(
    "G022",
    "Chair and co-chair are confirmed by their first day",
    severity=Severity.WARNING,
    clauses=("L2", "L3"),
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


@rule("G023", "Nobody joins after the group's last day", clauses=("D2", "M3"))
def members_join_in_time(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """A group has members until its last day: the end in its termination record, or else its end date.

    Fix: Correct `from`. If the group went on, its end needs an amendment.
    """
    group, last = dossier.group, give_last_day(dossier, register)
    for index, member in enumerate(group.members):
        start = known(member.from_)
        if last and start and start > last:
            message = f"the {member.role} begins on {start}, after the group's last day {last}"
            yield Problem(group, ("members", index, "from"), message)


@rule("G024", "The last day for joining lies within the group's dates", clauses=("b", "w", "D2"))
def joining_ends_within_the_group(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """Whoever wants to join counts on the day that is given. It lies between the launch and the group's last day.

    Fix: Correct `until`, or leave it out; `state: closed` says that nobody can join any more.
    """
    group, last = dossier.group, give_last_day(dossier, register)
    joining, launch = known(group.joining), known(group.launch)
    until = joining.until if joining else None
    field = ("joining", "until")
    if until and launch and until < launch:
        yield Problem(group, field, f"joining ends on {until}, before the group's launch {launch}")
    elif until and last and until > last:
        yield Problem(group, field, f"joining ends on {until}, after the group's last day {last}")
