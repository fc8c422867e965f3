"""The event log: what happened lately, month by month, and in each group (ToR, ae)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from scm_site.data.feeds import ALL, name_group_feed
from scm_site.data.log import LoggedEvent
from scm_site.data.log_words import name_change
from scm_site.data.record_changes import RecordChange
from scm_site.data.record_names import name_outcome, name_period
from scm_site.data.state_changes import StateChange
from scm_site.pages.changes.shown_approvals import ApprovalMark, make_mark
from scm_site.pages.frame.labels import TONES
from scm_site.pages.frame.page import Crumb, Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import GROUPS, LOG, make_group_crumb
from scm_site.pages.frame.site_content import SiteContent
from scm_site.reading.layout import SINGLE_KINDS
from scm_site.records.dossier import Dossier
from scm_site.records.outcome import Outcome
from scm_site.records.outcome_state import OutcomeState
from scm_site.sentences import sentence

#: How many events the first page shows.
NEWEST = 30

#: How many records of one event are named: on the page of its group, and where the events of all groups stand.
MOST_RECORDS, MOST_OF_ALL = 12, 4

#: How many records of one event are news enough for the home page.
MOST_NEWS = 3
NEWS = ("new", "withdrawn", "put back")

OUTCOME_TONES = {
    OutcomeState.IN_CONTROL: "info",
    OutcomeState.RETURNED: "due",
    OutcomeState.PUBLISHED: "ok",
    OutcomeState.WITHDRAWN: "late",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownItem:
    """A record of an event: what it is called, and the address that shows it, or ""."""

    name: str
    address: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownEvent:
    """An event as a page shows it.

    `parts` are the records by what happened to them, `more` how many are not named. Of a change of state, `state` is
    the new one and `told` the rest.
    """

    event: LoggedEvent
    anchor: str
    group: ShownItem | None
    parts: tuple[tuple[str, tuple[ShownItem, ...]], ...] = ()
    more: int = 0
    state: str = ""
    tone: str | None = None
    outcome: ShownItem | None = None
    told: str = ""
    mark: ApprovalMark | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LoggedMonth:
    """The events of a month, the newest first."""

    month: str
    events: tuple[ShownEvent, ...]

    @property
    def title(self) -> str:
        """The month in words: May 2026."""
        return name_period(self.month)


def make_log_pages(content: SiteContent) -> Iterator[Page]:
    """Make the page of what happened lately, one for each month, and one for each group."""
    months = [(month, list(inside)) for month, inside in group_by_month(content.log.events)]
    yield render_page(
        "log.html",
        LOG.address,
        LOG.text,
        description="What changed in the register, when, and how it was approved.",
        months=show_months(content.log.events[:NEWEST], content),
        count=len(content.log.events),
        years=[
            (year, [(month, name_period(month), len(events)) for month, events in inside])
            for year, inside in groupby(months, key=lambda pair: pair[0][:4])
        ],
        gap=find_gap(content),
        feed_file=ALL,
        searchable=False,
    )
    names = [month for month, _ in months]
    for place, (month, events) in enumerate(months):
        yield make_month_page(
            month, events, (names[place + 1 : place + 2], names[max(place - 1, 0) : place]), content
        )
    for dossier in content.register.dossiers:
        yield make_group_log_page(dossier, content)


def make_month_page(
    month: str, events: Sequence[LoggedEvent], around: tuple[list[str], list[str]], content: SiteContent
) -> Page:
    """Make the page of a month; `around` are the months before and after it that have events."""
    before, after = around
    return render_page(
        "log-month.html",
        f"{LOG.address}{month}/",
        f"{LOG.text}, {name_period(month)}",
        description=f"What changed in the register in {name_period(month)}.",
        crumbs=(LOG,),
        events=[show_event(event, content, of_all=True) for event in events],
        before=[(one, name_period(one)) for one in before],
        after=[(one, name_period(one)) for one in after],
        searchable=False,
    )


def make_group_log_page(dossier: Dossier, content: SiteContent) -> Page:
    """Make the page of everything that happened in a group."""
    group = dossier.group
    events = content.log.list_of(group.id)
    return render_page(
        "log-group.html",
        f"groups/{group.id}/log/",
        f"{LOG.text}: {group.title}",
        description=f"What changed in the records of the group {group.title}, when, and how it was approved.",
        crumbs=(GROUPS, make_group_crumb(dossier)),
        group=group,
        years=[
            (year, [show_event(event, content, of_all=False) for event in inside])
            for year, inside in groupby(events, key=lambda event: event.day.year)
        ],
        gap=find_gap(content),
        feed_file=name_group_feed(group.id),
        feed=make_group_feed(dossier),
        searchable=False,
    )


def make_group_feed(dossier: Dossier) -> Crumb:
    """Give a group's feed, for feed readers that look for one on a page."""
    return Crumb(text=f"What happened: {dossier.group.title}", address=name_group_feed(dossier.group.id))


def find_gap(content: SiteContent) -> str:
    """Say why changes of records are not known, or not all of them; empty where they are."""
    return content.history.gap or ("" if content.history.commit else "the git history was left out")


def group_by_month(events: Iterable[LoggedEvent]) -> Iterator[tuple[str, Iterator[LoggedEvent]]]:
    """Give events month by month."""
    return groupby(events, key=lambda event: event.month)


def show_months(events: Iterable[LoggedEvent], content: SiteContent) -> list[LoggedMonth]:
    """Give the events of every group month by month as a page shows them."""
    return [
        LoggedMonth(month=month, events=tuple(show_event(event, content, of_all=True) for event in inside))
        for month, inside in group_by_month(events)
    ]


def show_event(event: LoggedEvent, content: SiteContent, *, of_all: bool) -> ShownEvent:
    """Give what a page shows of an event; `of_all` on a page with the events of every group."""
    title = content.log.titles.get(event.group, "")
    anchor = event.anchor_of_all if of_all else event.anchor
    group = ShownItem(name=title, address=f"groups/{event.group}/") if title and of_all else None
    if event.state is not None:
        return show_state(event.state, ShownEvent(event=event, anchor=anchor, group=group), content)
    named = event.changes[: MOST_OF_ALL if of_all else MOST_RECORDS]
    return ShownEvent(
        event=event,
        anchor=anchor,
        group=group,
        parts=tuple(
            (sentence(what), tuple(show_item(change, content) for change in inside))
            for what, inside in groupby(named, key=lambda change: change.what)
        ),
        more=len(event.changes) - len(named),
        mark=make_mark(event.approval, content.register.settings.repository),
    )


def list_news(content: SiteContent) -> Iterator[ShownEvent]:
    """Give what is news, the newest first: other states, and public records that are new or withdrawn."""
    for event in content.log.events:
        changes = tuple(one for one in event.changes if one.what in NEWS and is_public(one.outcome, content))
        if changes or (event.state is not None and is_public(event.state.outcome, content)):
            yield show_event(replace(event, changes=changes[:MOST_NEWS]), content, of_all=True)


def is_public(outcome: Outcome | None, content: SiteContent) -> bool:
    """Tell whether what belongs to an outcome, or to none, may be news."""
    return outcome is None or content.find_state(outcome).has_page


def show_state(change: StateChange, shown: ShownEvent, content: SiteContent) -> ShownEvent:
    """Give what a page shows of a change of state."""
    outcome = change.outcome
    if outcome is None:
        told = f"Before: {change.was}. {change.why}"
        return replace(shown, state=name_group_state(change.state), tone=TONES.get(change.state), told=told)
    name = sentence(name_outcome(outcome, "outcome", content.as_of))
    address = content.find_page(outcome.file.path) or ""
    return replace(
        shown,
        state="in quality control" if change.state == OutcomeState.IN_CONTROL else change.state,
        tone=OUTCOME_TONES[OutcomeState(change.state)],
        outcome=ShownItem(name=name, address=address),
    )


def name_group_state(state: str) -> str:
    """Give a group's state in words."""
    return "state not known" if state == "not known" else state


def show_item(change: RecordChange, content: SiteContent) -> ShownItem:
    """Give what a page shows of a changed record; rosters, lists and settings have no page of their own."""
    has_page = change.record is not None and change.kind not in SINGLE_KINDS
    return ShownItem(
        name=name_change(change, content.as_of),
        address=(content.find_page(change.path) or "") if has_page else "",
    )
