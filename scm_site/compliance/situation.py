"""A group as it stood on a day: what had arrived by then, and the end that was in force."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scm_site.compliance.arrivals import Arrivals
from scm_site.compliance.known_days import NewCharter, know_charters, know_spans
from scm_site.records.acts.act import Act
from scm_site.records.acts.known import Known
from scm_site.records.acts.parts import keep_parts
from scm_site.records.assembly import make_dossier
from scm_site.records.dossier import Dossier
from scm_site.records.event import Event
from scm_site.records.group import Launch
from scm_site.records.meeting import MeetingPlan
from scm_site.records.outcome import Outcome
from scm_site.records.outcome_making import make_outcome
from scm_site.records.people import Roster
from scm_site.records.record_file import Record
from scm_site.records.register import Register, find_dossier_records
from scm_site.records.settings import Days, Span, find_days
from scm_site.records.unknown import Unknown, known
from scm_site.records.work_programme import WorkProgramme


@dataclass(frozen=True, kw_only=True, slots=True)
class Situation:
    """What the duties look at: a group's records on a day, and what the settings leave to them.

    `days` are the numbers of one of the `spans`: of that in which a due date is looked for, else of the day itself.
    `charters` are the versions of the Charter that came after the first.
    """

    dossier: Dossier
    as_of: date
    days: Days
    spans: tuple[Span, ...]
    charters: tuple[NewCharter, ...]
    secretariat: Roster
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

    def days_on(self, day: date) -> Days:
        """Give the numbers of a day."""
        return find_days(self.spans, day)

    def make_path(self, name: str) -> str:
        """Give the path of a file in the group's folder."""
        return f"content/groups/{self.dossier.group.id}/{name}"

    def make_act_path(self, kind: str) -> str:
        """Give the path of an act of the group that is still to be filed."""
        return self.make_path(f"acts/{self.as_of}.{kind}.yml")


def shift(day: date, days: int) -> date:
    """Give the day that many days later, or earlier; at the ends of the calendar, its first or last day."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def make_situation(dossier: Dossier, register: Register, arrivals: Arrivals, as_of: date) -> Situation:
    """Give a group as it stood on a day: records that arrived later are not there yet, nor is what they changed."""
    view = view_dossier(dossier, arrivals, as_of)
    events, spans = view_events(register, arrivals, as_of), know_spans(register.settings, arrivals, as_of)
    return Situation(
        dossier=view,
        as_of=as_of,
        days=find_days(spans, as_of),
        spans=spans,
        charters=know_charters(register.settings, arrivals, as_of),
        secretariat=arrivals.see(register.secretariat, as_of) or register.secretariat,
        last_day=view.last_day,
        board_meetings=tuple(
            sorted(
                (one for name, one in events.items() if one.type == "board meeting" and name == one.id),
                key=lambda one: (one.date, one.id),
            )
        ),
        find_event=events.get,
    )


def view_dossier(dossier: Dossier, arrivals: Arrivals, as_of: date) -> Dossier:
    """Give a dossier as it stood on a day."""
    return hold_records(list_known(dossier, arrivals, as_of), dossier, arrivals, as_of)


def view_outcome(outcome: Outcome, arrivals: Arrivals, day: date) -> Outcome | None:
    """Give an outcome as it stood on a day; None where it had not arrived."""
    record = arrivals.see(outcome.record, day)
    if record is None:
        return None
    acts = (Known(act=act, arrived=find_arrival(act, arrivals, day)) for act in outcome.filed)
    there = [known for known in acts if arrivals.is_there(known.act, day)]
    return make_outcome(record, sorted(there, key=lambda one: one.since), day)


def find_arrival(act: Act, arrivals: Arrivals, day: date) -> date | None:
    """Give the day on which an act arrived by a day; None where git cannot tell."""
    arrival = arrivals.find(act, None, (), day)
    return arrival.day if arrival else None


def list_filed(dossier: Dossier) -> tuple[Record, ...]:
    """Give every record of a group, and those of meetings that it holds with others and that stand with them."""
    return (*find_dossier_records(dossier), *dossier.invited)


def hold_dossier(dossier: Dossier, arrivals: Arrivals, day: date, known: date | None = None) -> Dossier:
    """Give a group as it holds on a day, by what had arrived on another; None for all that is here."""
    there = list_filed(dossier) if known is None else list_known(dossier, arrivals, known)
    return hold_records(there, dossier, arrivals, day, known or date.max)


def list_known(dossier: Dossier, arrivals: Arrivals, day: date) -> Iterator[Record]:
    """Give the records of a group as they stood on a day; launch and page stand for themselves before they came."""
    for record in list_filed(dossier):
        seen = arrivals.see(record, day)
        if seen is not None:
            yield seen
        elif record is dossier.launch or record is dossier.page:
            yield record


def hold_register(register: Register, arrivals: Arrivals, as_of: date) -> Register:
    """Give the register as it holds on a day: acts are taken in the order in which they arrived."""
    return replace(
        register,
        dossiers=tuple(
            hold_records(list_filed(dossier), dossier, arrivals, as_of) for dossier in register.dossiers
        ),
    )


def hold_records(
    records: Iterable[Record], dossier: Dossier, arrivals: Arrivals, day: date, known: date | None = None
) -> Dossier:
    """Give a dossier of some records as it holds on a day, with the acts that had arrived by `known`, else by it."""
    kept = [keep_first(record, arrivals) for record in records]
    return make_dossier(kept, dossier.attachments, day, find_arrivals(dossier, arrivals, known or day))


def keep_first(record: Record, arrivals: Arrivals) -> Record:
    """Give a record with what acts can change as it was first filed: an edit of it does not count (rule B005).

    What a version left open was first filed with a later one; what one said that was reconstructed may be corrected.
    """
    if not isinstance(record, Launch | WorkProgramme | MeetingPlan):
        return record
    kept: Record | None = None
    for version in arrivals.see_earlier(record):
        if not version.is_reconstructed:
            kept = keep_parts(version, kept) if kept else version
    return keep_parts(record, kept) if kept else record


def find_arrivals(dossier: Dossier, arrivals: Arrivals, as_of: date) -> dict[str, date | None]:
    """Give the day on which each act of a group arrived by a day, None where git cannot tell, by its path."""
    acts = (record for record in list_filed(dossier) if isinstance(record, Act))
    found = ((act.file.path, arrivals.find(act, None, (), as_of)) for act in acts)
    return {path: arrival.day for path, arrival in found if arrival is not None}


def view_events(register: Register, arrivals: Arrivals, as_of: date) -> dict[str, Event]:
    """Give the events as they stood on a day, by every name that they ever had; those called off are left out."""
    events: dict[str, Event] = {}
    for event in register.events:
        seen = arrivals.see(event, as_of)
        if seen and not is_cancelled(seen, as_of):
            events.update(dict.fromkeys((*event.former_ids, event.id), seen))
    return events


def is_cancelled(event: Event, day: date) -> bool:
    """Tell whether an event had been called off by a day."""
    return event.cancelled is not None and event.cancelled.on <= day
