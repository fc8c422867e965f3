"""Meetings and their minutes."""

from dataclasses import dataclass
from datetime import date as Day
from typing import Literal

from scm_site.records.event import Moved
from scm_site.records.proposal import Format
from scm_site.records.record_file import Cancelled, Correction, Record
from scm_site.records.unknown import Unknown

#: The fields of a meeting that its minutes consist of: once they are approved, these stand.
MINUTES_SAY = ("title", "agenda", "attended", "first_meeting", "decisions", "minutes", "text")


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
    """A decision, and when members were told that it would be taken (ToR, ab)."""

    what: str
    announced: Day


@dataclass(frozen=True, kw_only=True, slots=True)
class Minutes:
    """When the minutes were sent and approved; the minutes themselves are the meeting's text."""

    sent: Day
    approved: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting(Record):
    """A dated meeting of a group. Its text is its minutes, empty until it was held."""

    title: str
    date: Day
    mode: Literal["online", "on site", "both"]
    text: str
    time: str = ""
    place: str = ""
    address: str = ""
    moved_from: tuple[Moved, ...] = ()
    cancelled: Cancelled | None = None
    agenda: tuple[str, ...] | Unknown = ()
    agenda_sent: Day | None = None
    attended: Attendance | None = None
    first_meeting: FirstMeeting | Unknown | None = None
    decisions: tuple[MeetingDecision, ...] = ()
    minutes: Minutes | Unknown | None = None
    corrections: tuple[Correction, ...] = ()
    former_ids: tuple[str, ...] = ()
