"""Groups: what they were launched with, what their page says, and both with all that acts changed since."""

from dataclasses import dataclass
from datetime import date as Day
from typing import Literal

from scm_site.records.people import Entry, Member, Role
from scm_site.records.proposal import GroupKind
from scm_site.records.record_file import Record
from scm_site.records.unknown import Unknown, known


@dataclass(frozen=True, kw_only=True, slots=True)
class Launch(Record):
    """What counts of a group, as it was launched (ToR, L1 to L4, D2); what came later stands in acts beside it."""

    title: str
    kind: GroupKind
    launch: Day | Unknown
    members: tuple[Entry, ...]
    text: str
    proposal: str | Unknown = ""
    challenge: str | Unknown = ""
    objectives: tuple[str, ...] | Unknown = ()
    end: Day | Unknown | None = None
    community_space: str | Unknown = ""
    former_ids: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class WayToJoin:
    """What somebody does to join a group (ToR, b and w)."""

    how: str
    address: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupPage(Record):
    """What is simply kept up: no duty, no state and no right hangs on it."""

    themes: tuple[str, ...]
    summary: str
    joining: WayToJoin | Unknown
    text: str
    contact: str = ""


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
    """A Focus or Discussion group as it holds: its launch, its page, and what acts changed (`memberships.py`).

    Its state is derived (see `state.py`), never typed in. `acting` are those who act for somebody, or in an office that
    is vacant; `space_given` is the record that gives the community space. Every place of its file leads to where the
    field stands: in the launch, on the page, or in an act.
    """

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
    acting: tuple[Member, ...] = ()
    space_given: Record | None = None

    @property
    def everybody(self) -> tuple[Member, ...]:
        """The members, then those who act for somebody; a place `members.N` counts through both."""
        return (*self.members, *self.acting)

    @property
    def is_focus(self) -> bool:
        """Whether it is a Focus group; only Focus groups have Terms of Reference known here."""
        return self.kind == "focus"

    @property
    def offices(self) -> tuple[Role, ...]:
        """The offices that somebody holds at any time, unless they are vacant."""
        return ("chair", "co-chair") if self.is_focus else ("chair", "team member")

    def find_members(self, role: Role) -> list[tuple[int, Member]]:
        """Give the members in a role with their position in the record, by their first day."""
        in_role = [(index, member) for index, member in enumerate(self.members) if member.role == role]
        return sorted(in_role, key=lambda pair: known(pair[1].from_) or Day.min)
