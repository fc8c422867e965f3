"""Every kind of page of the two registers, in a browser."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages_in_browser import (
    DESKTOP,
    LOOKS,
    PHONE,
    Look,
    OpenPage,
    find_axe_violations,
    find_focus_faults,
    find_overflow,
    find_unreached,
    open_page,
    set_look,
)
from tests.built_sites import ROOT, BuiltSite

pytestmark = pytest.mark.browser

#: Kind of page, the template it is made from ("" for a hand-written page), an example of it.
KINDS = {
    "home": ("home", ""),
    "list of groups": ("groups", "groups/"),
    "group": ("group", "groups/warm-homes/"),
    "discussion group": ("group", "groups/repair-cafes/"),
    "reconstructed group": ("group", "groups/old-bridges/"),
    "ended group": ("group", "groups/quiet-streets/"),
    "reports": ("reports", "groups/warm-homes/reports/"),
    "kick-off": ("meeting", "groups/warm-homes/meetings/2025-01-30-kick-off/"),
    "cancelled meeting": ("meeting", "groups/warm-homes/meetings/2025-08-14-cost-table/"),
    "planned meeting": ("meeting", "groups/warm-homes/meetings/2026-06-18-handing-over/"),
    "archive": ("archive", "outcomes/"),
    "outcomes of a theme": ("archive-facet", "outcomes/theme/built-environment/"),
    "outcomes in a language": ("archive-facet", "outcomes/language/bg/"),
    "outcome": ("outcome", "groups/warm-homes/outcomes/street-guide/"),
    "outcome in French": ("outcome", "groups/warm-homes/outcomes/paying-for-a-street/"),
    "reconstructed outcome": ("outcome", "groups/old-bridges/outcomes/bridge-toolkit/"),
    "language version": ("outcome-version", "groups/warm-homes/outcomes/street-guide/el/"),
    "withdrawn outcome": ("withdrawn-outcome", "groups/warm-homes/outcomes/heat-map-tool/"),
    "proposals": ("proposals", "proposals/"),
    "proposal": ("proposal", "proposals/2024-warm-homes/"),
    "calendar": ("calendar", "calendar/"),
    "calendar of a year": ("calendar-year", "calendar/2026/"),
    "compliance": ("compliance", "compliance/"),
    "since the last board meeting": ("board-meeting", "compliance/board/"),
    "approvals": ("approvals", "approvals/"),
    "waiting for approval": ("waiting", "waiting/"),
    "duties": ("duties", "duties/"),
    "acts": ("acts", "acts/"),
    "duty": ("duty", "duties/status-update/"),
    "event log": ("log", "log/"),
    "event log of a month": ("log-month", "log/2025-06/"),
    "event log of a group": ("log-group", "groups/quiet-streets/log/"),
    "open data": ("data", "data/"),
    "how to propose": ("propose", "propose/"),
    "list of forms": ("filing", "file/"),
    "form of a proposal": ("form", "propose/form/"),
    "form of a status update": ("form", "file/status-update/"),
    "form of an outcome": ("form", "file/outcome/?group=warm-homes"),
    "clauses": ("clauses", "clauses/"),
    "rules": ("rules", "rules/"),
    "rule": ("rule", "rules/G003/"),
    "fields": ("fields", "fields/"),
    "fields of a kind": ("field-kind", "fields/launch/"),
    "templates": ("templates", "templates/"),
    "template": ("template", "templates/meeting/"),
    "how it works": ("", "how-it-works/"),
    "accessibility": ("", "accessibility/"),
    "privacy": ("", "privacy/"),
    "legal notice": ("", "legal-notice/"),
    "removing names": ("", "removing-names/"),
    "guides": ("", "guides/"),
    "guide to proposing": ("", "guides/proposing/"),
    "guide to chairing": ("", "guides/chairing/"),
    "guide to co-chairing": ("", "guides/co-chairing/"),
    "guide of the board": ("", "guides/board/"),
    "guide of the Secretariat": ("", "guides/secretariat/"),
    "guide to maintaining": ("", "guides/maintaining/"),
    "not found": ("", "none/at/all/"),
}
#: Pages with something to use beyond links, or in an order that matters.
WORKED_WITH = (
    *("home", "list of groups", "group", "reconstructed group", "kick-off", "outcome", "calendar"),
    *("archive", "outcome in French", "open data", "form of a proposal", "guide to proposing"),
    *(
        "compliance",
        "since the last board meeting",
        "how to propose",
        "template",
        "how it works",
        "not found",
    ),
)
#: Pages that offer something else without a script; test_archive.py and test_forms.py look at what that is.
DONE_BY_SCRIPT = ("archive", "form of a proposal", "form of a status update", "form of an outcome")
REAL = ("", "groups/small-giants/", "groups/deep-retrofitting/", "groups/", "proposals/", "calendar/")
REDIRECT = "groups/silent-streets/"
#: Words that are there only if they work.
NEEDS_SCRIPT = re.compile(
    r"[0-9]+ of [0-9]+ shown(, [0-9]+ more folded below)?|Or search the site\.|Copy the template|Copy(?= For )"
)


#: Kinds of page of which another one of the same template comes before.
REPEATED = [
    kind
    for kind in KINDS
    if KINDS[kind][0] in [KINDS[one][0] for one in list(KINDS)[: list(KINDS).index(kind)]]
]


def leave_repeated(kinds: Iterable[str]) -> list[Any]:
    """Give kinds of page as parameters: of each template, the first is looked at on every pull request."""
    mark = pytest.mark.slow("a page of a template that another page shows on every pull request")
    return [pytest.param(kind, marks=[mark] if kind in REPEATED else []) for kind in kinds]


def find_barriers(page: Page, looks: Sequence[Look]) -> list[str]:
    """Give what axe finds in some looks of a page, and what does not fit a window at 400 %."""
    found = []
    for look in looks:
        set_look(page, look)
        found += [f"{look}: {violation}" for violation in find_axe_violations(page)]
    set_look(page, Look("light", 320))
    return found + [f"too wide: {element}" for element in find_overflow(page)]


def find_complaints(opened: OpenPage, status: str = "") -> list[str]:
    """Give what a page complained about (but for its own status) and what it asked others for."""
    opened.page.wait_for_load_state("networkidle")
    complaints = [told for told in opened.complaints if not status or status not in told]
    return complaints + opened.find_foreign_requests()


def read_lines(page: Page) -> list[str]:
    """Give the lines of the main part that can be seen; cells of a table beside each other count as lines, too."""
    lines = re.split(r"[\n\t]+", page.locator("main").inner_text())
    return [" ".join(line.split()) for line in lines if line.strip()]


def list_shown(page: Page) -> list[str]:
    """Give the titles of the groups that a filtered list shows."""
    return page.locator("[data-filter-list] > li:visible h3").all_inner_texts()


def test_every_template_of_a_page_is_tried() -> None:
    folder = ROOT / "scm_site" / "pages" / "templates"
    assert {path.stem for path in folder.glob("*.html")} == {name for name, _ in KINDS.values() if name} | {
        "redirect"
    }


@pytest.mark.parametrize("kind", leave_repeated(KINDS))
def test_a_kind_of_page_has_no_barrier_and_asks_nobody_else(
    browser: Browser, example_home: str, looks: Sequence[Look], kind: str
) -> None:
    with open_page(browser, example_home + KINDS[kind][1]) as opened:
        assert find_barriers(opened.page, looks) == []
        assert find_complaints(opened, "404" if kind == "not found" else "") == []


@pytest.mark.slow("pages of the real register; those of the example have the same templates and say more")
@pytest.mark.parametrize("path", REAL)
def test_a_real_page_has_no_barrier_and_asks_nobody_else(
    browser: Browser, real_home: str, looks: Sequence[Look], path: str
) -> None:
    with open_page(browser, real_home + path) as opened:
        assert find_barriers(opened.page, looks) == []
        assert find_complaints(opened) == []


@pytest.mark.parametrize(
    "width",
    [PHONE, pytest.param(DESKTOP, marks=pytest.mark.slow("the second width of each page by keyboard"))],
)
@pytest.mark.parametrize("kind", WORKED_WITH)
def test_the_keyboard_reaches_all_and_nothing_hidden(
    browser: Browser, example_home: str, kind: str, width: int
) -> None:
    with open_page(browser, example_home + KINDS[kind][1], Look("light", width)) as opened:
        assert opened.page.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0
        assert find_focus_faults(opened.page) == []
        assert find_unreached(opened.page) == []


@pytest.mark.parametrize("kind", leave_repeated(kind for kind in KINDS if kind not in DONE_BY_SCRIPT))
def test_a_kind_of_page_says_the_same_without_scripts(browser: Browser, example_home: str, kind: str) -> None:
    address = example_home + KINDS[kind][1]
    with open_page(browser, address) as opened:
        with_scripts = read_lines(opened.page)
    with open_page(browser, address, LOOKS[0], scripts=False) as opened:
        for entry in ("Home", "Groups", "Meetings and events", "How it works"):
            menu = opened.page.get_by_role("navigation", name="Sections")
            expect(menu.get_by_role("link", name=entry)).to_be_visible()
        opened.page.set_viewport_size({"width": DESKTOP, "height": 900})
        without = read_lines(opened.page)
    stripped = [NEEDS_SCRIPT.sub("", line).strip() for line in with_scripts]
    assert [line for line in stripped if line] == without


def test_without_scripts_every_choice_of_a_filter_works(browser: Browser, example_home: str) -> None:
    with open_page(browser, example_home + "groups/", scripts=False) as opened:
        page = opened.page
        titles = list_shown(page)
        assert len(titles) == 4
        for option in page.locator("input[data-slot]").all():
            slot = option.get_attribute("data-slot")
            expected = page.locator(f"[data-slots~='{slot}'] h3").all_inner_texts()
            option.check()
            assert list_shown(page) == expected
            assert 0 < len(expected) < len(titles)
            option.locator("xpath=ancestor::fieldset").get_by_label("All", exact=True).check()
        assert list_shown(page) == titles


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
def test_filters_add_up(browser: Browser, example_home: str, scripts: bool) -> None:
    with open_page(browser, example_home + "groups/", scripts=scripts) as opened:
        page = opened.page
        page.get_by_label("Discussion group").check()
        assert list_shown(page) == ["Repair cafés in every district"]
        page.get_by_role("group", name="State").get_by_label("Active").check()
        assert list_shown(page) == ["Repair cafés in every district"]
        page.get_by_label("Focus group").check()
        assert list_shown(page) == ["Warm homes, street by street"]


def test_a_filter_is_kept_in_the_address_and_said_aloud(browser: Browser, example_home: str) -> None:
    with open_page(browser, example_home + "groups/") as opened:
        page = opened.page
        said = page.get_by_role("status").filter(has_text="shown")
        expect(said).to_have_text("4 of 4 shown")
        page.get_by_label("Focus group").check()
        page.get_by_role("group", name="State").get_by_label("Active").check()
        expect(said).to_have_text("1 of 4 shown")
        assert page.url.endswith("groups/?kind=focus&state=active")
        page.reload()
        expect(said).to_have_text("1 of 4 shown")
        expect(page.get_by_label("Focus group")).to_be_checked()
        assert list_shown(page) == ["Warm homes, street by street"]


def test_a_theme_leads_to_the_groups_with_it(browser: Browser, example_home: str) -> None:
    with open_page(browser, example_home + KINDS["group"][1]) as opened:
        opened.page.locator("dl").get_by_role("link", name="Finance").click()
        opened.page.wait_for_url("**/groups/?theme=*")
        assert list_shown(opened.page) == ["Warm homes, street by street"]


def test_no_group_fits_is_said(browser: Browser, example_home: str) -> None:
    with open_page(browser, example_home + "groups/") as opened:
        opened.page.get_by_label("Discussion group").check()
        opened.page.get_by_role("group", name="State").get_by_label("State not known").or_(
            opened.page.get_by_role("group", name="State").get_by_label("Not known")
        ).check()
        expect(opened.page.get_by_text("No group fits this choice.")).to_be_visible()


@pytest.mark.parametrize(
    "kind", ["home", "list of groups", "group", "reconstructed group", "outcome", "clauses", "template"]
)
def test_paper_loses_nothing(browser: Browser, example_home: str, kind: str) -> None:
    with open_page(browser, example_home + KINDS[kind][1], Look("light", 700)) as opened:
        page = opened.page
        page.evaluate("for (const one of document.querySelectorAll('.scm-on-screen, button')) one.remove()")
        on_screen = read_lines(page)
        page.emulate_media(media="print")
        on_paper = read_lines(page)
        assert [line for line in on_screen if line not in on_paper] == []
        assert find_overflow(page) == []


def test_an_old_address_leads_on(browser: Browser, example_home: str, example_site: BuiltSite) -> None:
    with open_page(browser, example_home + REDIRECT, scripts=False) as opened:
        opened.page.wait_for_url("**/groups/quiet-streets/")
        assert opened.complaints == []
        stays = (example_site.folder / REDIRECT / "index.html").read_text(encoding="utf-8")
        opened.page.set_content(stays.replace('http-equiv="refresh"', ""))
        expect(opened.page.get_by_role("link", name="Go to its new address")).to_be_visible()


def test_an_old_address_has_no_barrier(browser: Browser, example_home: str, example_site: BuiltSite) -> None:
    stays = Path(example_site.folder, REDIRECT, "index.html").read_text(encoding="utf-8")
    with open_page(browser, example_home + "assets/scm-icon.svg") as opened:
        opened.page.goto("about:blank")
        opened.page.set_content(stays.replace('http-equiv="refresh"', ""))
        assert find_barriers(opened.page, LOOKS) == []
