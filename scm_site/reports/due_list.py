"""What is due and was due, by who is responsible: items with the files that close them, mandates, answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from scm_site.compliance.arrivals import Arrivals
from scm_site.compliance.board import Board, Row, sort_by_time
from scm_site.compliance.duty import ROLES
from scm_site.compliance.mandates import Mandate, list_mandates
from scm_site.compliance.standing import Standing, StandingState
from scm_site.compliance.waits import Wait, list_waits, name_awaited
from scm_site.filing.closing import Closing, find_closing
from scm_site.filing.forge import make_edit_address
from scm_site.filing.ways_out import WayOut, list_ways_out
from scm_site.records.dossier import Dossier
from scm_site.records.register import Register
from scm_site.reports.due_people import find_accounts


@dataclass(frozen=True, kw_only=True, slots=True)
class DueItem:
    """One thing to do: its standing, due date and days until then, the file that closes it, and its form or ""."""

    standing: Standing
    due: date
    days: int
    closing: Closing
    form: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DueGroup:
    """What one role owes in one group; `is_over`: the group has ended, and nobody is expected to do it any more."""

    dossier: Dossier
    is_over: bool
    accounts: tuple[str, ...]
    items: tuple[DueItem, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DueBlock:
    """What one role owes, group by group: what groups left open when they ended comes last."""

    role: str
    groups: tuple[DueGroup, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class EndingMandate:
    """A mandate that ends, with the ways out that are still open, each with the whole address of its form or ""."""

    mandate: Mandate
    ways: tuple[tuple[WayOut, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenAnswer:
    """An answer that takes longer than the settings say: what waits, and the file that takes the answer."""

    wait: Wait
    title: str
    address: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DueList:
    """Everything that is due within some days of a day, or was due before it.

    `unknown` is the number of standings of which nobody can tell; `gap` says what git could not tell.
    """

    as_of: date
    within: int
    unknown: int
    gap: str
    blocks: tuple[DueBlock, ...]
    mandates: tuple[EndingMandate, ...]
    answers: tuple[OpenAnswer, ...]


def make_due_list(
    board: Board, register: Register, arrivals: Arrivals, *, within: int, group: str | None = None
) -> DueList:
    """Give what is due within some days, in all groups or in one."""
    rows = [row for row in board.rows if group in (None, row.dossier.group.id)]
    ground = _Ground(board=board, register=register, arrivals=arrivals, within=within, group=group)
    blocks = (DueBlock(role=role, groups=tuple(list_groups(role, rows, ground))) for role in ROLES)
    return DueList(
        as_of=board.as_of,
        within=within,
        unknown=sum(
            one.state is StandingState.UNKNOWN for row in rows for cell in row.cells for one in cell.standings
        ),
        gap=arrivals.history.gap,
        blocks=tuple(block for block in blocks if block.groups),
        mandates=tuple(list_ending(ground)),
        answers=tuple(list_answers(ground)),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Ground:
    """What the list is made from, and for what it was asked."""

    board: Board
    register: Register
    arrivals: Arrivals
    within: int
    group: str | None


def list_groups(role: str, rows: list[Row], ground: _Ground) -> Iterator[DueGroup]:
    """Give each group in which a role owes something; what was left open when a group ended stands apart, and last."""
    board, roster = ground.board, ground.register.secretariat
    for is_over, row in ((is_over, row) for is_over in (False, True) for row in rows):
        owed = sort_by_time(
            one
            for cell in row.cells
            for one in cell.standings
            if role in cell.duty.responsible
            and is_wanted(one, ground)
            and board.is_left_behind(one) == is_over
        )
        if owed:
            yield DueGroup(
                dossier=row.dossier,
                is_over=is_over,
                accounts=find_accounts(role, row.dossier, owed, roster, board.as_of),
                items=tuple(make_item(one, ground) for one in owed),
            )


def is_wanted(standing: Standing, ground: _Ground) -> bool:
    """Tell whether something is still to be done, and was due or falls due within the days asked for."""
    if standing.due is None or not (standing.state.is_open or standing.state == StandingState.NOT_YET_DUE):
        return False
    return (standing.due - ground.board.as_of).days <= ground.within


def make_item(standing: Standing, ground: _Ground) -> DueItem:
    """Give what is to be done, with the file that closes it."""
    as_of = ground.board.as_of
    due = standing.due or as_of
    closing = find_closing(standing, ground.register, ground.arrivals.schemas)
    form = make_whole_address(closing.form, ground.register)
    return DueItem(standing=standing, due=due, days=(due - as_of).days, closing=closing, form=form)


def make_whole_address(form: str, register: Register) -> str:
    """Give the whole address of a form, for a list that is read elsewhere than on the site; "" where there is none."""
    return register.settings.site.make_address(form) if form else ""


def list_ending(ground: _Ground) -> Iterator[EndingMandate]:
    """Give the mandates that end within the days of the settings, or within those asked for when they are more."""
    as_of, days = ground.board.as_of, ground.board.days
    for mandate in list_mandates(ground.board, max(days.end_announced, ground.within)):
        if ground.group in (None, mandate.dossier.group.id):
            ways = list_ways_out(mandate, as_of, ground.register, ground.arrivals.schemas)
            told = tuple((way, make_whole_address(way.form, ground.register)) for way in ways)
            yield EndingMandate(mandate=mandate, ways=told)


def list_answers(ground: _Ground) -> Iterator[OpenAnswer]:
    """Give what waits for an answer longer than agreed; a proposal belongs to no group yet."""
    edit = make_edit_address(ground.register.settings.repository)
    for wait in list_waits(ground.register, ground.arrivals, ground.board.as_of):
        file = wait.record.file
        if wait.until is None and wait.is_over_limit and ground.group in (None, file.group):
            address = edit + quote(file.path) if edit else ""
            yield OpenAnswer(
                wait=wait, title=name_awaited(wait, ground.register, ground.board.as_of), address=address
            )
