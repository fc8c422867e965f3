"""What waits for approval: the open pull requests, since when, and whose agreement each of them still needs."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from scm_site.approval.agreements import Verdict, judge_all
from scm_site.approval.change_kinds import find_governed
from scm_site.approval.offices import Offices, fold_accounts
from scm_site.approval.pull_requests import OpenPullRequest, PullRequests


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """An open pull request: for how many days, how many files of which kind of change, in which groups, and who agrees.

    Its title is what a stranger typed.
    """

    request: OpenPullRequest
    days: int
    kinds: Mapping[str, int]
    groups: tuple[str, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def missing(self) -> tuple[Verdict, ...]:
        """The agreements that are not there yet."""
        return tuple(verdict for verdict in self.verdicts if not verdict.is_met)


def list_waiting(records: PullRequests, offices: Offices, as_of: date) -> Iterator[Waiting]:
    """Give what waits on a day by the offices as they are: drafts last, else what has waited longest first."""
    ordered = sorted(records.waiting, key=lambda one: (one.is_draft, one.opened_at, one.number))
    return (judge_waiting(request, offices, as_of) for request in ordered)


def judge_waiting(request: OpenPullRequest, offices: Offices, as_of: date) -> Waiting:
    """Tell how the agreements to an open pull request stand."""
    changes = tuple(sorted(set(map(find_governed, request.paths))))
    verdicts = judge_all(
        changes,
        offices,
        as_of,
        authors=fold_accounts([request.author]),
        openers=fold_accounts([request.author]),
        agreed=fold_accounts(review.account for review in request.reviews),
    )
    return Waiting(
        request=request,
        days=max((as_of - request.opened_at.date()).days, 0),
        kinds=Counter(change.kind for change in changes),
        groups=tuple(sorted({change.group for change in changes if change.group in offices.groups})),
        verdicts=verdicts,
    )
