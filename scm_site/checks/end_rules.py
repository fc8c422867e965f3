"""Rules on how groups end."""

from collections.abc import Iterator, Mapping

from scm_site.checks.last_day import give_last_day
from scm_site.checks.reference_rules import Reference, find_missing
from scm_site.checks.register_rule import Problem, rule
from scm_site.findings import Severity
from scm_site.records.acts.ends import Ends
from scm_site.records.dossier import Dossier
from scm_site.records.register import Register
from scm_site.records.unknown import known
from scm_site.sentences import say
from scm_site.terms.numbers import LONGEST_NOTICE


@rule(
    "X001",
    "A group that ends early ends within three weeks of the message",
    severity=Severity.WARNING,
    in_change=Severity.ERROR,
    clauses=("T8",),
    form_fix="Correct the day of the message or of the end.",
)
def ends_within_three_weeks(dossier: Dossier) -> Iterator[Problem]:
    """Chair and co-chair who end a group early tell all members why, and that the group ends within three weeks. That
    they have not told them yet is no fault of the act: it is a duty of theirs.

    Fix: Correct the day of the message, which is in the name of its file, or of the end; or take one of them back.
    """
    ended, told = dossier.ended, dossier.course.notice
    end = known(ended.end) if ended and ended.how == "early" else None
    if ended is None or told is None or end is None:
        return
    days, most = (end - told.day).days, LONGEST_NOTICE.value_on(told.day)
    if not 0 <= days <= most:
        what = say("X001 after", days=days) if days > 0 else say("X001 before")
        later = told if told.day >= ended.day else ended
        message = say("X001", end=end, what=what, notice=told.day, most=most)
        yield Problem(later, ("end",) if later is ended else (), message)


@rule(
    "X002",
    "Who ended the group had the right to",
    clauses=("D2", "T7"),
    form_fix="Correct who decided, or how the group ended.",
)
def decided_by_those_entitled(ended: Ends) -> Iterator[Problem]:
    """Chair or co-chair may end a group early. To end it by agreement, its members agree.

    Fix: Correct `decided_by`, or `how`.
    """
    deciders = set(ended.decided_by)
    if ended.how == "early" and not deciders & {"chair", "co-chair"}:
        yield Problem(ended, ("decided_by",), say("X002 early"))
    if ended.how == "by agreement" and "members" not in deciders:
        yield Problem(ended, ("decided_by",), say("X002 agreed"))


@rule(
    "X003",
    "The days of an end are in order",
    clauses=("D2", "T7"),
    form_fix="Correct the day that is wrong; a later end than planned needs an amendment.",
)
def end_days_are_in_order(dossier: Dossier) -> Iterator[Problem]:
    """A group ends after its launch, and not after the end date of its Terms of Reference. The decision comes before
    the message to the members, and before the end.

    Fix: Correct the day that is wrong; a later end than planned needs an amendment.
    """
    ended, group, told = dossier.ended, dossier.group, dossier.course.notice
    if ended is None:
        return
    end, launch, planned = known(ended.end), known(group.launch), known(group.end)
    decided = known(ended.decided_on)
    if end and launch and end < launch:
        yield Problem(ended, ("end",), say("X003 launch", end=end, launch=launch))
    if end and planned and end > planned:
        yield Problem(ended, ("end",), say("X003 planned", end=end, planned=planned))
    if decided and told and decided > told.day:
        yield Problem(told, (), say("X003 notice", notice=told.day, decided=decided))
    if decided and end and decided > end and ended.how != "completed":
        yield Problem(ended, ("end",), say("X003 decision", decided=decided, end=end))


@rule(
    "X004",
    "Final results are presented at a board meeting after the end",
    clauses=("I2",),
    form_fix="Choose the board meeting after the group's last day.",
)
def results_come_after_the_end(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """The final results are presented to the Advisory Board at its meeting after the group has ended. What the board
    heard before is a brief.

    Fix: Name the board meeting after the group's last day.
    """
    last = give_last_day(dossier, register)
    for act in dossier.course.presented:
        meeting = register.find_event(act.at)
        if meeting and last and meeting.ends_on < last:
            yield Problem(act, ("at",), say("X004", meeting=meeting.id, day=meeting.date, last=last))


@rule(
    "X006",
    "A group goes on in groups that are there, and not in itself",
    in_form="later: it is found in other records",
)
def groups_go_on_in_others(register: Register) -> Iterator[Problem]:
    """The work of a group that ends may go on in one or several others. Their pages and its own name each other, so
    that readers get from the old to the new; they would not if that went round in a circle.

    Fix: Choose groups from content/groups/ that go on, or leave the field out.
    """
    ends = {dossier.group.id: dossier.ended for dossier in register.dossiers if dossier.ended}
    ids = [dossier.group.id for dossier in register.dossiers]
    for group, ended in ends.items():
        named = [
            Reference(("goes_on_in", index), name)
            for index, name in enumerate(ended.goes_on_in)
            if not register.is_broken("launch", name)
        ]
        yield from find_missing(ended, named, "the group", ids, "content/groups")
        for one in named:
            if group in follow(one.id, ends):
                message = f"the work of the group would go on in itself, by `{one.id}`"
                yield Problem(ended, one.field, message)


def follow(group: str, ends: Mapping[str, Ends]) -> set[str]:
    """Give a group, those in which its work goes on, those in which theirs does, and so on."""
    seen, waiting = set[str](), [group]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += ends[name].goes_on_in if name in ends else ()
    return seen


@rule(
    "X005",
    "What the board saw before the end is not the final results",
    severity=Severity.WARNING,
    clauses=("I2",),
    in_form="later: it is found in other records",
)
def outcomes_shown_before_the_end(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """A final outcome may be shown to the Advisory Board before the group ends. This does not stand for the
    presentation of the final results, which comes at the board meeting after the end; so it is a warning.

    Fix: Add the board meeting after the group's last day once it was held, or take this one out.
    """
    last = give_last_day(dossier, register)
    for outcome in dossier.outcomes if last else ():
        named = [(index, register.find_event(event)) for index, event in enumerate(outcome.shown_at)]
        boards = [(index, event) for index, event in named if event and event.type == "board meeting"]
        if outcome.final and last and all(event.ends_on < last for _, event in boards):
            for index, event in boards:
                yield Problem(
                    outcome,
                    ("shown_at", index),
                    f"the board meeting `{event.id}` is before the group's last day {last}",
                )
