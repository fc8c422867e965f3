"""A standing: one answer to one duty on one date, of a group or of something else."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from scm_site.compliance.duty import Duty, Obligation
from scm_site.records.acts.waives import Waives
from scm_site.records.record_file import Record


class StandingState(StrEnum):
    """How a group stands to a duty; what needs attention comes first."""

    OVERDUE = "overdue"
    DUE_SOON = "due soon"
    NOT_YET_DUE = "not yet due"
    WAIVED = "waived"
    UNKNOWN = "unknown"
    MET_LATE = "met late"
    MET = "met"
    NOT_APPLICABLE = "not applicable"

    @property
    def is_open(self) -> bool:
        """Whether somebody has to do something now or soon."""
        return self in (StandingState.OVERDUE, StandingState.DUE_SOON)

    @property
    def is_met(self) -> bool:
        """Whether the evidence is there, in time or late."""
        return self in (StandingState.MET, StandingState.MET_LATE)


#: What each state means, for readers.
MEANINGS: dict[StandingState, str] = {
    StandingState.OVERDUE: "It was due, the days of grace are over, and there is no evidence yet.",
    StandingState.DUE_SOON: "It falls due soon, or the days of grace are running.",
    StandingState.NOT_YET_DUE: "It falls due later.",
    StandingState.WAIVED: "The Secretariat excused it for a stated time, with a reason.",
    StandingState.UNKNOWN: "It was due before the register opened, or nobody can tell from the records.",
    StandingState.MET_LATE: "The evidence is there; it came after the due date and the days of grace.",
    StandingState.MET: "The evidence is there, and came in time.",
    StandingState.NOT_APPLICABLE: "It is not owed: the case did not arise, the group pauses, or it ended before.",
}


#: What can owe something, or of what something is owed.
SubjectKind = Literal["group", "proposal", "event"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """What a standing is of."""

    kind: SubjectKind
    id: str
    title: str

    @property
    def name(self) -> str:
        """What names it among all: a group's id, `proposals/2026-shared-data`."""
        return self.id if self.kind == "group" else f"{self.kind}s/{self.id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """How a group, or something else, stands to one obligation on a day, and why.

    `met_on` is the day on which it was met: when the evidence reached the main branch, or the day of the meeting or
    event itself where that is later. `claimed_on` is the day that the file gives.
    `waiver` is the one that excuses it, or that put off its due date. `days` is the number of the settings by which it
    is judged, where there is one. `is_claim_early`: the claimed day lies further
    before the arrival than the settings let pass without a word.
    """

    of: Subject
    duty: Duty
    owed: Obligation
    state: StandingState
    why: str
    met_on: date | None = None
    claimed_on: date | None = None
    evidence: Record | None = None
    commit: str = ""
    waiver: Waives | None = None
    days: int | None = None
    is_claim_early: bool = False

    @property
    def id(self) -> str:
        """What names it among all standings: `warm-homes/status-update/2026-05`."""
        return "/".join((self.of.name, self.duty.id, self.owed.period))

    @property
    def group(self) -> str:
        """The id of the group whose standing it is, or ""."""
        return self.of.id if self.of.kind == "group" else ""

    @property
    def name(self) -> str:
        """The duty, and which time of it, in words: `Status update, May 2026`."""
        title, label = self.duty.title, self.owed.label
        return title if label in ("", title) else f"{title}, {label}"

    @property
    def due(self) -> date | None:
        """When it is or was due."""
        return self.owed.due
