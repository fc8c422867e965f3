"""How a commit came onto the main line: as git alone tells, or as the forge's records do."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from scm_site.approval.pull_requests import PullRequest, PullRequests
from scm_site.reading.git_history import History
from scm_site.reading.git_log import LogCommit

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
    """

    how: How
    claimed: int | None = None
    request: PullRequest | None = None
    is_covered: bool = False

    @property
    def number(self) -> int | None:
        """The number of the pull request, from the forge's record, else as the subject claims."""
        return self.request.number if self.request else self.claimed


@dataclass(frozen=True, kw_only=True)
class Landings:
    """Looks up how each commit of a main line landed."""

    covered: frozenset[str] = frozenset()
    requests: Mapping[str, PullRequest] = field(default_factory=dict)
    lost: tuple[PullRequest, ...] = ()
    gap: str = ""

    def find(self, commit: LogCommit) -> Landing:
        """Give how a commit came onto the main line."""
        request = self.requests.get(commit.id)
        return Landing(
            how=find_way(commit, request),
            claimed=find_claimed(commit),
            request=request,
            is_covered=commit.id in self.covered,
        )


def find_landings(history: History, records: PullRequests | None) -> Landings:
    """Lay the forge's records beside the main line.

    `lost` are merged pull requests whose commit is not on the line any more, so that its history was moved; a line
    that ends before the records were collected, or a shallow one, tells nothing of the kind.
    """
    if records is None:
        return Landings()
    line = [commit.id for commit in history.commits]
    places = {commit: number for number, commit in enumerate(line)}
    silent = find_silent(history)
    start = places.get(records.head, silent[records.head] + 1 if records.head in silent else None)
    is_known = start is not None
    requests = {one.merge_commit: one for one in records.merged if one.merge_commit in places}
    for request in list(requests.values()):
        for commit in list_rebased(history.commits[places[request.merge_commit] :], request):
            if commit.id in requests:
                break
            requests[commit.id] = request
    on_line = places.keys() | silent.keys()
    lost = [one for one in records.merged if one.merge_commit not in on_line]
    return Landings(
        covered=frozenset(line[start or 0 :]),
        requests=requests,
        lost=tuple(lost) if is_known and not history.shallow else (),
        gap="" if is_known else NOT_ALIGNED,
    )


def find_silent(history: History) -> dict[str, int]:
    """Give first parents of the line, and its newest commit, each with the place of its child.

    Those that touch no file of the register have no other entry: each stands right before its child.
    """
    parents = {parent: place for place, commit in enumerate(history.commits) for parent in commit.parents[:1]}
    return {history.commit: -1, **parents}


def list_rebased(commits: tuple[LogCommit, ...], request: PullRequest) -> Iterator[LogCommit]:
    """Give the other commits of the main line that a rebased pull request became, the newest first.

    A merge, or a commit that names another pull request, is none of them.
    """
    first, *others = commits[: max(1, request.commits)]
    if len(first.parents) == 1 and find_claimed(first) is None:
        for commit in others:
            if len(commit.parents) != 1 or find_claimed(commit) is not None:
                return
            yield commit


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
