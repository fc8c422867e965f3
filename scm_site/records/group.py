"""Groups: what they are for, when they run, who is in them."""

from dataclasses import dataclass
from datetime import date as Day
from typing import Literal

from scm_site.records.people import Member, Role
from scm_site.records.proposal import GroupKind
from scm_site.records.record_file import Record
from scm_site.records.unknown import Unknown, known


@dataclass(frozen=True, kw_only=True, slots=True)
class Joining:
    """Whether new participants are welcome, and what they do (ToR, b and w)."""

    state: Literal["open", "closed"]
    how: str
    address: str = ""
    until: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class HistoryEntry:
    """A dated fact about a group that no other record holds."""

    date: Day
    what: str
    address: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Group(Record):
    """A Focus or Discussion group. Its state is derived (see `state.py`), never typed in."""

    title: str
    kind: GroupKind
    themes: tuple[str, ...]
    summary: str
    launch: Day | Unknown
    members: tuple[Member, ...]
    joining: Joining | Unknown
    community_space: str | Unknown = ""
    text: str
    proposal: str | Unknown = ""
    challenge: str | Unknown = ""
    objectives: tuple[str, ...] | Unknown = ()
    end: Day | Unknown | None = None
    contact: str = ""
    history: tuple[HistoryEntry, ...] = ()
    former_ids: tuple[str, ...] = ()

    @property
    def is_focus(self) -> bool:
        """Whether it is a Focus group; only Focus groups have Terms of Reference known here."""
        return self.kind == "focus"

    def find_members(self, role: Role) -> list[tuple[int, Member]]:
        """Give the members in a role with their position in the record, by their first day."""
        in_role = [(index, member) for index, member in enumerate(self.members) if member.role == role]
        return sorted(in_role, key=lambda pair: known(pair[1].from_) or Day.min)
