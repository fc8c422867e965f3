"""The page of a group, and its reports."""

from collections.abc import Iterable, Iterator
from datetime import date

from scm_site.compliance.board import sort_by_time
from scm_site.compliance.standing import StandingState
from scm_site.days import write_day
from scm_site.filing.form_ways import (
    find_way_to_meet,
    find_ways_back,
    list_ways_for_members,
    list_ways_on,
    list_ways_to_change,
)
from scm_site.pages.changes.log_pages import make_group_feed
from scm_site.pages.changes.shown_approvals import show_provenance
from scm_site.pages.compliance.shown_standings import ShownStanding, show_standings
from scm_site.pages.frame.labels import DECIDED
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import GROUPS, make_group_crumb
from scm_site.pages.frame.shown_members import find_leaders, list_members
from scm_site.pages.frame.shown_offices import list_open_offices
from scm_site.pages.frame.site_content import SiteContent
from scm_site.pages.group.group_list import is_joining_over, show_joining
from scm_site.pages.group.life_line import make_life_line
from scm_site.pages.group.meeting_pages import find_meeting_state, make_meeting_page
from scm_site.pages.group.shown_acts import list_given_up, show_act, show_changes
from scm_site.pages.group.timeline import make_timeline
from scm_site.records.dossier import Dossier
from scm_site.records.group import Group
from scm_site.records.outcome_state import OutcomeState
from scm_site.records.record_file import Record
from scm_site.records.register import find_dossier_records
from scm_site.records.state import derive_state
from scm_site.records.unknown import known
from scm_site.terms.clauses import find_clauses_on
from scm_site.words import KIND_NAMES

#: How many entries of a group's life line are shown at once; the earlier ones are folded.
NEWEST_EVENTS = 8


def make_group_pages(content: SiteContent) -> Iterator[Page]:
    """Make every page of every group."""
    for dossier in content.register.dossiers:
        yield make_group_page(dossier, content)
        if dossier.status_updates or dossier.board_briefs:
            yield make_reports_page(dossier, content)
        yield from (make_meeting_page(dossier, meeting, content) for meeting in dossier.hosted)


def make_group_page(dossier: Dossier, content: SiteContent) -> Page:
    """Make a group's own page: purpose, people, plan, meetings, results, sources."""
    group, register, as_of = dossier.group, content.register, content.as_of
    address = f"groups/{group.id}/"
    proposal = register.find_proposal(known(group.proposal) or "")
    programme = dossier.work_programme
    terms = known(programme.terms_of_reference) if programme else None
    state = derive_state(dossier, as_of)
    newest_first = sorted(
        dossier.every_outcome, key=lambda one: known(one.published) or date.max, reverse=True
    )
    outcomes = [(outcome, content.find_state(outcome)) for outcome in newest_first]
    return render_page(
        "group.html",
        address,
        group.title,
        description=group.summary,
        crumbs=(GROUPS,),
        record=group,
        changed=content.find_last_change(find_dossier_records(dossier)),
        feed=make_group_feed(dossier),
        group=group,
        dossier=dossier,
        programme=programme,
        state=state,
        is_over=state.is_over,
        last_day=dossier.last_day,
        joining_word=show_joining(group, state, as_of),
        joining_is_over=state.is_over or is_joining_over(group, as_of),
        kind_name=KIND_NAMES[group.kind],
        themes=[(theme, register.themes.name_of(theme)) for theme in group.themes],
        chairs=find_leaders(dossier, register, as_of, "chair"),
        co_chairs=find_leaders(dossier, register, as_of, "co-chair" if group.is_focus else "team member"),
        offices={one.role: one for one in list_open_offices(dossier, register, as_of)},
        ways_for_members=list_ways_for_members(dossier),
        members=list(list_members(dossier, register, as_of, Dossier.find_holders)),
        coming_members=list(list_members(dossier, register, as_of, Dossier.find_successors)),
        past_members=list(list_members(dossier, register, as_of, Dossier.find_predecessors)),
        proposal=proposal,
        decided=DECIDED,
        terms=next((v for v in register.settings.terms_of_reference if v.version == terms), None),
        timeline=make_timeline(dossier, as_of),
        kpis=list(show_kpis(dossier)),
        coming=[m for m in dossier.meetings if m.ends_on >= as_of and not m.cancelled],
        past=[m for m in reversed(dossier.meetings) if m.ends_on < as_of or m.cancelled],
        meeting_state=lambda meeting: find_meeting_state(meeting, content),
        public=[(outcome, state) for outcome, state in outcomes if state.has_page],
        is_archived=any(state == OutcomeState.PUBLISHED for _, state in outcomes),
        in_control=[(outcome, state) for outcome, state in outcomes if state.is_in_control],
        ways_on=list_ways_on,
        stories=[(update, story) for update in reversed(dossier.status_updates) for story in update.stories],
        life_line=make_life_line(dossier, content),
        clauses_on=find_clauses_on,
        text=content.render_text(group, address, level=3),
        programme_text=content.render_text(programme, address, level=3) if programme else "",
        approval=show_provenance(content, group, dossier.page),
        acts=[show_act(act, dossier, content) for act in reversed(dossier.acts)],
        changes=show_changes(dossier),
        way_to_meet=find_way_to_meet(dossier),
        ways_to_change=list_ways_to_change(dossier, as_of),
        ways_back=find_ways_back(dossier),
        milestones_given_up=list(list_given_up(dossier, "milestones")),
        names=dossier.held.names,
        goes_on_in=list_named(dossier.ended.goes_on_in if dossier.ended else (), content),
        goes_on_from=list_named(list_forerunners(dossier, content), content),
        as_of=as_of,
        newest=NEWEST_EVENTS,
        edit_address=content.edit_address,
        reconstructed=list(list_reconstructed(dossier)),
        duties=list_duties(dossier, content),
    )


def list_forerunners(dossier: Dossier, content: SiteContent) -> Iterator[str]:
    """Give the groups whose work goes on in one, by their ids."""
    for other in content.register.dossiers:
        if other.ended and dossier.group.id in other.ended.goes_on_in:
            yield other.group.id


def list_named(groups: Iterable[str], content: SiteContent) -> list[Group]:
    """Give groups by their ids; those that are not there are left out."""
    found = {dossier.group.id: dossier.group for dossier in content.register.dossiers}
    return [found[group] for group in groups if group in found]


def list_duties(dossier: Dossier, content: SiteContent) -> dict[str, list[ShownStanding]]:
    """Give how a group stands to its duties, in the order of due dates: what is behind, what is next, what is later.

    Next are all open ones and, of each duty, the first that falls due later.
    """
    row = content.board.find_row(dossier.group.id)
    cells = row.cells if row and dossier.group.is_focus else ()
    standings = sort_by_time(standing for cell in cells for standing in cell.standings)
    later = (StandingState.NOT_YET_DUE, StandingState.UNKNOWN)
    waiting = [one for one in standings if one.state == StandingState.NOT_YET_DUE and one.due]
    upcoming = {one.duty.id: one for one in reversed(waiting)}
    following = {one.id for one in upcoming.values()}
    following |= {one.id for one in standings if one.state.is_open}
    parts = {
        "before": [one for one in standings if not one.state.is_open and one.state not in later],
        "now": [one for one in standings if one.id in following],
        "later": [one for one in standings if one.state in later and one.id not in following],
    }
    return {name: show_standings(part, content) for name, part in parts.items()}


def list_reconstructed(dossier: Dossier) -> Iterator[tuple[Record, str]]:
    """Give each reconstructed record that a group's page shows beside the group's own, with what it is."""
    parts: list[tuple[Record | None, str]] = [
        (dossier.work_programme, "the work programme"),
        *((act, f"the act of {write_day(act.day)}") for act in dossier.acts),
    ]
    return ((part, name) for part, name in parts if part is not None and part.is_reconstructed)


def show_kpis(dossier: Dossier) -> Iterator[dict[str, object]]:
    """Give each KPI with its last reading and all of them; those that are followed no longer come last."""
    given_up = dict(list_given_up(dossier, "kpis"))
    gone = (kpi for name, kpi in dossier.held.every_kpi.items() if name in given_up)
    for kpi in (*dossier.kpis, *gone):
        readings = dossier.find_readings(kpi.id)
        measured = [(day, reading) for day, reading in readings if reading.value is not None]
        last = measured[-1] if measured else None
        yield {"kpi": kpi, "readings": readings, "last": last, "given_up": given_up.get(kpi.id)}


def make_reports_page(dossier: Dossier, content: SiteContent) -> Page:
    """Make the page of a group's status updates and board briefs, the newest first."""
    group = dossier.group
    address = f"groups/{group.id}/reports/"
    return render_page(
        "reports.html",
        address,
        f"Reports: {group.title}",
        searchable=False,  # the group's page has the stories; the rest is work in progress
        description=f"Status updates and board briefs of the group {group.title}.",
        crumbs=(GROUPS, make_group_crumb(dossier)),
        group=group,
        updates=list(reversed(dossier.status_updates)),
        briefs=[(b, content.render_text(b, address, level=4)) for b in reversed(dossier.board_briefs)],
        names=dossier.held.names,
        kpis=dossier.held.every_kpi,
        find_event=content.register.find_event,
        reconstructed=[
            report for report in (*dossier.status_updates, *dossier.board_briefs) if report.is_reconstructed
        ],
        edit_address=content.edit_address,
    )
