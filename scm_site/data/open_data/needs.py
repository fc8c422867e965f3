"""An agreement that a change needs, as public data, without names."""

from typing import Annotated

from scm_site.approval.agreements import Verdict
from scm_site.data.fields import Count, Data, Text, means


class NeedData(Data, frozen=True, kw_only=True):
    """One agreement that a change needs."""

    office: Annotated[
        Text, means("Whose agreement it is, with the group whose office it is, as `co-chair of warm-homes`.")
    ]
    approvals: Annotated[Count, means("How many of them have to agree.")]
    agreed: Annotated[Count, means("How many agreed whose agreement counts.")]
    met: Annotated[bool, means("Whether as many agreed as have to.")]


def make_need(verdict: Verdict) -> NeedData:
    """Give one agreement."""
    return NeedData(
        office=verdict.name, approvals=verdict.needed, agreed=len(verdict.agreed), met=verdict.is_met
    )
