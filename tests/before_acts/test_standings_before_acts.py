"""On every day of the worked example all stands as it was told before there were acts, but for what is named."""

from datetime import date
from functools import cache
from pathlib import Path

from scm_site.compliance.arrivals import Arrivals
from scm_site.compliance.board import make_board
from scm_site.compliance.situation import hold_register
from scm_site.demo.play import DEMO_DAY
from scm_site.pipeline import CheckResult, check
from scm_site.reading.git_history import read_history
from tests.before_acts.read_before import HERE, Told, list_otherwise, tell, tell_before
from tests.demo_months import list_days, try_each_month
from tests.kept_addresses import read_lines

#: Duties that came later, and so were told by nobody before.
NEW_DUTIES = ("open-office", "charter-again", "next-version", "publication")

#: In this one, two standings are told otherwise on some days, and a meeting moves.
BY_DAY = "2025-09"


@cache
def read_example(root: Path) -> tuple[CheckResult, Arrivals]:
    checked = check(root)
    return checked, Arrivals(history=read_history(root), schemas=checked.schemas)


def tell_now(root: Path, day: date) -> Told:
    checked, arrivals = read_example(root)
    board = make_board(hold_register(checked.register, arrivals, day), arrivals, day)
    return {
        one.id: (one.state.value, str(one.met_on or ""), str(one.due or ""))
        for one in board.standings
        if one.duty.id not in NEW_DUTIES
    }


@try_each_month(BY_DAY)
def test_every_obligation_stands_as_before_on_every_day(demo_history: Path, month: str) -> None:
    for day in list_days(month):
        otherwise = {one["standing"]: tell(one) for one in list_otherwise(str(day))}
        assert tell_now(demo_history, day) == tell_before(str(day)) | otherwise, day


def test_what_is_told_otherwise_differs_and_says_why() -> None:
    for one in read_lines(HERE / "otherwise.csv"):
        for day in (one["from"], one["to"] or str(DEMO_DAY)):
            assert tell_before(day).get(one["standing"]) != tell(one), one
        assert one["why"].startswith(("a fault that was mended: ", "told anew: ")), one
