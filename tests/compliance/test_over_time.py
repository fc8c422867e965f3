"""What holds on every day, whatever happened: the past does not change, and the clock changes no check."""

import inspect
import pkgutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from scm_site import checks
from scm_site.cli.main import main
from scm_site.compliance.board import Board, make_board
from scm_site.compliance.standing import Standing, StandingState
from scm_site.demo.repository import Repository
from scm_site.pipeline import Assessed, assess, check
from tests.compliance.stories import (
    STORIES,
    STORIES_WITH_A_MEETING_CALLED_OFF,
    STORIES_WITHOUT_CORRECTIONS,
    STORIES_WITHOUT_OTHER_NUMBERS,
    Lines,
    make_story,
)
from tests.standing_cases import STANDINGS, make_repository, read_case

LAST = date(2026, 4, 1)
DAYS = st.dates(date(2024, 12, 1), LAST)

#: A move that was agreed before a date passed may arrive so long after it: `filing` in the settings.
MOVES_ARE_FILED = timedelta(days=7)

#: Each story makes a repository, so that looking for a smaller one that fails would take minutes.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)

by_number = pytest.mark.parametrize(
    "number",
    [5, pytest.param(40, marks=pytest.mark.slow("40 stories at random, of which 5 are always tried"))],
)


def try_stories(number: int, *given_by: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], None]:
    """Call what is decorated with so many stories."""
    return lambda look: settings(max_examples=number, deadline=None, phases=PHASES)(given(*given_by)(look))()


@contextmanager
def make_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def give_board(register: Path, day: date) -> tuple[Assessed, Board]:
    assessed = assess(register, as_of=day)
    assert assessed.board is not None, [finding.message for finding in assessed.checked.findings]
    return assessed, assessed.board


def tell(standing: Standing) -> tuple[object, ...]:
    """Give what a standing says, without the records that it rests on."""
    owed = (standing.id, standing.due, standing.waiver and standing.waiver.id)
    days = (standing.met_on, standing.claimed_on, standing.is_claim_early)
    return (*owed, *days, standing.commit, standing.state, standing.why)


@by_number
def test_a_past_day_uses_nothing_that_arrived_later(number: int) -> None:
    """Assessing a day with the whole history is assessing it with the history that there was on that day."""

    @try_stories(number, STORIES_WITH_A_MEETING_CALLED_OFF, st.data())
    def look(parts: tuple[Lines, ...], data: st.DataObject) -> None:
        with make_folder() as folder:
            register, commits = make_story(parts, folder)
            day = data.draw(
                st.sampled_from([*commits, *(max(day - timedelta(days=1), commits[0]) for day in commits)])
                | DAYS
            )
            _, whole = give_board(register, day)
            cut = cut_history(register, day)
            assert [tell(one) for one in whole.standings] == [
                tell(one) for one in give_board(cut, day)[1].standings
            ]


def cut_history(register: Path, day: date) -> Path:
    """Give a clone that ends with the last commit of a day."""
    cut = register.with_name("cut")
    clone = Repository(register.with_name("other"))
    clone.git("clone", "--quiet", "--no-checkout", str(register), str(cut))
    last = clone.git("log", "-1", "--format=%H", f"--until={day}T23:59:59Z", "origin/main", folder=cut)
    clone.git("checkout", "--quiet", "-B", "main", last, folder=cut)
    return cut


@by_number
def test_what_was_met_stays_met(number: int) -> None:
    @try_stories(number, STORIES_WITHOUT_CORRECTIONS, st.lists(DAYS, min_size=6, max_size=6))
    def look(parts: tuple[Lines, ...], days: list[date]) -> None:
        with make_folder() as folder:
            register, commits = make_story(parts, folder)
            assessed, _ = give_board(register, LAST)
            met: set[str] = set()
            for day in sorted([*commits, *days, LAST]):
                board = make_board(assessed.checked.register, assessed.arrivals, day)
                now = {one.id for one in board.standings if one.state.is_met}
                assert met <= now, day
                met = now


@by_number
def test_in_time_or_late_is_settled_once_and_for_all(number: int) -> None:
    @try_stories(number, STORIES_WITHOUT_CORRECTIONS, DAYS, st.integers(1, 500))
    def look(parts: tuple[Lines, ...], day: date, later: int) -> None:
        with make_folder() as folder:
            register, _ = make_story(parts, folder)
            assessed, before = give_board(register, day)
            after = make_board(assessed.checked.register, assessed.arrivals, day + timedelta(days=later))
            states = {one.id: (one.state, one.met_on) for one in after.standings}
            for one in before.standings:
                if one.state.is_met:
                    assert states[one.id] == (one.state, one.met_on)


@by_number
def test_a_due_date_that_has_passed_does_not_move(number: int) -> None:
    """Whatever arrives later: another number of days, another plan, who comes and goes."""

    @try_stories(number, STORIES, DAYS, st.integers(1, 300))
    def look(parts: tuple[Lines, ...], day: date, later: int) -> None:
        with make_folder() as folder:
            register, _ = make_story(parts, folder)
            assessed, before = give_board(register, day)
            after = make_board(assessed.checked.register, assessed.arrivals, day + timedelta(days=later))
            due = {one.id: one.due for one in after.standings}
            for one in before.standings:
                if one.due and one.due < day - MOVES_ARE_FILED and one.state.is_open:
                    assert due[one.id] == one.due


@by_number
def test_what_git_does_not_know_is_never_said_otherwise(number: int) -> None:
    """A clone that knows the newest commit only says the same as the whole history, or that it does not know."""

    @try_stories(number, STORIES_WITHOUT_OTHER_NUMBERS)
    def look(parts: tuple[Lines, ...]) -> None:
        with make_folder() as folder:
            register, _ = make_story(parts, folder)
            _, whole = give_board(register, LAST)
            shallow = register.with_name("shallow")
            Repository(register.with_name("other")).git(
                "clone", "--quiet", "--depth=1", register.as_uri(), str(shallow)
            )
            told = {one.id: one.state for one in whole.standings}
            for one in give_board(shallow, LAST)[1].standings:
                assert one.state in (StandingState.UNKNOWN, told.get(one.id)), one.id


def test_the_clock_changes_no_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A register in which much is overdue is checked as on the day on which nothing was."""
    case = read_case(STANDINGS / "every-duty/nothing-filed")
    register = make_repository(case, tmp_path / "register")
    states = [give_board(register, day)[1].counts[StandingState.OVERDUE] for day in (date(2024, 12, 1), LAST)]
    assert states[0] == 0 < states[1]
    assert (main(["--root", str(register), "check"]), capsys.readouterr().out) == (
        0,
        f"{check(register).files} files, nothing to mend\n",
    )


def test_no_check_takes_a_day_to_look_from() -> None:
    modules = [
        import_module(found.name) for found in pkgutil.walk_packages(checks.__path__, "scm_site.checks.")
    ]
    own: list[Callable[..., object]] = [check]
    own += [made for module in modules for made in vars(module).values() if inspect.isfunction(made)]
    assert len(own) > 100
    taken = {
        name
        for made in own
        if made.__module__.startswith(("scm_site.checks.", "scm_site.pipeline"))
        for name in inspect.signature(made).parameters
    }
    assert taken & {"as_of", "today", "now"} == set()
