"""How everything on the main branch was approved, for programs: version 1, one JSON document."""

import json
from typing import TypedDict

from scm_site.approval.agreements import Verdict
from scm_site.approval.audit import Audit, AuditedChange

VERSION = 1


class NeedData(TypedDict):
    """An agreement that the change needed: whose, how many, who gave it, and whether that was enough."""

    office: str
    approvals: int
    agreed: list[str]
    met: bool


class ChangeData(TypedDict):
    """One change on the main branch; accounts as on the forge, in small letters."""

    commit: str
    day: str
    how: str
    pull_request: int | None
    merged_by: str
    authors: list[str]
    state: str
    fault: bool
    why: str
    needs: list[NeedData]
    paths: list[str]
    signer: str
    acknowledged_on: str | None


class AuditData(TypedDict):
    """Every change, those that have to be explained first; `lost` are numbers of pull requests."""

    version: int
    has_records: bool
    gap: str
    lost: list[int]
    changes: list[ChangeData]


def render_audit_json(audit: Audit) -> str:
    """Give one JSON document, in ASCII so that it survives any terminal."""
    document = AuditData(
        version=VERSION,
        has_records=audit.has_records,
        gap=audit.gap,
        lost=[request.number for request in audit.lost],
        changes=[make_change(change) for change in audit.by_need],
    )
    return json.dumps(document, indent=2) + "\n"


def make_change(change: AuditedChange) -> ChangeData:
    """Give one change as plain data."""
    found = change.acknowledgement
    return ChangeData(
        commit=change.commit.id,
        day=change.day.isoformat(),
        how=change.landing.how,
        pull_request=change.landing.number,
        merged_by=change.merged_by,
        authors=sorted(change.authors),
        state=change.state.value,
        fault=change.state.is_fault,
        why=change.why,
        needs=[make_need(verdict) for verdict in change.verdicts],
        paths=[one.path for one in change.changes],
        signer=change.commit.signer,
        acknowledged_on=found.on.isoformat() if found else None,
    )


def make_need(verdict: Verdict) -> NeedData:
    """Give one agreement as plain data."""
    return NeedData(
        office=verdict.name, approvals=verdict.needed, agreed=sorted(verdict.agreed), met=verdict.is_met
    )
