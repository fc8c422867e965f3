"""Rules on how groups end."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.records.changes import Termination
from scm_site.records.dossier import Dossier
from scm_site.records.unknown import known

LONGEST_NOTICE_DAYS = 21


@rule("X001", "A group that ends early ends within three weeks of the notice", clauses=("T8",))
def ends_within_three_weeks(termination: Termination) -> Iterator[Problem]:
    """Chair and co-chair who end a group early tell all members why, and that the group ends within three weeks.

    Fix: Correct the date of the notice or of the end; if no notice was sent, send it first.
    """
    if termination.how != "early":
        return
    notice, end = known(termination.notice), known(termination.end)
    if termination.notice is None:
        fix = "Send the message to all members, then add `notice:` with `on` and `to_all_members`."
        yield Problem(
            termination, (), ("the group ended early, but no notice to its members is recorded", fix)
        )
    if notice and end and not 0 <= (end - notice.on).days <= LONGEST_NOTICE_DAYS:
        days = (end - notice.on).days
        what = f"{days} days after" if days > 0 else "before"
        limit = f"it should be at most {LONGEST_NOTICE_DAYS} days after it"
        message = f"the end {end} is {what} the notice of {notice.on}; {limit}"
        yield Problem(termination, ("end",), message)


@rule("X002", "Who ended the group had the right to", clauses=("D2", "T7"))
def decided_by_those_entitled(termination: Termination) -> Iterator[Problem]:
    """Chair or co-chair may end a group early. To end it by agreement, its members agree.

    Fix: Correct `decided_by`, or `how`.
    """
    deciders = set(termination.decided_by)
    if termination.how == "early" and not deciders & {"chair", "co-chair"}:
        yield Problem(
            termination,
            ("decided_by",),
            "a group is ended early by its chair or co-chair, but neither is listed",
        )
    if termination.how == "by agreement" and "members" not in deciders:
        yield Problem(
            termination, ("decided_by",), "a group ends by agreement of its members, but they are not listed"
        )


@rule("X003", "The dates of an end are in order", clauses=("D2", "T7"))
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
        yield Problem(termination, ("end",), f"the group ended on {end}, before its launch on {launch}")
    if end and planned and end > planned:
        yield Problem(
            termination, ("end",), f"the group ended on {end}, after the end date {planned} in group.md"
        )
    if decided and notice and decided > notice.on:
        message = f"the notice is of {notice.on}, before the decision of {decided}"
        yield Problem(termination, ("notice", "on"), message)
    if decided and end and decided > end and termination.how != "completed":
        yield Problem(termination, ("decided_on",), f"the decision is of {decided}, after the end {end}")
