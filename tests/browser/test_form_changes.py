"""Forms for what changes: a meeting that moves, is called off or has its minutes, a group that ends."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.form_answers import LANGUAGES, Pen
from tests.browser.form_filings import FILINGS
from tests.browser.form_page import fill_form, open_form, press_check, take_file

pytestmark = pytest.mark.browser

MEETINGS = "content/groups/warm-homes/meetings"
PLANNED = "2026-06-18-handing-over"
PEN = Pen(words=LANGUAGES["en"], typed=True)


@contextmanager
def open_meeting(browser: Browser, home: str, kind: str, name: str = PLANNED) -> Iterator[Page]:
    """Open the form for what happens to a meeting of a group."""
    chosen = f"&meeting={name}" if name else ""
    with open_form(browser, f"{home}file/{kind}/?group=warm-homes{chosen}") as opened:
        yield opened.page
        assert opened.complaints == []


def read_summary(page: Page) -> list[str]:
    """Press the button, and give what the list on top then says."""
    press_check(page)
    return page.get_by_role("alert").locator("li a").all_inner_texts()


def test_a_meeting_moves_with_its_reason_and_keeps_its_place(browser: Browser, example_home: str) -> None:
    with open_meeting(browser, example_home, "moved") as page:
        expect(page.get_by_label("Meeting", exact=True)).to_have_value(PLANNED)
        expect(page.locator("[data-name=date] output")).to_have_text("18 June 2026")
        fill_form(page, {"day": "2026-05-20", "date": {"becomes": "2026-06-25"}})
        assert read_summary(page) == ["Because: this is missing."]
        fill_form(page, {"because": "Two cities could not come."})
        made = take_file(page)
        assert made.path == f"{MEETINGS}/{PLANNED}/2026-05-20.moved.yml"
        assert "date:\n  becomes: 2026-06-25\n  instead_of: 2026-06-18\n" in made.text


def test_a_day_that_is_taken_out_again_moves_nothing(browser: Browser, example_home: str) -> None:
    with open_meeting(browser, example_home, "moved") as page:
        for day in ("2026-06-25", ""):
            fill_form(page, {"date": {"becomes": day}})
        fill_form(page, {"because": "Two cities could not come."})
        assert read_summary(page) != []
        expect(page.get_by_role("heading", name="Your file is ready")).to_be_hidden()


def test_nothing_is_filed_before_a_meeting_is_chosen(browser: Browser, example_home: str) -> None:
    """What was typed before goes along."""
    with open_meeting(browser, example_home, "called-off", "") as page:
        fill_form(page, {"day": "2026-05-20", "because": "The hall is flooded."})
        assert [one for one in read_summary(page) if "No meeting is chosen" in one]
        page.get_by_label("Meeting", exact=True).select_option(PLANNED)
        expect(page.get_by_text("What you had typed stays: Day, Because.")).to_be_visible()
        assert take_file(page).path == f"{MEETINGS}/{PLANNED}/2026-05-20.called-off.yml"


def test_what_was_typed_comes_back_with_the_group(browser: Browser, example_home: str) -> None:
    with open_form(browser, f"{example_home}file/meeting/?group=warm-homes") as opened:
        page = opened.page
        title = page.get_by_label("Title", exact=True)
        title.fill("Flooded cellars")
        for group, typed in (("quiet-streets", ""), ("warm-homes", "Flooded cellars")):
            page.get_by_label("Group", exact=True).select_option(group)
            expect(page.get_by_text("comes back when you choose that again")).to_have_count(1 - bool(typed))
            expect(title).to_have_value(typed)


def test_an_end_names_what_comes_after_it(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + "file/ends/?group=warm-homes&how=early") as opened:
        page = opened.page
        expect(page.get_by_label("How", exact=True)).to_have_value("early")
        expect(page.get_by_text("the check names what else has to change")).to_be_visible()
        fill_form(page, FILINGS["ends"].more | FILINGS["ends"].answer(PEN))
        said = read_summary(page)
        assert said == [
            f"End: {what}, after the group's last day 2026-06-01."
            for what in (
                "the meeting “Handing over the final guide” is on 18 June 2026",
                "joining ends on 30 September 2026",
            )
        ]
        expect(page.get_by_role("alert")).to_contain_text("2 things are worth a second look")
        expect(page.get_by_role("heading", name="Your file is ready")).to_be_visible()
        fill_form(page, {"evaluation_meeting": PLANNED})
        assert len(read_summary(page)) == 1


def test_a_strange_end_in_the_address_answers_nothing(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + "file/ends/?group=warm-homes&how=x%22") as opened:
        expect(opened.page.get_by_label("How", exact=True)).to_have_value("")
        assert opened.complaints == []
