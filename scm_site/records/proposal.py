"""Proposals: topics put forward for new groups."""

from dataclasses import dataclass
from datetime import date as Day
from typing import Literal

from scm_site.records.record_file import Record, Withdrawn
from scm_site.records.unknown import Unknown

GroupKind = Literal["focus", "discussion"]
#: What came of a topic at the board. The words of its rules of procedure are not known: who wins a tie is not recorded.
Result = Literal["agreed", "not agreed", "rule not recorded"]
Format = Literal["project", "demonstrator", "report", "online seminar", "white paper", "other"]


@dataclass(frozen=True, kw_only=True, slots=True)
class ExpectedOutcome:
    """What the group would deliver, and as what."""

    format: Format
    what: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Applicant:
    """Who proposes: kind, organisation, country (eligibility, C1 and C2)."""

    type: str
    organisation: str
    country: str
    account: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposedChair:
    """Who might chair the group."""

    title: str
    organisation: str
    consent: Day | Unknown
    name: str = ""
    name_withheld: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Declarations:
    """Yes or no, and the day; never the details (eligibility, C3 and C4)."""

    no_conflict_of_interest: bool
    at_least_18: bool
    charter: bool
    on: Day


@dataclass(frozen=True, kw_only=True, slots=True)
class Votes:
    """How the board voted, each member counted once."""

    for_: int
    against: int
    abstained: int
    recused: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """What the Advisory Board said of a proposal (ToR, L1)."""

    on: Day
    remarks: tuple[str, ...]
    meeting: str = ""
    votes: Votes | None = None

    @property
    def result(self) -> Result:
        """What came of it: with more votes against than for, no agreement. Without votes, merging was agreement."""
        margin = self.votes.for_ - self.votes.against if self.votes else 1
        if margin == 0:
            return "rule not recorded"
        return "agreed" if margin > 0 else "not agreed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal(Record):
    """A topic put forward; on the main branch it is one that the board has agreed to."""

    title: str
    kind: GroupKind
    themes: tuple[str, ...]
    date: Day
    challenge: str
    objectives: tuple[str, ...]
    expected_outcome: ExpectedOutcome
    duration_months: int
    applicant: Applicant
    declarations: Declarations
    text: str
    proposed_chair: ProposedChair | None = None
    decision: Decision | None = None
    withdrawn: Withdrawn | None = None
    former_ids: tuple[str, ...] = ()

    @property
    def result(self) -> Result:
        """What the board decided, as far as it is recorded; on the main branch a proposal is one that it agreed to."""
        return self.decision.result if self.decision else "agreed"
