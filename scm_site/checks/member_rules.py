"""Rules on members: who must be there, when, and confirmed by whom."""

from collections.abc import Iterator
from datetime import date, timedelta

from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.wording import quote
from scm_site.records.dossier import Dossier
from scm_site.records.group import Group
from scm_site.records.people import Member, Role
from scm_site.records.register import Register
from scm_site.records.unknown import Unknown, known

FOCUS_ROLES = ("chair", "co-chair", "participant", "support")
DISCUSSION_ROLES = ("chair", "team member", "participant")


@rule("G010", "A group has only the roles of its kind", clauses=("M1", "C6"))
def roles_fit_the_kind(group: Group) -> Iterator[Problem]:
    """A Focus group has a chair, a co-chair, participants and a support team; a Discussion group has a chair, one
    SCM team member and participants.

    Fix: Write one of the roles that the message lists.
    """
    allowed = FOCUS_ROLES if group.is_focus else DISCUSSION_ROLES
    for index, member in enumerate(group.members):
        if member.role not in allowed:
            message = f"a {group.kind} group has no `{member.role}`; its roles are: {', '.join(allowed)}"
            yield Problem(group, ("members", index, "role"), message)


@rule("G011", "A Focus group has exactly one chair and one co-chair at any time", clauses=("M1", "M2"))
def one_chair_and_co_chair(dossier: Dossier) -> Iterator[Problem]:
    """Everybody must know who leads the group: on each day from launch to end one chair and one co-chair.

    When an office changes hands, the earlier person gets a last day (`to`), and the next one starts the day after.

    Fix: Correct `from` and `to` so that the terms follow each other without gap or overlap, or add who is missing.
    """
    roles: tuple[Role, ...] = ("chair", "co-chair") if dossier.group.is_focus else ("chair",)
    for role in roles:
        yield from check_terms(dossier, role)


def check_terms(dossier: Dossier, role: Role) -> Iterator[Problem]:
    """Find overlaps and gaps between the terms of those who held a role."""
    group, terms = dossier.group, dossier.group.find_members(role)
    if not terms:
        fix = f"Add the {role} to `members`, with role, name, title, organisation and from."
        if group.is_reconstructed:
            fix += " Where the name is not known, write `name:` with `unknown:` and the reason."
        yield Problem(group, ("members",), (f"the group has no {role}", fix))
        return
    if any(isinstance(member.from_, Unknown) for _, member in terms):
        return
    launch, covered_to = known(group.launch), date.min
    for index, member in terms:
        start, field = known(member.from_) or date.min, ("members", index)
        if start <= covered_to:
            yield Problem(
                group, field, f"two people are {role} on {start}; the earlier term has no last day before it"
            )
        elif launch and start > max(launch, add_day(covered_to)):
            since = max(launch, add_day(covered_to))
            yield Problem(group, field, f"nobody is {role} from {since} until {start}")
        covered_to = max(covered_to, member.to or date.max)
    last = dossier.last_day
    if last is None and covered_to < date.max:
        yield Problem(
            group,
            ("members", terms[-1][0]),
            f"nobody is {role} after {covered_to}, and the group has not ended",
        )
    elif last is not None and covered_to < last:
        message = f"nobody is {role} after {covered_to}, but the group runs until {last}"
        yield Problem(group, ("members", terms[-1][0]), message)


def add_day(day: date) -> date:
    """Give the next day."""
    return day if day in (date.min, date.max) else day + timedelta(days=1)


@rule("G012", "A Focus group has a support team", clauses=("M4",))
def has_support_team(group: Group) -> Iterator[Problem]:
    """At least one member of SCM's support team helps each Focus group with templates, calendar and outreach.

    Fix: Add at least one member with the role `support`.
    """
    if group.is_focus and not group.find_members("support"):
        fix = ""
        if group.is_reconstructed:
            fix = (
                "Add a member with the role `support`; where no name is known, write `name:` with `unknown:`."
            )
        message = "the group has nobody in its support team"
        yield Problem(group, ("members",), (message, fix) if fix else message)


@rule("G013", "A member is named, with title and organisation", clauses=("M1", "M2", "M3", "M4"))
def members_are_named(group: Group) -> Iterator[Problem]:
    """The Terms of Reference list each member with name, title and organisation; participants may leave out the
    organisation. Somebody from the Secretariat is named by the id in content/secretariat.yml, which holds the rest.

    Fix: Give `person`, or `name` with `title` and `organisation`; or `name_withheld: true` with `title`.
    """
    for index, member in enumerate(group.members):
        ways = [bool(member.person), bool(member.name), member.name_withheld]
        if sum(ways) != 1:
            what = "is not named" if not any(ways) else "is named in more than one way"
            message = f"member {index + 1} ({member.role}) {what}; exactly one of `person`, `name`, `name_withheld` says who it is"
            yield Problem(group, ("members", index), message)
        if not member.person and not isinstance(member.name, Unknown):
            for field in find_missing_parts(member):
                message = f"member {index + 1} ({member.role}) has no {field}"
                yield Problem(group, ("members", index), message)


def find_missing_parts(member: Member) -> Iterator[str]:
    """Name the parts that a member's role needs and that are not there."""
    if not member.title:
        yield "title"
    if not member.organisation and member.role != "participant":
        yield "organisation"


@rule("G014", "The co-chair comes from the Secretariat", clauses=("L3", "C6"))
def co_chair_is_from_the_secretariat(group: Group, register: Register) -> Iterator[Problem]:
    """The Secretariat selects the co-chair from its own staff, so the co-chair is in its roster for the whole term.
    The SCM team member of a Discussion group is, too.

    Fix: Choose a person from content/secretariat.yml, or add the person there first.
    """
    for index, member in enumerate(group.members):
        if member.role not in ("co-chair", "team member") or isinstance(member.name, Unknown):
            continue
        if not member.person:
            who = quote(member.name) if member.name else "with the name withheld"
            message = f"the {member.role} {who} is not named by an id of content/secretariat.yml"
            fix = "Write `person:` with the id from content/secretariat.yml, in place of name, title and organisation."
            yield Problem(group, ("members", index), (message, fix))
            continue
        for day in (known(member.from_), member.to):
            if day and register.secretariat.find_person(member.person):
                if not register.secretariat.is_in_office(member.person, day):
                    message = f"{member.role} `{member.person}` is not in the Secretariat's roster on {day}"
                    yield Problem(group, ("members", index, "person"), message)
                    break


@rule("G015", "The Secretariat confirmed the chair and selected the co-chair", clauses=("L2", "L3"))
def chair_is_confirmed(group: Group, register: Register) -> Iterator[Problem]:
    """Once the board has agreed, the Secretariat confirms the chair and selects the co-chair: a dated decision by
    somebody who was in office on that day.

    Fix: Add `confirmed:` with `on` (the day) and `by` (the id of a person in content/secretariat.yml).
    """
    for index, member in enumerate(group.members):
        if not group.is_focus or member.role not in ("chair", "co-chair") or isinstance(member.name, Unknown):
            continue
        if member.confirmed is None:
            yield Problem(group, ("members", index), f"the {member.role} is not confirmed by the Secretariat")
            continue
        confirmed = known(member.confirmed)
        if confirmed and register.secretariat.find_person(confirmed.by):
            if not register.secretariat.is_in_office(confirmed.by, confirmed.on):
                message = f"`{confirmed.by}` is not in the Secretariat's roster on {confirmed.on}"
                yield Problem(group, ("members", index, "confirmed", "by"), message)


@rule("G016", "A Discussion group has an SCM team member and a community space", clauses=("C6",))
def discussion_group_is_complete(group: Group) -> Iterator[Problem]:
    """A Discussion group is an online forum, guided by its chair and one SCM team member on the community space.

    Fix: Add a member with the role `team member`, and the address of the community space.
    """
    if group.is_focus:
        return
    if len(group.find_members("team member")) < 1:
        yield Problem(group, ("members",), "a Discussion group has an SCM team member, but this one has none")


@rule("G017", "A role ends after it began")
def roles_end_after_they_begin(group: Group) -> Iterator[Problem]:
    """Roles carry their first and last day, so that past members can be shown for their time.

    Fix: Correct `from` or `to`.
    """
    for index, member in enumerate(group.members):
        start = known(member.from_)
        if start and member.to and member.to < start:
            yield Problem(
                group, ("members", index, "to"), f"the last day {member.to} is before the first day {start}"
            )
