"""Which feeds of events the site offers, and what stands in each.

feeds/events.atom             what happened in the whole register, the newest 100 events
groups/<group>/events.atom    the same of one group; also under each former name, so that who reads it keeps it

One event has one id in all of them. Nobody is named: a copy in a feed reader cannot be corrected.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from urllib.parse import quote

from scm_site.data.atom import Entry, Feed, render_feed
from scm_site.data.calendar_entry import find_first_id, make_address
from scm_site.data.calendar_ids import find_host
from scm_site.data.log import Log, LoggedEvent
from scm_site.data.log_words import tell_event, tell_why
from scm_site.records.outcome_state import derive_outcome_state
from scm_site.records.register import Register

ALL = "feeds/events.atom"
OF_GROUP = "groups/{}/events.atom"
LONGEST = 100

#: A name belongs to whoever had the site's host in that year (RFC 4151); what stands here must never change.
TAG = "tag:{},2026:{}"


def make_feed_files(log: Log, register: Register) -> Iterator[tuple[str, bytes]]:
    """Give every feed, each with its path below the site's root."""
    name = register.settings.site.name
    head = make_head("register", f"What happened: {name}", ALL, "log/", register)
    yield ALL, render_feed(head, (make_entry(event, log, register) for event in log.events[:LONGEST]))
    for dossier in register.dossiers:
        group = dossier.group
        head = make_head(
            f"group/{find_first_id(group)}",
            f"What happened: {group.title}",
            name_group_feed(group.id),
            f"groups/{group.id}/log/",
            register,
        )
        own = log.list_of(group.id)[:LONGEST]
        written = render_feed(head, (make_entry(event, log, register) for event in own))
        for address in (group.id, *group.former_ids):
            yield name_group_feed(address), written


def name_group_feed(group: str) -> str:
    """Give the path of a group's feed."""
    return OF_GROUP.format(group)


def make_tag(name: str, register: Register) -> str:
    """Give an id that is unique and never changes: the site's host, a year, and the name of what it stands for."""
    return TAG.format(find_host(register.settings.site.address), quote(name))


def make_head(name: str, title: str, path: str, page: str, register: Register) -> Feed:
    """Give the head of a feed; without an event it is as old as the register."""
    site = register.settings.site
    return Feed(
        id=make_tag(f"feed/{name}", register),
        title=title,
        author=site.managed_by or site.name,
        address=make_address(register, path),
        page=make_address(register, page),
        updated=datetime.combine(register.settings.register_opened, time(), tzinfo=UTC),
    )


def make_entry(event: LoggedEvent, log: Log, register: Register) -> Entry:
    """Give an event as an entry."""
    told = f"{log.titles.get(event.group, 'Register')} – {tell_event(event, log.as_of)}"
    return Entry(
        id=make_tag(event.name, register),
        updated=event.moment,
        title=told,
        summary=tell_why(event) or told,
        address=make_address(register, find_place(event, log)),
        categories=("state" if event.state else "change",),
    )


def find_place(event: LoggedEvent, log: Log) -> str:
    """Give the page that tells more: of the group or the outcome whose state changed, or the place in the log."""
    if event.group not in log.titles:
        return f"log/{event.month}/#{event.anchor_of_all}"
    if event.state is None:
        return f"groups/{event.group}/log/#{event.anchor}"
    outcome = event.state.outcome
    if outcome is None:
        return f"groups/{event.group}/"
    has_page = derive_outcome_state(outcome, log.as_of).has_page
    return f"groups/{event.group}/outcomes/{outcome.id}/" if has_page else f"groups/{event.group}/#outcomes"
