"""Meetings: the plan that stands in a folder, and what it has become by the acts beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date as Day
from typing import Any, Literal, Self

from scm_site.records.event import Moved
from scm_site.records.proposal import Format
from scm_site.records.record_file import Cancelled, Correction, Record
from scm_site.records.unknown import Unknown

#: The fields of minutes that say what was: once they are approved, these stand.
MINUTES_SAY = ("attended", "first_meeting", "decisions", "actions", "papers", "text")

#: What a move can change of a plan.
MOVABLE = ("date", "last_day", "time", "zone", "mode", "place")

Mode = Literal["online", "on site", "both"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Attendance:
    """How many people were there, and which organisations; no names."""

    people: int
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstMeeting:
    """What the minutes of the kick-off record (ToR, f, g, af, ag, ah)."""

    rationale_presented: bool
    board_remarks_presented: bool
    timeline_presented: bool
    work_programme_presented: bool
    suggestions_invited: bool
    mode_of_operation: str
    outcome_format: Format


@dataclass(frozen=True, kw_only=True, slots=True)
class MeetingDecision:
    """A decision, when members were told that it would be taken (ToR, ab), and what spoke against it."""

    what: str
    announced: Day
    dissent: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionItem:
    """What somebody took on: an id in its minutes, an office or organisation (no name), and perhaps a day."""

    id: str
    what: str
    by: str = ""
    due: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """A paper that lay before the meeting: where it is public, or why it is not."""

    title: str
    address: str = ""
    withheld: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Minutes:
    """When the minutes were sent and approved; the minutes themselves are the meeting's text."""

    sent: Day
    approved: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedMeeting(Record):
    """What was planned of a meeting, of one group or of several; `MeetingPlan` and `Meeting` share it."""

    title: str
    date: Day
    mode: Mode
    text: str
    last_day: Day | None = None
    time: str = ""
    zone: str = ""
    place: str = ""
    address: str = ""
    groups: tuple[str, ...] = ()
    agenda: tuple[str, ...] | Unknown = ()
    former_ids: tuple[str, ...] = ()

    def cut(self) -> dict[str, Any]:
        """Give what moves can change, each thing under its name."""
        return {name: getattr(self, name) for name in MOVABLE}

    def make_anew(self, parts: Mapping[str, Any]) -> Self:
        """Give the same with single things as they are told."""
        return replace(self, **{name: parts[name] for name in MOVABLE})

    @property
    def ends_on(self) -> Day:
        """Its last day, which is its only one where it names no other."""
        return self.last_day or self.date

    @property
    def folder(self) -> str:
        """The folder in which it stands with its acts."""
        return self.file.path.rpartition("/")[0]

    @property
    def is_joint(self) -> bool:
        """Whether several groups meet."""
        return bool(self.groups)


@dataclass(frozen=True, kw_only=True, slots=True)
class MeetingPlan(PlannedMeeting):
    """A meeting as it was planned first: what stands in `meeting.md`."""

    first_meeting: Unknown | None = None
    minutes: Unknown | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting(PlannedMeeting):
    """A dated meeting of a group, as it holds: its plan, moved and called off as its acts say, and its minutes.

    Its text is its minutes, empty until they are there; `about` is the text of the plan. `acts` are those that stand,
    `filed` all that are there, and `plan` is the record as it was filed; `held` says how the acts work.
    """

    plan: MeetingPlan
    first_meeting: FirstMeeting | Unknown | None = None
    minutes: Minutes | Unknown | None = None
    about: str = ""
    moved_from: tuple[Moved, ...] = ()
    cancelled: Cancelled | None = None
    agenda_sent: Day | None = None
    to_be_decided: tuple[str, ...] = ()
    attended: Attendance | None = None
    decisions: tuple[MeetingDecision, ...] = ()
    actions: tuple[ActionItem, ...] = ()
    papers: tuple[Paper, ...] = ()
    corrections: tuple[Correction, ...] = ()
    settled: Mapping[str, str] = field(default_factory=dict)
    acts: tuple[Any, ...] = ()
    filed: tuple[Any, ...] = ()
    held: Any = None

    def find_acts(self, kind: str) -> tuple[Any, ...]:
        """Give its acts of one kind that stand, in the order in which they were done."""
        return tuple(act for act in self.acts if act.file.kind == kind)
