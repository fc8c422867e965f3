"""How everything on the main branch was approved, for programs: version 1, one JSON document."""

from typing import Final, Literal

from scm_site.approval.agreements import Verdict
from scm_site.approval.audit import Audit, AuditedChange
from scm_site.data.fields import Data, Day, Number
from scm_site.data.json_document import render_ascii_json
from scm_site.data.open_data.audited import (
    ChangeHead,
    IsMet,
    Needed,
    Office,
    State,
    Why,
    tell_change,
    tell_verdict,
)

VERSION: Final = 1


class JsonNeed(Data, frozen=True, kw_only=True):
    """An agreement that the change needed, with the accounts that gave it."""

    office: Office
    approvals: Needed
    agreed: tuple[str, ...]
    met: IsMet


class JsonChange(ChangeHead, frozen=True, kw_only=True):
    """One change on the main branch; accounts as on the forge, in small letters."""

    merged_by: str
    authors: tuple[str, ...]
    state: State
    fault: bool
    why: Why
    needs: tuple[JsonNeed, ...]
    paths: tuple[str, ...]
    signer: str
    acknowledged_on: Day | None


class JsonAudit(Data, frozen=True, kw_only=True):
    """Every change, those that have to be explained first; `lost` are numbers of pull requests."""

    version: Literal[1]
    has_records: bool
    gap: str
    lost: tuple[Number, ...]
    changes: tuple[JsonChange, ...]


def render_audit_json(audit: Audit) -> str:
    """Give one JSON document, in ASCII so that it survives any terminal."""
    document = JsonAudit(
        version=VERSION,
        has_records=audit.has_records,
        gap=audit.gap,
        lost=tuple(request.number for request in audit.lost),
        changes=tuple(map(make_change, audit.by_need)),
    )
    return render_ascii_json(document)


def make_change(change: AuditedChange) -> JsonChange:
    """Give a change of the audit with its accounts and paths sorted."""
    found = change.acknowledgement
    return JsonChange(
        **tell_change(change),
        merged_by=change.merged_by,
        authors=tuple(sorted(change.authors)),
        fault=change.state.is_fault,
        needs=tuple(map(make_need, change.verdicts)),
        paths=tuple(one.path for one in change.changes),
        signer=change.commit.signer,
        acknowledged_on=found.on if found else None,
    )


def make_need(verdict: Verdict) -> JsonNeed:
    """Give an agreement that a change needed, and the accounts that gave it."""
    return JsonNeed(**tell_verdict(verdict), agreed=tuple(sorted(verdict.agreed)))
