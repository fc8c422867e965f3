"""What a group reports: status updates to the support team, briefs to the board."""

from dataclasses import dataclass
from datetime import date as Day
from decimal import Decimal

from scm_site.records.record_file import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class MilestoneReached:
    """That a milestone of the work programme was reached, and when."""

    milestone: str
    on: Day


@dataclass(frozen=True, kw_only=True, slots=True)
class KpiReading:
    """Where a KPI stands, or why it was not measured."""

    kpi: str
    value: Decimal | None = None
    not_measured: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """An insight or example that others may use (ToR, q and x)."""

    title: str
    text: str
    address: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusUpdate(Record):
    """The co-chair's one-slide update, every two months (ToR, h, o, p, q)."""

    date: Day
    summary: str
    engagement: str
    timeline: str
    progress: str
    needs: str
    stories: tuple[Story, ...]
    milestones_reached: tuple[MilestoneReached, ...] = ()
    kpi_readings: tuple[KpiReading, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardBrief(Record):
    """The group's short update to the Advisory Board, every six months (ToR, I1)."""

    date: Day
    summary: str
    text: str
    board_meeting: str = ""
    questions: tuple[str, ...] = ()
