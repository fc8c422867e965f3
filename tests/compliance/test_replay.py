"""The worked example is played again, commit by commit: what was said on a day is what is said of that day today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path

from scm_site.compliance.arrivals import Arrivals
from scm_site.compliance.board import make_board
from scm_site.compliance.situation import hold_register
from scm_site.demo.repository import Repository
from scm_site.locations import find_schemas
from scm_site.reading import read_content
from scm_site.reading.git_history import read_history
from scm_site.records.assembly import make_register
from scm_site.records.register import Register
from scm_site.records.schemas import load_schemas
from tests.compliance.test_over_time import tell
from tests.demo_months import list_days, try_each_month

#: In this one, a group and its proposal are renamed.
BY_DAY = "2025-04"

#: What each record was called before it was renamed, and is called today; ids and reasons name it.
RENAMED = {
    "silent-streets": "quiet-streets",
    "citizens-budgets": "residents-budgets",
    "measuring-rules": "night-method",
}


@dataclass(frozen=True)
class Main:
    """The main branch at the end of some day."""

    register: Register
    arrivals: Arrivals

    def tell(self, day: date) -> list[str]:
        """Give how everything stands on a day and why, by the names of today: `scm status --as-of DAY`."""
        register = hold_register(self.register, self.arrivals, day)
        board = make_board(register, self.arrivals, day)
        return sorted(rename(str(tell(one))) for one in board.standings)


def read_main(root: Path) -> Main:
    """Read what is checked out; what was merged has no errors, as other tests say, so that no rule is asked here."""
    schemas = load_schemas(find_schemas())
    register, _ = make_register(read_content(root), schemas)
    return Main(register, Arrivals(history=read_history(root), schemas=schemas))


read_today = cache(read_main)


def rename(words: str) -> str:
    for former, name in RENAMED.items():
        words = words.replace(former, name)
    return words


def list_newest(register: Path, month: str) -> Iterator[tuple[date, str]]:
    """Give each day of a month with the newest commit on the main branch at its end."""
    log = Repository(register).git("log", "--first-parent", "--reverse", "--format=%cs %H", "main")
    newest = dict(line.split() for line in log.splitlines())
    for day in list_days(month):
        yield day, newest[max(came for came in newest if came <= str(day))]


@try_each_month(BY_DAY)
def test_what_was_said_on_a_day_is_said_of_it_today(demo_history: Path, tmp_path: Path, month: str) -> None:
    clone = Repository(tmp_path / "register")
    clone.git("fetch", "--quiet", str(demo_history), "main")
    for commit, days in groupby(list_newest(demo_history, month), key=lambda one: one[1]):
        clone.git("checkout", "--quiet", "-B", "main", commit)
        then, today = read_main(clone.folder), read_today(demo_history)
        for day, _ in days:
            assert then.tell(day) == today.tell(day), day
