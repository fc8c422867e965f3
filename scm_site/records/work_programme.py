"""Work programmes: what a Focus group delivers, by when, and how it will know."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from scm_site.records.proposal import Format
from scm_site.records.record_file import Record
from scm_site.records.unknown import Unknown


@dataclass(frozen=True, kw_only=True, slots=True)
class FinalOutcome:
    """What the group delivers in the end (ToR, L4 and G2)."""

    title: str
    format: Format
    due: date
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Milestone:
    """One step towards the final outcome, with its date."""

    id: str
    title: str
    due: date
    description: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kpi:
    """One number to watch; its readings stand in the status updates."""

    id: str
    name: str
    unit: str
    target: Decimal
    baseline: Decimal | None = None
    better: Literal["more", "less"] = "more"


@dataclass(frozen=True, kw_only=True, slots=True)
class Phase:
    """One stretch of the timeline."""

    what: str
    from_: date
    to: date


@dataclass(frozen=True, kw_only=True, slots=True)
class ParticipationRules:
    """What members expect of each other, with the Charter they adhere to (ToR, a)."""

    rules: tuple[str, ...]
    charter: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkProgramme(Record):
    """Final outcome, objectives, milestones, KPIs, timeline and rules (ToR, a and L4)."""

    terms_of_reference: str | Unknown
    final_outcome: FinalOutcome | Unknown
    objectives: tuple[str, ...] | Unknown
    milestones: tuple[Milestone, ...] | Unknown
    kpis: tuple[Kpi, ...] | Unknown
    timeline: tuple[Phase, ...] | Unknown
    rules_of_participation: ParticipationRules | Unknown
    text: str
    agreed: date | None = None
