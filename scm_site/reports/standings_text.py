"""Standings for a terminal: a paragraph for each group, what is open first, then the rest in a line each."""

from collections.abc import Iterator, Sequence
from datetime import date

from scm_site.compliance.board import Row, sort_standings
from scm_site.compliance.standing import Standing, StandingState
from scm_site.days import write_day
from scm_site.reading.git_history import History
from scm_site.reports.plain_line import make_plain_line
from scm_site.reports.standing_words import tell_computed

#: The longest word for a state, so that the names stand below each other.
_WIDTH = max(map(len, StandingState))


def render_standings(rows: Sequence[Row], as_of: date, history: History) -> str:
    """Give the standings of some groups on a day."""
    groups = ["\n".join(render_group(row)) for row in rows] or [tell_none(history)]
    return "\n\n".join([make_plain_line(tell_computed(as_of, history)), *groups]) + "\n"


def tell_none(history: History) -> str:
    """Say that there was nothing to judge on the day, and since when there is."""
    days = [versions[0].day for path, versions in history.versions.items() if path.endswith("/group.md")]
    first = min((day for day in days if day is not None), default=None)
    since = f" The first one in this history arrived on {write_day(first)}." if first else ""
    return f"There was no such group in the register by that day.{since}"


def render_group(row: Row) -> Iterator[str]:
    """Give a heading, what is open with the reason, and the rest; one line where nobody knows the duties."""
    group = row.dossier.group
    heading = f"{group.title} ({group.id}), {row.state.name}"
    standings = [one for cell in row.cells for one in cell.standings]
    if not group.is_focus:
        yield make_plain_line(f"{heading}: {standings[0].why}")
        return
    opened = sort_standings(one for one in standings if one.state.is_open)
    yield make_plain_line(f"{heading}: {count_open(opened)}")
    for one in opened:
        yield render_standing(one)
        yield f"  {'':{_WIDTH}}  {make_plain_line(one.why)}"
    yield from (render_standing(one) for one in standings if not one.state.is_open)


def count_open(opened: Sequence[Standing]) -> str:
    """Say how many standings are open: `1 overdue, 2 due soon`."""
    states = [one.state for one in opened]
    counts = [f"{states.count(state)} {state}" for state in StandingState if state in states]
    return ", ".join(counts) or "nothing is open"


def render_standing(standing: Standing) -> str:
    """Give a standing in one line: state, duty, due date, clause, who, and what became of it."""
    due = f"due {standing.due}" if standing.due else ""
    outcome = "" if standing.state.is_open else tell_outcome(standing)
    parts = (standing.name, due, standing.duty.clause_words, standing.duty.who, outcome)
    return f"  {standing.state:{_WIDTH}}  {make_plain_line('; '.join(part for part in parts if part))}"


def tell_outcome(standing: Standing) -> str:
    """Say when a standing was met, and what day the file gives if it is another; else why it is as it is."""
    if standing.state == StandingState.NOT_YET_DUE and standing.due:
        return ""
    if not standing.state.is_met or standing.met_on is None:
        return standing.why
    mark = ", long before it arrived" if standing.is_claim_early else ""
    is_other = standing.claimed_on not in (None, standing.met_on)
    return f"met on {standing.met_on}" + (f", dated {standing.claimed_on}{mark}" if is_other else "")
