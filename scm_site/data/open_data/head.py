"""What every document of public data says of itself, and when it was made."""

from datetime import UTC, date, datetime, time
from typing import Annotated, Any, Final, Literal

from msgspec import Meta
from msgspec.structs import asdict

from scm_site.approval.pull_requests import PullRequests, write_time
from scm_site.data.fields import Data, Day, Moment, means
from scm_site.reading.git_history import History

VERSION: Final = 1
#: The version of the datasets that say more than the one of that name in version 1.
SECOND: Final = 2


def name_folder(version: int) -> str:
    """Give where public data of a version stands on the site: the version is part of the address."""
    return f"api/v{version}"


FOLDER = name_folder(VERSION)

Version = Annotated[
    Literal[1], means("The version of this form. Within a version no field changes its meaning.")
]


class Head(Data, frozen=True, kw_only=True):
    """What stands before the rows: for which day they hold, and on what they rest."""

    version: Version
    as_of: Annotated[Day, means("The day for which the data was computed.")]
    commit: Annotated[
        str,
        Meta(pattern="^([0-9a-f]{40}|[0-9a-f]{64})?$"),
        means(
            "The commit of the register from which it was computed, or empty where there is no git history."
        ),
    ]
    gap: Annotated[
        str,
        means(
            "What git, or the forge where it was asked, could not tell, in words; empty where nothing is missing."
        ),
    ]
    generated_at: Annotated[
        Moment,
        means(
            "When the data came to be what it is, in UTC: the latest of the newest commit, the start of the day"
            " `as_of`, and, where its records were used, the moment at which the forge was asked."
        ),
    ]


class SecondHead(Head, frozen=True, kw_only=True):
    """The head of a document of version 2."""

    version: Annotated[  # type: ignore[assignment]
        Literal[2], means("The version of this form. Within a version no field changes its meaning.")
    ]


def make_head(history: History, as_of: date, records: PullRequests | None = None) -> dict[str, Any]:
    """Give the fields of the head of a document for a day, maybe with the forge's records of pull requests."""
    head = Head(
        version=VERSION,
        as_of=as_of,
        commit=history.commit,
        gap=history.gap,
        generated_at=find_generated_at(history, as_of, records),
    )
    return asdict(head)


def find_generated_at(history: History, as_of: date, records: PullRequests | None = None) -> str:
    """Give the moment at which data came to be what it is, in UTC (RFC 3339).

    That is the latest of the newest commit, the start of the day for which it was computed, and the moment at which
    the forge was asked. It does not come from the clock: the same commit, day and records give the same bytes.
    """
    start = datetime.combine(as_of, time(), tzinfo=UTC)
    collected = records.collected_at if records else start
    return write_time(max(history.moment or start, start, collected))
