"""A meeting as it holds on a day: its plan, and the acts beside it that were done by then."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TypeVar

from scm_site.findings import Place
from scm_site.reading import ValuePath
from scm_site.records.acts.act import Act
from scm_site.records.acts.holding import Held, holds
from scm_site.records.acts.known import Known
from scm_site.records.acts.of_meetings import CallsOff, FilesMinutes, MovesMeeting, SendsAgenda, Settles
from scm_site.records.acts.setting_aside import list_known_standing
from scm_site.records.event import Moved
from scm_site.records.meeting import MINUTES_SAY, MOVABLE, Meeting, MeetingPlan, Minutes
from scm_site.records.record_file import Cancelled, RecordFile

A = TypeVar("A", bound=Act)

#: Where a field of a meeting stands: by its path, the file of an act and the field in that.
Stands = Mapping[ValuePath, tuple[RecordFile, ValuePath]]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class MeetingFile(RecordFile):
    """The file of a plan, which knows where the fields stand that acts have given."""

    stands: Stands

    def place(self, *field: str | int) -> Place:
        """Give the place of a field: in the file of the act that gave it, else in the plan."""
        for length in range(len(field), 0, -1):
            if found := self.stands.get(field[:length]):
                file, inner = found
                return file.place(*inner, *field[length:])
        return super(MeetingFile, self).place(*field)


def make_meetings(
    plans: Iterable[MeetingPlan], acts: Sequence[Known], day: date
) -> tuple[tuple[Meeting, ...], tuple[Act, ...]]:
    """Give the meetings as they hold on a day, by date, and the acts in whose folder there is no plan.

    `acts` are those of all meetings, in the order in which they arrived.
    """
    of_folder = defaultdict[str, list[Known]](list)
    for known in acts:
        of_folder[known.act.file.path.rpartition("/")[0]].append(known)
    made = [make_meeting(plan, of_folder.pop(plan.folder, []), day) for plan in plans]
    approved = {
        (one.file.group, name): one.date
        for one in made
        for act in one.find_acts("minutes")
        for name in act.approves
    }
    told = [approve(one, approved.get((one.file.group, one.id))) for one in made]
    loose = tuple(known.act for left in of_folder.values() for known in left)
    return tuple(sorted(told, key=lambda one: (one.date, one.id))), loose


def approve(meeting: Meeting, day: date | None) -> Meeting:
    """Give a meeting with the day on which a later one approved its minutes, if one did."""
    minutes = meeting.minutes
    if day is None or not isinstance(minutes, Minutes) or minutes.approved:
        return meeting
    return replace(meeting, minutes=replace(minutes, approved=day))


def make_meeting(plan: MeetingPlan, acts: Sequence[Known], day: date = date.max) -> Meeting:
    """Give a meeting as it holds on a day."""
    held = holds(plan, acts, day)
    idle = {one.act.name for one in held.idle}
    there = list_known_standing(acts)
    done = [known for known in there if known.works_from <= day and known.act.name not in idle]
    standing = tuple(known.act for known in sorted(done, key=lambda one: (one.act.day, one.act.name)))
    agenda, off = find_last(standing, SendsAgenda), find_last(standing, CallsOff)
    minutes = find_last(standing, FilesMinutes)
    told = {
        one.name: getattr(held.record, one.name)
        for one in fields(MeetingPlan)
        if one.name not in ("text", "file")
    }
    if agenda:
        told["agenda"] = agenda.items
    if minutes:
        told |= {name: getattr(minutes, name) or told.get(name) or empty for name, empty in MINUTES_EMPTY}
        told["minutes"] = told["minutes"] or Minutes(sent=minutes.day, approved=minutes.approved)
    return Meeting(
        **told,
        file=make_file(plan, held, standing),
        plan=plan,
        text=minutes.text if minutes else "",
        about=plan.text,
        moved_from=tuple(find_moves(standing)),
        cancelled=Cancelled(on=off.day, reason=off.because) if off else None,
        agenda_sent=agenda.day if agenda else None,
        to_be_decided=agenda.decisions if agenda else (),
        settled={act.action: act.result for act in standing if isinstance(act, Settles)},
        acts=standing,
        filed=tuple(known.act for known in acts),
        held=held,
    )


#: What the minutes give, and what stands there without them.
MINUTES_EMPTY: tuple[tuple[str, object], ...] = (
    ("attended", None),
    ("first_meeting", None),
    ("decisions", ()),
    ("actions", ()),
    ("papers", ()),
    ("corrections", ()),
)


def find_moves(acts: Iterable[Act]) -> Iterable[Moved]:
    """Give each day from which a meeting was moved away, with the reason."""
    for act in acts:
        if isinstance(act, MovesMeeting) and act.date:
            yield Moved(date=act.date.instead_of, reason=act.because)


def find_last(acts: Iterable[Act], wanted: type[A]) -> A | None:
    """Give the last act of a kind, None where there is none."""
    return next((act for act in reversed(tuple(acts)) if isinstance(act, wanted)), None)


def make_file(plan: MeetingPlan, held: Held[MeetingPlan], acts: Sequence[Act]) -> MeetingFile:
    """Give the file of a meeting's plan with where each field stands that an act has given."""
    stands = dict[ValuePath, tuple[RecordFile, ValuePath]]()
    moves = [act for act in acts if isinstance(act, MovesMeeting) and act.date]
    stands |= {("moved_from", number): (act.file, ()) for number, act in enumerate(moves)}
    stands |= {
        ("moved_from", number, "date"): (act.file, ("date", "instead_of")) for number, act in enumerate(moves)
    }
    for name in MOVABLE:
        if step := held.find_last(name):
            stands[name,] = (step.known.act.file, step.setting.field)
    if agenda := find_last(acts, SendsAgenda):
        stands |= {("agenda",): (agenda.file, ("items",)), ("agenda_sent",): (agenda.file, ())}
    if off := find_last(acts, CallsOff):
        stands["cancelled",] = (off.file, ())
    if minutes := find_last(acts, FilesMinutes):
        stands |= {(name,): (minutes.file, (name,)) for name in (*MINUTES_SAY, "corrections", "approved")}
        stands |= {("minutes",): (minutes.file, ()), ("minutes", "approved"): (minutes.file, ("approved",))}
    own = {one.name: getattr(plan.file, one.name) for one in fields(RecordFile)}
    return MeetingFile(**own, stands=stands)
