"""What a large archive costs its readers: bytes over the wire, and time in a real browser (Chromium, no network)."""

import gzip
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import find_chromium
from tests.browser.pages_in_browser import serve_folder, start_browser

#: What a reader of the archive loads: at once, when typing, when taking data along.
WEIGHED = (
    "outcomes/index.html",
    "outcomes/texts.json",
    "assets/scm-archive.js",
    "assets/scm-fold.js",
    "api/v1/outcomes.json",
    "api/v1/outcomes.csv",
    "outcomes/feed.atom",
    "search/search_index.json",
)
TYPED = "heat pumps lisbon"
ROUNDS = 3
ORDER_BY_TITLE = (
    "const order = document.querySelector('#archive-order'); order.value = 'title';"
    " order.dispatchEvent(new Event('change', { bubbles: true }))"
)


def weigh_archive(site: Path) -> dict[str, tuple[int, int]]:
    """Give the size of each file, plain and as a server sends it (gzip), in bytes."""
    return {
        name: (len(content), len(gzip.compress(content, 6)))
        for name in WEIGHED
        if (content := (site / name).read_bytes())
    }


def time_archive(site: Path) -> dict[str, float]:
    """Give times in ms, each the median of three: until the page is ready, until a choice and a letter show."""
    with serve_folder(site) as address, sync_playwright() as playwright:
        program = find_chromium()
        browser = start_browser(playwright, str(program))
        found = [dict(time_once(browser.new_page(), f"{address}outcomes/")) for _ in range(ROUNDS)]
        browser.close()
    return {name: sorted(one[name] for one in found)[ROUNDS // 2] for name in found[0]}


def time_once(page: Page, address: str) -> Iterator[tuple[str, float]]:
    """Give the times of one visit."""
    started = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector("[data-archive-list] li", state="attached")
    yield "first row is there", since(started)
    page.wait_for_selector("[data-archive][data-ready]", state="attached")
    yield "choices work", since(started)
    yield "a choice", time_action(page, "document.querySelector('[data-facet=theme] input').click()")
    yield "all again", time_action(page, "document.querySelector('[data-archive-reset]').click()")
    words = page.locator("#archive-words")
    started = time.perf_counter()
    words.focus()
    words.press_sequentially("heat")
    page.locator("[data-archive-count]", has_text=" of ").wait_for()
    yield "first result of typed words (with loading the texts)", since(started)
    letters = [time_letter(page, TYPED[: end + 1]) for end in range(len(TYPED))]
    yield "a letter, median", sorted(letters)[len(letters) // 2]
    yield "a letter, slowest", max(letters)
    yield "another order", time_action(page, ORDER_BY_TITLE)


def time_letter(page: Page, text: str) -> float:
    """Give the time that typing one more letter takes, less the pause in which the page waits for more."""
    action = (
        "new Promise(done => { const q = document.querySelector('#archive-words');"
        f" q.value = {text!r}; q.dispatchEvent(new Event('input', {{bubbles: true}})); setTimeout(done, 80); }})"
    )
    return time_action(page, action)


def time_action(page: Page, action: str) -> float:
    """Give the time in the browser from an action to the next frame that shows what came of it."""
    measured: float = page.evaluate(
        f"""async () => {{
            const started = performance.now();
            const pause = await ({action.strip() if action.startswith("new") else f"(() => {{ {action} }})()"});
            await new Promise(requestAnimationFrame); await new Promise(done => setTimeout(done));
            return performance.now() - started;
        }}"""
    )
    return measured - (80 if action.startswith("new") else 0)


def since(started: float) -> float:
    """Give the milliseconds since a moment."""
    return 1000 * (time.perf_counter() - started)
