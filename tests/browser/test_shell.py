"""What surrounds every page, in a browser, on the sample site of tests/mkdocs_plugin."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.pages_in_browser import (
    DESKTOP,
    LOOKS,
    PHONE,
    Look,
    find_axe_violations,
    find_focus_faults,
    find_overflow,
    list_tab_stops,
    open_page,
    serve_folder,
)
from tests.mkdocs_plugin.sample_register import build_site, make_register

pytestmark = pytest.mark.browser

GROUP = "groups/deep-retrofitting/"
#: Components in every state, and hostile titles; `test_site.py` looks at every kind of real page.
PAGES = ("", "groups/", GROUP, "hostile-0/")


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = make_register(tmp_path_factory.mktemp("sample"))
    build_site(folder)
    with serve_folder(folder / "site", "/groups/") as address:
        yield address


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_barrier(browser: Browser, home: str, look: Look, path: str) -> None:
    with open_page(browser, home + path, look) as opened:
        assert find_axe_violations(opened.page) == []
        assert find_focus_faults(opened.page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_only_its_own_origin_and_breaks_no_policy(browser: Browser, home: str, path: str) -> None:
    with open_page(browser, home + path) as opened:
        opened.page.wait_for_load_state("networkidle")
        assert opened.find_foreign_requests() == []
        assert [told for told in opened.complaints if "404" not in told] == []
        assert opened.page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == [
            "",
            0,
            0,
        ]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_reflows_at_400_percent(browser: Browser, home: str, path: str) -> None:
    with open_page(browser, home + path, Look("light", 320)) as opened:
        assert find_overflow(opened.page) == []


@pytest.mark.parametrize("path", PAGES)
def test_the_first_tab_stop_skips_to_the_content(browser: Browser, home: str, path: str) -> None:
    with open_page(browser, home + path) as opened:
        opened.page.keyboard.press("Tab")
        expect(opened.page.locator(".scm-skip")).to_be_focused()
        opened.page.keyboard.press("Enter")
        expect(opened.page.locator("main")).to_be_focused()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_search_works_by_keyboard(browser: Browser, home: str, width: int) -> None:
    with open_page(browser, home + GROUP, Look("light", width)) as opened:
        page = opened.page
        button = page.get_by_role("button", name="Search")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog", name="Search this site")).to_be_visible()
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.type("retro")
        expect(page.get_by_role("status").filter(has_text="pages found")).to_be_visible()
        assert find_axe_violations(page) == []
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        expect(button).to_be_focused()
        page.keyboard.press("Enter")
        page.get_by_role("dialog").get_by_role("link", name="Groups", exact=True).focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/groups/groups/")
        assert opened.complaints == []
        assert opened.find_foreign_requests() == []


def test_a_hostile_title_is_only_text_in_the_search(browser: Browser, home: str) -> None:
    with open_page(browser, home) as opened:
        opened.page.get_by_role("button", name="Search").click()
        for words in ("title", "one", "alert", "script", "img"):
            opened.page.get_by_role("searchbox").fill(words)
            opened.page.wait_for_timeout(300)
            assert opened.page.locator("dialog :is(script, img, svg, iframe)").count() == 0
        assert opened.complaints == []


def test_single_keys_do_nothing(browser: Browser, home: str) -> None:
    # WCAG 2.1.4: Material's own script takes f, s, / and others.
    with open_page(browser, home) as opened:
        opened.page.keyboard.type("fs/pn.,?")
        assert opened.page.evaluate("document.activeElement === document.body")
        expect(opened.page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
def test_the_filter_works(browser: Browser, home: str, scripts: bool) -> None:
    with open_page(browser, home + "groups/", scripts=scripts) as opened:
        page = opened.page
        cards = page.locator("[data-filter-list] > li:visible")
        expect(cards).to_have_count(3)
        page.get_by_label("Focus group").check()
        expect(cards).to_have_count(2)
        page.get_by_label("Active").check()
        expect(cards).to_have_count(1)


def test_the_filter_is_in_the_address_and_is_said_aloud(browser: Browser, home: str) -> None:
    with open_page(browser, home + "groups/?kind=discussion&state=active") as opened:
        page = opened.page
        expect(page.locator("[data-filter-list] > li:visible")).to_have_count(0)
        expect(page.get_by_text("No group matches.")).to_be_visible()
        page.get_by_role("group", name="State").get_by_label("All").check()
        expect(page.get_by_role("status").filter(has_text="1 of 3 shown")).to_be_visible()
        assert page.url.endswith("groups/?kind=discussion")


def test_without_scripts_nothing_is_offered_that_does_not_work(browser: Browser, home: str) -> None:
    with open_page(browser, home + GROUP, LOOKS[0], scripts=False) as opened:
        expect(opened.page.get_by_role("button", name="Search")).to_be_hidden()
        expect(opened.page.get_by_role("link", name="How it works")).to_be_visible()
        expect(opened.page.get_by_role("heading", name="Members")).to_be_visible()


def test_the_section_is_marked_in_the_menu(browser: Browser, home: str) -> None:
    with open_page(browser, home + GROUP) as opened:
        menu = opened.page.get_by_role("navigation", name="Sections")
        expect(menu.get_by_role("link", name="Groups")).to_have_attribute("aria-current", "true")
        expect(menu.locator("[aria-current]")).to_have_count(1)


def test_every_menu_entry_takes_the_focus_on_a_phone(browser: Browser, home: str) -> None:
    with open_page(browser, home, LOOKS[0]) as opened:
        names = " ".join(stop["name"] for stop in list_tab_stops(opened.page))
        for entry in ("Groups", "Proposals", "Meetings and events", "How it works"):
            assert entry in names


def test_folded_text_is_unfolded_on_paper(browser: Browser, home: str) -> None:
    with open_page(browser, home + GROUP) as opened:
        opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert opened.page.locator("article details[open]").count() == 1
        opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert opened.page.locator("article details[open]").count() == 0


def test_paper_has_addresses_and_no_controls(browser: Browser, home: str) -> None:
    with open_page(browser, home + GROUP, Look("dark", DESKTOP)) as opened:
        page = opened.page
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")  # the script chooses the addresses
        for gone in (".scm-menu", ".scm-header__search", ".scm-contents--beside", ".scm-footer nav"):
            expect(page.locator(gone)).to_be_hidden()
        after = "getComputedStyle(document.querySelector('.scm-sources a'), '::after').content"
        assert "https://forge.example/page" in page.evaluate(after)
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_a_contrast_theme_keeps_states_apart(browser: Browser, home: str) -> None:
    with open_page(browser, home + GROUP) as opened:
        opened.page.emulate_media(forced_colors="active")
        width = "getComputedStyle(document.querySelector('.scm-label')).borderTopWidth"
        assert opened.page.evaluate(width) == "1px"
