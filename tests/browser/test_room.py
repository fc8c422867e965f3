"""Rows of pages at four widths: no box lies over another, titles have room, no table is wider than a phone."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages_in_browser import PHONE, Look, open_page, set_look
from tests.browser.test_site import KINDS

pytestmark = pytest.mark.browser

WIDTHS = (PHONE, 768, 1024, 1280)
#: Kinds of page that have rows of several boxes beside each other.
WITH_ROWS = (
    *(
        "compliance",
        "since the last board meeting",
        "approvals",
        "group",
        "waiting for approval",
        "proposals",
    ),
    *("event log", "calendar of a year", "archive", "list of groups", "duties", "open data", "clauses"),
)

#: What lies over what, and titles in a column of less than 12 letters' width that take more than two lines.
CROWDED = """() => {
  const name = (element) => element.outerHTML.slice(0, 100), faults = [];
  const inkOf = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  };
  const rows = "li, tr, .scm-card, .scm-facts, .scm-counts, .scm-card__labels, .scm-header__top";
  for (const row of document.querySelectorAll(`:is(main, header) :is(${rows})`)) {
    const parts = [...row.children].filter((part) => part.checkVisibility() && !part.matches(".scm-hidden")
      && getComputedStyle(part).display !== "inline" && getComputedStyle(part).position !== "sticky");
    const boxes = parts.map((part) => ({ part, ink: inkOf(part) })).filter(({ ink }) => ink.width > 1);
    boxes.forEach(({ part, ink }, number) => {
      for (const other of boxes.slice(number + 1)) {
        const wide = Math.min(ink.right, other.ink.right) - Math.max(ink.left, other.ink.left);
        const high = Math.min(ink.bottom, other.ink.bottom) - Math.max(ink.top, other.ink.top);
        if (wide > 2 && high > 2) faults.push(`${name(part)} lies over ${name(other.part)}`);
      }
    });
  }
  for (const title of document.querySelectorAll("main :is(.scm-open__what, tbody th[scope=row], .scm-card__title)")) {
    const style = getComputedStyle(title), ink = inkOf(title), own = title.getBoundingClientRect();
    const inner = own.width - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const isHigh = ink.height > 2.5 * parseFloat(style.lineHeight);
    if (own.width && inner < 12 * parseFloat(style.fontSize) && isHigh) faults.push(`${inner} px for ${name(title)}`);
  }
  return faults;
}"""


def find_wide_tables(page: Page) -> list[str]:
    """Give the tables that scroll sideways."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("main .scm-table")]
          .filter((one) => one.scrollWidth > one.clientWidth + 1)
          .map((one) => `${one.scrollWidth} px wide: ${one.innerText.slice(0, 60)}`)"""
    )
    return found


@pytest.mark.parametrize("kind", WITH_ROWS)
def test_rows_have_room_at_every_width(browser: Browser, demo_home: str, kind: str) -> None:
    with open_page(browser, demo_home + KINDS[kind][1]) as opened:
        page = opened.page
        page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")
        faults = []
        for width in WIDTHS:
            set_look(page, Look("light", width))
            faults += [f"at {width}: {fault}" for fault in page.evaluate(CROWDED)]
        set_look(page, Look("light", PHONE))
        assert faults + find_wide_tables(page) == []
