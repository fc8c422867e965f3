"""Where a form's file goes: to the forge that the settings name, to the clipboard, to the disk, into a mail."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.form_answers import LANGUAGES, Pen
from tests.browser.form_filings import FILINGS
from tests.browser.form_page import fill_form, open_form, take_file
from tests.browser.pages_in_browser import find_axe_violations, serve_folder
from tests.built_sites import EXAMPLE, EXAMPLE_DAY, build_site_once, make_project

pytestmark = pytest.mark.browser

WAIVER = FILINGS["waives"]
LONGEST = 7500
STARTS = {
    "gitlab": "https://gitlab.example.org/scm/groups/-/new/main?file_name=content%2Fgroups%2F",
    "forgejo": "https://codeberg.example.org/scm/groups/_new/main/?filename=content%2Fgroups%2F",
}


def make_register(folder: Path, forge: str) -> Path:
    """Make the example register as if it were kept elsewhere; without a forge, it has no mailbox either."""
    project = make_project(folder, EXAMPLE)
    path = project / "content/settings.yml"
    settings = path.read_text(encoding="utf-8")
    address = "/".join(STARTS.get(forge, "https://example.org/scm/groups/").split("/")[:5])
    settings = settings.replace("forge: github", f"forge: {forge}")
    settings = settings.replace("https://github.com/example/groups", address)
    if forge == "none":
        settings = re.sub(r"^ +contact:.*\n", "", settings, flags=re.MULTILINE)
    path.write_text(settings, encoding="utf-8")
    return project


OTHER_FORGE = pytest.mark.slow(
    "a site for another forge; that the whole text goes along is always tried with one"
)


@pytest.fixture(scope="module", params=["gitlab", pytest.param("forgejo", marks=OTHER_FORGE), "none"])
def elsewhere(request: pytest.FixtureRequest) -> Iterator[tuple[str, str]]:
    """The name of a forge, and the address of a site whose register is kept there."""
    forge = request.param
    site = build_site_once(f"site-of-{forge}", lambda folder: make_register(folder, forge), EXAMPLE_DAY)
    with serve_folder(site.folder) as home:
        yield forge, home


def fill_waiver(page: Page, language: str = "en") -> None:
    """Fill in the shortest of the forms."""
    fill_form(page, WAIVER.more | WAIVER.answer(Pen(words=LANGUAGES[language], typed=True)))


def read_link(page: Page) -> str:
    """Give where the button at the end leads."""
    return page.locator("[data-form-link]").get_attribute("href") or ""


def test_the_link_opens_the_forges_page_for_a_new_file(browser: Browser, elsewhere: tuple[str, str]) -> None:
    forge, home = elsewhere
    with open_form(browser, home + WAIVER.address) as opened:
        page = opened.page
        fill_waiver(page)
        made = take_file(page)
        assert find_axe_violations(page) == []
        if forge == "none":
            assert page.locator("[data-form-link], [data-form-mail]").count() == 0
            expect(page.get_by_role("heading", name="How to hand it in")).to_be_visible()
            expect(page.get_by_role("heading", name="What happens then")).to_be_visible()
            expect(page.get_by_text("The Secretariat puts the file forward")).to_be_visible()
            expect(page.get_by_role("button", name="Download the file")).to_be_visible()
            return
        assert read_link(page).startswith(STARTS[forge])
        values = parse_qs(urlsplit(read_link(page)).query).get("value")
        assert values == ([made.text] if forge == "forgejo" else None)
        expect(page.get_by_text("Copy the text first")).to_be_visible(visible=forge == "gitlab")


def test_without_a_script_a_site_without_a_forge_still_says_what_to_do(
    browser: Browser, elsewhere: tuple[str, str]
) -> None:
    forge, home = elsewhere
    with open_form(browser, home + WAIVER.address) as opened:
        told = " ".join((opened.page.locator("noscript").text_content() or "").split())
    assert ("give it to the Secretariat" in told) == (forge == "none")


def test_the_whole_text_goes_along_where_it_fits(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + WAIVER.address) as opened:
        fill_waiver(opened.page)
        made = take_file(opened.page)
        query = parse_qs(urlsplit(read_link(opened.page)).query)
        assert query == {"filename": [made.path], "value": [made.text]}
        expect(opened.page.get_by_text("Copy the text first")).to_be_hidden()


@pytest.mark.parametrize(
    "language",
    ["el", pytest.param("bg", marks=pytest.mark.slow("a second language of two bytes a letter"))],
)
def test_a_text_that_is_too_long_is_copied(browser: Browser, example_home: str, language: str) -> None:
    filing = FILINGS["board-brief"]
    with open_form(browser, example_home + filing.address) as opened:
        page = opened.page
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        fill_form(page, filing.answer(Pen(words=LANGUAGES[language], typed=True)))
        page.get_by_label("Brief", exact=True).fill(f"{LANGUAGES[language].sentence}.\n\n" * 20)
        made = take_file(page)
        assert len(read_link(page)) < LONGEST
        assert parse_qs(urlsplit(read_link(page)).query) == {"filename": [made.path]}
        expect(page.get_by_text("Copy the text first")).to_be_visible()
        page.get_by_role("button", name="Copy the text").first.click()
        expect(page.get_by_text("Copied.")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == made.text


def test_a_browser_that_does_not_copy_says_so(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + WAIVER.address) as opened:
        page = opened.page
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
        fill_waiver(page)
        take_file(page)
        page.locator("[data-copy]:visible").click()
        expect(page.get_by_text("select the text below and copy it")).to_be_visible()


def test_the_download_has_the_very_bytes(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + WAIVER.address) as opened:
        page = opened.page
        fill_waiver(page, "bg")
        made = take_file(page)
        with page.expect_download() as coming:
            page.get_by_role("button", name="Download the file").click()
        assert coming.value.suggested_filename == "2026-05-20-agenda.waives.yml"
        assert Path(coming.value.path()).read_bytes() == made.text.encode("utf-8")


def test_a_mail_goes_to_the_mailbox_of_the_register(browser: Browser, example_home: str) -> None:
    with open_form(browser, example_home + WAIVER.address) as opened:
        page = opened.page
        for reason, is_whole in (
            ("The chair is ill, and so is the deputy.", True),
            ("A long reason. " * 200, False),
        ):
            fill_waiver(page)
            fill_form(page, {"because": reason})
            made = take_file(page)
            mail = urlsplit(page.locator("[data-form-mail]").get_attribute("href") or "")
            said = parse_qs(mail.query)
            assert (mail.scheme, mail.path, said["subject"]) == (
                "mailto",
                "register@example.org",
                [made.path],
            )
            assert (made.text in said["body"][0].replace("\r\n", "\n")) == is_whole
            assert len(mail.geturl()) < 2000


OTHER_NAME = pytest.mark.slow(
    "a name in other letters: test_form_modules.py always makes names of all of them"
)
WARM, QUIET = "file/outcome/?group=warm-homes", "file/outcome/?group=quiet-streets"


@pytest.mark.parametrize(
    ("address", "name", "free"),
    [
        ("propose/form/", "Silent streets", "proposals/2025-silent-streets-2.md"),  # a former id
        (WARM, "Стреет — гуиде!", "outcomes/street-guide-2/outcome.md"),
        *(
            pytest.param(*one, marks=OTHER_NAME)
            for one in (
                ("propose/form/", "Warm homes", "proposals/2024-warm-homes-2.md"),
                (WARM, "Street guide", "outcomes/street-guide-2/outcome.md"),
                (WARM, "Στρεετ γυιδε", "outcomes/street-gyide/outcome.md"),
                (QUIET, "Measuring rules", "outcomes/measuring-rules-2/outcome.md"),
            )
        ),
    ],
)
def test_a_name_that_is_taken_gets_a_number(
    browser: Browser, example_home: str, address: str, name: str, free: str
) -> None:
    with open_form(browser, example_home + address) as opened:
        page = opened.page
        filing = FILINGS["outcome" if "outcome" in address else "proposal"]
        answers = filing.answer(Pen(words=LANGUAGES["en"], typed=True)) | {"title": name}
        if "proposal" in free:
            year = free.removeprefix("proposals/")[:4]
            answers |= {
                "date": f"{year}-09-01",
                "declarations": answers["declarations"] | {"on": f"{year}-09-01"},
                "proposed_chair": answers["proposed_chair"] | {"consent": f"{year}-09-01"},
            }
        fill_form(page, answers)
        assert take_file(page).path.endswith(f"/{free}")
