"""Rules on status updates and board briefs."""

from collections.abc import Iterator

from scm_site.checks.last_day import give_last_day
from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.wording import guess_word, list_choices
from scm_site.records.acts.holding import Held
from scm_site.records.acts.parts import Founding
from scm_site.records.dossier import Dossier
from scm_site.records.register import Register
from scm_site.records.reports import BoardBrief, StatusUpdate
from scm_site.records.unknown import known
from scm_site.records.work_programme import Kpi
from scm_site.sentences import say
from scm_site.terms.numbers import LAST_REPORT


@rule(
    "U001",
    "A status update names milestones and KPIs of the work programme",
    clauses=("L4", "h"),
    in_form="never: it is chosen from a list",
)
def names_are_the_programmes(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """Reached milestones and readings are shown beside the plan, so their ids are those of the work programme.

    Fix: Write an id from the group's work-programme.md.
    """
    register.require_whole("work-programme", dossier.group.id)
    register.require_whole_acts(dossier.group.id)
    if dossier.agreed is None:
        yield from report_missing_programme(dossier)
        return
    for update in dossier.status_updates:
        milestones, kpis = list_named(dossier, update)
        for index, reached in enumerate(update.milestones_reached):
            if reached.milestone not in milestones:
                field = ("milestones_reached", index, "milestone")
                yield Problem(update, field, report_stranger("milestone", reached.milestone, milestones))
        for index, reading in enumerate(update.kpi_readings):
            if reading.kpi not in kpis:
                field = ("kpi_readings", index, "kpi")
                yield Problem(update, field, report_stranger("KPI", reading.kpi, kpis))


def list_named(dossier: Dossier, update: StatusUpdate) -> tuple[list[str], list[str]]:
    """Give the ids of the milestones and KPIs of the work programme as it was on the day of an update.

    What is given up on a later day was still there; of what was given up before, an update may tell the last. It may
    also name what a later act takes back, or says was never there: nobody knew that on its day.
    """
    views = (dossier.hold_on(update.date), dossier.know_on(update.date))
    names = [name for held in views for name in (*held.state, *(step.setting.name for step in held.given_up))]
    things = [name.split(".") for name in dict.fromkeys(names) if name.count(".") == 1]
    milestones, kpis = (
        [name for part, name in things if part == wanted] for wanted in ("milestones", "kpis")
    )
    return milestones, kpis


def list_asked(dossier: Dossier, update: StatusUpdate) -> list[str]:
    """Give the KPIs that an update reads: those that are followed on its day, and were known to be on it."""
    known_then = {kpi.id for kpi in list_kpis(dossier.know_on(update.date))}
    return [kpi.id for kpi in list_kpis(dossier.hold_on(update.date)) if kpi.id in known_then]


def list_kpis(held: Held[Founding]) -> tuple[Kpi, ...]:
    """Give the KPIs that are followed; none where there is no work programme, or it does not tell them."""
    return (known(held.record.work_programme.kpis) or ()) if held.record.work_programme else ()


def report_missing_programme(dossier: Dossier) -> Iterator[Problem]:
    """Say once for each update that there is no work programme whose milestones and KPIs it could name."""
    for update in dossier.status_updates:
        for field in ("milestones_reached", "kpi_readings"):
            if getattr(update, field):
                message = f"field `{field}` names what the work programme lists, but the group has none"
                yield Problem(update, (field,), (message, "File the group's work-programme.md first."))
                break


def report_stranger(what: str, name: str, choices: list[str]) -> tuple[str, str]:
    """Say that the work programme does not have what an update names, and what it has."""
    message = f"{what} `{name}` is not in the work programme{guess_word(name, choices)}"
    if not choices:
        return message, f"Add the {what} to the group's work-programme.md first."
    return message, f"Choose one of: {list_choices(choices)}."


@rule(
    "U002",
    "A status update reads every KPI, or says why not",
    clauses=("L4", "h"),
    form_fix="Add a reading of it: the number, or why there is none.",
)
def every_kpi_is_read(dossier: Dossier) -> Iterator[Problem]:
    """KPIs have a unit, a target and readings. The readings come with the status updates: one for each KPI, each time,
    as a number or as the reason why there is none.

    Fix: Add the KPI under `kpi_readings`, with `value`, or with `not_measured` and the reason.
    """
    if dossier.agreed is None:
        return
    for update in dossier.status_updates:
        kpis = list_asked(dossier, update)
        read = [reading.kpi for reading in update.kpi_readings]
        for kpi in (
            kpis if set(read) <= set(list_named(dossier, update)[1]) else ()
        ):  # a name that U001 refuses may be meant for it
            if kpi not in read:
                yield Problem(update, ("kpi_readings",), say("U002", kpi=kpi))
        for index in range(len(update.kpi_readings)):
            yield from check_reading(update, index)


def check_reading(update: StatusUpdate, index: int) -> Iterator[Problem]:
    """Find what is wrong with one reading."""
    reading, field = update.kpi_readings[index], ("kpi_readings", index)
    if reading.kpi in [earlier.kpi for earlier in update.kpi_readings[:index]]:
        yield Problem(
            update, field, (say("U002 twice", kpi=reading.kpi), "Take one of the two readings out.")
        )
    if (reading.value is None) == (not reading.not_measured):
        message = say("U002 neither" if reading.value is None else "U002 both", kpi=reading.kpi)
        yield Problem(update, field, (message, "Give one of the two: the number, or why there is none."))


@rule(
    "U003",
    "A milestone is reached once, by the day of the update",
    clauses=("L4",),
    form_fix="Correct the day, or take the milestone out of this update.",
)
def milestones_are_reached_once(dossier: Dossier) -> Iterator[Problem]:
    """An update tells what was reached since the last one. So a milestone is reached in one update only, and not later
    than the day of that update.

    Fix: Correct the date, or take the milestone out of the later update.
    """
    reached_in: dict[str, str] = {}
    for update in dossier.status_updates:
        for index, reached in enumerate(update.milestones_reached):
            field = ("milestones_reached", index)
            name = reached.milestone
            if reached.on > update.date:
                message = say("U003 late", milestone=name, on=reached.on, day=update.date)
                yield Problem(update, (*field, "on"), message)
            if name in reached_in:
                yield Problem(update, field, say("U003", milestone=name, update=reached_in[name]))
            reached_in.setdefault(reached.milestone, update.id)


@rule("U004", "No report is made before the launch", clauses=("o", "I1"), form_fix="Correct the day.")
def reports_lie_within_the_group(dossier: Dossier) -> Iterator[Problem]:
    """Status updates and briefs report on what a group does, and it does nothing before its launch.

    Fix: Correct the date.
    """
    launch = known(dossier.group.launch)
    reports: tuple[StatusUpdate | BoardBrief, ...] = (*dossier.status_updates, *dossier.board_briefs)
    for report in reports:
        if launch and report.date < launch:
            yield Problem(report, ("date",), say("U004", day=report.date, launch=launch))


@rule(
    "U005",
    "A brief reaches the board by its meeting",
    clauses=("I1",),
    form_fix="Correct the day of the brief, or choose the meeting at which it was on the agenda.",
)
def briefs_come_before_the_meeting(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """A brief on the agenda of a board meeting was written by then.

    Fix: Correct the date of the brief, or choose the meeting at which it was on the agenda.
    """
    for brief in dossier.board_briefs:
        meeting = register.find_event(brief.board_meeting)
        if meeting and brief.date > meeting.date:
            message = say("U005", day=brief.date, meeting=meeting.id, date=meeting.date)
            yield Problem(brief, ("board_meeting",), message)


@rule(
    "U006",
    "No report is made long after the group's last day",
    clauses=("o", "I1", "D2"),
    form_fix="If it was written by then, give that day. If none was written, no report can fill this place "
    "any more: the Secretariat can file a waiver for that time and say why. If the group went on, "
    "its end needs an amendment.",
)
def reports_end_with_the_group(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """Status updates and briefs report on what a group does. A last one may still come within 31 days of the group's
    last day, as it tells of the last weeks; later there is nothing to report on.

    Fix: Correct the date. If the group went on, its end needs an amendment.
    """
    last = give_last_day(dossier, register)
    reports: tuple[StatusUpdate | BoardBrief, ...] = (*dossier.status_updates, *dossier.board_briefs)
    for report in reports:
        if last and (report.date - last).days > LAST_REPORT.value_on(last):
            message = say("U006", day=report.date, most=LAST_REPORT.value_on(last), last=last)
            yield Problem(report, ("date",), message)
