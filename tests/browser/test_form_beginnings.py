"""With what a form begins, and what it does not take for an answer: drafts, turns, rows that have to be there."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from scm_site.pages.forms.form_setup import number_path
from tests.browser.form_answers import LANGUAGES, Pen
from tests.browser.form_filings import FILINGS
from tests.browser.form_page import fill_form, judge, open_form, take_file, wait_for_form
from tests.browser.test_form_modules import use_module

pytestmark = pytest.mark.browser

WARM = "file/status-update/?group=warm-homes"
ENGLISH = Pen(words=LANGUAGES["en"], typed=True)


def read_warnings(page: Page) -> list[str]:
    """Give what the form would have somebody look at again."""
    return [one["message"] for one in judge(page)["problems"] if one.get("isWarning")]


@pytest.mark.parametrize("address", ["propose/form/", WARM])
def test_a_day_that_was_taken_out_stays_out(browser: Browser, example_home: str, address: str) -> None:
    with open_form(browser, example_home + address) as opened:
        page = opened.page
        day = page.locator("[data-name=date] input").first
        assert day.input_value()
        page.get_by_label("Keep my answers").check()
        day.fill("")
        page.reload()
        wait_for_form(page)
        assert page.locator("[data-name=date] input").first.input_value() == ""
        assert "date" not in judge(page)["data"]


OTHER_TURN = pytest.mark.slow("another turn that nobody owes, written like the one that is always tried")


@pytest.mark.parametrize(
    "turn",
    [
        "2026-03",  # a turn of the past
        *(pytest.param(one, marks=OTHER_TURN) for one in ("2031-01", "2026-06", "2026-11", "2024-11")),
        "2026-05-20",
    ],
)
def test_only_a_turn_that_is_owed_is_taken_from_the_address(
    browser: Browser, example_home: str, turn: str
) -> None:
    with open_form(browser, f"{example_home}{WARM}&id={turn}") as opened:
        fill_form(opened.page, FILINGS["status-update"].answer(ENGLISH))
        assert take_file(opened.page).path.endswith("/2026-05.yml")


def test_a_group_that_ended_is_told_that_a_report_comes_too_late(browser: Browser, example_home: str) -> None:
    with open_form(browser, f"{example_home}file/status-update/?group=quiet-streets&id=2025-10") as opened:
        page = opened.page
        expect(page.get_by_text("last day was 31 January 2026")).to_be_visible()
        expect(page.get_by_text("the Secretariat can file a waiver for that time")).to_be_visible()
        said = {one.get("rule"): one["fix"] for one in judge(page)["problems"]}
        assert "no report can fill this place any more" in said["U006"]
        page.get_by_label("Group", exact=True).select_option("warm-homes")
        expect(page.get_by_text("last day was")).to_have_count(0)


@pytest.mark.parametrize(
    ("zone", "time", "day"),
    [
        ("Pacific/Kiritimati", "2026-03-03T12:00:00Z", "2026-03-04"),
        ("Pacific/Pago_Pago", "2026-03-04T06:00:00Z", "2026-03-03"),
    ],
)
def test_today_is_the_day_where_somebody_sits(
    browser: Browser, example_home: str, zone: str, time: str, day: str
) -> None:
    """Both where the day is filled in and where it is compared: the last one for a report is 2026-03-03."""
    context = browser.new_context(timezone_id=zone)
    try:
        page = context.new_page()
        page.clock.set_fixed_time(time)
        page.goto(f"{example_home}file/status-update/?group=quiet-streets")
        wait_for_form(page)
        assert page.locator("[data-name=date] input").first.input_value() == day
        expect(page.get_by_text("last day was 31 January 2026")).to_have_count(int(day > "2026-03-03"))
    finally:
        context.close()


def test_a_reading_that_has_to_be_there_is_not_taken_out(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + WARM) as opened:
        page = opened.page
        rows = page.locator("[data-item-of=kpi_readings]")
        expect(rows).to_have_count(3)
        expect(rows.get_by_role("button", name="Take this one out")).to_have_count(0)
        page.locator("[data-name=kpi_readings] > [data-add]").click()
        expect(rows.get_by_role("button", name="Take this one out")).to_have_count(1)
        rows.nth(3).locator("select").select_option("homes")
        expect(rows.nth(3).get_by_role("button", name="Take this one out")).to_be_visible()
        assert "KPI `homes` is read twice in one update" in [
            one["message"] for one in judge(page)["problems"]
        ]


def test_of_two_fields_one_is_asked_for(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + WARM) as opened:
        row = opened.page.locator("[data-item-of=kpi_readings]").first
        expect(row.get_by_text("(one of the two)")).to_have_count(2)


def test_facts_alone_are_no_progress(browser: Browser, example_home: str) -> None:
    """What the register filled in does not count; words of one's own do, before it, after it, or in its place."""
    with open_form(browser, example_home + WARM) as opened:
        page = opened.page
        field = page.get_by_label("Progress")
        begun, own = (
            field.input_value(),
            "Two of the five cities have sent their first letters to the owners.",
        )
        assert len(begun) > 40
        told = "field `progress` has 0 characters beside what was filled in already; below 40 it counts as unfinished"
        assert told in read_warnings(page)
        for text in (f"{begun}\n\n{own}", f"{own} {begun}", own):
            field.fill(text)
            assert [one for one in read_warnings(page) if "`progress`" in one] == []


def test_an_empty_part_of_a_brief_is_told(browser: Browser, example_home: str) -> None:
    with open_form(browser, f"{example_home}file/board-brief/?group=warm-homes") as opened:
        page = opened.page
        field = page.get_by_label("Brief", exact=True)
        begun, own = (
            field.input_value(),
            "We have a word of our own to say about what comes, and why it does. ",
        )
        empty = "field `text` has nothing below the heading “What comes next”"
        assert any("`text` has 0 characters beside" in one for one in read_warnings(page))
        assert empty in read_warnings(page)
        field.fill(begun.replace("\n\n## What", f"\n\n{own * 3}\n\n## What"))
        assert [one for one in read_warnings(page) if "`text`" in one] == [empty]
        field.fill(f"{begun}\n\n{own * 3}")
        assert [one for one in read_warnings(page) if "`text`" in one] == []


def test_what_was_not_checked_is_said(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + "propose/form/") as opened:
        fill_form(opened.page, FILINGS["proposal"].answer(ENGLISH))
        take_file(opened.page)
        expect(opened.page.get_by_text("Not checked here, but on the pull request")).to_be_visible()


def test_a_text_is_judged_when_the_parser_cannot_be_loaded(browser: Browser, example_home: str) -> None:
    """The check of the pull request says it then; the form goes on."""
    with open_form(browser, example_home + "propose/form/") as opened:
        page = opened.page
        page.route("**/markdown-it/*", lambda route: route.abort())
        page.route("**/paths.json", lambda route: route.abort())
        answers: Any = FILINGS["proposal"].answer(ENGLISH)
        fill_form(page, answers | {"text": answers["text"] + "\n\n<b>[x](y.md)</b>"})
        assert [one for one in judge(page)["problems"] if not one.get("isWarning")] == []


def test_a_path_has_the_number_that_the_program_gives_it(browser: Browser, example_home: str) -> None:
    paths = ["", "a", "content/groups/warm-homes/launch.md", "ä/€/👩"]
    with open_form(browser, example_home + "propose/form/") as opened:
        use = "return given.map((path) => module.number(path))"
        assert use_module(opened.page, "records.js", use, paths) == [number_path(path) for path in paths]
