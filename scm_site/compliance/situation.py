"""A group as it stood on a day: what had arrived by then, and the end that was in force."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from scm_site.compliance.arrivals import Arrivals
from scm_site.days import parse_day, write_day
from scm_site.records.dossier import Dossier
from scm_site.records.event import Event
from scm_site.records.meeting import Meeting
from scm_site.records.record_file import Record
from scm_site.records.register import Register
from scm_site.records.settings import Days
from scm_site.records.unknown import Unknown, known

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True, slots=True)
class Situation:
    """What the duties look at: a group's records on a day, and what the settings leave to them."""

    dossier: Dossier
    as_of: date
    days: Days
    last_day: date | None
    board_meetings: tuple[Event, ...]
    find_event: Callable[[str], Event | None]

    @property
    def launch(self) -> date | None:
        """The launch date, or None where it is not known."""
        return known(self.dossier.group.launch)

    @property
    def no_launch(self) -> str:
        """Why the launch date is not known; empty where it is."""
        launch = self.dossier.group.launch
        return f"The launch date is not known: {launch.unknown}" if isinstance(launch, Unknown) else ""

    def make_path(self, name: str) -> str:
        """Give the path of a file in the group's folder."""
        return f"content/groups/{self.dossier.group.id}/{name}"


def shift(day: date, days: int) -> date:
    """Give the day that many days later, or earlier; at the ends of the calendar, its first or last day."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def tell_cut(group: Situation, due: date) -> str:
    """Say that the group ends before something falls due; empty where it does not."""
    last = group.last_day
    return f"The group ends on {write_day(last)}, before it falls due." if last and due > last else ""


def make_situation(dossier: Dossier, register: Register, arrivals: Arrivals, as_of: date) -> Situation:
    """Give a group as it stood on a day: records that arrived later are not there yet, nor is what they changed."""

    def there(record: Record) -> bool:
        return arrivals.is_there(record, as_of)

    view = replace(
        dossier,
        work_programme=keep(dossier.work_programme, there),
        meetings=tuple(undo_later_cancelling(one, as_of) for one in dossier.meetings if there(one)),
        status_updates=tuple(filter(there, dossier.status_updates)),
        board_briefs=tuple(filter(there, dossier.board_briefs)),
        outcomes=tuple(filter(there, dossier.outcomes)),
        amendments=tuple(filter(there, dossier.amendments)),
        waivers=tuple(filter(there, dossier.waivers)),
        termination=keep(dossier.termination, there),
    )
    end = find_end_in_force(dossier, view)
    if end is not None and end != known(dossier.group.end):
        view = replace(view, group=replace(view.group, end=end))
    events = [event for event in register.events if there(event) and not is_cancelled(event, as_of)]
    return Situation(
        dossier=view,
        as_of=as_of,
        days=register.settings.days,
        last_day=view.last_day,
        board_meetings=tuple(event for event in events if event.type == "board meeting"),
        find_event={event.id: event for event in events}.get,
    )


def keep(record: R | None, there: Callable[[Record], bool]) -> R | None:
    """Give a record if it was there."""
    return record if record is not None and there(record) else None


def find_end_in_force(dossier: Dossier, view: Dossier) -> date | None:
    """Give the end date of a group before the amendments that had not arrived: each of them says what stood before."""
    end = known(dossier.group.end)
    later = [change for one in dossier.amendments if one not in view.amendments for change in one.changes]
    for change in reversed(later):
        if change.field == "end" and end is not None and change.to == end.isoformat():
            end = parse_day(str(change.from_))
    return end


def is_cancelled(one: Meeting | Event, day: date) -> bool:
    """Tell whether a meeting or event had been called off by a day."""
    return one.cancelled is not None and one.cancelled.on <= day


def undo_later_cancelling(meeting: Meeting, day: date) -> Meeting:
    """Give a meeting as it stood on a day: what was called off later was still planned."""
    return (
        meeting
        if meeting.cancelled is None or is_cancelled(meeting, day)
        else replace(meeting, cancelled=None)
    )
