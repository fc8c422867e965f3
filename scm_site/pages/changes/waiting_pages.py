"""What waits for approval: open pull requests, since when, and whose agreement each of them still needs."""

from collections.abc import Iterable
from dataclasses import dataclass

from scm_site.approval.agreements import Verdict
from scm_site.approval.approvers import AGREED_AS
from scm_site.approval.change_kinds import CODE
from scm_site.approval.offices import OF_A_GROUP, find_offices
from scm_site.approval.waiting import Waiting, list_waiting
from scm_site.data.record_names import name_kind
from scm_site.filing.forge import FORGE_NAMES, make_pull_request_address, make_pull_requests_address
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import APPROVALS, WAITING
from scm_site.pages.frame.site_content import SiteContent
from scm_site.reading.characters import make_masked_line
from scm_site.records.group import Group
from scm_site.sentences import sentence

#: Anybody can open pull requests, so the page and a title on it have an end; the data has them all.
MOST = 200
LONGEST_TITLE = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownNeed:
    """An agreement in words: of whom, in place of whom, how many of how many agreed."""

    office: str
    instead: str
    agreed: int
    needed: int
    is_met: bool
    is_possible: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownWaiting:
    """An open pull request; `title` is what a stranger typed."""

    waiting: Waiting
    title: str
    address: str
    kinds: tuple[str, ...]
    groups: tuple[Group, ...]
    needs: tuple[ShownNeed, ...]


def make_waiting_page(content: SiteContent) -> Page:
    """Make the page of what waits for approval; without the forge's records it says so."""
    records, offices = content.records, find_offices(content.register)
    waiting = list(list_waiting(records, offices, content.as_of)) if records else []
    return render_page(
        "waiting.html",
        WAITING.address,
        WAITING.text,
        description="Open pull requests of the register: what they change, who must agree, and since when they wait.",
        crumbs=(APPROVALS,),
        has_contents=False,
        records=records,
        collected=records.collected_at.date() if records else None,
        waiting=[show_waiting(one, content) for one in waiting[:MOST]],
        more=max(len(waiting) - MOST, 0),
        requests_address=make_pull_requests_address(content.register.settings.repository),
        has_rules=offices.approvals is not None,
        forge_name=name_forge(content),
        as_of=content.as_of,
        searchable=False,
    )


def name_forge(content: SiteContent) -> str:
    """Give the forge's name, or what else to call it."""
    return FORGE_NAMES[content.register.settings.repository.forge] or "the forge"


def show_waiting(one: Waiting, content: SiteContent) -> ShownWaiting:
    """Give what the page shows of an open pull request."""
    groups = (content.register.find_dossier(group).group for group in one.groups)
    return ShownWaiting(
        waiting=one,
        title=shorten(make_masked_line(one.request.title)),
        address=make_pull_request_address(content.register.settings.repository, one.request.number),
        kinds=tuple(tell_kinds(one.kinds)),
        groups=tuple(groups),
        needs=tuple(show_need(verdict) for verdict in one.verdicts),
    )


def shorten(title: str) -> str:
    """Give a title that fits; what is left out is marked."""
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"


def tell_kinds(kinds: Iterable[str]) -> list[str]:
    """Give kinds of change in words; the first one starts with a capital letter."""
    told = ["program, workflows or documents" if kind == CODE else name_kind(kind) for kind in kinds]
    return [sentence(words) if not number else words for number, words in enumerate(told)]


def show_need(verdict: Verdict) -> ShownNeed:
    """Give an agreement in words; `instead` says in whose place somebody else agrees, and why."""
    return ShownNeed(
        office=name_short(verdict),
        instead=verdict.cannot,
        agreed=len(verdict.agreed),
        needed=verdict.needed,
        is_met=verdict.is_met,
        is_possible=len(verdict.able) >= verdict.needed,
    )


def name_short(verdict: Verdict) -> str:
    """Give an office in words; the group stands in a place of its own."""
    if verdict.office == "group":
        return "Chair or co-chair"
    name = AGREED_AS[verdict.office]
    return sentence(
        name if verdict.office in OF_A_GROUP or verdict.office != "maintainers" else "maintainers"
    )
