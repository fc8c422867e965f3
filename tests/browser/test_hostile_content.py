"""The hostile register of tests/pages in a browser: nothing runs, nothing loads, nothing complains."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.pages_in_browser import LOOKS, find_overflow, open_page, serve_folder, set_look
from tests.built_sites import BuiltSite

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "groups/",
    "groups/warm-homes/",
    "groups/warm-homes/reports/",
    "groups/warm-homes/meetings/2025-01-30-kick-off/",
    "groups/warm-homes/outcomes/street-guide/",
    "groups/warm-homes/outcomes/street-guide/fr/",
    "groups/old-bridges/",
    "proposals/",
    "proposals/2024-warm-homes/",
    "calendar/",
    "propose/",
    "groups/silent-streets/",
    "none/at/all/",
)


@pytest.fixture(scope="module")
def home(hostile_site: BuiltSite) -> Iterator[str]:
    with serve_folder(hostile_site.folder) as address:
        yield address


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_and_nothing_leaves_its_place(browser: Browser, home: str, path: str) -> None:
    with open_page(browser, home + path) as opened:
        page = opened.page
        page.wait_for_load_state("networkidle")
        assert [told for told in opened.complaints if "404" not in told] == []
        assert opened.find_foreign_requests() == []
        set_look(page, LOOKS[0])
        assert find_overflow(page) == []


def test_the_search_shows_hostile_titles_as_text(browser: Browser, home: str) -> None:
    with open_page(browser, home) as opened:
        page = opened.page
        page.get_by_role("button", name="Search").click()
        for words in ("script", "alert", "img", "iframe", "title"):
            page.get_by_role("searchbox").fill(words)
            expect(page.get_by_role("status").filter(has_text="found")).to_be_visible()
            page.wait_for_timeout(200)
            assert page.locator("dialog :is(script, img, svg, iframe, h1, base)").count() == 0
        assert opened.complaints == []
