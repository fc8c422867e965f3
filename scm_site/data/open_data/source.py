"""What public data is made from: the register, the archive, what was worked out for the day, and what git tells."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from scm_site.approval.audit import Audit
from scm_site.approval.offices import find_offices
from scm_site.approval.pull_requests import PullRequests
from scm_site.approval.waiting import Waiting, list_waiting
from scm_site.compliance.board import Board
from scm_site.data.archive.archive import Archive
from scm_site.data.fields import Data
from scm_site.data.log import Log
from scm_site.data.open_data.head import find_generated_at, make_head
from scm_site.reading.git_history import History
from scm_site.records.register import Register


@dataclass(frozen=True, kw_only=True)
class Source:
    """Everything public data is made from; `records` are the forge's, None where they are not here.

    `made` are the documents that were made from it already, by the names of their datasets.
    """

    register: Register
    archive: Archive
    history: History
    board: Board
    audit: Audit
    log: Log
    records: PullRequests | None = None
    made: dict[str, Data] = field(default_factory=dict, compare=False)

    @property
    def as_of(self) -> date:
        """The day for which the data is computed."""
        return self.board.as_of

    @cached_property
    def head(self) -> dict[str, Any]:
        """The fields with which a document begins that rests on the register alone."""
        return make_head(self.history, self.as_of)

    @property
    def generated_at(self) -> str:
        """The moment at which the data came to be what it is."""
        return find_generated_at(self.history, self.as_of)

    @property
    def site(self) -> str:
        """The address of the site, ending in a slash."""
        return self.register.settings.site.make_address("")

    @cached_property
    def waiting(self) -> tuple[Waiting, ...]:
        """The open pull requests, as the forge told."""
        if self.records is None:
            return ()
        return tuple(list_waiting(self.records, find_offices(self.register), self.as_of))
