"""What every document of public data says of itself, and when it was made."""

from datetime import UTC, date, datetime, time
from typing import TypedDict

from scm_site.approval.pull_requests import PullRequests, write_time
from scm_site.reading.git_history import History

VERSION = 1


class HeadData(TypedDict):
    """What stands before the rows; `commit` and `gap` say what they rest on, "" where there is none."""

    version: int
    as_of: str
    commit: str
    gap: str
    generated_at: str


def make_head(history: History, as_of: date, records: PullRequests | None = None) -> HeadData:
    """Give the head of a document that was computed for a day, maybe with the forge's records of pull requests."""
    return HeadData(
        version=VERSION,
        as_of=as_of.isoformat(),
        commit=history.commit,
        gap=history.gap,
        generated_at=find_generated_at(history, as_of, records),
    )


def find_generated_at(history: History, as_of: date, records: PullRequests | None = None) -> str:
    """Give the moment at which data came to be what it is, in UTC (RFC 3339).

    That is the latest of the newest commit, the start of the day for which it was computed, and the moment at which
    the forge was asked. It does not come from the clock: the same commit, day and records give the same bytes.
    """
    start = datetime.combine(as_of, time(), tzinfo=UTC)
    collected = records.collected_at if records else start
    return write_time(max(history.moment or start, start, collected))
