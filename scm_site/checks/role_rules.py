"""Rules on the roles of a group: which there are, and that each is held for as long as the group runs."""

from collections.abc import Iterator
from datetime import date

from scm_site.checks.register_rule import Problem, rule
from scm_site.records.dossier import Dossier
from scm_site.records.group import Group
from scm_site.records.people import Member, Role
from scm_site.records.register import Register
from scm_site.records.unknown import Unknown, known

FOCUS_ROLES = ("chair", "co-chair", "participant", "support")
DISCUSSION_ROLES = ("chair", "team member", "participant")

#: Roles that are called otherwise in a sentence.
SPOKEN = {"support": "in the support team"}


@rule(
    "G010",
    "A group has only the roles of its kind",
    clauses=("M1", "C6"),
    in_form="never: its records have no form",
)
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


@rule(
    "G011",
    "A group has one chair and one co-chair, and never two",
    clauses=("M1", "M2"),
    in_form="later: it is found in other records",
)
def one_chair_and_co_chair(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """Everybody must know who leads the group: at the launch a chair and a co-chair, and never two of one. In a
    Discussion group, the rule looks at the chair.

    An office changes hands by an act `hands-over`: one person ends, and the next one begins on that day or on the day
    after. Where nobody comes, the office is vacant. That is no fault: the page of the group says so.

    Fix: Correct the days so that the terms do not overlap, or add who is missing at the launch.
    """
    register.require_whole_acts(dossier.group.id)
    roles: tuple[Role, ...] = ("chair", "co-chair") if dossier.group.is_focus else ("chair",)
    for role in roles:
        yield from check_terms(dossier.group, role)


def check_terms(group: Group, role: Role) -> Iterator[Problem]:
    """Find that a group began without somebody in a role, and days on which two people held it."""
    terms = group.find_members(role)
    if not terms:
        yield report_nobody(group, role)
    elif any(isinstance(member.from_, Unknown) for _, member in terms):
        yield from find_second_holders(group, role, terms)
    else:
        yield from find_overlaps(group, role, terms)


def report_nobody(group: Group, role: Role) -> Problem:
    """Say that nobody ever held a role."""
    fix = f"Add a member with the role `{role}` to `members` of launch.md, with id, name, title and organisation."
    if group.is_reconstructed:
        fix += " Where the name is not known, write `name:` with `unknown:` and the reason."
    return Problem(group, ("members",), (f"nobody is {SPOKEN.get(role, role)}", fix))


def find_second_holders(group: Group, role: Role, terms: list[tuple[int, Member]]) -> Iterator[Problem]:
    """Where a first day is not known, days cannot be compared; still only one holder has no last day."""
    for index, _ in [(index, member) for index, member in terms if member.to is None][1:]:
        message = f"a second {role} is listed, and neither of them has a last day"
        yield Problem(group, ("members", index), message)


def find_overlaps(group: Group, role: Role, terms: list[tuple[int, Member]]) -> Iterator[Problem]:
    """Find days on which two people held a role; on the day of a hand-over it may be two."""
    held_until, holder = date.min, 0
    for index, member in terms:
        if (known(member.from_) or date.min) < held_until:
            yield report_overlap(group, role, holder, index)
        if (member.to or date.max) >= held_until:
            held_until, holder = member.to or date.max, index


def report_overlap(group: Group, role: Role, earlier: int, later: int) -> Problem:
    """Say that two terms overlap, and which last day of the earlier one would mend it."""
    before, start = group.members[earlier], known(group.members[later].from_) or date.min
    ends = f"ends on {before.to} only" if before.to else "has no last day"
    message = f"two people are {role} from {start} on; the earlier term ({before.id}) {ends}"
    fix = f"File an act `hands-over` from `{before.id}`, or `leaves`; or correct the first day of the later term."
    return Problem(group, ("members", later), (message, fix))


@rule("G012", "A Focus group has a support team", clauses=("M4",), in_form="never: its records have no form")
def has_support_team(group: Group) -> Iterator[Problem]:
    """At least one member of SCM's support team helps each Focus group with templates, calendar and outreach.

    In a record put together from public sources the name may be unknown, with the reason.

    Fix: Add at least one member with the role `support`.
    """
    if group.is_focus and not group.find_members("support"):
        yield report_nobody(group, "support")


@rule(
    "G016",
    "A Discussion group has an SCM team member",
    clauses=("C6",),
    in_form="never: its records have no form",
)
def discussion_group_is_complete(group: Group) -> Iterator[Problem]:
    """A Discussion group is an online forum, guided by its chair and one SCM team member on the community space.

    Fix: Add a member with the role `team member`, and as `person` the id from content/secretariat.yml.
    """
    if not group.is_focus and not group.find_members("team member"):
        yield Problem(group, ("members",), "a Discussion group has an SCM team member, but this one has none")
