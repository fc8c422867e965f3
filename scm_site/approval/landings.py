"""How a commit came onto the main line: as git alone tells, or as the forge's records do."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from scm_site.approval.contradictions import find_contradictions, find_gap_in_records
from scm_site.approval.pull_requests import PullRequest, PullRequests
from scm_site.reading.git_history import History
from scm_site.reading.git_log import LogCommit
from scm_site.reading.landed_content import Claim, Content, Contents, Held

How = Literal["import", "merge", "octopus merge", "squash merge", "rebase merge", "single commit"]

#: What forges write as the subject of a squash and of a merge. Anybody can type the same.
_SQUASHED = re.compile(r" \(#([0-9]{1,9})\)\Z")
_MERGED = re.compile(r"\AMerge pull request #([0-9]{1,9}) ")

#: The addresses that forges give to accounts: `12+name@users.noreply.github.com`, `12-name@users.noreply.…`.
_NO_REPLY = re.compile(r"\A(?:[0-9]+[+-])?([A-Za-z0-9][A-Za-z0-9._-]*)@(?:users\.)?noreply\.[A-Za-z0-9.-]+\Z")


NOT_ALIGNED = (
    "the forge's records end at a commit that is not on this main branch: "
    "this clone is older, or history was moved"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Landing:
    """How one commit came onto the main line.

    `claimed` is the number of the pull request that its subject names; `request` is the forge's record of it.
    `is_covered` tells that the forge's records reach so far: then a commit without one came in no pull request.
    `content` tells whether it brings what merging the branch gives; None where no branch is known. `near` is the number
    of the pull request to which it belongs if the forge's count of commits is right, and which nothing else shows.
    `contradiction` says where the forge's record does not fit the commit.
    """

    how: How
    claimed: int | None = None
    request: PullRequest | None = None
    is_covered: bool = False
    content: Content | None = None
    near: int | None = None
    contradiction: str = ""

    @property
    def number(self) -> int | None:
        """The number of the pull request, from the forge's record, else as the subject claims."""
        return self.request.number if self.request else self.claimed

    @property
    def brings_something_else(self) -> bool:
        """Whether its content is known to be another than merging the branch gives."""
        return self.content is not None and self.content.held is Held.OTHER


@dataclass(frozen=True, kw_only=True)
class Landings:
    """Looks up how each commit of a main line landed."""

    covered: frozenset[str] = frozenset()
    requests: Mapping[str, PullRequest] = field(default_factory=dict)
    lost: tuple[PullRequest, ...] = ()
    gap: str = ""
    contents: Contents = field(default_factory=Contents)
    near: Mapping[str, int] = field(default_factory=dict)
    contradictions: Mapping[str, str] = field(default_factory=dict)

    def find(self, commit: LogCommit) -> Landing:
        """Give how a commit came onto the main line."""
        request = self.requests.get(commit.id)
        return Landing(
            how=find_way(commit, request),
            claimed=find_claimed(commit),
            request=request,
            is_covered=commit.id in self.covered,
            content=self._find_content(commit, request),
            near=self.near.get(commit.id),
            contradiction=self.contradictions.get(commit.id, ""),
        )

    def _find_content(self, commit: LogCommit, request: PullRequest | None) -> Content | None:
        """Give what came of comparing a merge with its parents, and a single commit with the pull request's branch."""
        found = self.contents.claims.get(make_claim(request)) if request else None
        return self.contents.merges.get(commit.id, found)


def make_claim(request: PullRequest) -> Claim:
    """Give what the forge says that a pull request became."""
    return Claim(request.merge_commit, request.head, request.commits)


def list_claims(records: PullRequests | None) -> list[Claim]:
    """Give what the forge says that each merged pull request became."""
    return [make_claim(one) for one in records.merged] if records else []


def find_landings(history: History, records: PullRequests | None, contents: Contents) -> Landings:
    """Lay the forge's records beside the main line.

    A pull request explains the commit that it became, and of those before it the ones that its branch gives. `lost` are
    merged pull requests whose commit is not on the line any more, so that its history was moved; a line that ends
    before the records were collected, or a shallow one, tells nothing of the kind.
    """
    if records is None:
        return Landings(contents=contents)
    line = [commit.id for commit in history.line]
    places = {commit: number for number, commit in enumerate(line)}
    is_known = records.head in places
    requests = find_requests(history.line, records.merged, contents)
    for request in list(requests.values()):
        content = contents.claims.get(make_claim(request))
        for commit in content.became if content else ():
            requests.setdefault(commit, request)
    lost = [one for one in records.merged if one.merge_commit not in places]
    return Landings(
        covered=frozenset(line[places.get(records.head, 0) :]),
        requests=requests,
        lost=tuple(lost) if is_known and not history.shallow else (),
        gap=find_gap_in_records(records, places) if is_known else NOT_ALIGNED,
        contents=contents,
        near=find_near(history.line, requests, contents),
        contradictions=find_contradictions(
            history.line, requests, {one.id: find_claimed(one) for one in history.line}
        ),
    )


def find_requests(
    line: Iterable[LogCommit], merged: Iterable[PullRequest], contents: Contents
) -> dict[str, PullRequest]:
    """Give for each commit of the line the pull request that became it.

    A forge takes each one for merged whose last commit comes to the main branch, also of somebody else who opened one
    with the same commits. Those that have the content count together.
    """
    of_commit: dict[str, list[PullRequest]] = {}
    for request in merged:
        of_commit.setdefault(request.merge_commit, []).append(request)
    return {
        commit.id: join(commit, of_commit[commit.id], contents) for commit in line if commit.id in of_commit
    }


def join(commit: LogCommit, requests: Sequence[PullRequest], contents: Contents) -> PullRequest:
    """Give several pull requests that became one commit as one: the one that it names, else the first.

    Who agreed to the same last commit in another one agreed to the same; who wrote in any of them agrees to nothing.
    """
    heads = commit.parents[1:]
    fitting = [one for one in requests if one.head in heads or is_explained(one, contents)] or [*requests]
    claimed = find_claimed(commit)
    first = next((one for one in fitting if one.number == claimed), fitting[0])
    same = [one for one in fitting if one.head == first.head]
    return replace(
        first,
        authors=tuple(dict.fromkeys(account for one in same for account in one.authors)),
        reviews=tuple(dict.fromkeys(review for one in same for review in one.reviews)),
    )


def find_near(
    line: tuple[LogCommit, ...], requests: Mapping[str, PullRequest], contents: Contents
) -> dict[str, int]:
    """Give the commits before one that a pull request became, as many as it had, where no content shows which ones.

    A merge, or a commit that names another pull request, is none of them.
    """
    found: dict[str, int] = {}
    for place, commit in enumerate(line):
        request = requests.get(commit.id)
        if request is None or request.merge_commit != commit.id:
            continue
        if is_explained(request, contents) and request.head != request.merge_commit:
            continue
        for other in line[place + 1 : place + request.commits]:
            if other.id in requests or len(other.parents) != 1 or find_claimed(other) is not None:
                break
            found[other.id] = request.number
    return found


def is_explained(request: PullRequest, contents: Contents) -> bool:
    """Tell whether the content of what a pull request became, a single commit, is that of its branch."""
    content = contents.claims.get(make_claim(request))
    return content is not None and content.held is Held.SAME


def find_way(commit: LogCommit, request: PullRequest | None) -> How:
    """Tell the ways apart by the parents; a squash and a rebase by what forges write as the subject."""
    if len(commit.parents) > 1:
        return "merge" if len(commit.parents) == 2 else "octopus merge"
    if not commit.parents:
        return "import"
    if find_claimed(commit) is not None:
        return "squash merge"
    return "rebase merge" if request else "single commit"


def find_claimed(commit: LogCommit) -> int | None:
    """Give the number of the pull request that a commit's subject names, or None."""
    pattern = _MERGED if len(commit.parents) > 1 else _SQUASHED
    found = pattern.search(commit.subject)
    return int(found[1]) if found else None


def find_account(mail: str) -> str:
    """Give the account to which a forge gave a mail address, or ""; anybody can type such an address."""
    found = _NO_REPLY.match(mail)
    return found[1] if found else ""
