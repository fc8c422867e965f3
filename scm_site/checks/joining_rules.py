"""Rules on joining a group: within its dates."""

from collections.abc import Iterator

from scm_site.checks.last_day import give_last_day
from scm_site.checks.register_rule import Problem, rule
from scm_site.records.dossier import Dossier
from scm_site.records.register import Register
from scm_site.records.unknown import known


@rule(
    "G023",
    "Nobody joins after the group's last day",
    clauses=("D2", "M3"),
    in_form="later: it is found in other records",
)
def members_join_in_time(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """A group has members until its last day: that of the act that ends it, or else its end date.

    Fix: Correct the first day. If the group went on, its end needs an amendment.
    """
    group, last = dossier.group, give_last_day(dossier, register)
    for index, member in enumerate(group.members):
        start = known(member.from_)
        if last and start and start > last:
            message = f"the {member.role} begins on {start}, after the group's last day {last}"
            yield Problem(group, ("members", index, "from"), message)


@rule(
    "G024",
    "The last day for joining lies within the group's dates",
    clauses=("b", "w", "D2"),
    in_form="later: it is found in other records",
)
def joining_ends_within_the_group(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """Whoever wants to join counts on the day that is given. It lies between the launch and the group's last day.

    Fix: File another act `invites` with an earlier day, or with `state: closed`.
    """
    group, last = dossier.group, give_last_day(dossier, register)
    joining, launch = known(group.joining), known(group.launch)
    until = joining.until if joining else None
    field = ("joining", "until")
    if until and launch and until < launch:
        yield Problem(group, field, f"joining ends on {until}, before the group's launch {launch}")
    elif until and last and until > last:
        yield Problem(group, field, f"joining ends on {until}, after the group's last day {last}")
