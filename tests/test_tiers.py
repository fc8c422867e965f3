"""The tiers of the tests: what is in which, and the page that tells it."""

from typing import Any

import pytest

from tests.quality import PAGE, TIERS, list_reasons, read_results, render_page
from tests.test_house import read_text
from tests.tiers import LEFT_OUT, leave_out, refuse_reasonless

#: Under another name, so that the page does not take these for tests of the night.
slow = pytest.mark.slow


class Marked:
    """A test as far as the tiers look at it."""

    nodeid = "tests/test_x.py::test_y"

    def __init__(self, *marks: pytest.MarkDecorator) -> None:
        self.marks = [mark.mark for mark in marks]

    def iter_markers(self, name: str = "") -> list[pytest.Mark]:
        return [mark for mark in self.marks if name in ("", mark.name)]


def test_the_page_tells_what_is_in_which_tier_and_when_it_passed() -> None:
    assert PAGE.read_text(encoding="utf-8") == render_page(read_results()), "run `make quality`"
    assert TIERS.keys() == LEFT_OUT.keys()
    assert len(list(list_reasons())) > 10
    makefile = read_text("Makefile")
    assert all(f"--tier={tier}" in makefile for tier in TIERS)


@pytest.mark.parametrize(
    ("tier", "left"),
    [("quick", "plain"), ("test", "plain browser history"), ("all", "plain browser history slow")],
)
def test_a_tier_leaves_out_what_is_marked(tier: str, left: str) -> None:
    items: dict[Any, str] = {
        Marked(): "plain",
        Marked(pytest.mark.browser): "browser",
        Marked(pytest.mark.history): "history",
        Marked(slow("it asks every engine there is"), pytest.mark.browser): "slow",
    }
    kept = list(items)
    gone = leave_out(tier, kept)
    assert " ".join(items[item] for item in kept) == left
    assert [*kept, *gone] != []
    assert set(kept) | set(gone) == items.keys()


def test_what_is_slow_must_say_why() -> None:
    good: Any = Marked(slow("it asks every engine there is"))
    refuse_reasonless([good])
    for mark in (
        slow,
        slow(""),
        slow("slow"),
        slow("a" * 20, "b" * 20),
    ):
        bad: Any = Marked(mark)
        with pytest.raises(pytest.UsageError, match="say why it is slow"):
            refuse_reasonless([bad])
