"""What belongs to each meeting: its agenda, its minutes, the announcement of its decisions, and the next one."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from scm_site.compliance.duty import Obligation, Proof, Shows, duty, states
from scm_site.compliance.situation import Situation, shift
from scm_site.days import write_day
from scm_site.records.meeting import Meeting
from scm_site.records.unknown import Unknown, known


def describe(meeting: Meeting) -> str:
    """Give a meeting in a few words."""
    return f"{write_day(meeting.date)}: {meeting.title}"


def find_path(meeting: Meeting, kind: str, day: date) -> str:
    """Give the file of a meeting's act of a kind, or the one to make for it on a day."""
    there = meeting.find_acts(kind)
    ending = "md" if kind == "minutes" else "yml"
    return there[-1].file.path if there else f"{meeting.folder}/{day}.{kind}.{ending}"


def tell_cancelled(meeting: Meeting) -> str:
    """Say that a meeting was called off; empty when it was not."""
    off = meeting.cancelled
    return f"The meeting was called off on {write_day(off.on)}: {off.reason}" if off else ""


def find_due(meeting: Meeting, days: int) -> date:
    """Give the day that many days after the end of a meeting, or before it begins.

    Where that day had passed when a correction of the meeting's day arrived, it stays: a promise is not moved then.
    """
    name = "last_day" if days > 0 and meeting.last_day else "date"
    for step in meeting.held.corrections:
        was = step.setting.was
        if step.setting.name == name and isinstance(was, date) and step.known.since > shift(was, days):
            return shift(was, days)
    return shift(meeting.ends_on if days > 0 else meeting.date, days)


@duty(
    "agenda",
    "Agenda",
    clauses=("a",),
    responsible=("chair",),
    due="{agenda} days before the meeting",
    evidence="an act `agenda` in the meeting's folder, or `agenda` in its plan",
    nothing="No meeting is in the register yet.",
    excused_for_good=True,
    has_grace=False,
)
def find_agendas(group: Situation) -> Iterator[Obligation]:
    """The chair sets the agenda. Members can prepare when they have it some days before the meeting; what comes later
    comes too late, so there are no days of grace.

    Meet it: File the agenda beside the meeting's plan, with the day on which members got it.
    """
    for meeting in group.dossier.meetings:
        agenda = meeting.agenda
        sent = meeting.find_acts("agenda")
        planned = [Proof(record=meeting.plan, shows=states("agenda"))] if meeting.plan.agenda else []
        proofs = (*planned, *(Proof(record=act, claimed=act.day) for act in sent))
        yield Obligation(
            period=meeting.id,
            label=describe(meeting),
            due=find_due(meeting, -group.days.agenda),
            useful_until=meeting.date,
            stopped=tell_cancelled(meeting),
            unknown=agenda.unknown if isinstance(agenda, Unknown) else "",
            path=find_path(meeting, "agenda", group.as_of),
            proofs=proofs if known(agenda) else (),
        )


@duty(
    "minutes",
    "Minutes",
    clauses=("n",),
    responsible=("co-chair",),
    due="{minutes} days after the meeting",
    evidence="an act `minutes` in the meeting's folder, with its text finished",
    nothing="No meeting is in the register yet.",
)
def find_minutes(group: Situation) -> Iterator[Obligation]:
    """The co-chair keeps minutes of the meetings. A meeting that was called off needs none: the reason stands beside
    its plan.

    Meet it: File the minutes beside the meeting's plan, with the day on which they were sent. If the meeting did not
    take place, call it off.
    """
    for meeting in group.dossier.meetings:
        minutes = meeting.minutes
        proofs = tuple(
            Proof(
                record=act, claimed=act.day, shows=states("text"), texts=("text",), not_before=meeting.ends_on
            )
            for act in meeting.find_acts("minutes")
            if act.text
        )
        yield Obligation(
            period=meeting.id,
            label=describe(meeting),
            due=find_due(meeting, group.days.minutes),
            stopped=tell_cancelled(meeting),
            unknown=minutes.unknown if isinstance(minutes, Unknown) else "",
            path=find_path(meeting, "minutes", group.as_of),
            proofs=proofs,
        )


@duty(
    "decision-announced",
    "Decisions announced",
    clauses=("ab",),
    responsible=("chair",),
    due="{decision_announced} days before the meeting that decides",
    evidence="the day under `announced` of the decision, in the minutes",
    nothing="No decision is recorded yet.",
    excused_for_good=True,
    has_grace=False,
)
def find_announcements(group: Situation) -> Iterator[Obligation]:
    """All members can expect reasonable time for key decisions. So each decision says on which day members were told
    that it would be taken. That day decides here, and not the day on which the minutes arrived: an announcement is no
    file. There are no days of grace either.

    Meet it: Tell members early what will be decided. A decision that was announced late stays recorded as such.
    """
    for meeting in group.dossier.meetings:
        for number, decision in enumerate(meeting.decisions, start=1):
            yield Obligation(
                period=f"{meeting.id}-{number}",
                label=f"Decision {number} of {describe(meeting)}",
                due=find_due(meeting, -group.days.decision_announced),
                path=find_path(meeting, "minutes", group.as_of),
                proofs=tuple(
                    Proof(
                        record=act,
                        claimed=decision.announced,
                        shows=has_decisions(number),
                        counts_as_claimed=True,
                    )
                    for act in meeting.find_acts("minutes")[-1:]
                ),
            )


def has_decisions(count: int) -> Shows:
    """Give what tells whether a version of a meeting's record has that many decisions."""

    def shows(data: Mapping[str, Any]) -> bool:
        decisions = data.get("decisions")
        return isinstance(decisions, list) and len(decisions) >= count

    return shows


@duty(
    "next-meeting",
    "Next meeting",
    clauses=("c", "v"),
    responsible=("chair", "support team"),
    due="{next_meeting} days after the last meeting",
    evidence="the plan of a later meeting in `meetings/`",
)
def find_next_meetings(group: Situation) -> Iterator[Obligation]:
    """The chair coordinates the dates of meetings, and the support team keeps the general calendar: a group at work has
    a next meeting planned within some weeks after the last one. It may take place later.

    Meet it: Plan the next meeting in `meetings/`, with its date.
    """
    dates = [meeting for meeting in group.dossier.meetings if meeting.cancelled is None]
    held = [meeting for meeting in dates if meeting.date <= group.as_of]
    if not held:
        is_over = group.last_day is not None and group.last_day < group.as_of
        yield Obligation(
            period="",
            label="",
            why="The first meeting comes first.",
            stopped="The group ended without a meeting." if is_over else "",
            unknown=group.no_launch,
        )
    for meeting in held:
        due = find_due(meeting, group.days.next_meeting)
        yield Obligation(
            period=meeting.id,
            label=f"after {describe(meeting)}",
            due=due,
            is_turn=True,
            path=group.make_path(f"meetings/{max(due, group.as_of)}-next-meeting/meeting.md"),
            proofs=tuple(Proof(record=later.plan) for later in dates if later.date > meeting.date),
        )
