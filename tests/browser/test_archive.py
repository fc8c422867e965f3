"""The outcomes archive in a browser: facets with and without a script, words, order, address, what is taken along."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from scm_site.data.archive.facets import FACETS
from tests.browser.pages_in_browser import PHONE, Look, open_page
from tests.built_sites import BuiltSite
from tests.data.archive.test_folding import CASES

pytestmark = pytest.mark.browser

ARCHIVE = "outcomes/"
ROWS = "[data-archive-list] > li:visible"
Outcome = dict[str, Any]

#: What an outcome has of each facet, as the public data tells it.
VALUES: dict[str, Callable[[Outcome], list[str]]] = {
    "theme": lambda one: one["themes"],
    "format": lambda one: [one["format"].replace(" ", "-")],
    "language": lambda one: [language["code"] for language in one["languages"]],
    "year": lambda one: [one["published"][:4]],
    "country": lambda one: [code.lower() for code in one["countries"]],
    "kind": lambda one: ["discussion" if one["group"] == "repair-cafes" else "focus"],
    "group": lambda one: [one["group"]],
}


@pytest.fixture(scope="module")
def outcomes(example_site: BuiltSite) -> list[Outcome]:
    """The published outcomes, the newest first, as the public data tells of them."""
    data = json.loads(example_site.files["api/v1/outcomes.json"])
    return [one for one in data["outcomes"] if one["state"] == "published"]


@pytest.fixture
def archive(browser: Browser, example_home: str) -> Iterator[Page]:
    """The archive, ready to be used; it must not complain."""
    with open_page(browser, f"{example_home}{ARCHIVE}") as opened:
        expect(opened.page.locator("[data-archive][data-ready]")).to_be_attached()
        yield opened.page
        assert opened.complaints == []
        assert opened.find_foreign_requests() == []


def list_titles(page: Page) -> list[str]:
    """Give the titles that can be seen, in their order."""
    return page.locator(f"{ROWS} > a").all_inner_texts()


def find_box(page: Page, facet: str, value: str) -> Locator:
    """Give the box to tick for a value."""
    return page.locator(f"[data-facet={facet}] input[value='{value}']")


def type_words(page: Page, words: str) -> None:
    """Look for words, and wait until the page has looked."""
    page.locator("#archive-words").fill(words)
    page.wait_for_timeout(200)
    expect(page.locator("[data-archive-count]")).not_to_contain_text("Loading")


def list_expected(outcomes: list[Outcome], facet: str, value: str) -> list[str]:
    """Give the titles of what has a value, as the public data tells."""
    return [one["title"] for one in outcomes if value in VALUES[facet](one)]


def list_values(outcomes: list[Outcome], facet: str) -> list[str]:
    """Give every value that occurs."""
    return sorted({value for one in outcomes for value in VALUES[facet](one)})


def test_the_test_knows_every_facet() -> None:
    assert list(VALUES) == [facet.id for facet in FACETS]


@pytest.mark.parametrize("facet", VALUES)
def test_every_value_of_a_facet_finds_its_outcomes(
    archive: Page, outcomes: list[Outcome], facet: str
) -> None:
    for value in list_values(outcomes, facet):
        box = find_box(archive, facet, value)
        box.check()
        assert list_titles(archive) == list_expected(outcomes, facet, value), value
        assert f"{facet}={value}" in archive.url
        box.uncheck()
    assert len(list_titles(archive)) == len(outcomes)


OTHER_FACET = pytest.mark.slow(
    "pages of another facet, by clicks; test_links.py always follows the links to all of them"
)


@pytest.mark.parametrize(
    "facet",
    [
        "theme",
        "language",
        *(pytest.param(one, marks=OTHER_FACET) for one in VALUES if one not in ("theme", "language")),
    ],
)
def test_without_a_script_every_value_has_a_page(
    browser: Browser, example_home: str, outcomes: list[Outcome], facet: str
) -> None:
    with open_page(browser, f"{example_home}{ARCHIVE}", scripts=False) as opened:
        page = opened.page
        assert list_titles(page) == [one["title"] for one in outcomes]
        page.locator("#facets").click()
        for value in list_values(outcomes, facet):
            page.locator(f"[data-facet={facet}] a[data-value='{value}']").click()
            assert page.url.endswith(f"{ARCHIVE}{facet}/{value}/")
            assert page.locator(".scm-archive__list > li > a").all_inner_texts() == list_expected(
                outcomes, facet, value
            )
            page.go_back()
            page.locator("#facets").click()


def test_the_counts_say_how_many_a_choice_would_leave(archive: Page, outcomes: list[Outcome]) -> None:
    find_box(archive, "language", "en").check()
    for facet in ("format", "theme", "year"):
        for value in list_values(outcomes, facet):
            both = [
                one for one in outcomes if value in VALUES[facet](one) and "en" in VALUES["language"](one)
            ]
            shown = (
                find_box(archive, facet, value).locator("xpath=ancestor::li").locator(".scm-archive__count")
            )
            noun = "outcome" if len(both) == 1 else "outcomes"
            assert shown.text_content() == f"{len(both)} {noun}", (facet, value)


def test_every_box_stands_in_a_group_with_a_name(archive: Page) -> None:
    for facet in archive.locator("[data-facet]").all():
        title = facet.locator("h2").inner_text()
        group = archive.get_by_role("group", name=title, exact=True)
        assert group.get_by_role("checkbox").count() == facet.locator("input").count() > 0


def test_values_of_one_facet_add_up_and_facets_narrow_down(archive: Page, outcomes: list[Outcome]) -> None:
    for value in ("report", "white-paper"):
        find_box(archive, "format", value).check()
    find_box(archive, "kind", "focus").check()
    expected = [
        one["title"]
        for one in outcomes
        if one["format"] in ("report", "white paper") and VALUES["kind"](one) == ["focus"]
    ]
    assert list_titles(archive) == expected
    expect(archive.locator("[data-archive-count]")).to_have_text(
        f"{len(expected)} of {len(outcomes)} outcomes"
    )
    archive.locator("[data-archive-chosen] button").first.click()
    assert "format=report" not in archive.url
    archive.locator("[data-archive-reset]").click()
    assert len(list_titles(archive)) == len(outcomes)
    assert archive.url.endswith(ARCHIVE)


@pytest.mark.parametrize(
    "words",
    [
        "Beginning with a STREET",
        "beginning street",
        "PREPARE avant",
        "commencer par une rue",
        "scm-2025-002",
        "northharbour",
    ],
)
def test_words_find_an_outcome_whatever_their_accents_and_language(archive: Page, words: str) -> None:
    type_words(archive, words)
    assert "Beginning with a street: a first guide" in list_titles(archive)


def test_words_that_nothing_has_say_so(archive: Page) -> None:
    type_words(archive, "no outcome has these words")
    expect(archive.locator("[data-archive-none]")).to_be_visible()
    expect(archive.locator("[data-archive-count]")).to_contain_text("0 of ")


def test_the_address_brings_the_same_list_to_somebody_else(browser: Browser, archive: Page) -> None:
    type_words(archive, "street")
    find_box(archive, "language", "en").check()
    archive.locator("#archive-order").select_option("title")
    titles = list_titles(archive)
    assert titles == sorted(titles, key=str.casefold)
    assert titles
    with open_page(browser, archive.url) as other:
        expect(other.page.locator("[data-archive-count]")).to_contain_text(" of ")
        assert list_titles(other.page) == titles
        assert other.page.locator("#archive-words").input_value() == "street"


def test_a_value_that_there_is_not_is_left_out(
    browser: Browser, example_home: str, outcomes: list[Outcome]
) -> None:
    with open_page(browser, f"{example_home}{ARCHIVE}?theme=none&sort=odd&other=1") as opened:
        assert len(list_titles(opened.page)) == len(outcomes)
        assert opened.complaints == []


def test_the_oldest_can_come_first(archive: Page, outcomes: list[Outcome]) -> None:
    archive.locator("#archive-order").select_option("oldest")
    assert list_titles(archive) == [one["title"] for one in reversed(outcomes)]


def take(page: Page, kind: str, folder: Path) -> str:
    """Take along what is shown."""
    with page.expect_download() as download:
        page.locator(f"[data-take={kind}]").click()
    path = folder / kind
    download.value.save_as(path)
    return path.read_bytes().decode()


def test_what_is_shown_is_taken_along_as_it_is(
    archive: Page, outcomes: list[Outcome], tmp_path: Path, example_site: BuiltSite
) -> None:
    find_box(archive, "language", "en").check()
    archive.locator("#archive-order").select_option("oldest")
    titles = list_titles(archive)
    data = json.loads(take(archive, "json", tmp_path))
    assert [one["title"] for one in data["outcomes"]] == titles
    assert {name: data[name] for name in data if name != "outcomes"} == {
        name: value
        for name, value in json.loads(example_site.files["api/v1/outcomes.json"]).items()
        if name != "outcomes"
    }
    table = take(archive, "csv", tmp_path)
    whole = example_site.files["api/v1/outcomes.csv"].decode()
    assert [row["title"] for row in csv.DictReader(io.StringIO(table, newline=""))] == titles
    assert table.partition("\r\n")[0] == whole.partition("\r\n")[0]
    assert len(titles) < len(outcomes) or len(titles) == len(outcomes) > 0


def test_by_keyboard_alone(archive: Page, outcomes: list[Outcome]) -> None:
    archive.locator("#archive-words").focus()
    archive.keyboard.type("street")
    archive.wait_for_timeout(300)
    archive.keyboard.press("Tab")
    assert archive.evaluate("document.activeElement.id") == "archive-order"
    archive.keyboard.press("Tab")
    assert archive.evaluate("document.activeElement.textContent") == "Show all"
    archive.keyboard.press("Enter")
    assert len(list_titles(archive)) == len(outcomes)
    assert archive.evaluate("document.activeElement.id") == "archive-words"


def test_on_a_phone_the_choices_are_folded_until_asked_for(browser: Browser, example_home: str) -> None:
    with open_page(browser, f"{example_home}{ARCHIVE}", Look("light", PHONE)) as opened:
        page = opened.page
        expect(find_box(page, "format", "report")).to_be_hidden()
        page.locator("#facets").click()
        find_box(page, "format", "report").check()
        expect(page.locator("[data-archive-chosen] button")).to_have_text("Format: Report ×")


def test_the_script_folds_texts_as_the_build_does(archive: Page) -> None:
    assert archive.evaluate("texts => texts.map(scmFold)", list(CASES)) == list(CASES.values())


def test_texts_that_cannot_be_loaded_are_said(browser: Browser, example_home: str) -> None:
    with open_page(browser, f"{example_home}{ARCHIVE}") as opened:
        opened.page.route("**/texts.json", lambda route: route.abort())
        opened.page.locator("#archive-words").fill("street")
        expect(opened.page.locator("[data-archive-count]")).to_contain_text("could not be loaded")
