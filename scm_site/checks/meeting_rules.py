"""Rules on meetings and minutes."""

from collections.abc import Iterator

from scm_site.checks.last_day import give_last_day
from scm_site.checks.register_rule import Problem, rule
from scm_site.records.dossier import Dossier
from scm_site.records.meeting import Meeting
from scm_site.records.register import Register
from scm_site.records.unknown import known
from scm_site.sentences import say


@rule(
    "M001",
    "Only the first meeting records what a first meeting settles",
    clauses=("L5", "af", "ag", "ah"),
    form_fix="Leave the points of a first meeting empty here: they belong to the first meeting of the group.",
)
def only_the_first_meeting_is_first(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """At the first meeting, the kick-off, the work programme is presented, suggestions are invited, and the format
    of the final outcome is agreed. The kick-off is the first meeting on or after the launch that was not cancelled;
    meetings before the launch prepare the group.

    Fix: Move `first_meeting` to the minutes of the first meeting of the group.
    """
    register.require_whole_meetings(dossier.group.id)
    for meeting in dossier.hosted:
        if meeting.first_meeting is not None and not is_first(meeting, dossier, register):
            launch = known(dossier.group.launch)
            first = say("M001 first", meeting=dossier.kick_off.id) if dossier.kick_off else ""
            message = say("M001", first=first)
            if launch and meeting.date < launch:
                message = say("M001 early", day=meeting.date, launch=launch, first=first)
            yield Problem(meeting, ("first_meeting",), message)


def is_first(meeting: Meeting, dossier: Dossier, register: Register) -> bool:
    """Tell whether a meeting is the first one of its group, or of another one that meets along."""
    others = [one for one in register.dossiers if one.group.id in meeting.groups]
    return any(one.kick_off and one.kick_off.file.path == meeting.file.path for one in (dossier, *others))


@rule(
    "M002",
    "The agreed format is the work programme's",
    clauses=("ah", "L4"),
    in_form="later: it is found in other records",
)
def agreed_format_is_the_programmes(dossier: Dossier) -> Iterator[Problem]:
    """The first meeting agrees on the exact format of the final outcome, and the work programme says the same.

    Fix: Correct the work programme, or the minutes. Minutes that were approved change only with an entry under
    `corrections`.
    """
    programme, first = dossier.work_programme, dossier.kick_off
    settled = known(first.first_meeting) if first else None
    outcome = known(programme.final_outcome) if programme else None
    if first and settled and outcome and settled.outcome_format != outcome.format:
        message = say("M002", agreed=settled.outcome_format, planned=outcome.format)
        yield Problem(first, ("first_meeting", "outcome_format"), (message, suggest_correction(first)))


def suggest_correction(meeting: Meeting) -> str:
    """Say how minutes and work programme are made to agree; approved minutes change by a correction only."""
    minutes = known(meeting.minutes)
    if minutes and minutes.approved:
        told = f"The minutes were approved on {minutes.approved}: correct the work programme"
        return f"{told}; or, if the minutes are wrong, put them right and say so under `corrections`."
    return "Correct the minutes or the work programme, whichever is wrong."


@rule(
    "M003",
    "A decision is announced before it is taken",
    clauses=("ab",),
    form_fix="Give the day on which members were told that this would be decided.",
)
def decisions_are_announced(meeting: Meeting) -> Iterator[Problem]:
    """Members get reasonable time to make key decisions, so each decision says when it was announced. How many days
    before is shown on the dashboard; after the meeting cannot be.

    Fix: Write the day on which members were told that this would be decided.
    """
    for index, decision in enumerate(meeting.decisions):
        if decision.announced > meeting.date:
            message = say("M003", announced=decision.announced, day=meeting.date)
            yield Problem(meeting, ("decisions", index, "announced"), message)


@rule(
    "M004",
    "A cancelled meeting has no minutes",
    clauses=("n",),
    in_form="later: it is found in other records",
)
def cancelled_meetings_have_no_minutes(meeting: Meeting) -> Iterator[Problem]:
    """A meeting that did not take place is a recorded fact with a reason. Minutes, decisions or a list of who was
    there would say that it did.

    Fix: If the meeting took place, file a `takes-back` for the act that called it off; otherwise for the minutes.
    """
    if meeting.cancelled is None:
        return
    for field in ("minutes", "decisions", "attended", "first_meeting", "text"):
        if getattr(meeting, field):
            what = field if field in ("minutes", "decisions") else say(f"M004 {field}")
            yield Problem(meeting, (field,), say("M004", day=meeting.cancelled.on, what=what))


@rule(
    "M005",
    "Minutes that were sent are there",
    clauses=("n",),
    in_form="never: no form asks for it",
)
def sent_minutes_are_there(meeting: Meeting) -> Iterator[Problem]:
    """The minutes are the text below the second `---`. Without it, nobody can read what was said.

    Fix: Write the minutes below the second `---`, or file them once they are written.
    """
    if known(meeting.minutes) and not meeting.text:
        yield Problem(meeting, ("minutes",), say("M005"))


@rule(
    "M006",
    "The dates of a meeting are in order",
    clauses=("n", "a"),
    form_fix="Correct the day that is wrong.",
)
def meeting_dates_are_in_order(meeting: Meeting) -> Iterator[Problem]:
    """An agenda is sent before the meeting, minutes after it, and they are approved after they were sent.

    Fix: Correct the date that is wrong.
    """
    if meeting.agenda_sent and meeting.agenda_sent > meeting.date:
        message = say("M006 agenda", sent=meeting.agenda_sent, day=meeting.date)
        yield Problem(meeting, ("agenda_sent",), message)
    minutes = known(meeting.minutes)
    if minutes and minutes.sent < meeting.date:
        message = say("M006 minutes", sent=minutes.sent, day=meeting.date)
        yield Problem(meeting, ("minutes", "sent"), message)
    if minutes and minutes.approved and minutes.approved < minutes.sent:
        message = say("M006 approved", approved=minutes.approved, sent=minutes.sent)
        yield Problem(meeting, ("minutes", "approved"), message)


@rule(
    "M007",
    "A meeting on site has a place",
    clauses=("c",),
    form_fix="Say where people meet; or choose “online”, if nobody meets there.",
)
def meeting_has_a_place(meeting: Meeting) -> Iterator[Problem]:
    """Whoever wants to come must know where to go.

    Fix: Add `place`, or write `mode: online`.
    """
    if meeting.mode != "online" and not meeting.place:
        yield Problem(meeting, ("mode",), say("M007", mode=meeting.mode))


@rule(
    "M008",
    "No meeting is held after the group's last day",
    clauses=("D2", "T9"),
    form_fix="Correct the day. What looks back at why the group ended is named in the record of its end.",
)
def meetings_lie_within_the_group(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """A group meets until its last day: that of the act that ends it, or else its end date. Only the meeting that
    looks at why it ended may come later; the act names it. A meeting that was cancelled is no meeting.

    Fix: Correct the date, call the meeting off, or name it under `evaluation_meeting` in the act `ends`.
    """
    last, ended = give_last_day(dossier, register), dossier.ended
    for meeting in dossier.hosted:
        is_evaluation = ended is not None and meeting.id == ended.evaluation_meeting
        if last and meeting.date > last and not is_evaluation and not meeting.cancelled:
            yield Problem(meeting, ("date",), say("M008", day=meeting.date, last=last))


@rule("M009", "What happens to a meeting stands beside its plan", in_form="never: it is chosen from a list")
def acts_stand_beside_a_plan(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """Agenda, moves and minutes of a meeting stand in its folder, beside the file `meeting.md` that says which one it
    is.

    Fix: Put the file into the folder of its meeting, or add the plan of the meeting first.
    """
    register.require_whole("meeting", dossier.group.id)
    for act in dossier.loose_acts:
        if act.meeting:
            yield Problem(act, (), say("M009"))


@rule(
    "M010",
    "A meeting moves or is called off before it is held",
    clauses=("c", "n"),
    form_fix="Give the day on which that was decided.",
)
def moves_come_before_the_meeting(meeting: Meeting) -> Iterator[Problem]:
    """Who comes in vain was told too late. A meeting that was held cannot be moved or called off any more; what was
    filed by mistake is taken back.

    Fix: Correct the day in the name of the file; or take it back.
    """
    for act in meeting.filed:
        moved = getattr(act, "date", None)
        held = (moved.instead_of if moved else None) or meeting.date
        if act.file.kind in ("moved", "called-off") and act.day > held:
            what = "move" if act.file.kind == "moved" else "calling off"
            yield Problem(act, (), say("M010", what=what, day=act.day, held=held))


@rule("M011", "What a meeting names is there", clauses=("n",), in_form="never: it is chosen from a list")
def named_by_meetings_is_there(meeting: Meeting, register: Register) -> Iterator[Problem]:
    """Groups that meet together, minutes that are approved and action items that are settled are in the register.

    Fix: Copy the name of the group's or the meeting's folder, or the id of the action item.
    """
    host = register.find_dossier(meeting.file.group)
    groups = {one.group.id for one in register.dossiers}
    for index, group in enumerate(meeting.groups):
        if group == meeting.file.group or not (group in groups or register.is_broken("launch", group)):
            told = say("M011 own") if group == meeting.file.group else say("M011 group", group=group)
            yield Problem(meeting, ("groups", index), told)
    register.require_whole_meetings(host.group.id)
    written = {one.id for one in host.meetings if one.find_acts("minutes")}
    for act in meeting.find_acts("minutes"):
        for index, name in enumerate(act.approves):
            if name not in written or name == meeting.id:
                yield Problem(act, ("approves", index), say("M011 minutes", meeting=name))
    items = {one.id for one in meeting.actions}
    for act in meeting.find_acts("settles"):
        if act.action not in items:
            yield Problem(act, ("action",), say("M011 action", action=act.action))
