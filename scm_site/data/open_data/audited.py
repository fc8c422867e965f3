"""What every document says in the same words of a change on the main branch, and of an agreement that it needs.

Whoever agreed is named elsewhere: by name in what is public, by account on the terminal of whoever runs the audit.
"""

from typing import Annotated, Any, get_args

from scm_site.approval.agreements import Verdict
from scm_site.approval.audit import AuditedChange
from scm_site.approval.landings import How
from scm_site.approval.states import AuditState
from scm_site.data.fields import Commit, Count, Data, Day, Number, Text, means, one_of

State = Annotated[
    str, one_of(AuditState), means("How it was approved; the site explains each state at `approvals/`.")
]
Why = Annotated[str, means("What was missing, or why nobody can tell; empty where there is nothing to say.")]
Office = Annotated[
    Text, means("Whose agreement it is, with the group whose office it is, as `co-chair of warm-homes`.")
]
Needed = Annotated[Count, means("How many of them have to agree.")]
IsMet = Annotated[bool, means("Whether as many agreed as have to.")]


class ChangeHead(Data, frozen=True, kw_only=True):
    """With what the telling of a change begins: which it is, and how it came."""

    commit: Annotated[Commit, means("The commit of the main branch; it is the permanent id of the change.")]
    day: Annotated[
        Day,
        means(
            "The day (UTC) on which it was merged or committed; if `why` says that the day of the commit cannot be"
            " right, the earliest on which it can have come."
        ),
    ]
    how: Annotated[str, one_of(get_args(How)), means("How it came onto the main branch.")]
    pull_request: Annotated[
        Number | None,
        means(
            "The number of the pull request, by the forge's records or else as the commit claims; null where there is"
            " none."
        ),
    ]


class NeedData(Data, frozen=True, kw_only=True):
    """One agreement that a change needs."""

    office: Office
    approvals: Needed
    agreed: Annotated[Count, means("How many agreed whose agreement counts.")]
    met: IsMet


def tell_change(change: AuditedChange) -> dict[str, Any]:
    """Give the fields of a change that every document has: those of ChangeHead, its state, and why."""
    return {
        "commit": change.commit.id,
        "day": change.day,
        "how": change.landing.how,
        "pull_request": change.landing.number,
        "state": change.state,
        "why": change.why,
    }


def tell_verdict(verdict: Verdict) -> dict[str, Any]:
    """Give the fields of an agreement that every document has: all but who agreed."""
    return {"office": verdict.name, "approvals": verdict.needed, "met": verdict.is_met}


def make_need(verdict: Verdict) -> NeedData:
    """Give one agreement, without names."""
    return NeedData(**tell_verdict(verdict), agreed=len(verdict.agreed))
