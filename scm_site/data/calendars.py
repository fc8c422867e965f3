"""Which calendar feeds the site offers, and what stands in each.

calendar/meetings.ics         every meeting and event
calendar/due.ics              every due date that is open or still to come
calendar/due-<role>.ics       those of one role: chair, co-chair, support-team, every-member, secretariat
groups/<group>/calendar.ics   a group's meetings, due dates, end and milestones; also under each former name,
                              so that who has subscribed to it keeps it

One thing has one id in all of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scm_site.compliance.board import Board
from scm_site.compliance.duty import ROLES
from scm_site.compliance.standing import Standing
from scm_site.data.calendar_entry import CalendarEntry, sort_entries
from scm_site.data.calendar_file import render_calendar, render_event
from scm_site.data.calendar_ids import find_group_ids, find_host
from scm_site.data.due_entries import make_due_entry, make_group_days
from scm_site.data.meeting_entries import make_event_entry, make_meeting_entries
from scm_site.records.dossier import Dossier
from scm_site.records.register import Register

MEETINGS = "calendar/meetings.ics"
DUE = "calendar/due.ics"
DUE_OF_ROLE = "calendar/due-{}.ics"
OF_GROUP = "groups/{}/calendar.ics"


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupEntries:
    """What stands in the feeds of one group: meetings, due dates with their standings, end and milestones."""

    dossier: Dossier
    meetings: tuple[CalendarEntry, ...]
    due: tuple[tuple[Standing, CalendarEntry], ...]
    days: tuple[CalendarEntry, ...]


class Writer:
    """Writes each entry once, though it stands in several feeds."""

    def __init__(self, board: Board) -> None:
        self._as_of = board.as_of
        self._written: dict[str, bytes] = {}

    def write(self, name: str, entries: Iterable[CalendarEntry]) -> bytes:
        """Give a feed of entries under a name that its readers see."""
        return render_calendar(name, [self._write_entry(entry) for entry in sort_entries(entries)])

    def _write_entry(self, entry: CalendarEntry) -> bytes:
        if entry.uid not in self._written:
            self._written[entry.uid] = render_event(entry, self._as_of)
        return self._written[entry.uid]


def make_calendar_files(board: Board, register: Register) -> Iterator[tuple[str, bytes]]:
    """Give every feed, each with its path below the site's root."""
    host, site = find_host(register.settings.site.address), register.settings.site.name
    groups = [gather(dossier, board, register) for dossier in register.dossiers]
    events = [make_event_entry(event, register, host, board.as_of) for event in register.events]
    due = [pair for group in groups for pair in group.due]
    writer = Writer(board)
    of_groups = {entry.uid: entry for group in groups for entry in group.meetings}
    meetings = [*events, *of_groups.values()]
    yield MEETINGS, writer.write(f"Meetings and events: {site}", meetings)
    yield DUE, writer.write(f"Due dates: {site}", [entry for _, entry in due])
    for role in ROLES:
        own = [entry for standing, entry in due if role in standing.duty.responsible]
        yield name_due_file(role), writer.write(f"Due dates, {role}: {site}", own)
    for group in groups:
        entries = [*group.meetings, *(entry for _, entry in group.due), *group.days]
        written = writer.write(group.dossier.group.title, entries)
        for name in (group.dossier.group.id, *group.dossier.group.former_ids):
            yield name_group_file(name), written


def gather(dossier: Dossier, board: Board, register: Register) -> GroupEntries:
    """Give what stands in the feeds of a group."""
    ids = find_group_ids(dossier, find_host(register.settings.site.address))
    row = board.find_row(dossier.group.id)
    standings = [standing for cell in row.cells for standing in cell.standings] if row else []
    made = [(one, make_due_entry(one, ids, register, board.as_of)) for one in standings]
    return GroupEntries(
        dossier=dossier,
        meetings=tuple(make_meeting_entries(dossier, register, board.as_of)),
        due=tuple((standing, entry) for standing, entry in made if entry is not None),
        days=tuple(make_group_days(dossier, ids, register)),
    )


def name_due_file(role: str) -> str:
    """Give the path of the feed of a role's due dates."""
    return DUE_OF_ROLE.format(role.lower().replace(" ", "-"))


def name_group_file(group: str) -> str:
    """Give the path of a group's feed."""
    return OF_GROUP.format(group)
