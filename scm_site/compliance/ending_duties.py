"""What is owed when a group ends: the notice to its members, and the final results for the board."""

from collections.abc import Iterator

from scm_site.compliance.duty import Obligation, Proof, duty, names_event, states
from scm_site.compliance.situation import Situation, shift
from scm_site.days import write_day
from scm_site.records.event import Event
from scm_site.records.unknown import Unknown


@duty(
    "termination-notice",
    "Notice of an early end",
    clauses=("T7", "T8"),
    responsible=("chair", "co-chair"),
    due="{termination_notice} days after the decision",
    evidence="an act `tells` with `to_all_members: true`",
)
def find_notice(group: Situation) -> Iterator[Obligation]:
    """Chair or co-chair may, and must, end the group early when milestones or rules are not kept. They tell all members
    why, and that the group ends within three weeks.

    Meet it: Send the message to all members, and file it as an act `tells`.
    """
    ended, notice = group.dossier.ended, group.dossier.course.notice
    if ended is None or ended.how != "early":
        yield Obligation(period="", label="", stopped="The group was not ended early.")
        return
    decided, untold = ended.decided_on, None if notice else ended.told
    yield Obligation(
        period="notice",
        label="Notice to all members",
        due=None if isinstance(decided, Unknown) else shift(decided, group.days.termination_notice),
        unknown=next((part.unknown for part in (decided, untold) if isinstance(part, Unknown)), ""),
        path=notice.file.path if notice else group.make_path(f"acts/{group.as_of}.tells.yml"),
        proofs=(
            Proof(record=notice, claimed=notice.day, shows=states("to_all_members"), not_before=notice.day),
        )
        if notice and notice.to_all_members
        else (),
    )


@duty(
    "final-results",
    "Final results",
    clauses=("I2",),
    responsible=("chair", "co-chair"),
    due="at the first board meeting after the group's last day",
    evidence="an act `presented` that names that board meeting, or an act `shown` of a final outcome",
)
def find_final_results(group: Situation) -> Iterator[Obligation]:
    """The group presents its final results at the meeting of the Advisory Board that follows its end. The date comes
    from the board's calendar in `content/events/`.

    Meet it: Present the results, and file an act `presented` that names the board meeting.
    """
    last, path = group.last_day, group.make_path(f"acts/{group.as_of}.presented.yml")
    after = [event for event in group.board_meetings if last is not None and event.date > last]
    due = after[0].date if after else None
    waiting = (
        f"No board meeting after the group's end on {write_day(last)} is in the calendar yet." if last else ""
    )
    yield Obligation(
        period="final-results",
        label="Final results",
        due=due,
        why=waiting or "The group's end date is not known.",
        unknown=group.no_launch,
        path=path,
        proofs=tuple(find_results(group)),
    )


def find_results(group: Situation) -> Iterator[Proof]:
    """Give what shows that the results were presented to the board on or after the last day."""
    for act in group.dossier.course.presented:
        told = find_board_meeting(group, act.at)
        if told:
            shows = names_event("at", told, group)
            yield Proof(record=act, claimed=told.date, shows=shows, not_before=told.date)
    for outcome in group.dossier.every_outcome:
        for act in outcome.find_acts("shown") if outcome.final else ():
            if event := find_board_meeting(group, act.at):
                yield Proof(record=act, claimed=event.date, not_before=event.date)


def find_board_meeting(group: Situation, name: str) -> Event | None:
    """Give a meeting of the board by its id; None where it was not on or after the group's last day."""
    event, last = group.find_event(name), group.last_day
    is_board = event is not None and event.type == "board meeting"
    return event if event and is_board and last and event.date >= last else None
