"""How long answers took: a proposal at the Advisory Board, an outcome in the Secretariat's quality control (C5, T3)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Literal

from scm_site.compliance.arrivals import Arrivals
from scm_site.compliance.assessment import find_excused_until
from scm_site.compliance.known_days import know_spans
from scm_site.compliance.situation import shift, view_dossier
from scm_site.records.acts.waives import Waives
from scm_site.records.outcome import Outcome
from scm_site.records.outcome_state import derive_outcome_state
from scm_site.records.proposal import Proposal
from scm_site.records.record_file import Record
from scm_site.records.register import Register
from scm_site.records.settings import Span
from scm_site.records.unknown import Unknown

#: The duty of which a wait at the Secretariat is the other side: scm_site/compliance/outcome_duties.py
QUALITY_CONTROL = "quality-control"

Approver = Literal["Advisory Board", "Secretariat"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Wait:
    """What waits or waited for an answer: of whom, since when, until when (None: it still waits), within how many days.

    `recorded` is the day on which the answer reached the main branch, where git tells. `limit` is as long as agreed, or
    as a waiver allows.
    """

    approver: Approver
    record: Proposal | Outcome
    since: date
    until: date | None
    recorded: date | None
    days: int
    limit: int

    @property
    def is_over_limit(self) -> bool:
        """Whether it took or takes longer than the settings say."""
        return self.days > self.limit


def list_waits(register: Register, arrivals: Arrivals, as_of: date) -> Iterator[Wait]:
    """Give what waited for an answer by a day: what still waits first, the longest first."""
    waits = [*wait_at_board(register, arrivals, as_of), *wait_at_control(register, arrivals, as_of)]
    return iter(sorted(waits, key=lambda wait: (wait.until is not None, -wait.days, wait.record.file.path)))


def wait_at_board(register: Register, arrivals: Arrivals, as_of: date) -> Iterator[Wait]:
    """Give how long each proposal waited for the decision of the board, from the day it was made."""
    spans = know_spans(register.settings, arrivals, as_of)
    for now in register.proposals:
        proposal = arrivals.see(now, as_of)
        if proposal is not None and proposal.date <= as_of:
            told, decided = find_decision(proposal, register, arrivals, as_of)
            if decided is None and proposal.withdrawn is not None:
                continue
            arrival = arrivals.find(told, shows_decision, (), as_of) if decided else None
            yield make_wait(
                "Advisory Board",
                now,
                (proposal.date, decided, arrival.day if arrival else None),
                as_of,
                find_due(spans, proposal.date, "board_decision"),
            )


def find_decision(
    proposal: Proposal, register: Register, arrivals: Arrivals, as_of: date
) -> tuple[Record, date | None]:
    """Give what tells the decision on a proposal, as it was known on a day, and the day of the decision, if any."""
    found = register.find_sitting_of(proposal.id)
    if found and arrivals.is_there(found[0], as_of):
        return found[0], found[0].day
    is_own = ("decision",) not in proposal.file.elsewhere
    return proposal, proposal.decision.on if proposal.decision and is_own else None


def shows_decision(data: object) -> bool:
    """Tell whether a version of a proposal, or of a sitting, records what the board decided."""
    return isinstance(data, dict) and bool(data.get("decision") or data.get("decisions"))


def wait_at_control(register: Register, arrivals: Arrivals, as_of: date) -> Iterator[Wait]:
    """Give how long each outcome waited for its quality control, from the day it was delivered last."""
    spans = know_spans(register.settings, arrivals, as_of)
    for dossier in register.dossiers:
        for outcome in view_dossier(dossier, arrivals, as_of).outcomes:
            delivered = [day for day in outcome.deliveries if day <= as_of]
            if not delivered or isinstance(outcome.quality_control, Unknown):
                continue
            since = delivered[-1]
            control = next((one for one in outcome.find_acts("controlled") if one.day >= since), None)
            if control is None and outcome.withdrawn is not None and outcome.withdrawn.on <= as_of:
                continue
            arrival = arrivals.find(control, None, (), as_of) if control else None
            waivers = [one for one in dossier.waivers if arrivals.is_there(one, as_of)]
            yield make_wait(
                "Secretariat",
                outcome,
                (since, control.day if control else None, arrival.day if arrival else None),
                as_of,
                find_last(find_due(spans, since, "quality_control"), waivers),
            )


def find_due(spans: Iterable[Span], since: date, name: str) -> date:
    """Give the first day on which so many days are over since a day, by the number of that day."""
    days = ((max(shift(since, getattr(span.days, name)), span.first), span.last) for span in spans)
    return next(day for day, last in days if day <= last)


def find_last(due: date, waivers: Iterable[Waives]) -> date:
    """Give the day by which a control is to be done: the one that was agreed, or later where a waiver puts it off."""
    return find_excused_until((waiver for waiver in waivers if waiver.duty == QUALITY_CONTROL), due)


def make_wait(
    approver: Approver,
    record: Proposal | Outcome,
    days: tuple[date, date | None, date | None],
    as_of: date,
    last: date,
) -> Wait:
    """Give a wait, for an answer by a last day; one that came later than the day looked at is not there yet."""
    since, until, recorded = days
    ended = until if until is not None and until <= as_of else None
    return Wait(
        approver=approver,
        record=record,
        since=since,
        until=ended,
        recorded=recorded if ended else None,
        days=((ended or as_of) - since).days,
        limit=(last - since).days,
    )


def find_median(waits: list[Wait]) -> float | None:
    """Give the middle number of days of what was answered, or None where nothing was."""
    answered = [wait.days for wait in waits if wait.until is not None]
    return median(answered) if answered else None


def name_awaited(wait: Wait, register: Register, as_of: date) -> str:
    """Give what waits in words; an outcome that is not public on a day has no title here."""
    record = wait.record
    if isinstance(record, Proposal) or derive_outcome_state(record, as_of).has_page:
        return record.title
    return f"{record.format.capitalize()} of {register.find_dossier(record.file.group).group.title}"
