"""The ids by which calendar programs know an entry again: they stay the same when a record is renamed or moved."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from scm_site.compliance.outcome_duties import FINAL
from scm_site.compliance.standing import Standing
from scm_site.data.calendar_entry import find_first_id
from scm_site.records.dossier import Dossier
from scm_site.records.event import Event
from scm_site.records.meeting import Meeting

#: Duties that name their turns for an outcome.
OF_OUTCOMES = frozenset({"quality-control", "outcome-presented"})


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupIds:
    """The first ids of a group and of its outcomes, by their present ids."""

    host: str
    group: str
    outcomes: Mapping[str, str]

    def make(self, *parts: str) -> str:
        """Give the id of something of the group: `warm-homes-end@host`."""
        return f"{'-'.join((self.group, *parts))}@{self.host}"

    def make_of_meeting(self, meeting: Meeting) -> str:
        """Give the id of a meeting, the same on whichever day it takes place: its folder keeps its name."""
        return self.make("meeting", meeting.id)

    def make_of_standing(self, standing: Standing) -> str:
        """Give the id of a due date: `warm-homes-status-update-2026-05@host`."""
        return self.make(standing.duty.id, self._find_first_period(standing.duty.id, standing.owed.period))

    def _find_first_period(self, duty_id: str, period: str) -> str:
        """Give a period with the first id of the outcome that it is named for."""
        is_named = duty_id in OF_OUTCOMES and period != FINAL
        return self.outcomes.get(period, period) if is_named else period


def find_host(address: str) -> str:
    """Give the host of the site's address: an id is unique below a name that somebody owns (RFC 7986, 5.3)."""
    return urlsplit(address).hostname or "localhost"


def find_group_ids(dossier: Dossier, host: str) -> GroupIds:
    """Give the first ids of a group and its records."""
    return GroupIds(
        host=host,
        group=find_first_id(dossier.group),
        outcomes={outcome.id: find_first_id(outcome) for outcome in dossier.outcomes},
    )


def make_event_id(event: Event, host: str) -> str:
    """Give the id of an event or board meeting: `event-2025-09-11-board-meeting@host`."""
    return f"event-{find_first_id(event)}@{host}"
