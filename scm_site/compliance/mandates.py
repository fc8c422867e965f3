"""What ends, and when: the mandate of each group at work, counted down, with the three ways out (D2, D3, T8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from scm_site.compliance.board import Board
from scm_site.compliance.standing import Standing
from scm_site.records.dossier import Dossier
from scm_site.records.state import State
from scm_site.terms.numbers import LONGEST_NOTICE


@dataclass(frozen=True, kw_only=True, slots=True)
class Mandate:
    """A mandate that ends soon, or has ended without a record of how.

    `days` are those left, negative when it is over. `latest` is the last day on which a group may end that told its
    members of an early end. `results` is the standing of its final results, where there is one.
    """

    dossier: Dossier
    state: State
    last_day: date
    days: int
    latest: date | None
    results: Standing | None

    @property
    def needs_a_way_out(self) -> bool:
        """Whether chair and co-chair still have to choose: extend, close with the outcome, or end the group."""
        return self.dossier.ended is None


def list_mandates(board: Board, days_ahead: int) -> Iterator[Mandate]:
    """Give the mandates that end within some days, and those that are over without a record of how; the first first.

    `days_ahead` is `end_announced` of content/settings.yml, in days.
    """
    rows = [(row.dossier.last_day, row) for row in board.rows if row.dossier.group.is_focus]
    for last, row in sorted(
        ((last, row) for last, row in rows if last), key=lambda pair: (pair[0], pair[1].dossier.group.id)
    ):
        days = (last - board.as_of).days
        if days > days_ahead or not (row.state.is_current or row.state.name == "closing"):
            continue
        ended = row.dossier.ended
        notice = row.dossier.course.notice if ended and ended.how == "early" else None
        results = [one for cell in row.cells for one in cell.standings if cell.duty.id == "final-results"]
        yield Mandate(
            dossier=row.dossier,
            state=row.state,
            last_day=last,
            days=days,
            latest=notice.day + timedelta(days=LONGEST_NOTICE.value_on(notice.day)) if notice else None,
            results=next(iter(results), None),
        )
