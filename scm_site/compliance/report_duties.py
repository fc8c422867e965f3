"""What a group reports on fixed grids: status updates every two months, briefs to the board every six."""

from collections.abc import Iterator, Sequence

from scm_site.compliance.duty import Obligation, Proof, duty, says
from scm_site.compliance.situation import Situation
from scm_site.days import MONTHS, write_day
from scm_site.grids import Slot, find_slot_of, make_slots
from scm_site.records.reports import BoardBrief, StatusUpdate
from scm_site.terms.numbers import BOARD_BRIEFS, STATUS_UPDATES, Number


@duty(
    "status-update",
    "Status update",
    clauses=("o",),
    responsible=("co-chair",),
    due="every two calendar months from the launch",
    evidence="a file in `status-updates/`, named for the month in which it is due",
    excused_for_good=True,
)
def find_status_updates(group: Situation) -> Iterator[Obligation]:
    """The co-chair gives the support team a status update on one slide every two months: engagement, timeline, progress
    and needs. The due dates are counted from the launch, so that a late update does not move the next one. One update
    answers one due date: the first on or after the month that its file is named for. A second one in the same two
    months does not answer another, and one that is dated before these two months does not count.

    Meet it: File the update in `status-updates/`, named for the month in which it is due, as `2026-05.yml`. A late one
    keeps that name and gives its own date.
    """
    yield from make_grid(group, STATUS_UPDATES, "status-updates/{}.yml", group.dossier.status_updates)


@duty(
    "board-brief",
    "Board brief",
    clauses=("I1",),
    responsible=("chair", "co-chair"),
    due="every six calendar months from the launch",
    evidence="a file in `board-briefs/`, named for the month in which it is due",
    excused_for_good=True,
)
def find_board_briefs(group: Situation) -> Iterator[Obligation]:
    """The group gives the Advisory Board a short update every six months. As with status updates, the due dates are
    counted from the launch, and one brief answers one of them.

    Meet it: File the brief in `board-briefs/`, named for the month in which it is due, as `2026-09.md`.
    """
    yield from make_grid(group, BOARD_BRIEFS, "board-briefs/{}.md", group.dossier.board_briefs)


def make_grid(
    group: Situation, every: Number, pattern: str, reports: Sequence[StatusUpdate | BoardBrief]
) -> Iterator[Obligation]:
    """Give what falls due on a grid up to the group's end, or up to the day where no end is known."""
    if group.launch is None:
        yield Obligation(period="", label="", unknown=group.no_launch)
        return
    slots = list(make_slots(group.launch, every.value_on(group.launch), group.last_day or group.as_of))
    if not slots:
        yield Obligation(period="", label="", why=f"The group is launched on {write_day(group.launch)}.")
    answered = [(find_slot_of(report.id, slots), report) for report in reports]
    for slot in slots:
        own = [report for answers, report in answered if answers == slot and report.date >= slot.start]
        proofs = tuple(
            Proof(record=report, claimed=report.date, shows=says("date", report.date), texts=None)
            for report in own
        )
        yield make_turn(slot, group.make_path(pattern.format(slot.month)), proofs)


def make_turn(slot: Slot, path: str, proofs: tuple[Proof, ...]) -> Obligation:
    """Give one turn of a grid."""
    return Obligation(
        period=slot.month,
        label=f"{MONTHS[slot.due.month - 1]} {slot.due.year}",
        due=slot.due,
        is_turn=True,
        path=proofs[0].record.file.path if proofs else path,
        proofs=proofs,
    )
