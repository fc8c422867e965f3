"""When data came to be what it is: told by the newest commit and the day, never by the clock."""

from datetime import UTC, date, datetime

import pytest

from scm_site.data.open_data.head import find_generated_at, make_head
from scm_site.reading.git_history import History
from scm_site.reading.git_log import LogCommit
from tests.data.open_data.public_data import read_json

DAY = date(2026, 5, 20)


def make_history(moment: datetime) -> History:
    commit = LogCommit(id="c" * 40, day=moment.date(), entries=(), seconds=int(moment.timestamp()))
    return History(commit=commit.id, commits=(commit,))


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (datetime(2026, 5, 19, 23, 59, 59, tzinfo=UTC), "2026-05-20T00:00:00Z"),
        (datetime(2026, 5, 20, 0, 0, 1, tzinfo=UTC), "2026-05-20T00:00:01Z"),
        (datetime(2026, 7, 1, 12, tzinfo=UTC), "2026-07-01T12:00:00Z"),
    ],
)
def test_it_is_the_later_of_the_newest_commit_and_the_start_of_the_day(moment: datetime, told: str) -> None:
    assert find_generated_at(make_history(moment), DAY) == told


def test_without_history_it_is_the_start_of_the_day() -> None:
    assert make_head(History(gap="no git"), DAY)["generated_at"] == "2026-05-20T00:00:00Z"


@pytest.mark.parametrize("name", ["outcomes", "standings", "approvals", "waiting", "index"])
def test_every_document_has_it(files: dict[str, bytes], name: str) -> None:
    document = read_json(files, name)
    collected = name in ("approvals", "waiting")  # they rest on what the forge told that morning, too
    assert document["generated_at"] == ("2026-05-20T04:17:00Z" if collected else "2026-05-20T00:00:00Z")
