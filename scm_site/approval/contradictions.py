"""Where the forge's records do not fit what git shows, so that one of the two is wrong."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from scm_site.approval.pull_requests import PullRequest, PullRequests
from scm_site.days import write_day
from scm_site.reading.commit_days import SKEW
from scm_site.reading.git_log import LogCommit


def find_contradictions(
    line: Sequence[LogCommit], requests: Mapping[str, PullRequest], claimed: Mapping[str, int | None]
) -> dict[str, str]:
    """Give the commits of a line, the newest first, of which a record tells what cannot be, and why.

    `claimed` are the numbers that the subjects of the commits name.
    """
    found: dict[str, str] = {}
    for number, commit in enumerate(line):
        request = requests.get(commit.id)
        if request is not None:
            latest = line[number - 1].day if number and not line[number - 1].misdated else None
            told = [*find_other_number(commit, request, claimed), *find_other_day(commit, request, latest)]
            found |= {commit.id: told[0]} if told else {}
    return found


def find_other_number(
    commit: LogCommit, request: PullRequest, claimed: Mapping[str, int | None]
) -> Iterator[str]:
    """Say where a merge names another pull request than the forge; a title can end with any number."""
    number = claimed[commit.id]
    if len(commit.parents) > 1 and number not in (None, request.number):
        yield f"the commit says that it is pull request {number}, and the forge that it is {request.number}"


def find_other_day(commit: LogCommit, request: PullRequest, latest: date | None) -> Iterator[str]:
    """Say where the forge merged it before there was such a commit, or after the next one stood on it."""
    day = request.merged_at.date()
    is_late = latest is not None and day > latest + SKEW
    if commit.misdated is None and (day < commit.day - SKEW or is_late):
        yield f"the forge says that it was merged on {write_day(day)}, and git that it came on {write_day(commit.day)}"


def find_gap_in_records(records: PullRequests, places: Mapping[str, int]) -> str:
    """Say what records cannot tell that contradict themselves: a number twice, or a merge after the last commit."""
    twice = sorted(
        number for number, times in Counter(one.number for one in records.merged).items() if times > 1
    )
    if twice:
        return f"the forge's records tell of pull request {twice[0]} twice"
    last = places.get(records.head, 0)
    newer = sorted(one.number for one in records.merged if places.get(one.merge_commit, last) < last)
    return f"the forge's records end before pull request {newer[0]}, of which they tell" if newer else ""
