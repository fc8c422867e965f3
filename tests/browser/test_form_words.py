"""What somebody reads in a form who has never filed anything: short lists by labels, hints, where to read more."""

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from scm_site.filing.forms.form_kinds import FORM_KINDS
from tests.browser.form_answers import LANGUAGES, Pen
from tests.browser.form_filings import FILINGS
from tests.browser.form_page import fill_form, open_form, press_check

pytestmark = pytest.mark.browser


def test_the_summary_names_fields_as_they_are_labelled(browser: Browser, example_home: str) -> None:
    """The sentence of `scm check`, with the name that the field has in a file, stands beside the field."""
    with open_form(browser, example_home + "propose/form/") as opened:
        page = opened.page
        page.get_by_label("Expected duration").fill("many")
        press_check(page)
        said = page.locator("[data-form-problems] a").all_inner_texts()
        assert said[0] == "Topic: this is missing."
        assert "Expected duration: this is the text many, but should be a whole number." in said
        expect(page.locator("[data-name=title]").first).to_contain_text("“Topic” is missing (field title)")
        expect(page.locator("[data-name=duration_months]")).to_contain_text(
            "field duration_months is the text"
        )


def test_warnings_are_counted_apart(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + "propose/form/") as opened:
        page = opened.page
        answers = FILINGS["proposal"].answer(Pen(words=LANGUAGES["en"], typed=True))
        fill_form(page, answers | {"objectives": ["Cities that have tried it in a street of their own"]})
        page.get_by_label("Challenge").fill("Too thin.")
        page.get_by_label("Rationale").fill("Thin, too.")
        press_check(page)
        summary = page.get_by_role("alert")
        expect(summary).to_contain_text("This can be filed, but please look again")
        expect(summary).to_contain_text("2 things are worth a second look. They do not stop the filing:")
        assert page.locator("[data-form-problems] li").count() == 0
        page.get_by_label("Topic").fill("")
        press_check(page)
        expect(summary).to_contain_text("1 thing has to be mended before this can be filed")
        expect(summary).to_contain_text("2 things are worth a second look. They do not stop the filing:")
        assert page.locator("[data-form-warnings] li").count() == 2


@pytest.mark.parametrize("form", FORM_KINDS, ids=lambda form: form.kind)
def test_a_group_of_fields_is_read_with_its_hint(browser: Browser, example_home: str, form: Any) -> None:
    with open_form(browser, f"{example_home}{form.address}?group=warm-homes") as opened:
        for button in opened.page.locator("[data-add]:visible").all():
            button.click()
        untold = opened.page.evaluate(
            """() => [...document.querySelectorAll("form fieldset")].filter((group) => {
                const hint = group.querySelector(":scope > .scm-form__hint");
                return hint && group.getAttribute("aria-describedby") !== hint.id;
            }).map((group) => group.id)"""
        )
        assert untold == []
        ids = opened.page.evaluate("() => [...document.querySelectorAll('[id]')].map((one) => one.id)")
        assert len(ids) == len(set(ids))


def test_the_charter_can_be_read_where_it_is_asked_for(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + "propose/form/") as opened:
        page = opened.page
        charter = page.get_by_role("group", name="Charter").get_by_role("link")
        expect(charter).to_have_attribute("href", "https://example.org/charter/2")
        expect(page.get_by_text("an account there is free")).to_be_visible()
        way = page.get_by_role("navigation", name="Breadcrumb").get_by_role("listitem").all_inner_texts()
        assert len(way) == len(set(way)), way
