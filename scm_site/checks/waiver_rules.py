"""Rules on waivers."""

from collections.abc import Iterator
from itertools import pairwise

from scm_site.checks.register_rule import Problem, rule
from scm_site.records.changes import Amendment, Waiver
from scm_site.records.dossier import Dossier
from scm_site.records.record_file import Record
from scm_site.records.register import Register


@rule("V001", "A waiver has an end, and begins before it")
def waiver_dates_are_in_order(waiver: Waiver) -> Iterator[Problem]:
    """A waiver excuses a duty for a stated time and lapses by itself.

    Fix: Correct `from` or `until`.
    """
    if waiver.until < waiver.from_:
        yield Problem(
            waiver, ("until",), f"the last day {waiver.until} is before the first day {waiver.from_}"
        )


@rule("V002", "Who acts for the Secretariat was in office on that day", clauses=("A1", "T3"))
def grantor_was_in_office(record: Record, register: Register) -> Iterator[Problem]:
    """Waivers are granted, amendments agreed and outcomes controlled by the Secretariat: by somebody who was in its
    roster on the day.

    Fix: Correct the date or the person; or complete content/secretariat.yml.
    """
    if isinstance(record, Waiver):
        field, act = "granted", record.granted
    elif isinstance(record, Amendment):
        field, act = "secretariat_agreed", record.secretariat_agreed
    else:
        return
    if register.secretariat.is_out_of_office(act.by, act.on):
        yield Problem(record, (field, "by"), f"`{act.by}` is not in the Secretariat's roster on {act.on}")


@rule("V003", "Only a Focus group has duties to waive", clauses=("C6",))
def duties_belong_to_focus_groups(dossier: Dossier) -> Iterator[Problem]:
    """No duties of Discussion groups are known here, so that there is nothing to excuse them from.

    Fix: Take the waiver out.
    """
    if not dossier.group.is_focus:
        for waiver in dossier.waivers:
            yield Problem(waiver, ("duty",), f"a Discussion group does not owe `{waiver.duty}`")


@rule("V004", "A duty is excused once for each day")
def waivers_do_not_overlap(dossier: Dossier) -> Iterator[Problem]:
    """Each day of an excuse has one waiver with one reason, so that everybody sees which of them holds.

    Fix: Let the later waiver begin after the earlier one ends, or take one of the two out.
    """
    for duty in sorted({waiver.duty for waiver in dossier.waivers}):
        for earlier, later in pairwise(waiver for waiver in dossier.waivers if waiver.duty == duty):
            if later.from_ <= earlier.until:
                message = f"`{duty}` is already waived until {earlier.until} by the waiver `{earlier.id}`"
                yield Problem(later, ("from",), message)
