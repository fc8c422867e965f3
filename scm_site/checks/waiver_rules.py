"""Rules on waivers."""

from collections.abc import Iterator
from itertools import pairwise

from scm_site.checks.last_day import give_last_day
from scm_site.checks.register_rule import Problem, rule
from scm_site.findings import Severity
from scm_site.records.acts.amends import Amends
from scm_site.records.changes import Waiver
from scm_site.records.dossier import Dossier
from scm_site.records.record_file import Record
from scm_site.records.register import Register
from scm_site.sentences import say
from scm_site.terms.after_the_end import OWED_AFTER_THE_END


@rule("V001", "A waiver has an end, and begins before it", form_fix="Correct the first or the last day.")
def waiver_dates_are_in_order(waiver: Waiver) -> Iterator[Problem]:
    """A waiver excuses a duty for a stated time and lapses by itself.

    Fix: Correct `from` or `until`.
    """
    if waiver.until < waiver.from_:
        yield Problem(waiver, ("until",), say("V001", until=waiver.until, first=waiver.from_))


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
    if isinstance(record, Waiver):
        field, by, day = ("granted", "by"), record.granted.by, record.granted.on
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

    Fix: Take the waiver out.
    """
    if not dossier.group.is_focus:
        for waiver in dossier.waivers:
            yield Problem(waiver, ("duty",), f"a Discussion group does not owe `{waiver.duty}`")


@rule("V004", "A duty is excused once for each day", form_fix="Choose days that are not excused yet.")
def waivers_do_not_overlap(dossier: Dossier) -> Iterator[Problem]:
    """Each day of an excuse has one waiver with one reason, so that everybody sees which of them holds.

    Fix: Let the later waiver begin after the earlier one ends, or take one of the two out.
    """
    for duty in sorted({waiver.duty for waiver in dossier.waivers}):
        for earlier, later in pairwise(waiver for waiver in dossier.waivers if waiver.duty == duty):
            if later.from_ <= earlier.until:
                message = say("V004", duty=duty, until=earlier.until, waiver=earlier.id)
                yield Problem(later, ("from",), message)


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
def waivers_are_granted_in_time(waiver: Waiver) -> Iterator[Problem]:
    """A waiver excuses what is to come. One that is granted after its last day only hides that something was late; but
    it may be so, and then it stands as a fact.

    Fix: Correct the day on which it was granted, or the time for which it excuses.
    """
    if waiver.granted.on > waiver.until:
        message = say("V006", granted=waiver.granted.on, until=waiver.until)
        yield Problem(waiver, ("granted", "on"), message)
