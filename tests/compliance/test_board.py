"""The order in which standings are listed."""

from datetime import date

from scm_site.compliance.board import sort_standings
from scm_site.compliance.standing import StandingState
from scm_site.pipeline import assess
from tests.built_sites import EXAMPLE, EXAMPLE_DAY


def test_what_needs_attention_comes_first_and_of_that_what_was_due_first() -> None:
    """In whichever order they are given."""
    board = assess(EXAMPLE.parent, as_of=date.fromisoformat(EXAMPLE_DAY), with_history=False).board
    assert board is not None
    order = list(StandingState)
    for given in (board.standings, board.standings[::-1]):
        keys = [(order.index(one.state), one.due or date.max, one.id) for one in sort_standings(given)]
        assert keys == sorted(keys)
        assert len(keys) == len(given) > 100
