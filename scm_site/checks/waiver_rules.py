"""Rules on waivers and pauses."""

from collections.abc import Iterator
from itertools import pairwise

from scm_site.checks.last_day import give_last_day
from scm_site.checks.register_rule import Problem, rule
from scm_site.findings import Severity
from scm_site.records.acts.act import Act
from scm_site.records.acts.amends import Amends
from scm_site.records.acts.pauses import Pauses
from scm_site.records.acts.waives import Waives
from scm_site.records.dossier import Dossier
from scm_site.records.record_file import Record
from scm_site.records.register import Register
from scm_site.records.unknown import known
from scm_site.sentences import say
from scm_site.terms.after_the_end import OWED_AFTER_THE_END


@rule(
    "V001",
    "A waiver or a pause has an end, and begins before it",
    form_fix="Correct the first or the last day.",
)
def days_are_in_order(act: Act) -> Iterator[Problem]:
    """A waiver excuses a duty for a stated time, a pause all duties of a group; both end by themselves. A waiver is
    filed on the day on which it was granted, or later.

    Fix: Correct `first_day`, `until` or the day in the name of the file.
    """
    if isinstance(act, Waives | Pauses):
        first = act.begins if isinstance(act, Pauses) else act.first_day
        if act.until < first:
            yield Problem(act, ("until",), say("V001", until=act.until, first=first))
    if isinstance(act, Waives) and act.granted.day > act.day:
        yield Problem(act, ("granted", "day"), say("V001 granted", granted=act.granted.day, day=act.day))


@rule(
    "V002",
    "Who acts for the Secretariat was in office on that day",
    clauses=("A1",),
    form_fix="Correct the person or the day.",
)
def grantor_was_in_office(record: Record, register: Register) -> Iterator[Problem]:
    """Waivers are granted and amendments agreed by the Secretariat: by somebody who was in its roster on that day.

    Fix: Correct the date or the person; or complete content/secretariat.yml.
    """
    field: tuple[str, ...]
    if isinstance(record, Waives):
        field, by, day = ("granted", "by"), record.granted.by, record.granted.day
    elif isinstance(record, Amends) and record.agreed:
        field, by, day = (
            ("agreed", "secretariat", "by"),
            record.agreed.secretariat.by,
            record.agreed.secretariat.day,
        )
    else:
        return
    if register.secretariat.is_out_of_office(by, day):
        yield Problem(record, field, say("V002", person=by, day=day))


@rule(
    "V003",
    "Only a Focus group has duties to waive",
    clauses=("C6",),
    in_form="never: it is chosen from a list",
)
def duties_belong_to_focus_groups(dossier: Dossier) -> Iterator[Problem]:
    """No duties of Discussion groups are known here, so that there is nothing to excuse them from.

    Fix: Take the waiver back.
    """
    if not dossier.group.is_focus:
        for waiver in dossier.waivers:
            yield Problem(waiver, ("duty",), f"a Discussion group does not owe `{waiver.duty}`")


@rule("V004", "A duty is excused once for each day", form_fix="Choose days that are not excused yet.")
def waivers_do_not_overlap(dossier: Dossier) -> Iterator[Problem]:
    """Each day of an excuse has one waiver with one reason, so that everybody sees which of them holds.

    Fix: Let the later waiver begin after the earlier one ends, or take one of the two back.
    """
    for duty in sorted({waiver.duty for waiver in dossier.waivers}):
        for earlier, later in pairwise(waiver for waiver in dossier.waivers if waiver.duty == duty):
            if later.first_day <= earlier.until:
                message = say("V004", duty=duty, until=earlier.until, waiver=earlier.name)
                yield Problem(later, ("first_day",), message)


@rule(
    "V005",
    "A waiver ends with its group",
    clauses=("D2",),
    form_fix="Give the group's last day, or an earlier one.",
)
def waivers_end_with_the_group(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """What a group owes while it is at work ends with its last day, so that there is nothing more to excuse. Some
    duties are still to be done afterwards, such as the final results for the board; they can be waived for later, too.

    Fix: Write the group's last day, or an earlier one, under `until`.
    """
    last = give_last_day(dossier, register)
    for waiver in dossier.waivers:
        if last and waiver.until > last and waiver.duty not in OWED_AFTER_THE_END:
            yield Problem(waiver, ("until",), say("V005", until=waiver.until, last=last))


@rule(
    "V006",
    "A waiver is granted before its time is over",
    severity=Severity.WARNING,
    form_fix="Correct the day on which it was granted, or the time for which it excuses; or leave it, if it "
    "is so.",
)
def waivers_are_granted_in_time(waiver: Waives) -> Iterator[Problem]:
    """A waiver excuses what is to come. One that is granted after its last day only hides that something was late; but
    it may be so, and then it stands as a fact.

    Fix: Correct the day on which it was granted, or the time for which it excuses.
    """
    if waiver.granted.day > waiver.until:
        message = say("V006", granted=waiver.granted.day, until=waiver.until)
        yield Problem(waiver, ("granted", "day"), message)


@rule(
    "V007",
    "A pause lies within the time of its group",
    clauses=("D2",),
    form_fix="Correct the first or the last day.",
)
def pauses_lie_within_the_group(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """A group that has ended does not take up its work again, and one that is not launched yet has none to pause. A
    pause that was agreed on before the end was ends with the group.

    Fix: Correct `first_day`, or the day in the name of the file; or write the group's last day, or an earlier one,
    under `until`.
    """
    launch = known(dossier.launched.launch)
    last, ended = give_last_day(dossier, register), dossier.ended
    for pause in dossier.course.pauses:
        if launch and pause.first < launch:
            field = ("first_day",) if pause.act.first_day else ()
            yield Problem(pause.act, field, say("V007 launch", first=pause.first, launch=launch))
        is_older = ended is not None and pause.act.day <= ended.day
        if last and pause.act.until > last and not is_older:
            yield Problem(pause.act, ("until",), say("V007", until=pause.act.until, last=last))


@rule(
    "V008",
    "A final outcome does not fall due in a pause",
    severity=Severity.WARNING,
    clauses=("G2",),
    form_fix="Agree on another date for the final outcome, with the form “Change the work programme”; or leave it.",
)
def final_outcomes_wait_for_no_pause(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """What falls due in a pause is not owed. A final outcome is not lost by that: it is owed on the day on which the
    pause ends. That may be early for a group that has just taken up its work again.

    Fix: Agree on another date by an act `replans`, or leave it.
    """
    register.require_whole("work-programme", dossier.group.id)
    programme = dossier.work_programme
    final = known(programme.final_outcome) if programme else None
    pause = dossier.course.find_pause(final.due) if final else None
    if final and pause:
        message = say("V008", due=final.due, first=pause.first, last=pause.last)
        yield Problem(pause.act, ("until",), message)
