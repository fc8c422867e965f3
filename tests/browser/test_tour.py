"""The tour of the worked example, walked in a real browser on a phone: each line leads where it says."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages_in_browser import LOOKS, OpenPage, find_axe_violations, find_overflow, open_page
from tests.demo.tour import Stop, list_stops

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow("walks the tour through the site of the whole worked example"),
]

NOTICE = "This register is an example: nobody and nothing in it is real."
STOPS = list(list_stops())
#: A page that leads on, and where to.
LEADS_ON = {"groups/citizens-budgets/": "groups/residents-budgets/"}
SECTIONS = list(dict.fromkeys(stop.section for stop in STOPS))
#: Tells whether the place that the address names is on the screen, not folded away.
IS_ON_SCREEN = """anchor => {
  const place = document.getElementById(anchor), box = place.getBoundingClientRect();
  return place.checkVisibility() && box.bottom > 0 && box.top < innerHeight;
}"""


@pytest.fixture(scope="module")
def opened(browser: Browser, demo_home: str) -> Iterator[OpenPage]:
    with open_page(browser, demo_home, LOOKS[0]) as found:
        yield found


def test_every_page_says_that_it_is_an_example_and_leads_to_the_tour(opened: OpenPage) -> None:
    page = opened.page
    expect(page.get_by_text(NOTICE)).to_be_visible()
    page.get_by_role("link", name="Take the tour").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A tour of the example")
    assert find_axe_violations(page) == []
    assert find_overflow(page) == []


@pytest.mark.parametrize("section", SECTIONS)
def test_each_line_leads_to_what_it_tells_of(opened: OpenPage, demo_home: str, section: str) -> None:
    page = opened.page
    faults: list[str] = []
    for number, stop in enumerate(stop for stop in STOPS if stop.section == section):
        page.goto(f"{demo_home}tour/")
        table = page.get_by_role("heading", name=section, exact=True).locator("xpath=following::table[1]")
        table.locator("tbody tr").nth(number).get_by_role("link").first.click()
        page.wait_for_url(find_end(demo_home, stop))
        faults += find_faults(page, stop, demo_home)
    assert faults + opened.complaints + opened.find_foreign_requests() == []


def find_end(home: str, stop: Stop) -> str:
    """Give the address at which a reader of a line ends."""
    return home + LEADS_ON.get(stop.address, stop.address)


def find_faults(page: Page, stop: Stop, home: str) -> Iterator[str]:
    """Find what is not as the tour says."""
    if page.url != find_end(home, stop):
        yield f"{stop.what}: the link leads to {page.url}"
    if page.get_by_text(NOTICE).count() != 1:
        yield f"{stop.what}: the page does not say that it is an example"
    if stop.anchor and not page.evaluate(IS_ON_SCREEN, stop.anchor):
        yield f"{stop.what}: {stop.anchor} is not on the screen"
    for words in stop.words:
        if not page.get_by_text(words).locator("visible=true").count():
            yield f"{stop.what}: “{words}” is not to be seen"


def test_the_reviews_can_be_read(opened: OpenPage, demo_home: str) -> None:
    page = opened.page
    page.goto(f"{demo_home}tour/reviews/")
    assert find_axe_violations(page) == []
    assert find_overflow(page) == []
