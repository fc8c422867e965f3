"""Due dates, ends and milestones as entries of calendar feeds.

A feed of due dates says what is still to be done: what is open, and what falls due later. What was met, waived or
is not owed leaves it, so that it does not go on ringing; calendar programs drop what vanished when they next fetch the
feed. What was done, and when, stands on the site, which can be corrected, and not in copies that cannot.
"""

from collections.abc import Iterator
from datetime import date

from scm_site.compliance.standing import Standing, StandingState
from scm_site.data.calendar_entry import CalendarEntry, choose_alarms, make_address
from scm_site.data.calendar_ids import GroupIds
from scm_site.days import next_day, write_day
from scm_site.filing.closing import find_short_address
from scm_site.filing.form_ways import find_form
from scm_site.records.dossier import Dossier
from scm_site.records.register import Register

#: How many days before a due date its alarms ring.
ALARMS = (7, 1)

CLAUSES_OF = "of the Terms of Reference"


def is_to_be_done(standing: Standing) -> bool:
    """Tell whether a standing has a place in a feed: somebody has to do something by a day, or should have."""
    return standing.due is not None and (
        standing.state.is_open or standing.state is StandingState.NOT_YET_DUE
    )


def make_due_entry(
    standing: Standing, ids: GroupIds, register: Register, as_of: date
) -> CalendarEntry | None:
    """Give the entry of a due date, or None where there is nothing to be done."""
    due = standing.due
    if due is None or not is_to_be_done(standing):
        return None
    return make_day(
        uid=ids.make_of_standing(standing),
        day=due,
        title=name_standing(standing),
        description="\n".join(tell(standing, due, register)),
        address=make_address(register, f"{standing.of.kind}s/{standing.of.id}/"),
        categories=("Due date", *standing.duty.responsible),
        alarms=choose_alarms(ALARMS, due, as_of),
    )


def name_standing(standing: Standing) -> str:
    """Give a due date in one line: `Status update due: Warm homes (May 2026)`."""
    title, label = standing.duty.title, standing.owed.label
    turn = "" if label in ("", title) else f" ({label})"
    return f"{title} due: {standing.of.title}{turn}"


def tell(standing: Standing, due: date, register: Register) -> Iterator[str]:
    """Say which clause asks for it, who is responsible, how to meet it, and where to file it."""
    duty = standing.duty
    yield f"Due on {write_day(due)}."
    yield f"{duty.clause_words.replace('c', 'C', 1)} {CLAUSES_OF}."
    yield f"Responsible: {duty.who}."
    yield f"How to meet it: {duty.meet.replace('`', '')}"
    if address := find_place_to_file(standing, register):
        yield f"File it: {address}"


def find_place_to_file(standing: Standing, register: Register) -> str:
    """Give the form that makes what is owed, else the forge's page for its file, else ""."""
    path = standing.owed.path
    if not path:
        return ""
    form = find_form(path, register)
    return make_address(register, form) if form else find_short_address(standing, register)


def make_group_days(dossier: Dossier, ids: GroupIds, register: Register) -> Iterator[CalendarEntry]:
    """Give a group's end and the milestones of its work programme; they are no duties, so that nothing rings."""
    group = dossier.group
    address = make_address(register, f"groups/{group.id}/")
    if dossier.last_day is not None:
        yield make_day(
            uid=ids.make("end"),
            day=dossier.last_day,
            title=f"Last day of the group: {group.title}",
            description=f"The mandate of the group {group.title} ends on {write_day(dossier.last_day)}.",
            address=address,
            categories=("End of a group",),
        )
    for milestone in dossier.milestones:
        yield make_day(
            uid=ids.make("milestone", milestone.id),
            day=milestone.due,
            title=f"Milestone: {milestone.title} ({group.title})",
            description=f"A milestone in the work programme of the group {group.title}.",
            address=f"{address}#work-programme",
            categories=("Milestone",),
        )


def make_day(  # noqa: PLR0913 (one name for each thing that an entry says)
    *,
    uid: str,
    day: date,
    title: str,
    description: str,
    address: str,
    categories: tuple[str, ...],
    alarms: tuple[int, ...] = (),
) -> CalendarEntry:
    """Give an entry of one whole day, which takes up nobody's time."""
    return CalendarEntry(
        uid=uid,
        start=day,
        end=next_day(day),
        title=title,
        description=description,
        address=address,
        categories=categories,
        alarms=alarms,
    )
