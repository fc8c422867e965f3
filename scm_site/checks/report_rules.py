"""Rules on status updates and board briefs."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.wording import guess_word, list_choices
from scm_site.records.dossier import Dossier
from scm_site.records.register import Register
from scm_site.records.unknown import known


@rule("U001", "A status update names milestones and KPIs of the work programme", clauses=("L4", "h"))
def names_are_the_programmes(dossier: Dossier) -> Iterator[Problem]:
    """Reached milestones and readings are shown beside the plan, so their ids are those of the work programme.

    Fix: Write an id from the group's work-programme.md.
    """
    programme = dossier.work_programme
    if programme is None:
        return
    milestones = [milestone.id for milestone in known(programme.milestones) or ()]
    kpis = [kpi.id for kpi in known(programme.kpis) or ()]
    for update in dossier.status_updates:
        for index, reached in enumerate(update.milestones_reached):
            if reached.milestone not in milestones:
                message = f"milestone `{reached.milestone}` is not in the work programme{guess_word(reached.milestone, milestones)}"
                fix = f"Choose one of: {list_choices(milestones)}."
                yield Problem(update, ("milestones_reached", index, "milestone"), (message, fix))
        for index, reading in enumerate(update.kpi_readings):
            if reading.kpi not in kpis:
                message = f"KPI `{reading.kpi}` is not in the work programme{guess_word(reading.kpi, kpis)}"
                yield Problem(
                    update, ("kpi_readings", index, "kpi"), (message, f"Choose one of: {list_choices(kpis)}.")
                )


@rule("U002", "A status update reads every KPI, or says why not", clauses=("L4", "h"))
def every_kpi_is_read(dossier: Dossier) -> Iterator[Problem]:
    """KPIs have a unit, a target and readings. The readings come with the status updates: one for each KPI, each time,
    as a number or as the reason why there is none.

    Fix: Add the KPI under `kpi_readings`, with `value`, or with `not_measured` and the reason.
    """
    if dossier.work_programme is None:
        return
    kpis = [kpi.id for kpi in known(dossier.work_programme.kpis) or ()]
    for update in dossier.status_updates:
        read = [reading.kpi for reading in update.kpi_readings]
        for kpi in kpis:
            if kpi not in read:
                yield Problem(update, ("kpi_readings",), f"KPI `{kpi}` of the work programme has no reading")
        for index, reading in enumerate(update.kpi_readings):
            field = ("kpi_readings", index)
            if reading.kpi in read[:index]:
                yield Problem(update, field, f"KPI `{reading.kpi}` is read twice in one update")
            if (reading.value is None) == (not reading.not_measured):
                what = "neither" if reading.value is None else "both"
                yield Problem(
                    update,
                    field,
                    f"KPI `{reading.kpi}` has {what} of `value` and `not_measured`; give one of them",
                )


@rule("U003", "A milestone is reached once, by the day of the update", clauses=("L4",))
def milestones_are_reached_once(dossier: Dossier) -> Iterator[Problem]:
    """An update tells what was reached since the last one. So a milestone is reached in one update only, and not later
    than the day of that update.

    Fix: Correct the date, or take the milestone out of the later update.
    """
    reached_in: dict[str, str] = {}
    for update in dossier.status_updates:
        for index, reached in enumerate(update.milestones_reached):
            field = ("milestones_reached", index)
            if reached.on > update.date:
                message = f"milestone `{reached.milestone}` is reached on {reached.on}, after the update of {update.date}"
                yield Problem(update, (*field, "on"), message)
            if reached.milestone in reached_in:
                message = f"milestone `{reached.milestone}` was already reached in the update {reached_in[reached.milestone]}"
                yield Problem(update, field, message)
            reached_in.setdefault(reached.milestone, update.id)


@rule("U004", "A report is made while the group is at work", clauses=("o", "I1"))
def reports_lie_within_the_group(dossier: Dossier) -> Iterator[Problem]:
    """Status updates and briefs report on a running group: not before its launch.

    Fix: Correct the date.
    """
    launch = known(dossier.group.launch)
    for report in (*dossier.status_updates, *dossier.board_briefs):
        if launch and report.date < launch:
            yield Problem(
                report, ("date",), f"the report is of {report.date}, before the group's launch {launch}"
            )


@rule("U005", "A brief reaches the board by its meeting", clauses=("I1",))
def briefs_come_before_the_meeting(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """A brief on the agenda of a board meeting was written by then.

    Fix: Correct the date of the brief, or choose the meeting at which it was on the agenda.
    """
    for brief in dossier.board_briefs:
        meeting = register.find_event(brief.board_meeting)
        if meeting and brief.date > meeting.date:
            message = f"the brief is of {brief.date}, after the meeting `{meeting.id}` of {meeting.date}"
            yield Problem(brief, ("board_meeting",), message)
