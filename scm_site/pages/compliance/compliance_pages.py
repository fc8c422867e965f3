"""The compliance dashboard: what needs attention first, then every group and duty, ends, answers, waivers, trend."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from scm_site.addresses import address_of
from scm_site.compliance.board import Board, Row
from scm_site.compliance.duties import DUTIES
from scm_site.compliance.duty import ROLES, Duty
from scm_site.compliance.mandates import Mandate, list_mandates
from scm_site.compliance.standing import MEANINGS, StandingState
from scm_site.compliance.trend import make_trend
from scm_site.compliance.waits import Wait, find_median, list_waits, name_awaited
from scm_site.filing.form_ways import list_ways_of_row
from scm_site.filing.ways_out import list_ways_out
from scm_site.pages.compliance.shown_standings import (
    STANDING_TONES,
    ShownStanding,
    show_standing,
    show_together,
)
from scm_site.pages.compliance.trend_chart import make_chart
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import COMPLIANCE
from scm_site.pages.frame.shown_members import find_grantor
from scm_site.pages.frame.shown_offices import list_open_offices
from scm_site.pages.frame.site_content import SiteContent
from scm_site.records.acts.waives import Waives
from scm_site.records.dossier import Dossier
from scm_site.records.proposal import Proposal
from scm_site.records.unknown import known
from scm_site.sentences import sentence

#: How many answers are shown at once; the older ones are folded.
NEWEST_ANSWERS = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownRow:
    """A row of the matrix: the group, and its cells in the order of the columns; no cells where no duty is known."""

    row: Row
    cells: tuple[tuple[ShownStanding, int, int], ...]
    states: tuple[StandingState, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownWaiver:
    """A waiver with its group and the name of who granted it."""

    dossier: Dossier
    waiver: Waives
    granted_by: str
    is_in_force: bool


def make_compliance_page(content: SiteContent) -> Page:
    """Make the page “Compliance”: what needs attention, the matrix, mandates, answers, waivers, the trend."""
    board, register = content.board, content.register
    arrivals = content.arrivals
    waits = list(list_waits(register, arrivals, content.as_of))
    groups = [row.dossier.group for row in board.rows]
    slots = make_filter_slots(
        group=[group.id for group in groups], role=list(ROLES), state=[state.value for state in StandingState]
    )
    duties = sort_duties(board)
    rows = [show_row(row, duties, content) for row in sort_rows(board.rows)]
    return render_page(
        "compliance.html",
        COMPLIANCE.address,
        COMPLIANCE.text,
        description="What is due and overdue in each group, why, and which file closes it.",
        has_contents=False,  # the matrix takes the whole width
        as_of=content.as_of,
        commit=content.history.commit,
        gap=content.history.gap,
        is_unknown=bool(board.counts[StandingState.UNKNOWN]),
        counts=[(state, board.counts[state], STANDING_TONES[state]) for state in StandingState],
        meanings=[(state, MEANINGS[state], STANDING_TONES[state]) for state in StandingState],
        left=len(board.left_open),
        attention=show_together(board.attention, content),
        left_open=show_together(board.left_open, content),
        rows=rows,
        duties=duties,
        slots=slots,
        group_options=[(group.id, group.title, slots["group", group.id]) for group in groups],
        role_options=[(make_value(role), sentence(role), slots["role", role]) for role in ROLES],
        state_options=[
            (make_value(state), sentence(state), slots["state", state.value]) for state in StandingState
        ],
        mandates=[
            (one, list(list_ways_out(one, content.as_of, register, content.schemas)))
            for one in find_mandates(content)
        ],
        offices=[
            (row.dossier.group, office)
            for row in board.rows
            for office in list_open_offices(row.dossier, register, content.as_of)
        ],
        ways_of_row=lambda row: list_ways_of_row(register.find_dossier(row.dossier.group.id), content.as_of),
        end_announced=board.days.end_announced,
        waiting=[wait for wait in waits if wait.until is None],
        answered=sorted((w for w in waits if w.until), key=lambda w: w.until or date.min, reverse=True),
        newest=NEWEST_ANSWERS,
        medians=[
            (who, find_median([w for w in waits if w.approver == who]))
            for who in ("Advisory Board", "Secretariat")
        ],
        show_wait=lambda wait: show_wait(wait, content),
        waivers=sorted(list_waivers(content), key=lambda one: (not one.is_in_force, one.waiver.first_day)),
        chart=make_chart(list(make_trend(register, arrivals, board))),
        opened=register.settings.register_opened,
        searchable=False,
    )


def make_filter_slots(group: list[str], role: list[str], state: list[str]) -> dict[tuple[str, str], str]:
    """Give each option of each filter its slot: a letter for the filter and a number (see scm-filter.css)."""
    filters = (("c", "group", group), ("a", "role", role), ("b", "state", state))
    return {
        (name, option): f"{letter}{number}"
        for letter, name, options in filters
        for number, option in enumerate(options, start=1)
    }


def sort_rows(rows: Iterable[Row]) -> list[Row]:
    """Give the groups at work first, then those of which it is not known, then those whose time is over."""
    return sorted(
        rows, key=lambda row: (row.state.is_over, not row.state.is_current, row.dossier.group.title)
    )


def find_mandates(content: SiteContent, until: date | None = None) -> Iterator[Mandate]:
    """Give the mandates that end soon, as the settings say, or by a day if that is later."""
    ahead = (until - content.as_of).days if until else 0
    return list_mandates(content.board, max(content.board.days.end_announced, ahead))


def make_value(words: str) -> str:
    """Give words as they stand in an address: `due-soon`."""
    return words.lower().replace(" ", "-")


def sort_duties(board: Board) -> list[Duty]:
    """Give the duties in the order of the columns: those with something open first, so that they are in sight."""
    opened = {one.duty.id for one in board.attention}
    return sorted(DUTIES.values(), key=lambda duty: duty.id not in opened)


def show_row(row: Row, duties: list[Duty], content: SiteContent) -> ShownRow:
    """Give a row of the matrix."""
    cells = sorted(row.cells, key=lambda cell: duties.index(cell.duty))
    shown = tuple((show_standing(cell.lead, content), cell.met, cell.judged) for cell in cells)
    found = {one.state for cell in row.cells for one in cell.standings}
    states = tuple(state for state in StandingState if state in found)
    return ShownRow(row=row, cells=shown if row.dossier.group.is_focus else (), states=states)


def list_waivers(content: SiteContent) -> Iterator[ShownWaiver]:
    """Give every waiver that had been granted by the day, in force or lapsed."""
    for row in content.board.rows:
        for waiver in row.dossier.waivers:
            yield ShownWaiver(
                dossier=row.dossier,
                waiver=waiver,
                granted_by=find_grantor(waiver.granted.by, waiver.granted.day, content),
                is_in_force=waiver.first_day <= content.as_of <= waiver.until,
            )


def show_wait(wait: Wait, content: SiteContent) -> dict[str, str]:
    """Give what a wait is called and where it stands; an outcome that is not public has no title here."""
    record, title = wait.record, name_awaited(wait, content.register, content.as_of)
    if isinstance(record, Proposal):
        return {"title": title, "address": address_of(record), "result": ""}
    control = known(record.quality_control)
    result = control.result if control and wait.until else ""
    return {"title": title, "address": content.find_page(record.file.path) or "", "result": result}
