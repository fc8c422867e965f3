"""What happens to a meeting: its agenda is sent, it moves, it is called off, its minutes come, what it left is settled.

These acts stand in the folder of the meeting, beside its plan.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from scm_site.records.acts.act import Act, Content, Names, Setting, kind
from scm_site.records.acts.sentences import count, say_act, tell_settings
from scm_site.records.meeting import (
    MOVABLE,
    ActionItem,
    Attendance,
    FirstMeeting,
    MeetingDecision,
    Mode,
    Paper,
)
from scm_site.records.record_file import Correction
from scm_site.records.unknown import Unknown


@dataclass(frozen=True, kw_only=True, slots=True)
class SendsAgenda(Act):
    """The agenda that members got, and what will be decided."""

    items: tuple[str, ...]
    decisions: tuple[str, ...] = ()


@kind(
    "agenda",
    "Agenda of a meeting",
    SendsAgenda,
    words=("agenda", "agendas"),
    clauses=("a", "ab"),
    files=("chair", "co-chair"),
    rank=4,
)
def AGENDA(act: SendsAgenda, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """The chair sets the agenda, and the members get it some days before the meeting, with the decisions that will be
    taken. The day in the name of the file is the day on which they got it.
    """
    told = say_act("agenda", items=count("item", len(act.items)))
    return f"{told}, {say_act('to decide', number=len(act.decisions))}" if act.decisions else told


@dataclass(frozen=True, kw_only=True, slots=True)
class NewDay:
    """Another day, and the one that it replaces."""

    becomes: date
    instead_of: date


@dataclass(frozen=True, kw_only=True, slots=True)
class NewLastDay:
    """Another last day, and the one that it replaces, if there was one."""

    becomes: date
    instead_of: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NewText:
    """Another text, and the one that it replaces, if there was one."""

    becomes: str
    instead_of: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NewMode:
    """Another way to meet, and the one that it replaces."""

    becomes: Mode
    instead_of: Mode | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MovesMeeting(Act):
    """A meeting gets another day, time or place."""

    because: str | Unknown = ""  # type: ignore[assignment]
    date: NewDay | None = None
    last_day: NewLastDay | None = None
    time: NewText | None = None
    zone: NewText | None = None
    mode: NewMode | None = None
    place: NewText | None = None

    @property
    def settings(self) -> tuple[Setting, ...]:
        """What it sets in the plan, in the order of its fields."""
        return tuple(set_moved(self))


def set_moved(act: MovesMeeting) -> Iterator[Setting]:
    """Give each thing that a move sets, with what it was."""
    for name in MOVABLE:
        changed = getattr(act, name)
        if changed is not None:
            becomes: Content = changed.becomes
            yield Setting(name=name, becomes=becomes, was=changed.instead_of, field=(name, "becomes"))


@kind(
    "moved",
    "Move of a meeting",
    MovesMeeting,
    words=("move of a meeting", "moves of meetings"),
    clauses=("c", "n"),
    files=("chair", "co-chair"),
    rank=3,
)
def MOVED(act: MovesMeeting, names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """A meeting gets another day, another time or another place. Each says what it replaces, and the act says why. The
    folder keeps its name, so that every address stays as it is.
    """
    return tell_settings(act.settings, names)


@dataclass(frozen=True, kw_only=True, slots=True)
class CallsOff(Act):
    """A meeting does not take place."""


@kind(
    "called-off",
    "Calling off of a meeting",
    CallsOff,
    words=("calling off of a meeting", "callings off of meetings"),
    clauses=("n",),
    files=("chair", "co-chair"),
    rank=5,
)
def CALLED_OFF(_act: CallsOff, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """A meeting that does not take place is called off, with the reason. It stays in the register and in calendars,
    with its title marked; nobody owes an agenda or minutes of it any more.
    """
    return say_act("called off")


@dataclass(frozen=True, kw_only=True, slots=True)
class FilesMinutes(Act):
    """The minutes of a meeting: who was there, what was decided, who does what, and what was said."""

    text: str
    attended: Attendance | None = None
    first_meeting: FirstMeeting | Unknown | None = None
    decisions: tuple[MeetingDecision, ...] = ()
    actions: tuple[ActionItem, ...] = ()
    papers: tuple[Paper, ...] = ()
    approves: tuple[str, ...] = ()
    approved: date | None = None
    corrections: tuple[Correction, ...] = ()


@kind(
    "minutes",
    "Minutes of a meeting",
    FilesMinutes,
    words=("minutes of a meeting", "minutes of meetings"),
    clauses=("n", "ab", "L5", "af", "ag", "ah", "f", "g"),
    files=("co-chair", "chair"),
    rank=6,
)
def MINUTES(act: FilesMinutes, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """The co-chair keeps minutes: who was there, what was decided and when that had been announced, who spoke against
    it, who does what, and which papers lay on the table. The day in the name of the file is the day on which members
    got them. Minutes say which earlier minutes the meeting approved; from then on these change by a correction only.
    """
    told = say_act("minutes")
    decisions = count("decision", len(act.decisions))
    return f"{told}, {say_act('with decisions', decisions=decisions)}" if act.decisions else told


@dataclass(frozen=True, kw_only=True, slots=True)
class Settles(Act):
    """What somebody took on at a meeting was done, or is dropped."""

    action: str
    result: Literal["done", "dropped"]


@kind(
    "settles",
    "Action item settled",
    Settles,
    words=("settled action item", "settled action items"),
    clauses=("n",),
    files=("co-chair", "chair"),
    rank=7,
)
def SETTLES(act: Settles, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """What somebody took on at a meeting stands in its minutes, with an id. Once it is done, or is not needed any more,
    that is said beside the minutes, which stay as they are.
    """
    return say_act(act.result, action=act.action)
