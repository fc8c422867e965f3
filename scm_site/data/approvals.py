"""How every change on the main branch was approved, as public data, version 1: JSON, CSV, and the schema of both.

Who agreed is named as on the pages (approval/approvers.py): no account is in it, and a withheld name is withheld. A
record is called by its path of today; the path of one that is gone may hold what was to be removed.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypedDict

from scm_site.approval.agreements import Verdict
from scm_site.approval.approvers import Approver, Approvers, find_approvers
from scm_site.approval.audit import Audit, AuditedChange
from scm_site.approval.change_kinds import CODE
from scm_site.approval.pull_requests import PullRequests
from scm_site.data.csv_table import render_csv
from scm_site.data.log import Log
from scm_site.data.open_data.head import HeadData, make_head
from scm_site.data.record_changes import RecordChange
from scm_site.data.schema_file import FOLDER, render_schema
from scm_site.data.standings import show_id
from scm_site.filing.forge import make_pull_request_address
from scm_site.reading.git_history import History
from scm_site.records.approvals import Acknowledgement
from scm_site.records.register import Register

SCHEMA_NAME = "approvals.schema.json"
NOT_NAMED = "not named"
SCHEMA = Path(__file__).with_name(SCHEMA_NAME)


class NeedData(TypedDict):
    """An agreement that a change needs: of which office, how many, how many gave it, and whether that is enough."""

    office: str
    approvals: int
    agreed: int
    met: bool


class GivenNeedData(NeedData):
    """The same with who gave it."""

    agreed_by: list[str]


class AcknowledgementData(TypedDict):
    """That the Secretariat lets a change stand."""

    on: str
    by: str
    reason: str


class ApprovalData(TypedDict):
    """One change on the main branch, as other programs read it; days as `2026-05-20`."""

    commit: str
    day: str
    how: str
    pull_request: int | None
    pull_request_address: str | None
    state: str
    to_explain: bool
    why: str
    merged_by: str | None
    needs: list[GivenNeedData]
    paths: list[str]
    other_files: int
    acknowledged: AcknowledgementData | None


class ApprovalsData(HeadData):
    """Every change, the newest first; `records_of` is the day of the forge's records, None without them."""

    records_of: str | None
    lost: list[int]
    changes: list[ApprovalData]


#: The columns of the table: of what a change needed and of what it touched, it has one text each.
COLUMNS = (
    *("commit", "day", "how", "pull_request", "pull_request_address", "state", "to_explain", "why"),
    *(
        "merged_by",
        "needs",
        "paths",
        "other_files",
        "acknowledged_on",
        "acknowledged_by",
        "acknowledged_reason",
    ),
)


def make_approvals_files(
    audit: Audit, history: History, register: Register, log: Log, records: PullRequests | None
) -> Iterator[tuple[str, bytes]]:
    """Give the files for the site, each with its path below the site's root."""
    head = make_head(history, log.as_of, records)
    head["gap"] = audit.gap  # it tells of the forge, too
    document = ApprovalsData(
        **head,
        records_of=records.collected_at.date().isoformat() if records else None,
        lost=[request.number for request in audit.lost],
        changes=list_changes(audit, register, log),
    )
    yield f"{FOLDER}/approvals.json", (json.dumps(document, indent=2) + "\n").encode()
    yield f"{FOLDER}/approvals.csv", render_csv(COLUMNS, flatten(document["changes"])).encode()
    yield f"{FOLDER}/{SCHEMA_NAME}", render_schema(SCHEMA, register.settings.site.address).encode()


def list_changes(audit: Audit, register: Register, log: Log) -> list[ApprovalData]:
    """Give every change as plain data."""
    approvers = find_approvers(register)
    return [
        make_change(change, log.by_commit.get(change.commit.id, ()), approvers, register)
        for change in audit.changes
    ]


def make_change(
    change: AuditedChange, records: tuple[RecordChange, ...], approvers: Approvers, register: Register
) -> ApprovalData:
    """Give one change as plain data; only a pull request that the forge knows has an address."""
    request, merger = change.landing.request, approvers.find_merger(change)
    repository = register.settings.repository
    address = make_pull_request_address(repository, request.number) if request else ""
    found = change.acknowledgement
    return ApprovalData(
        commit=change.commit.id,
        day=change.day.isoformat(),
        how=change.landing.how,
        pull_request=change.landing.number,
        pull_request_address=address or None,
        state=change.state.value,
        to_explain=change.state.is_fault,
        why=change.why,
        merged_by=write_name(merger) if merger else None,
        needs=[make_given_need(verdict, approvers) for verdict in change.verdicts],
        paths=[one.path for one in records if one.path],
        other_files=sum(not one.path for one in records) + sum(one.kind == CODE for one in change.changes),
        acknowledged=make_acknowledgement(found, register) if found else None,
    )


def make_need(verdict: Verdict) -> NeedData:
    """Give one agreement as plain data, without names."""
    return NeedData(
        office=verdict.name, approvals=verdict.needed, agreed=len(verdict.agreed), met=verdict.is_met
    )


def make_given_need(verdict: Verdict, approvers: Approvers) -> GivenNeedData:
    """Give one agreement as plain data, with who gave it."""
    given = [write_name(one) for one in approvers.list_agreed(verdict)]
    return GivenNeedData(**make_need(verdict), agreed_by=given)


def write_name(approver: Approver | None) -> str:
    """Give a name, or what stands for one that is withheld or not in the register."""
    return (approver.name if approver else "") or NOT_NAMED


def make_acknowledgement(found: Acknowledgement, register: Register) -> AcknowledgementData:
    """Give an acknowledgement as plain data; the id of whoever withholds the name is withheld, too."""
    by = show_id(found.by, register.secretariat)
    return AcknowledgementData(on=found.on.isoformat(), by=by, reason=found.reason)


def flatten(changes: Iterable[ApprovalData]) -> Iterator[dict[str, str]]:
    """Give a row for each change, what is not there as an empty cell."""
    for change in changes:
        found = change["acknowledged"]
        told = {**change, "needs": tell_needs(change["needs"]), "paths": "; ".join(change["paths"])}
        told |= {f"acknowledged_{name}": value for name, value in found.items()} if found else {}
        yield {column: write_cell(told.get(column)) for column in COLUMNS}


def tell_needs(needs: Iterable[GivenNeedData]) -> str:
    """Give what a change needed in one text: `Advisory Board: 2 of 2 (A, B)`."""
    return "; ".join(
        f"{need['office']}: {need['agreed']} of {need['approvals']} ({', '.join(need['agreed_by']) or 'nobody'})"
        for need in needs
    )


def write_cell(value: object) -> str:
    """Give the text of a cell."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
