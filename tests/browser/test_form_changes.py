"""Forms that change what is there: a meeting that moves, minutes that are approved or put right, a group that ends."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from scm_site.findings import Severity
from tests.browser.form_answers import FILINGS, LANGUAGES, Pen
from tests.browser.form_page import check_with, fill_form, judge, open_form, press_check, take_file
from tests.browser.test_form_modules import use_module
from tests.register_cases import EXAMPLE

pytestmark = pytest.mark.browser

MEETINGS = "content/groups/warm-homes/meetings"
PLANNED, APPROVED, SENT = "2026-06-18-handing-over", "2025-10-09-trials", "2026-04-30-draft-guide"
PEN = Pen(words=LANGUAGES["en"], typed=True)


@contextmanager
def open_meeting(browser: Browser, home: str, name: str = "") -> Iterator[Page]:
    """Open the form for a meeting of a group, new or there already."""
    chosen = f"&id={name}" if name else ""
    with open_form(browser, f"{home}file/meeting/?group=warm-homes{chosen}") as opened:
        yield opened.page
        assert opened.complaints == []


def read_summary(page: Page) -> list[str]:
    """Press the button, and give what the list on top then says."""
    press_check(page)
    return page.get_by_role("alert").locator("li a").all_inner_texts()


def test_a_meeting_moves_with_its_reason_and_keeps_its_old_name(
    browser: Browser, example_home: str, tmp_path: Path
) -> None:
    with open_meeting(browser, example_home, PLANNED) as page:
        expect(page.get_by_text("If it moves, change the date")).to_be_visible()
        page.get_by_label("Date", exact=True).first.fill("2026-06-25")
        expect(page.get_by_text("The meeting moves.")).to_be_visible()
        assert read_summary(page) == [
            "Moved from 1, Reason: this is missing.",
            f"Date: records that name the meeting {PLANNED} (that of the group's end, or links in texts) "
            "have to change too.",
        ]
        page.locator("[data-name=moved_from] [data-name=reason] input").fill("Two cities could not come.")
        made = take_file(page)
        assert made.path == f"{MEETINGS}/2026-06-25-handing-over.md"
        assert "moved_from:\n  - date: 2026-06-18\n    reason: Two cities" in made.text
        assert f'former_ids:\n  - "{PLANNED}"' in made.text
        link = page.locator("[data-form-link]").get_attribute("href") or ""
        assert link.endswith(f"/edit/main/{MEETINGS}/{PLANNED}.md")
        expect(
            page.get_by_text("change the name above the text to 2026-06-25-handing-over.md")
        ).to_be_visible()
        expect(page.get_by_text("Say along with it that it takes the place of")).to_be_visible()
        mail = parse_qs(urlsplit(page.locator("[data-form-mail]").get_attribute("href") or "").query)
        assert f"which takes the place of {MEETINGS}/{PLANNED}.md" in mail["body"][0]
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    (tmp_path / MEETINGS / f"{PLANNED}.md").unlink()
    checked = check_with(tmp_path, made.path, made.text)
    assert [one.message for one in checked.findings if one.severity is Severity.ERROR] == []


def test_a_move_that_is_taken_back_leaves_nothing(browser: Browser, example_home: str) -> None:
    with open_meeting(browser, example_home, PLANNED) as page:
        for day in ("2026-06-25", "2026-06-18"):
            page.get_by_label("Date", exact=True).first.fill(day)
        made = take_file(page)
        assert made.path.endswith(f"{PLANNED}.md")
        assert "moved_from" not in made.text
        assert "former_ids" not in made.text


@pytest.mark.parametrize("day", ["2026-01-26", "2026-02-10"])
def test_an_evaluation_meeting_that_moves_is_named_anew(
    browser: Browser, example_home: str, tmp_path: Path, day: str
) -> None:
    """What the check says once the file has its new name, the form says before, and hands the file in."""
    before, meetings = "2026-01-22-evaluation", "content/groups/quiet-streets/meetings"
    with open_form(browser, f"{example_home}file/meeting/?group=quiet-streets&id={before}") as opened:
        fill_form(opened.page, {"date": day, "minutes": {"sent": day}})
        made, problems = take_file(opened.page), judge(opened.page)["problems"]
    assert made.path == f"{meetings}/{day}-evaluation.md"
    assert all(one["isWarning"] for one in problems)
    said = {one["message"] for one in problems}
    named = f"group's end names this meeting `{before}` as its evaluation meeting"
    assert [one for one in said if named in one]
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    (tmp_path / meetings / f"{before}.md").unlink()
    found = [
        one for one in check_with(tmp_path, made.path, made.text).findings if one.severity is Severity.ERROR
    ]
    assert {one.rule for one in found if one.place.path != made.path} == {"R007", "T004"}
    assert {one.message for one in found if one.place.path == made.path} == {
        one["message"] for one in problems if one.get("rule")
    }
    assert ("M008" in {one.get("rule") for one in problems}) == (day > "2026-01-31")


def test_a_day_that_does_not_exist_moves_nothing(browser: Browser, example_home: str) -> None:
    with open_meeting(browser, example_home, PLANNED) as page:
        found = use_module(
            page, "changing.js", "return given.map(module.findNewId)", ["2026-02-31", "2026-03-01"]
        )
        assert found == ["", "2026-03-01-handing-over"]


def test_links_to_the_file_itself_follow_its_name(browser: Browser, example_home: str) -> None:
    """Before the meeting moves, its own file has the old name; after that, only the new one leads somewhere."""
    old, new = (f"{day}-handing-over.md" for day in ("2026-06-18", "2026-06-25"))
    with open_meeting(browser, example_home, PLANNED) as page:
        fill_form(page, {"text": f"[old]({old}) and [new](../meetings/{new})"})
        for day, gone in (("2026-06-18", f"../meetings/{new}"), ("2026-06-25", old)):
            page.get_by_label("Date", exact=True).first.fill(day)
            said = [one["message"] for one in judge(page)["problems"] if one.get("rule") == "T004"]
            assert said == [f"the link `{gone}` leads to no record"]


def test_another_day_without_a_word_is_asked_about(browser: Browser, example_home: str) -> None:
    with open_meeting(browser, example_home, PLANNED) as page:
        page.get_by_label("Date", exact=True).first.fill("2026-06-25")
        page.locator("[data-name=moved_from]").get_by_role("button", name="Take this one out").click()
        said = read_summary(page)
        assert [
            one for one in said if one.startswith("Moved from: The meeting was filed for 2026-06-18, and")
        ]
        expect(page.get_by_role("heading", name="Your file is ready")).to_be_visible()


def test_minutes_that_were_sent_are_approved(browser: Browser, example_home: str) -> None:
    with open_meeting(browser, example_home, SENT) as page:
        expect(page.get_by_text("Once the group has approved them")).to_be_visible()
        page.get_by_label("Approved on").fill("2026-05-20")
        made = take_file(page)
        assert made.path == f"{MEETINGS}/{SENT}.md"
        assert "  approved: 2026-05-20\n" in made.text


def test_approved_minutes_change_with_a_correction_only(browser: Browser, example_home: str) -> None:
    with open_meeting(browser, example_home, APPROVED) as page:
        expect(page.get_by_text("say what it was under “Corrections”")).to_be_visible()
        corrections = page.locator("[data-name=corrections]").first
        expect(corrections).to_be_visible()
        page.get_by_label("People").fill("15")
        assert read_summary(page) == [
            "Corrections: the minutes were approved on 2025-12-11, "
            "and their attended would change without a correction."
        ]
        fill_form(page, {"corrections": [{"on": "2026-05-20", "what": "Fifteen people came, not twelve."}]})
        made = take_file(page)
        assert made.path == f"{MEETINGS}/{APPROVED}.md"
        assert "corrections:\n  - on: 2026-05-20\n" in made.text


def test_what_was_typed_goes_along_to_the_meeting_that_is_there(browser: Browser, example_home: str) -> None:
    with open_meeting(browser, example_home) as page:
        page.get_by_label("Agenda sent on").fill("2026-06-08")
        page.get_by_label("Keep my answers").check()
        page.get_by_label("Which one?").select_option(PLANNED)
        expect(page.get_by_text("What you had typed stays: Agenda sent on.")).to_be_visible()
        expect(page.get_by_label("Title", exact=True)).to_have_value("Handing over the final guide")
        expect(page.get_by_label("Agenda sent on")).to_have_value("2026-06-08")
        assert "2026-06-08" in page.evaluate("localStorage.getItem('scm-form-meeting')")


def test_what_was_typed_comes_back_with_the_meeting_and_the_group(
    browser: Browser, example_home: str
) -> None:
    with open_meeting(browser, example_home, PLANNED) as page:
        sent = page.get_by_label("Agenda sent on")
        sent.fill("2026-06-08")
        page.get_by_label("Which one?").select_option(SENT)
        expect(page.get_by_text("comes back when you choose that again")).to_be_visible()
        expect(sent).not_to_have_value("2026-06-08")
        page.get_by_label("Which one?").select_option(PLANNED)
        expect(sent).to_have_value("2026-06-08")
        for group in ("quiet-streets", "warm-homes"):
            page.get_by_label("Group", exact=True).select_option(group)
            expect(page.locator("[data-form-fields]")).to_be_visible()
            expect(sent).to_have_value("2026-06-08" if group == "warm-homes" else "")
        expect(page.get_by_label("Which one?")).to_have_value(PLANNED)


def test_an_end_names_what_comes_after_it(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + "file/ends/?group=warm-homes&how=early") as opened:
        page = opened.page
        expect(page.get_by_label("How", exact=True)).to_have_value("early")
        expect(page.get_by_text("the check names what else has to change")).to_be_visible()
        fill_form(page, FILINGS["ends"].answer(PEN))
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
