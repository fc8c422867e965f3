"""What changes a group's course besides acts: waivers and its termination."""

from dataclasses import dataclass
from datetime import date as Day
from typing import Literal

from scm_site.records.people import Confirmation
from scm_site.records.record_file import Record
from scm_site.records.unknown import Unknown


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiver(Record):
    """A duty excused for a stated time; it lapses by itself."""

    duty: str
    reason: str
    from_: Day
    until: Day
    granted: Confirmation
    former_ids: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """The message to all members that the group will end (ToR, T7 and T8)."""

    on: Day
    to_all_members: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Termination(Record):
    """How a group ended: completed, by agreement of its members, or early."""

    how: Literal["completed", "by agreement", "early"]
    decided_on: Day | Unknown
    decided_by: tuple[str, ...]
    end: Day | Unknown
    text: str
    notice: Notice | Unknown | None = None
    evaluation_meeting: str = ""
    results_presented_at: str = ""
