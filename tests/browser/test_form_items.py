"""Fields that a form repeats: each says by its name which one it is, and the list of what is wrong says the same."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.form_page import open_form, press_check, wait_for_form

pytestmark = pytest.mark.browser


def list_names(page: Page, inside: str) -> list[str]:
    """Give what the rows of a list are called."""
    return page.locator(f"[data-item-of={inside}] > [data-shape] > :is(legend, label)").all_text_contents()


def list_takes(page: Page) -> list[str]:
    """Give what the buttons are called that take a row out."""
    return page.locator("[data-form-fields] [data-take]").all_text_contents()


def test_each_row_says_which_one_it_is(browser: Browser, example_home: str) -> None:
    with open_form(browser, f"{example_home}file/status-update/?group=warm-homes") as opened:
        page = opened.page
        kpis = page.locator("[data-item-of=kpi_readings] [data-name=kpi] select")
        chosen = [one.evaluate("select => select.selectedOptions[0].text") for one in kpis.all()]
        names = [f"KPI readings {number} – {words}" for number, words in enumerate(chosen, 1)]
        assert len(set(chosen)) == 3
        assert list_names(page, "kpi_readings") == names
        assert len(set(list_takes(page))) == len(list_takes(page))
        page.locator("[data-name=kpi_readings] > [data-add]").click()
        assert list_names(page, "kpi_readings") == [*names, "KPI readings 4"]
        press_check(page)
        said = page.locator("[data-form-problems] a").all_inner_texts()
        assert [line for line in said if line.startswith(f"{names[1]}, ")]


def test_rows_are_counted_again_when_one_is_taken_out(browser: Browser, example_home: str) -> None:
    with open_form(browser, f"{example_home}propose/form/") as opened:
        page = opened.page
        add = page.locator("[data-name=objectives] > [data-add]")
        while page.locator("[data-item-of=objectives]").count() < 3:
            add.click()
        page.locator("[data-item-of=objectives]").first.locator("[data-take]").click()
        assert list_names(page, "objectives") == ["Objectives 1", "Objectives 2"]
        for path in ("file/outcome/", "file/replans/"):
            page.goto(f"{example_home}{path}?group=warm-homes")
            wait_for_form(page)
            for button in page.locator("[data-form-fields] [data-add]").all():
                button.evaluate("button => { button.click(); button.click(); }")
            assert len(set(list_takes(page))) == len(list_takes(page)) > 2
