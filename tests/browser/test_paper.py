"""Every kind of page on paper: complete, nothing cut, and nothing that only works on a screen."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages_in_browser import open_page
from tests.browser.paper import (
    Sheet,
    find_faults_of_layout,
    find_faults_of_sheets,
    lay_out_on_paper,
    print_sheets,
)
from tests.browser.test_site import KINDS

pytestmark = pytest.mark.browser

#: One page for each template, and one that is written by hand with pictures in it.
PRINTED = {template: path for template, path in reversed(KINDS.values()) if template} | {
    "guide": "guides/proposing/"
}
#: How many sheets a page may take, where people take it to a meeting.
MOST = {"board-meeting": 5, "compliance": 6, "meeting": 2, "waiting": 2, "duty": 1}
#: What a link says that does something; on paper it does nothing.
ACTION = re.compile(
    r"(File|Complete|Begin|Edit|Extend|Copy|Download|Fill in|Narrow|Propose it|Find a|Show|Take|Add|Send)\b|on GitHub$"
)


def find_actions(page: Page) -> list[str]:
    """Give the words of links and buttons that would do something, and are printed; a heading names what there is."""
    words = page.locator("a:not(:is(h2, h3) a):visible, button:visible").all_inner_texts()
    return [text for text in words if ACTION.match(text.strip())]


def find_headings(page: Page) -> list[str]:
    """Give the headings of a page."""
    return [text.strip() for text in page.locator("main :is(h1, h2, h3, h4)").all_inner_texts()]


#: With what differs on paper: lists, tables, boxes beside each other, pictures, and what only works on a screen.
ALWAYS = {*MOST, "group", "outcome", "archive", "log", "form", "clauses", "guide"}


def list_printed() -> list[Any]:
    """Give each kind of page; on every pull request those that people take to a meeting, and one of each look."""
    mark = pytest.mark.slow("a kind of page that is made of the parts of others, on paper")
    return [pytest.param(name, marks=[] if name in ALWAYS else [mark]) for name in PRINTED]


@pytest.mark.parametrize("template", list_printed())
def test_a_kind_of_page_can_be_read_on_paper(browser: Browser, demo_home: str, template: str) -> None:
    with open_page(browser, demo_home + PRINTED[template]) as opened:
        page = opened.page
        lay_out_on_paper(page)
        faults = find_faults_of_layout(page)
        actions = [] if template == "guide" else find_actions(page)
        headings, sheets = find_headings(page), print_sheets(page)
        assert faults + actions + find_faults_of_sheets(sheets, headings) == []
        assert len(sheets) <= MOST.get(template, 25)
        assert_the_list_comes_first(template, sheets, page)


def assert_the_list_comes_first(template: str, sheets: list[Sheet], page: Page) -> None:
    """Fail where the archive's list does not begin on the first sheet."""
    if template == "archive":
        first = page.locator("[data-archive-list] a").first.inner_text()
        assert any(line.startswith(first[:40]) for line in sheets[0].lines)
