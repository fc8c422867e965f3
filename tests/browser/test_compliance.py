"""The compliance dashboard in a browser: filters that live in the address, a matrix that becomes cards on a phone."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages_in_browser import DESKTOP, PHONE, Look, find_overflow, open_page

pytestmark = pytest.mark.browser

WARM, QUIET = "Warm homes, street by street", "Quiet streets at night"


def list_open(page: Page) -> list[str]:
    """Give the duties in the list of what needs attention."""
    return page.locator("[data-filter-list] li:visible .scm-open__what a").all_inner_texts()


def list_rows(page: Page) -> list[str]:
    """Give the groups whose row of the matrix is to be seen."""
    return page.locator(".scm-matrix tbody tr:visible th > a").all_inner_texts()


def list_columns(page: Page) -> list[str]:
    """Give the duties whose column of the matrix is to be seen."""
    return page.locator(".scm-matrix thead th:visible a").all_inner_texts()


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
def test_a_role_keeps_its_own_duties(browser: Browser, example_home: str, scripts: bool) -> None:
    with open_page(browser, example_home + "compliance/", scripts=scripts) as opened:
        page = opened.page
        everything = list_columns(page)
        page.get_by_label("Role", exact=True).select_option("co-chair")
        assert list_open(page) == ["Status update, May 2026"]
        assert {"Minutes", "Status update", "Board brief"} <= set(list_columns(page)) < set(everything)
        page.get_by_label("Role", exact=True).select_option("")
        assert list_columns(page) == everything


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
def test_a_group_and_a_state_add_up(browser: Browser, example_home: str, scripts: bool) -> None:
    with open_page(browser, example_home + "compliance/", scripts=scripts) as opened:
        page = opened.page
        page.get_by_label("State", exact=True).select_option("overdue")
        assert list_rows(page) == [QUIET]
        page.get_by_label("Group", exact=True).select_option("warm-homes")
        assert list_rows(page) == []
        page.get_by_label("State", exact=True).select_option("due-soon")
        assert list_rows(page) == [WARM]


def test_the_choice_is_in_the_address_and_said_aloud(browser: Browser, example_home: str) -> None:
    with open_page(browser, example_home + "compliance/") as opened:
        page = opened.page
        said = page.get_by_role("status").filter(has_text="shown")
        all_open = page.locator("[data-filter-list] [data-slots]")
        total, seen = all_open.count(), len([one for one in all_open.all() if one.is_visible()])
        assert 0 < seen < total
        folded = f"{seen} of {total} shown, {total - seen} more folded below"
        expect(said).to_have_text(folded)
        fold = page.get_by_text("Left open by groups that have ended")
        fold.click()
        expect(said).to_have_text(f"{total} of {total} shown")
        fold.click()
        expect(said).to_have_text(folded)
        page.get_by_label("Role", exact=True).select_option("every-member")
        page.get_by_label("Group", exact=True).select_option("warm-homes")
        expect(said).to_have_text(f"1 of {total} shown")
        assert page.url.endswith("compliance/?group=warm-homes&role=every-member") or page.url.endswith(
            "compliance/?role=every-member&group=warm-homes"
        )
        page.reload()
        expect(page.get_by_label("Role", exact=True)).to_have_value("every-member")
        assert list_open(page) == ["Charter, participant m11 from Town of Plumford, since 4 May 2026"]
        page.get_by_label("State", exact=True).select_option("unknown")
        expect(page.get_by_text("Nothing that is open fits this choice.")).to_be_visible()


def test_an_address_with_a_choice_that_is_none_shows_all_and_says_so(
    browser: Browser, example_home: str
) -> None:
    with open_page(browser, example_home + "compliance/?group=nobody&role=%3Cb%3E") as opened:
        assert len(list_rows(opened.page)) == 4
        said = opened.page.get_by_role("status").filter(has_text="shown")
        expect(said).to_contain_text("the address asks for “nobody”, which is not in the list")
        assert opened.complaints == []


def test_what_ended_groups_left_open_is_filtered_too(browser: Browser, example_home: str) -> None:
    with open_page(browser, example_home + "compliance/?group=quiet-streets&state=overdue") as opened:
        expect(opened.page.get_by_role("status").filter(has_text="shown")).to_have_text("2 of 6 shown")
        assert list_open(opened.page) == ["Status update, October 2025", "Status update, December 2025"]


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_matrix_says_each_duty_clause_and_date_at_every_width(
    browser: Browser, example_home: str, width: int
) -> None:
    with open_page(browser, example_home + "compliance/", Look("light", width)) as opened:
        page = opened.page
        cell = page.locator(".scm-matrix tr", has_text=WARM).locator("td[data-duty^='Status update']")
        expect(cell).to_contain_text("Due soon")
        expect(cell).to_contain_text("15 May 2026")
        expect(cell).to_contain_text("7 of 7 met")
        shown = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
        assert ("Status update, clause o" in shown) == (width == PHONE)
        assert find_overflow(page) == []


def test_an_open_cell_leads_to_its_form_with_the_group_chosen(browser: Browser, example_home: str) -> None:
    with open_page(browser, example_home + "compliance/") as opened:
        page = opened.page
        cell = page.locator(".scm-matrix tr", has_text=WARM).locator("td[data-duty^='Status update']")
        cell.get_by_role("link", name="File it: Status update, May 2026").click()
        page.wait_for_url("**/file/status-update/?group=warm-homes&id=2026-05")
        expect(page.get_by_label("Group", exact=True)).to_have_value("warm-homes")


def test_an_open_cell_leads_to_a_new_file_with_its_fields_too(browser: Browser, example_home: str) -> None:
    with open_page(browser, example_home + "compliance/") as opened:
        link = opened.page.locator("[data-filter-list]").get_by_role(
            "link", name="File it on GitHub: Status update, May 2026"
        )
        address = link.get_attribute("href") or ""
    start = "https://github.com/example/groups/new/main?filename=content%2Fgroups%2Fwarm-homes%2F"
    assert address.startswith(f"{start}status-updates%2F2026-05.yml&value=%23%20How%20to%20fill%20this%20in")
    assert len(address) <= 7500


def test_an_open_cell_leads_to_its_row_on_the_page_of_the_group(browser: Browser, example_home: str) -> None:
    with open_page(browser, example_home + "compliance/") as opened:
        page = opened.page
        page.get_by_role("link", name="Status update, May 2026").first.click()
        page.wait_for_url("**/groups/warm-homes/#duty-status-update-2026-05")
        row = page.locator("#duty-status-update-2026-05")
        expect(row).to_be_visible()
        expect(row).to_contain_text("counts as overdue after 22 May 2026")


def test_a_folded_standing_opens_when_a_link_leads_to_it(browser: Browser, example_home: str) -> None:
    with open_page(browser, example_home + "groups/warm-homes/#duty-status-update-2025-03") as opened:
        expect(opened.page.locator("#duty-status-update-2025-03")).to_be_visible()
