"""Rules on one member's entry: how the person is named, from when to when, and what they accepted."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.records.group import Group
from scm_site.records.people import Member
from scm_site.records.register import Register
from scm_site.records.unknown import Unknown, known


@rule(
    "G013",
    "A member is named, with title and organisation",
    clauses=("M1", "M2", "M3", "M4"),
    in_form="later: it is found in other records",
)
def members_are_named(group: Group) -> Iterator[Problem]:
    """The Terms of Reference list each member with name, title and organisation; participants may leave out the
    organisation. Somebody from the Secretariat is named by the id in content/secretariat.yml, which holds the rest.

    Fix: Give `person`, or `name` with `title` and `organisation`; or `name_withheld: true` with `title`.
    """
    for index, member in enumerate(group.everybody):
        ways = [
            way
            for way, used in (
                ("person", member.person),
                ("name", member.name),
                ("name_withheld", member.name_withheld),
            )
            if used
        ]
        if len(ways) != 1:
            what = f"is named by {' and '.join(ways)}" if ways else "is not named"
            message = f"member {index + 1} ({member.role}) {what}; exactly one of person, name and name_withheld is due"
            yield Problem(group, ("members", index), message)
        if not member.person and not isinstance(member.name, Unknown):
            for field in find_missing_parts(member):
                message = f"member {index + 1} ({member.role}) has no field `{field}`"
                yield Problem(group, ("members", index), (message, f"Add `{field}:` to this member."))


def find_missing_parts(member: Member) -> Iterator[str]:
    """Name the parts that a member's role needs and that are not there."""
    if not member.title:
        yield "title"
    if not member.organisation and member.role != "participant":
        yield "organisation"


@rule("G017", "A role ends after it began", in_form="later: it is found in other records")
def roles_end_after_they_begin(group: Group) -> Iterator[Problem]:
    """Roles carry their first and last day, so that past members can be shown for their time.

    Fix: Correct `from` or `to`.
    """
    for index, member in enumerate(group.everybody):
        start = known(member.from_)
        if start and member.to and member.to < start:
            yield Problem(
                group, ("members", index, "to"), f"the last day {member.to} is before the first day {start}"
            )


@rule(
    "G018",
    "Members accept a version of the Charter that was there",
    clauses=("M5",),
    in_form="later: it is found in other records",
)
def accepted_charter_was_in_force(group: Group, register: Register) -> Iterator[Problem]:
    """Members adhere to the Charter. A version can be accepted from the day on which it applies, as
    content/settings.yml says.

    Fix: Correct the day or the version of the acceptance.
    """
    begins = {version.version: known(version.from_) for version in register.settings.charter}
    for index, member in enumerate(group.everybody):
        charter = known(member.charter)
        since = begins.get(charter.version) if charter else None
        if charter and since and charter.accepted < since:
            message = f"the Charter `{charter.version}` was accepted on {charter.accepted}, but applies from {since}"
            yield Problem(group, ("members", index, "charter", "accepted"), message)


@rule("G019", "A member whose name is withheld has no account", in_form="later: it is found in other records")
def withheld_names_have_no_account(group: Group, register: Register) -> Iterator[Problem]:
    """Whoever asks not to be named must not be found by their account either: it leads to a name, a picture, and all
    that the person did elsewhere.

    Somebody who is named by an id is withheld where the Secretariat's roster says so.

    Fix: Take `account` out of this member. What was merged before stays in the history; the page on
    removing names tells what to do about that.
    """
    for index, member in enumerate(group.everybody):
        if member.account and (member.name_withheld or register.secretariat.withholds(member.person)):
            message = f"the name of member {index + 1} ({member.role}) is withheld, but an account is given"
            yield Problem(group, ("members", index, "account"), message)
