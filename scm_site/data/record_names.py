"""What each record is called in the event log and its feeds: never more than its page shows."""

from datetime import date

from scm_site.days import MONTHS, write_day
from scm_site.records.acts.act import Act
from scm_site.records.acts.kinds import ACT_KINDS
from scm_site.records.acts.waives import Waives
from scm_site.records.event import Event
from scm_site.records.meeting import MeetingPlan
from scm_site.records.outcome import Outcome, OutcomeVersion
from scm_site.records.outcome_state import derive_outcome_state
from scm_site.records.proposal import Proposal
from scm_site.records.record_file import Record

#: Kinds of which there is one, or one in a group.
NAMES = {
    "settings": "settings",
    "themes": "list of themes",
    "countries": "list of countries",
    "board": "roster of the Advisory Board",
    "secretariat": "roster of the Secretariat",
    "approvals": "list of who must agree to what",
    "launch": "record of the launch",
    "page": "page of the group",
    "work-programme": "work programme",
}

#: Kinds of which there are several, by a word for one of them.
KINDS = {
    "event": "event",
    "proposal": "proposal",
    "meeting": "meeting",
    "status-update": "status update",
    "board-brief": "brief to the board",
    "outcome": "outcome",
    "outcome-version": "language version of an outcome",
    "attachment": "outcome",
    **{kind.id: kind.words[0] for kind in ACT_KINDS.values()},
}

NOT_PUBLIC = "outcome that is not public"


def name_kind(kind: str) -> str:
    """Give a word for a record of a kind."""
    return NAMES.get(kind) or KINDS.get(kind, kind)


def name_record(record: Record, outcome: Outcome | None, as_of: date) -> str:
    """Give what a record is called on a day; `outcome` is the one to which it belongs, if it does to one."""
    word = name_kind(record.file.kind)
    if outcome is not None:
        if isinstance(record, OutcomeVersion):
            word = f"language version ({record.language})"
        return name_outcome(outcome, word, as_of)
    if isinstance(record, MeetingPlan | Proposal | Event):
        return f"{record.type if isinstance(record, Event) else word} “{record.title}”"
    if isinstance(record, Waives):  # two may be granted on one day, for two duties
        return f"{word} of {write_day(record.day)} for “{record.duty.replace('-', ' ')}”"
    if isinstance(record, Act):
        return f"{word} of {write_day(record.day)}"
    return f"{word} of {name_period(record.id)}" if record.file.kind in KINDS else word


def name_outcome(outcome: Outcome, word: str, as_of: date) -> str:
    """Give what an outcome or a language version of it is called; it has no title before it is public."""
    if not derive_outcome_state(outcome, as_of).has_page:
        return NOT_PUBLIC
    return f"{word} “{outcome.title}”"


def name_period(name: str) -> str:
    """Give a month or a day in words: `2026-05` becomes May 2026."""
    year, month, *day = name.split("-")
    return " ".join([*(part.lstrip("0") for part in day), MONTHS[int(month) - 1], year])
