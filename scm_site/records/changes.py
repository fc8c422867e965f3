"""What changes a group's course: amendments, waivers and its termination."""

from dataclasses import dataclass
from datetime import date as Day
from typing import Literal

from scm_site.records.people import Confirmation
from scm_site.records.record_file import Record
from scm_site.records.unknown import Unknown


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One field of the group's record, from what to what."""

    field: Literal["end", "title", "challenge", "objectives"]
    from_: str | tuple[str, ...]
    to: str | tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupAgreement:
    """The group's agreement: when, and how it was reached."""

    on: Day
    by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Amendment(Record):
    """A written change of the Terms of Reference, agreed by Secretariat and group (ToR, A1)."""

    date: Day
    justification: str
    secretariat_agreed: Confirmation
    group_agreed: GroupAgreement
    text: str
    changes: tuple[Change, ...] = ()
    former_ids: tuple[str, ...] = ()


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
