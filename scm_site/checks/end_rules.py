"""Rules on how groups end."""

from collections.abc import Iterator

from scm_site.checks.last_day import give_last_day
from scm_site.checks.register_rule import Problem, rule
from scm_site.findings import Severity
from scm_site.records.changes import Termination
from scm_site.records.dossier import Dossier
from scm_site.records.register import Register
from scm_site.records.unknown import known
from scm_site.sentences import say
from scm_site.terms.numbers import LONGEST_NOTICE


@rule(
    "X001",
    "A group that ends early ends within three weeks of the notice",
    clauses=("T8",),
    form_fix="Correct the day of the notice or of the end. If no notice was sent, send it to all members first.",
)
def ends_within_three_weeks(termination: Termination) -> Iterator[Problem]:
    """Chair and co-chair who end a group early tell all members why, and that the group ends within three weeks.

    Fix: Correct the date of the notice or of the end; if no notice was sent, send it first.
    """
    if termination.how != "early":
        return
    notice, end = known(termination.notice), known(termination.end)
    if termination.notice is None:
        fix = "Send the message to all members, then add `notice:` with `on` and `to_all_members`."
        yield Problem(termination, (), (say("X001 no notice"), fix))
    if notice and end and not 0 <= (days := (end - notice.on).days) <= LONGEST_NOTICE.value_on(notice.on):
        what = say("X001 after", days=days) if days > 0 else say("X001 before")
        message = say("X001", end=end, what=what, notice=notice.on, most=LONGEST_NOTICE.value_on(notice.on))
        yield Problem(termination, ("end",), message)


@rule(
    "X002",
    "Who ended the group had the right to",
    clauses=("D2", "T7"),
    form_fix="Correct who decided, or how the group ended.",
)
def decided_by_those_entitled(termination: Termination) -> Iterator[Problem]:
    """Chair or co-chair may end a group early. To end it by agreement, its members agree.

    Fix: Correct `decided_by`, or `how`.
    """
    deciders = set(termination.decided_by)
    if termination.how == "early" and not deciders & {"chair", "co-chair"}:
        yield Problem(termination, ("decided_by",), say("X002 early"))
    if termination.how == "by agreement" and "members" not in deciders:
        yield Problem(termination, ("decided_by",), say("X002 agreed"))


@rule(
    "X003",
    "The dates of an end are in order",
    clauses=("D2", "T7"),
    form_fix="Correct the day that is wrong; a later end than planned needs an amendment.",
)
def end_dates_are_in_order(dossier: Dossier) -> Iterator[Problem]:
    """A group ends after its launch, and not after the end date of its Terms of Reference. The decision comes before
    the notice, and the notice before the end.

    Fix: Correct the date that is wrong; a later end than planned needs an amendment.
    """
    termination, group = dossier.termination, dossier.group
    if termination is None:
        return
    end, launch, planned = known(termination.end), known(group.launch), known(group.end)
    decided, notice = known(termination.decided_on), known(termination.notice)
    if end and launch and end < launch:
        yield Problem(termination, ("end",), say("X003 launch", end=end, launch=launch))
    if end and planned and end > planned:
        yield Problem(termination, ("end",), say("X003 planned", end=end, planned=planned))
    if decided and notice and decided > notice.on:
        message = say("X003 notice", notice=notice.on, decided=decided)
        yield Problem(termination, ("notice", "on"), message)
    if decided and end and decided > end and termination.how != "completed":
        message = say("X003 decision", decided=decided, end=end)
        yield Problem(termination, ("decided_on",), message)


@rule(
    "X004",
    "Final results are presented at a board meeting after the end",
    clauses=("I2",),
    form_fix="Choose the board meeting after the group's last day, or none until it was held.",
)
def results_come_after_the_end(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """The final results are presented to the Advisory Board at its meeting after the group has ended. What the board
    heard before is a brief.

    Fix: Name the board meeting after the group's last day, or leave the field out until it was held.
    """
    termination, last = dossier.termination, give_last_day(dossier, register)
    meeting = register.find_event(termination.results_presented_at) if termination else None
    if termination and meeting and last and meeting.ends_on < last:
        message = say("X004", meeting=meeting.id, day=meeting.date, last=last)
        yield Problem(termination, ("results_presented_at",), message)


@rule(
    "X005",
    "What the board saw before the end is not the final results",
    severity=Severity.WARNING,
    clauses=("I2",),
    form_fix="Choose the board meeting after the group's last day once it was held, or take this one out.",
)
def outcomes_shown_before_the_end(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """A final outcome may be shown to the Advisory Board before the group ends. This does not stand for the
    presentation of the final results, which comes at the board meeting after the end; so it is a warning.

    Fix: Add the board meeting after the group's last day once it was held, or take this one out.
    """
    last = give_last_day(dossier, register)
    for outcome in dossier.outcomes if last else ():
        named = [(index, register.find_event(event)) for index, event in enumerate(outcome.presented_at)]
        boards = [(index, event) for index, event in named if event and event.type == "board meeting"]
        if outcome.final and last and all(event.ends_on < last for _, event in boards):
            for index, event in boards:
                yield Problem(outcome, ("presented_at", index), say("X005", meeting=event.id, last=last))
