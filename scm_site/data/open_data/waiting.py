"""What waits for approval as public data. Nobody is named, but a title is what a stranger typed."""

from typing import Annotated

from scm_site.approval.change_kinds import CODE
from scm_site.approval.pull_requests import write_time
from scm_site.approval.waiting import Waiting
from scm_site.data.fields import Data, Moment, Number, Uri, means, one_of
from scm_site.data.open_data.audited import NeedData, make_need
from scm_site.data.open_data.head import VERSION, Version
from scm_site.data.open_data.source import Source
from scm_site.filing.forge import make_pull_request_address
from scm_site.reading import KINDS
from scm_site.reading.characters import make_masked_line
from scm_site.records.settings import Repository

#: A language version of an outcome counts as the outcome.
CHANGE_KINDS = (*(kind for kind in KINDS if kind != "outcome-version"), CODE)


class KindData(Data, frozen=True, kw_only=True):
    """How many files of one kind of change an open pull request touches."""

    kind: Annotated[
        str,
        one_of(CHANGE_KINDS),
        means("The kind of change; `code` is everything outside of the records."),
    ]
    files: Annotated[Number, means("How many files of this kind it touches.")]


class WaitingData(Data, frozen=True, kw_only=True):
    """An open pull request: what it touches, and who must agree to it."""

    pull_request: Annotated[Number, means("The number of the pull request on the forge.")]
    address: Annotated[Uri | None, means("The address of the pull request; null where there is no forge.")]
    title: Annotated[str, means("What its author typed as the title: a stranger's words, to be escaped.")]
    opened_at: Annotated[Moment, means("When it was opened, in UTC.")]
    draft: Annotated[bool, means("Whether its author says that it is not finished.")]
    kinds: Annotated[tuple[KindData, ...], means("The kinds of change in it.")]
    groups: Annotated[tuple[str, ...], means("The ids of the groups of today that it touches.")]
    needs: Annotated[tuple[NeedData, ...], means("Every agreement that it needs by the rules of today.")]


class WaitingDocument(Data, frozen=True, kw_only=True):
    """Every open pull request of the register: what waits for approval, and since when."""

    version: Version
    generated_at: Annotated[
        Moment,
        means(
            "When the data came to be what it is, in UTC: the latest of the newest commit, the start of the day of the"
            " site, and the moment at which the forge was asked."
        ),
    ]
    collected_at: Annotated[Moment, means("When the forge was asked, in UTC.")]
    waiting: Annotated[
        tuple[WaitingData, ...], means("Every open pull request: drafts last, else the oldest first.")
    ]


def make_waiting(source: Source) -> WaitingDocument:
    """Give the document, which is no older than what the forge told."""
    assert source.records is not None  # else nobody knows what waits, and there is no such dataset
    repository = source.register.settings.repository
    collected_at = write_time(source.records.collected_at)
    return WaitingDocument(
        version=VERSION,
        generated_at=max(source.generated_at, collected_at),
        collected_at=collected_at,
        waiting=tuple(tell_waiting(one, repository) for one in source.waiting),
    )


def tell_waiting(waiting: Waiting, repository: Repository) -> WaitingData:
    """Give an open pull request; its title is a stranger's words, and masked."""
    request = waiting.request
    return WaitingData(
        pull_request=request.number,
        address=make_pull_request_address(repository, request.number) or None,
        title=make_masked_line(request.title),
        opened_at=write_time(request.opened_at),
        draft=request.is_draft,
        kinds=tuple(KindData(kind=kind, files=files) for kind, files in waiting.kinds.items()),
        groups=waiting.groups,
        needs=tuple(map(make_need, waiting.verdicts)),
    )
