"""Standings for a terminal: a paragraph for each group, what is open first, then the rest in a line each."""

from collections.abc import Iterator, Sequence

from scm_site.compliance.board import Board, Row, sort_standings
from scm_site.compliance.standing import Standing, StandingState
from scm_site.days import write_day
from scm_site.reading.git_history import History
from scm_site.records.register import Register
from scm_site.reports.standing_words import tell_computed
from scm_site.reports.terminal_line import make_terminal_line

#: The longest word for a state, so that the names stand below each other.
_WIDTH = max(map(len, StandingState))


def render_standings(board: Board, register: Register, history: History, group: str | None = None) -> str:
    """Give the standings of all groups on the day of a board, or of one."""
    rows = [row for row in board.rows if group in (None, row.dossier.group.id)]
    groups = ["\n".join(render_group(row)) for row in rows] or [tell_none(register, history, group)]
    computed = tell_computed(board.as_of, history, register.settings.repository)
    return "\n\n".join([make_terminal_line(computed), *groups]) + "\n"


def tell_none(register: Register, history: History, group: str | None) -> str:
    """Say that there was nothing to judge on the day, and since when there is."""
    asked = [one.group.file.path for one in register.dossiers if group in (None, one.group.id)]
    if not asked:
        return "There is no group in the register."
    days = [versions[0].day for versions in map(history.versions.get, asked) if versions]
    first = min((day for day in days if day is not None), default=None)
    one = "it" if group else "the first of those that are there now"
    since = f"; {one} arrived on {write_day(first)}" if first else ""
    return f"{'This group was not' if group else 'No group was'} in the register by that day{since}."


def render_group(row: Row) -> Iterator[str]:
    """Give a heading, what is open with the reason, and the rest; one line where nobody knows the duties."""
    group = row.dossier.group
    heading = f"{group.title} ({group.id}), {row.state.name}"
    standings = [one for cell in row.cells for one in cell.standings]
    if not group.is_focus:
        yield make_terminal_line(f"{heading}: {standings[0].why}")
        return
    opened = sort_standings(one for one in standings if one.state.is_open)
    is_unknown = any(one.state is StandingState.UNKNOWN for one in standings)
    nothing = "nothing is known to be open" if is_unknown else "nothing is open"
    yield make_terminal_line(f"{heading}: {count_open(opened) or nothing}")
    for one in opened:
        yield render_standing(one)
        yield f"  {'':{_WIDTH}}  {make_terminal_line(one.why)}"
    yield from (render_standing(one) for one in standings if not one.state.is_open)


def count_open(opened: Sequence[Standing]) -> str:
    """Say how many standings are open: `1 overdue, 2 due soon`; empty where none is."""
    states = [one.state for one in opened]
    counts = [f"{states.count(state)} {state}" for state in StandingState if state in states]
    return ", ".join(counts)


def render_standing(standing: Standing) -> str:
    """Give a standing in one line: state, duty, due date, clause, who, and what became of it."""
    due = f"due {standing.due}" if standing.due else ""
    outcome = "" if standing.state.is_open else tell_outcome(standing)
    parts = (standing.name, due, standing.duty.clause_words, standing.duty.who, outcome)
    return f"  {standing.state:{_WIDTH}}  {make_terminal_line('; '.join(part for part in parts if part))}"


def tell_outcome(standing: Standing) -> str:
    """Say when a standing was met, and what day the file gives if it is another; else why it is as it is."""
    if standing.state == StandingState.NOT_YET_DUE and standing.due:
        return ""
    if not standing.state.is_met or standing.met_on is None:
        return standing.why
    mark = ", long before it arrived" if standing.is_claim_early else ""
    is_other = standing.claimed_on not in (None, standing.met_on)
    return f"met on {standing.met_on}" + (f", dated {standing.claimed_on}{mark}" if is_other else "")
