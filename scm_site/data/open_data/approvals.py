"""How every change on the main branch was approved, as public data.

Who agreed is named as on the pages (approval/approvers.py): no account is in it, and a withheld name is withheld. A
record is called by its path of today; the path of one that is gone may hold what was to be removed.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from scm_site.approval.agreements import Verdict
from scm_site.approval.approvers import Approver, Approvers, find_approvers
from scm_site.approval.audit import AuditedChange
from scm_site.approval.change_kinds import CODE
from scm_site.data.fields import Count, Data, Day, Number, Text, Uri, means
from scm_site.data.open_data.audited import ChangeHead, NeedData, State, Why, tell_change, tell_verdict
from scm_site.data.open_data.head import Head, make_head
from scm_site.data.open_data.members import show_id
from scm_site.data.open_data.source import Source
from scm_site.data.record_changes import RecordChange
from scm_site.filing.forge import make_pull_request_address
from scm_site.records.approvals import Acknowledgement
from scm_site.records.register import Register

NOT_NAMED = "not named"


class GivenNeedData(NeedData, frozen=True, kw_only=True):
    """One agreement that the change needed, and who gave it."""

    in_one_cell: ClassVar[bool] = True

    agreed_by: Annotated[
        tuple[Text, ...],
        means("Who they are, as the register names them today; `not named` as in `merged_by`."),
    ]

    def __str__(self) -> str:
        """Give all of it in one text: `Advisory Board: 2 of 2 (A, B)`."""
        return f"{self.office}: {self.agreed} of {self.approvals} ({', '.join(self.agreed_by) or 'nobody'})"


class AcknowledgementData(Data, frozen=True, kw_only=True):
    """That the Secretariat lets it stand although it was not approved."""

    on: Annotated[Day, means("The day on which the Secretariat decided so.")]
    by: Annotated[Text, means("Who decided: an id of the Secretariat's roster, or `name withheld`.")]
    reason: Annotated[Text, means("Why the change stands.")]


class ApprovalData(ChangeHead, frozen=True, kw_only=True):
    """One commit of the main branch that touches a file."""

    pull_request_address: Annotated[
        Uri | None,
        means(
            "The address of the pull request; null where the forge's records do not have it, or there is no forge."
        ),
    ]
    state: State
    to_explain: Annotated[bool, means("Whether somebody has to explain it.")]
    why: Why
    merged_by: Annotated[
        Text | None,
        means(
            "Who merged it, as the register names them today; `not named` where the name is withheld or the register"
            " names nobody with that account, null where nobody recorded it."
        ),
    ]
    needs: Annotated[
        tuple[GivenNeedData, ...],
        means("Every agreement that it needed, by the rules that were in force before it."),
    ]
    paths: Annotated[
        tuple[Text, ...],
        means("Every record that it touched and that is in the register today, by the path of today."),
    ]
    other_files: Annotated[
        Count,
        means("How many other files it touched: outside of the records, or not in the register any more."),
    ]
    acknowledged: Annotated[
        AcknowledgementData | None,
        means("That the Secretariat lets it stand although it was not approved; null where it did not."),
    ]


class ApprovalsDocument(Head, frozen=True, kw_only=True):
    """How every change on the main branch of the register was approved."""

    records_of: Annotated[
        Day | None,
        means(
            "The day of the forge's records of pull requests; null where they were not there, so that git alone had to"
            " do."
        ),
    ]
    lost: Annotated[
        tuple[Number, ...],
        means("Pull requests that the forge merged and whose commit is not on the main branch any more."),
    ]
    changes: Annotated[tuple[ApprovalData, ...], means("Every change, the newest first.")]


def make_approvals(source: Source) -> ApprovalsDocument:
    """Give the document; its gap tells of the forge, too."""
    audit, records = source.audit, source.records
    head = make_head(source.history, source.as_of, records)
    return ApprovalsDocument(
        **{**head, "gap": audit.gap},
        records_of=records.collected_at.date() if records else None,
        lost=tuple(request.number for request in audit.lost),
        changes=tuple(list_changes(source)),
    )


def list_changes(source: Source) -> Iterator[ApprovalData]:
    """Give every change on the main branch, with the records that it touched."""
    approvers = find_approvers(source.register)
    for change in source.audit.changes:
        records = source.log.by_commit.get(change.commit.id, ())
        yield make_change(change, records, approvers, source.register)


def make_change(
    change: AuditedChange, records: tuple[RecordChange, ...], approvers: Approvers, register: Register
) -> ApprovalData:
    """Give one change; only a pull request that the forge knows has an address."""
    request, merger = change.landing.request, approvers.find_merger(change)
    repository = register.settings.repository
    address = make_pull_request_address(repository, request.number) if request else ""
    found = change.acknowledgement
    return ApprovalData(
        **tell_change(change),
        pull_request_address=address or None,
        to_explain=change.state.is_fault,
        merged_by=write_name(merger) if merger else None,
        needs=tuple(make_given_need(verdict, change, approvers) for verdict in change.verdicts),
        paths=tuple(one.path for one in records if one.path),
        other_files=sum(not one.path for one in records) + sum(one.kind == CODE for one in change.changes),
        acknowledged=make_acknowledgement(found, register) if found else None,
    )


def make_given_need(verdict: Verdict, change: AuditedChange, approvers: Approvers) -> GivenNeedData:
    """Give one agreement, with who gave it."""
    given = tuple(map(write_name, approvers.list_agreed(verdict, change)))
    return GivenNeedData(**tell_verdict(verdict), agreed=len(given), agreed_by=given)


def write_name(approver: Approver | None) -> str:
    """Give a name, or what stands for one that is withheld or not in the register."""
    return (approver.name if approver else "") or NOT_NAMED


def make_acknowledgement(found: Acknowledgement, register: Register) -> AcknowledgementData:
    """Give an acknowledgement; the id of whoever withholds the name is withheld, too."""
    by = show_id(found.by, register.secretariat)
    return AcknowledgementData(on=found.on, by=by, reason=found.reason)
