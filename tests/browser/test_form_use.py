"""Using a form: by keyboard, in every look, with a draft, with what the register knows, and without a script."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from scm_site.filing.forms.form_kinds import FORM_KINDS
from tests.browser.form_answers import LANGUAGES, Pen
from tests.browser.form_filings import FILINGS
from tests.browser.form_page import fill_form, judge, open_form, press_check, take_file, wait_for_form
from tests.browser.pages_in_browser import (
    FOCUS,
    Look,
    find_axe_violations,
    find_overflow,
    find_unreached,
    open_page,
    set_look,
)
from tests.records.broken_fields import SCHEMAS

pytestmark = pytest.mark.browser

WARM = "file/status-update/?group=warm-homes"
NARROWEST = Look("light", 320)


#: The shortest form, and one with lists and readings: together they have every part that a form can have.
JUDGED_ALWAYS = ("waives", "status-update")


def find_faults(page: Page, looks: Sequence[Look]) -> list[str]:
    """Give what is wrong with the page as it stands, in some looks."""
    found = []
    for look in looks:
        set_look(page, look)
        found += [f"{look}: {fault}" for fault in (*find_axe_violations(page), *find_overflow(page))]
    set_look(page, NARROWEST)
    return [*found, *find_overflow(page)]


@pytest.mark.parametrize(
    "name",
    [
        *JUDGED_ALWAYS,
        *(
            pytest.param(
                name, marks=pytest.mark.slow("a form of the parts that two others show; axe needs minutes")
            )
            for name in FILINGS
            if name not in JUDGED_ALWAYS
        ),
    ],
)
def test_no_state_has_an_accessibility_fault(
    browser: Browser, example_home: str, looks: Sequence[Look], name: str
) -> None:
    filing = FILINGS[name]
    with open_form(browser, example_home + filing.address) as opened:
        page = opened.page
        assert find_faults(page, looks) == [], "empty"
        for button in page.get_by_role("button", name="Add").all():
            button.click()
        press_check(page)
        assert find_faults(page, looks) == [], "with errors"
        fill_form(page, filing.answer(Pen(words=LANGUAGES["el"], typed=True)))
        for button in page.get_by_role("button", name="Take this one out").all()[::-1]:
            if not is_filled(button.locator("xpath=..")):
                button.click()
        take_file(page)
        assert find_faults(page, looks) == [], "done"
        assert opened.complaints == []
        assert opened.find_foreign_requests() == []


def is_filled(item: Any) -> bool:
    """Tell whether anything was filled in in an item of a list."""
    inputs = item.locator("input, textarea, select").all()
    return any(one.input_value() for one in inputs if one.get_attribute("type") not in ("radio", "checkbox"))


def test_the_summary_takes_the_focus_and_leads_to_the_fields(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + "propose/form/") as opened:
        page = opened.page
        press_check(page)
        summary = page.get_by_role("alert")
        expect(summary).to_be_focused()
        expect(summary).to_contain_text("15 things have to be mended before this can be filed")
        for number, link in enumerate(summary.get_by_role("link").all()):
            link.click()
            focused = page.locator(":focus")
            told = " ".join((focused.get_attribute("aria-describedby") or "").split())
            assert f"problem-{number}" in told.split(), link.inner_text()
        page.get_by_label("Topic").fill("A topic of ours")
        press_check(page)
        expect(summary).to_contain_text("14 things have to be mended")
        assert page.get_by_label("Topic").get_attribute("aria-invalid") is None
        assert "problem" not in (page.get_by_label("Topic").get_attribute("aria-describedby") or "")


def tab_to(page: Page, condition: str) -> None:
    """Press the tab key until the field in which somebody then is fits."""
    page.keyboard.press("Tab")
    while not page.evaluate(f"(({{ type, tagName, dataset }}) => {condition})(document.activeElement)"):
        page.keyboard.press("Tab")


def test_a_form_is_filled_in_by_keyboard_alone(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + "file/waives/?group=warm-homes") as opened:
        page = opened.page
        page.locator("#form-group").focus()
        for field, keys in (
            ("type === 'date'", "05202026"),
            ("tagName === 'SELECT'", "Agenda"),
            ("tagName === 'TEXTAREA'", "The chair is ill, and nobody else can write it."),
            ("type === 'date'", "06012026"),
            ("type === 'date'", "06302026"),
            ("type === 'date'", "05202026"),
            ("tagName === 'SELECT'", "Alma"),
        ):
            tab_to(page, field)
            page.keyboard.type(keys)
            if field == "type === 'date'":
                page.keyboard.press("Tab")
        tab_to(page, "dataset.formCheck !== undefined")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Your file is ready")).to_be_focused()
        tab_to(page, "dataset.formLink !== undefined")
        link = page.get_by_role("link", name="Propose it on GitHub")
        assert "acts%2F2026-05-20-agenda.waives.yml&value=" in (link.get_attribute("href") or "")


def list_forms() -> list[Any]:
    """Give each form; on every pull request the two that have every part of one."""
    mark = pytest.mark.slow("a form of the parts that two others show, by keyboard")
    return [
        pytest.param(form, id=form.kind, marks=[] if form.kind in JUDGED_ALWAYS else [mark])
        for form in FORM_KINDS
    ]


@pytest.mark.parametrize("form", list_forms())
def test_everything_is_reached_by_keyboard(browser: Browser, example_home: str, form: Any) -> None:
    with open_form(browser, f"{example_home}{form.address}?group=repair-cafes") as opened:
        tab_through(opened.page)
        assert find_unreached(opened.page) == []


def tab_through(page: Page) -> None:
    """Press Tab until the focus leaves the page; a field for a day is stopped at several times, once for each part."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUS) is None:
            return
    raise AssertionError("the focus is still on the page")


def test_nothing_is_stored_until_somebody_asks(browser: Browser, example_home: str) -> None:
    answers = FILINGS["status-update"].answer(Pen(words=LANGUAGES["bg"], typed=True))
    with open_form(browser, example_home + WARM) as opened:
        page = opened.page
        fill_form(page, answers)
        assert page.evaluate("localStorage.length") == 0
        page.get_by_label("Keep my answers").check()
        before = take_file(page)
        for address in (WARM, "file/status-update/"):
            page.goto(example_home + address)
            wait_for_form(page)
            expect(page.get_by_text("Your answers from last time are back.")).to_be_visible()
            assert take_file(page) == before
        page.get_by_label("Keep my answers").uncheck()
        assert page.evaluate("localStorage.length") == 0
        page.reload()
        wait_for_form(page)
        assert page.get_by_label("In one sentence").input_value() == ""
        assert opened.complaints == []


def test_a_draft_for_another_group_is_left_alone(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + WARM) as opened:
        page = opened.page
        page.get_by_label("Keep my answers").check()
        page.get_by_label("In one sentence").fill("Of the first group")
        page.goto(f"{example_home}file/status-update/?group=quiet-streets")
        wait_for_form(page)
        expect(page.get_by_text("stay as they are until you set this mark")).to_be_visible()
        assert page.get_by_label("In one sentence").input_value() == ""
        page.get_by_label("Needs").fill("None.")
        assert "Of the first group" in page.evaluate("localStorage.getItem('scm-form-status-update')")


def test_a_browser_that_stores_nothing_is_survived(browser: Browser, example_home: str) -> None:
    with open_page(browser, example_home + "legal-notice/", fresh=True) as opened:
        page = opened.page
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
        )
        page.goto(example_home + "propose/form/")
        wait_for_form(page)
        page.get_by_label("Keep my answers").check()
        expect(page.get_by_text("does not let the page keep anything")).to_be_visible()
        fill_form(page, FILINGS["proposal"].answer(Pen(words=LANGUAGES["en"], typed=True)))
        take_file(page)
        assert opened.complaints == []


@pytest.mark.parametrize(
    "kept", ["[", "7", "null", '{"data": {"stories": 7, "kpi_readings": [1, null], "date": {}}}']
)
def test_a_broken_draft_is_survived(browser: Browser, example_home: str, kept: str) -> None:
    with open_page(browser, example_home + "legal-notice/") as opened:
        opened.page.evaluate("(kept) => localStorage.setItem('scm-form-status-update', kept)", kept)
        opened.page.goto(example_home + WARM)
        wait_for_form(opened.page)
        assert opened.complaints == []


def test_what_is_owed_keeps_its_name_and_begins_with_facts(browser: Browser, example_home: str) -> None:
    with open_form(browser, f"{example_home}{WARM}&id=2026-07") as opened:
        page = opened.page
        expect(page.get_by_text("This is the one for July 2026")).to_be_visible()
        assert (
            "“Reading the draft of the final guide” on 30 April 2026"
            in page.get_by_label("Progress").input_value()
        )
        readings = page.locator("[data-item-of=kpi_readings] select").all()
        assert [one.input_value() for one in readings] == ["cities", "homes", "offer-time"]
        fill_form(page, FILINGS["status-update"].answer(Pen(words=LANGUAGES["en"], typed=True)))
        assert take_file(page).path.endswith("/status-updates/2026-07.yml")


def test_a_reading_that_was_begun_needs_a_number_or_a_reason(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + WARM) as opened:
        press_check(opened.page)
        summary = opened.page.get_by_role("alert")
        summary.get_by_text(
            "KPI readings 1 – Cities that tried the guide in a street (cities), Value: "
        ).click()
        value = opened.page.locator("[data-item-of=kpi_readings] [data-name=value] input").first
        expect(value).to_be_focused()
        expect(value).to_have_attribute("aria-invalid", "true")
        said = "the reading of KPI cities has neither value nor not_measured"
        expect(opened.page.locator("[data-item-of=kpi_readings]").first).to_contain_text(said)


NUMBERS = {
    "18": 18,
    " 7 ": 7,
    "012": 12,
    "1,5": 1.5,
    "-0.25": -0.25,
    "1,234": "1,234",
    "1e3": "1e3",
    "0.00000025": 0.00000025,
    "0x10": "0x10",
}


def test_a_number_is_read_as_the_register_reads_it(browser: Browser, example_home: str) -> None:
    """What could mean two numbers is none: then the form says so, as the check would of the file."""
    with open_form(browser, example_home + "propose/form/") as opened:
        field = opened.page.get_by_label("Expected duration")
        for typed, read in {**NUMBERS, "9" * 16: "9" * 16, "∞": "∞"}.items():
            field.fill(typed)
            assert judge(opened.page)["data"]["duration_months"] == read


def test_a_day_that_was_begun_and_not_finished_is_said(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + "file/meeting/?group=warm-homes") as opened:
        opened.page.get_by_label("Date", exact=True).focus()
        opened.page.keyboard.type("05")
        said = [problem["message"] for problem in judge(opened.page)["problems"]]
        assert any("`date` is `?`, which is not written year-month-day" in message for message in said)


def test_another_group_begins_anew(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + "file/meeting/?group=warm-homes") as opened:
        page = opened.page
        title = page.get_by_label("Title", exact=True)
        title.fill("Ours")
        page.get_by_label("Group", exact=True).select_option("quiet-streets")
        expect(page.get_by_text("Quiet streets")).not_to_have_count(0)
        expect(title).to_have_value("")
        assert page.locator("[data-item-of=agenda]").count() == 0


OTHER_ADDRESS = pytest.mark.slow(
    "more of what may stand in an address; a path and a built-in name are always tried"
)


@pytest.mark.parametrize(
    "name",
    [
        "..%2F..%2Fsettings",
        "constructor",
        *(pytest.param(one, marks=OTHER_ADDRESS) for one in ("2026-13", "%3Cb%3E", "2026-03", "x%27%22%60")),
    ],
)
def test_a_strange_id_in_the_address_does_nothing(browser: Browser, example_home: str, name: str) -> None:
    with open_form(browser, f"{example_home}{WARM}&id={name}&duty={name}") as opened:
        fill_form(opened.page, FILINGS["status-update"].answer(Pen(words=LANGUAGES["en"], typed=True)))
        assert take_file(opened.page).path == "content/groups/warm-homes/status-updates/2026-05.yml"
        assert opened.complaints == []


@pytest.mark.parametrize(
    "group", ["nobody", "..%2F..%2Fx", "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", "__proto__", ""]
)
def test_a_strange_group_in_the_address_does_nothing(browser: Browser, example_home: str, group: str) -> None:
    with open_form(browser, f"{example_home}file/status-update/?group={group}&id=2026-05") as opened:
        page = opened.page
        assert page.get_by_label("Group", exact=True).input_value() == ""
        assert not page.locator("[data-form-fields]").is_visible()
        assert opened.complaints == []
        assert [one for one in opened.requests if "facts" in one] == []


@pytest.mark.parametrize("how", ["gone", "broken", "refused"])
def test_facts_that_cannot_be_loaded_are_said(browser: Browser, example_home: str, how: str) -> None:
    with open_page(browser, example_home + "legal-notice/") as opened:
        page = opened.page
        answers: dict[str, dict[str, Any]] = {"gone": {"status": 404}, "broken": {"body": "<html>"}}
        page.route(
            "**/facts/*.json",
            lambda route: route.abort() if how == "refused" else route.fulfill(**answers[how]),
        )
        page.goto(example_home + WARM)
        wait_for_form(page)
        expect(page.get_by_text("could not be loaded")).to_be_visible()
        assert not page.get_by_role("button", name="Check my answers").is_visible()


def test_a_change_after_the_check_hides_the_file(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + "propose/form/") as opened:
        page = opened.page
        fill_form(page, FILINGS["proposal"].answer(Pen(words=LANGUAGES["de"], typed=True)))
        take_file(page)
        page.get_by_label("Topic").fill("Another topic of ours")
        expect(page.locator("[data-form-done]")).to_be_hidden()


@pytest.mark.parametrize("form", FORM_KINDS, ids=lambda form: form.kind)
def test_without_a_script_a_page_leads_to_the_template(
    browser: Browser, example_home: str, form: Any
) -> None:
    with open_page(browser, example_home + form.address, scripts=False) as opened:
        page = opened.page
        told = page.locator("noscript")
        assert told.evaluate("(element) => element.checkVisibility()")
        assert "This form needs JavaScript." in (told.text_content() or "")
        expect(page.locator("form[data-form]")).to_be_hidden()
        template, new_file = [link.get_attribute("href") or "" for link in told.locator("a").all()[:2]]
        assert new_file.startswith("https://github.com/example/groups/new/main?filename=content%2F")
        page.goto(urljoin(page.url, template))
        expect(page.get_by_role("heading", level=1)).to_contain_text(
            SCHEMAS.documents[form.kind]["title"], ignore_case=True
        )
