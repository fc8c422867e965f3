"""What is new since the last board meeting, and what belongs on the agenda of the next one (L1, I1, I2)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, takewhile

from scm_site.addresses import address_of
from scm_site.approval.change_kinds import find_governed
from scm_site.approval.offices import find_offices
from scm_site.approval.waiting import list_waiting
from scm_site.compliance.board import sort_by_time
from scm_site.compliance.bundles import bundle
from scm_site.compliance.situation import is_cancelled
from scm_site.compliance.standing import Standing, StandingState
from scm_site.compliance.waits import list_waits
from scm_site.data.log_words import tell_state
from scm_site.days import write_day
from scm_site.pages.changes.waiting_pages import MOST, ShownWaiting, name_forge, show_waiting
from scm_site.pages.compliance.compliance_pages import find_mandates, show_wait
from scm_site.pages.compliance.shown_standings import show_together
from scm_site.pages.frame.labels import DECIDED
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import COMPLIANCE
from scm_site.pages.frame.site_content import SiteContent
from scm_site.reading.layout import ACTS
from scm_site.records.event import Event
from scm_site.records.outcome_state import OutcomeState
from scm_site.records.proposal import Proposal
from scm_site.records.unknown import known
from scm_site.sentences import sentence

#: What the board reads of groups; who joins, leaves or accepts the Charter stands in the log.
ON_MEMBERS = ("joins", "leaves", "accepts-charter", "consents")
TOLD_TO_THE_BOARD = frozenset({"launch", *ACTS}.difference(ON_MEMBERS))

BOARD_PAGE = f"{COMPLIANCE.address}board/"


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardNews:
    """Something new: the day, a sentence, and the page of the site that tells more."""

    day: date
    what: str
    address: str


def make_board_page(content: SiteContent) -> Page:
    """Make the page that prepares the board's next meeting."""
    last, coming = find_meetings(content)
    since = last.date if last else content.register.settings.register_opened
    arrivals = content.arrivals
    until = coming.date if coming else None
    requests = list_open_requests(content)
    items = sort_by_time(list_agenda(content, until))
    return render_page(
        "board-meeting.html",
        BOARD_PAGE,
        "Since the last board meeting",
        description="New proposals, decisions, outcomes and changes of state, and what the next agenda needs.",
        crumbs=(COMPLIANCE,),
        last=last,
        coming=coming,
        since=since,
        as_of=content.as_of,
        proposals=sort_news(list_proposals(content, since)),
        collected=content.records.collected_at.date() if content.records else None,
        forge_name=name_forge(content),
        topics=[one for one in requests if brings_topic(one, content)],
        requests=[one for one in requests if one.waiting.missing and not one.waiting.request.is_draft],
        decisions=sort_news(list_decisions(content, since)),
        outcomes=sort_news(list_outcomes(content, since)),
        in_control=list(list_in_control(content)),
        changes=list(list_changes(content, since)),
        gap=content.history.gap,
        is_unknown=bool(content.board.counts[StandingState.UNKNOWN]),
        overdue=show_together((one for one in items if one.state == StandingState.OVERDUE), content),
        upcoming=show_together((one for one in items if one.state != StandingState.OVERDUE), content),
        agenda=write_agenda(items, coming, content),
        mandates=[one for one in find_mandates(content, until) if until is None or one.last_day <= until],
        waiting=[w for w in list_waits(content.register, arrivals, content.as_of) if w.until is None],
        show_wait=lambda wait: show_wait(wait, content),
        searchable=False,
    )


def find_meetings(content: SiteContent) -> tuple[Event | None, Event | None]:
    """Give the last board meeting before the day, and the next one from the day on, as the calendar stood then."""
    seen = (content.arrivals.see(event, content.as_of) for event in content.register.events)
    there = [event for event in seen if event and event.type == "board meeting"]
    events = sorted((one for one in there if not is_cancelled(one, content.as_of)), key=lambda one: one.date)
    held = [event for event in events if event.date < content.as_of]
    return (held[-1] if held else None), next(
        (event for event in events if event.date >= content.as_of), None
    )


def list_seen_proposals(content: SiteContent) -> Iterator[Proposal]:
    """Give the proposals that were in the register on the day."""
    return (one for one in content.register.proposals if content.arrivals.is_there(one, content.as_of))


def list_open_requests(content: SiteContent) -> list[ShownWaiting]:
    """Give what waits on the forge, as far as a page has room for it; nothing where the forge was not asked."""
    if content.records is None:
        return []
    waiting = list_waiting(content.records, find_offices(content.register), content.as_of)
    return [show_waiting(one, content) for one in islice(waiting, MOST)]


def brings_topic(one: ShownWaiting, content: SiteContent) -> bool:
    """Tell whether an open pull request brings a proposal that is not in the register."""
    paths = one.waiting.request.paths
    return any(
        find_governed(path).kind == "proposal" and path not in content.register.paths for path in paths
    )


def sort_news(news: Iterator[BoardNews]) -> list[BoardNews]:
    """Give news, the newest first."""
    return sorted(news, key=lambda one: (one.day, one.what), reverse=True)


def is_new(day: date | None, since: date, content: SiteContent) -> bool:
    """Tell whether a day is that of the last meeting or a later one, and not in the future."""
    return day is not None and since <= day <= content.as_of


def list_proposals(content: SiteContent, since: date) -> Iterator[BoardNews]:
    """Give the topics that were proposed since a day."""
    for proposal in list_seen_proposals(content):
        if is_new(proposal.date, since, content):
            yield BoardNews(
                day=proposal.date, what=f"Proposed: {proposal.title}", address=address_of(proposal)
            )


def list_decisions(content: SiteContent, since: date) -> Iterator[BoardNews]:
    """Give what the board decided since a day, what it decided on that day included."""
    for proposal in list_seen_proposals(content):
        decided = proposal.decision.on if proposal.decision else None
        if decided and is_new(decided, since, content):
            yield BoardNews(
                day=decided,
                what=f"{sentence(DECIDED[proposal.result])}: {proposal.title}",
                address=address_of(proposal),
            )


def list_outcomes(content: SiteContent, since: date) -> Iterator[BoardNews]:
    """Give the outcomes that were published since a day."""
    for row in content.board.rows:
        for outcome in row.dossier.outcomes:
            published = known(outcome.published)
            if published and is_new(published, since, content) and content.find_state(outcome).has_page:
                what = f"Published: {outcome.title} ({row.dossier.group.title})"
                yield BoardNews(day=published, what=what, address=address_of(outcome))


def list_changes(content: SiteContent, since: date) -> Iterator[BoardNews]:
    """Give what groups did since a day, as the log tells: new groups, acts with what they do, changes of state."""
    for event in takewhile(lambda one: one.day >= since, content.log.events):
        title = content.log.titles.get(event.group, "")
        if event.state is not None and event.state.outcome is None:
            told = f"{title}: {tell_state(event.state, content.as_of)}. {event.state.why}"
            yield BoardNews(day=event.day, what=told, address=f"groups/{event.group}/")
        for change in event.changes:
            if change.what == "new" and change.record and change.kind in TOLD_TO_THE_BOARD:
                told = f"{title}: {change.told or 'a new group'}"
                yield BoardNews(day=event.day, what=told, address=address_of(change.record))


def list_agenda(content: SiteContent, until: date | None) -> Iterator[Standing]:
    """Give what is overdue, and what falls due up to the next meeting of the board."""
    for standing in content.board.standings:
        falls_due = standing.due is not None and until is not None and standing.due <= until
        if content.board.is_left_behind(standing):
            continue
        if standing.state.is_open or (standing.state == StandingState.NOT_YET_DUE and falls_due):
            yield standing


def list_in_control(content: SiteContent) -> Iterator[BoardNews]:
    """Give the outcomes that were delivered and are not public: their control is open, or gave them back."""
    for row in content.board.rows:
        for outcome in row.dossier.outcomes:
            state = content.find_state(outcome)
            delivered = max((day for day in outcome.deliveries if day <= content.as_of), default=None)
            if state.is_in_control and delivered:
                how = "returned to the group" if state == OutcomeState.RETURNED else "in quality control"
                what = f"{outcome.format.capitalize()} of {row.dossier.group.title}"
                told = f"{what}, delivered on {write_day(delivered)}: {how}"
                yield BoardNews(day=delivered, what=told, address=f"groups/{row.dossier.group.id}/#outcomes")


def write_agenda(items: Sequence[Standing], coming: Event | None, content: SiteContent) -> str:
    """Give the agenda block as plain text: what is overdue and upcoming, group by group, and the mandates that end."""
    meeting = f"{coming.title}, {write_day(coming.date)}" if coming else "the next meeting"
    overdue = [one for one in items if one.state == StandingState.OVERDUE]
    upcoming = [one for one in items if one.state != StandingState.OVERDUE]
    until = coming.date if coming else None
    ends = [
        f"- {one.dossier.group.title}: {write_day(one.last_day)}" for one in find_mandates(content, until)
    ]
    parts = (
        f"For {meeting} (as of {write_day(content.as_of)})",
        *write_part("Overdue", overdue, content.as_of),
        *write_part("Due by then" if coming else "Due soon", upcoming, content.as_of),
        *(["\n".join(["Mandates that end", *ends])] if ends else []),
    )
    return "\n\n".join(parts)


def write_part(title: str, items: Iterable[Standing], as_of: date) -> Iterator[str]:
    """Give a part of the agenda block: nothing where there is nothing."""
    lines = [
        f"- {one.of.title}: {told.name}, {'was due' if one.due < as_of else 'due'} on {write_day(one.due)} "
        f"({one.duty.who}, {one.duty.clause_words})"
        for told in bundle(items)
        if (one := told.first).due
    ]
    if lines:
        yield "\n".join([title, *lines])
