"""The search finds what the example register says, in every language that it speaks, however a word is typed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.pages_in_browser import OpenPage, open_page

pytestmark = pytest.mark.browser

OUTCOMES = "groups/warm-homes/outcomes/"
GREEK = "groups/repair-cafes/outcomes/opening-a-repair-cafe/el/"
BULGARIAN = "groups/repair-cafes/outcomes/opening-a-repair-cafe/"
GERMAN = f"{OUTCOMES}street-calculator/de/"
POLISH = "groups/quiet-streets/outcomes/night-method/pl/"
FRENCH = f"{OUTCOMES}street-guide/fr/"
GUIDE, GROUP = f"{OUTCOMES}street-guide/", "groups/warm-homes/"

#: What is typed, the page that must be among the results, and the word as the page has it, which is marked.
TYPED = (
    ("επισκευών", GREEK, "επισκευών"),
    ("επισκευων", GREEK, "επισκευών"),
    ("ΕΠΙΣΚΕΥΩΝ", GREEK, "επισκευών"),
    ("σύλλογος", GREEK, "σύλλογος"),
    ("ΣΥΛΛΟΓΟΣ", GREEK, "σύλλογος"),
    ("застраховката", BULGARIAN, "Застраховката"),
    ("ЗАСТРАХОВКАТА", BULGARIAN, "Застраховката"),
    ("чайник", BULGARIAN, "чайник"),
    ("Zuschüsse", GERMAN, "Zuschüsse"),
    ("zuschusse", GERMAN, "Zuschüsse"),
    ("Straße", GERMAN, "Straße"),
    ("strasse", GERMAN, "Straße"),
    ("przyzwyczają", POLISH, "przyzwyczają"),
    ("pol metra", POLISH, "Pół"),
    ("étapes", FRENCH, "étapes"),
    ("ETAPES", FRENCH, "étapes"),
    ("échafaudage", FRENCH, "échafaudage"),
    ("echafaud", FRENCH, "échafaudage"),
    # In the page there are a street, a guide and a city.
    ("guides", GUIDE, "guide"),
    ("Streets", GROUP, "street"),
    ("renovation city", GROUP, "cities"),
    ("SCM-2025-002", GUIDE, ""),
    ('"prices for scaffolding"', GUIDE, ""),
)


@pytest.fixture(scope="module")
def opened(browser: Browser, example_home: str) -> Iterator[OpenPage]:
    """One page whose search has loaded; each test types something else."""
    with open_page(browser, example_home) as opened:
        opened.page.get_by_role("button", name="Search").click()
        yield opened


def search(page: Page, words: str) -> Locator:
    """Type something; give the results when they are there."""
    status = page.get_by_role("dialog").get_by_role("status")
    page.get_by_role("searchbox").fill("")
    expect(status).to_have_text("")
    page.get_by_role("searchbox").fill(words)
    expect(status).to_contain_text("found")
    return page.get_by_role("dialog").get_by_role("listitem")


def list_pages(results: Locator, home: str) -> list[str]:
    """Give the pages that results lead to, by their addresses below the home page's."""
    links = results.get_by_role("link").evaluate_all("links => links.map((link) => link.href)")
    return [str(link).removeprefix(home).partition("#")[0] for link in links]


@pytest.mark.parametrize(("typed", "page", "marked"), TYPED, ids=[typed for typed, _, _ in TYPED])
def test_a_word_finds_its_page(
    opened: OpenPage, example_home: str, typed: str, page: str, marked: str
) -> None:
    results = search(opened.page, typed)
    found = list_pages(results, example_home)
    assert page in found
    if marked:
        marks = results.nth(found.index(page)).locator("mark").all_inner_texts()
        assert marked.lower() in {mark.lower() for mark in marks}


def test_a_word_that_is_typed_finds_more_than_its_other_forms(opened: OpenPage, example_home: str) -> None:
    results = search(opened.page, "owners")
    assert "owners" in results.first.inner_text().lower()
    assert list_pages(search(opened.page, "owner"), example_home)


def test_an_identifier_finds_its_outcome_first_and_little_else(opened: OpenPage, example_home: str) -> None:
    found = list_pages(search(opened.page, "scm-2025-002"), example_home)
    assert found[0] == GUIDE
    assert all("/outcomes/" in page for page in found)


def test_signs_and_nonsense_find_nothing_and_break_nothing(opened: OpenPage) -> None:
    for words in ("xyzzy", '"', '""', "+", "- -", "title:", "a:b:c", "^^", "~", "*", "\\", "…", "<b>", "("):
        opened.page.get_by_role("searchbox").fill("")
        opened.page.get_by_role("searchbox").fill(words)
        opened.page.wait_for_timeout(200)
    assert opened.page.locator("dialog :is(script, img, b)").count() == 0
    assert opened.find_foreign_requests() == []
    assert opened.complaints == []
    expect(search(opened.page, "xyzzy")).to_have_count(0)
