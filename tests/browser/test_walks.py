"""From the page where people look to the form, the check, the merge, and to where it is then seen, on a phone."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from scm_site.cli.main import main
from scm_site.demo.play import RECORDS
from scm_site.demo.played_forge import Forge
from scm_site.demo.repository import Repository
from tests.browser.form_page import MadeFile, fill_form, take_file, wait_for_form
from tests.browser.pages_in_browser import (
    LOOKS,
    OpenPage,
    find_axe_violations,
    find_overflow,
    open_page,
    serve_folder,
)
from tests.browser.walks import WALKS, Walk
from tests.built_sites import EXAMPLE_DAY, BuiltSite, build_site, make_demo_once

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow("builds the site of the whole worked example once more, with six files merged"),
]

#: The day after, as of which everything is seen.
DAY_AFTER = "2026-05-21"


@dataclass(frozen=True, kw_only=True)
class Walked:
    """What the walks came to: the file of each, what its form said, its review, and the site of the day after."""

    made: dict[str, MadeFile]
    told: dict[str, str]
    reviews: dict[str, dict[str, Any]]
    site: BuiltSite


@pytest.fixture(scope="module")
def walked(browser: Browser, demo_home: str, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    """Walk all of them, one after the other, and merge what comes of each."""
    made, told = {}, {}
    with open_page(browser, demo_home, LOOKS[0], fresh=True) as opened:
        opened.page.clock.set_fixed_time(f"{EXAMPLE_DAY}T12:00:00Z")
        for name, walk in WALKS.items():
            made[name], told[name] = walk_to_the_file(opened, demo_home, walk)
        assert opened.complaints == []
    folder = tmp_path_factory.mktemp("walks") / "register"
    shutil.copytree(make_demo_once(), folder, symlinks=True)
    forge = take_up_forge(folder)
    reviews = {name: merge(forge, made[name]) for name in WALKS}
    return Walked(made=made, told=told, reviews=reviews, site=build_day_after(forge))


def walk_to_the_file(opened: OpenPage, home: str, walk: Walk) -> tuple[MadeFile, str]:
    """Follow the link on the page, fill the form in, and give the file, and what the form says that it does."""
    page = opened.page
    page.goto(home + walk.start)
    page.get_by_role("link", name=walk.link, exact=True).first.click()
    wait_for_form(page)
    expect(page.get_by_label("Group", exact=True)).to_have_value(walk.group)
    fill_form(page, walk.answers)
    made = take_file(page)
    assert find_axe_violations(page) == []
    assert find_overflow(page) == []
    return made, " ".join(page.locator("[data-form-does]").all_inner_texts())


def take_up_forge(folder: Path) -> Forge:
    """Give the forge of the played register, as it was when the story ended."""
    records = json.loads((folder / RECORDS).read_text(encoding="utf-8"))
    merged, waiting = records["merged"], records["open"]
    last = max(one["number"] for one in (*merged, *waiting))
    return Forge(repository=Repository(folder), number=last, merged=merged, waiting=waiting)


def merge(forge: Forge, made: MadeFile) -> dict[str, Any]:
    """Propose a file, review it, merge it once all whom the review names have agreed, and give the review."""
    time, folder = f"{EXAMPLE_DAY}T16:00:00Z", forge.repository.folder
    pull = forge.open("example-nils", time, {made.path: made.text}, title="From a form")
    saved = folder.parent / f"{pull.number}.json"
    asked = ("review", "main", pull.branch, "--as-of", EXAMPLE_DAY, "--save", f"json={saved}")
    assert main(["--root", str(folder), *asked]) == 0
    review: dict[str, Any] = json.loads(saved.read_text(encoding="utf-8"))
    agreed = tuple(one["accounts"][0] for one in review["agreements"])
    forge.merge(pull, time, by=agreed[0], agreed=agreed)
    return review


def build_day_after(forge: Forge) -> BuiltSite:
    """Build the site of the day after, with the forge's records of what was merged."""
    folder = forge.repository.folder
    forge.delete_merged_branches()
    forge.write_records(folder / RECORDS, f"{DAY_AFTER}T04:17:00Z")
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings.replace(EXAMPLE_DAY, DAY_AFTER), encoding="utf-8")
    return build_site(folder, DAY_AFTER)


@pytest.mark.parametrize("name", WALKS)
def test_a_walk_makes_exactly_one_file(walked: Walked, name: str) -> None:
    walk, made = WALKS[name], walked.made[name]
    assert (made.path, made.text.strip()) == (walk.path, walk.text.strip())


@pytest.mark.parametrize("name", WALKS)
def test_the_review_finds_nothing_to_mend_and_says_what_the_form_said(walked: Walked, name: str) -> None:
    walk, review = WALKS[name], walked.reviews[name]
    assert [record["path"] for record in review["records"]] == [walk.path]
    assert review["findings"] == []
    assert walked.told[name] == (f"What it does: {walk.tells}." if walk.tells else "")
    assert walk.tells in json.dumps(review, ensure_ascii=False)


@pytest.mark.parametrize("name", WALKS)
def test_it_is_seen_on_the_pages(walked: Walked, name: str) -> None:
    walk = WALKS[name]
    shown = {address: squeeze(walked.site.read_text(f"{address}index.html")) for address in walk.shown}
    assert {at: words for at, words in walk.shown.items() if squeeze(words) not in shown[at]} == {}


def squeeze(words: str) -> str:
    """Give words without the spaces between them: where one line of a page ends, there is none in its source."""
    return "".join(words.split())


@pytest.mark.parametrize("name", WALKS)
def test_it_is_seen_in_log_and_feeds_as_approved(walked: Walked, name: str) -> None:
    walk = WALKS[name]
    told = walk.tells or walk.answers["title"]
    entry = walked.site.read_text(f"groups/{walk.group}/log/index.html").partition(told)[2]
    assert entry.strip(" ”").startswith("Approved")
    for feed in (f"groups/{walk.group}/events.atom", "feeds/events.atom"):
        assert told in walked.site.files[feed].decode()
    assert told in walked.site.read_text("log/index.html")


@pytest.mark.parametrize("name", WALKS)
def test_it_is_seen_in_the_data(walked: Walked, name: str) -> None:
    walk = WALKS[name]
    for (data_set, row_id), wanted in walk.rows.items():
        row = next(row for row in read_rows(walked.site, f"api/v1/{data_set}.json") if row["id"] == row_id)
        assert {field: row[field] for field in wanted} == wanted
    if "/acts/" in walk.path:
        acts = [
            row["what"] for row in read_rows(walked.site, "api/v1/acts.json") if row["group"] == walk.group
        ]
        assert walk.tells in acts


@pytest.mark.parametrize("name", WALKS)
def test_the_duties_are_judged_by_it(walked: Walked, name: str) -> None:
    states = {
        (row["of"]["id"], row["duty"], row["period"]): row["state"]
        for row in read_rows(walked.site, "api/v2/standings.json")
    }
    wanted = WALKS[name].standings
    assert {one: states.get(one) for one in wanted} == wanted


def read_rows(site: BuiltSite, path: str) -> Iterator[dict[str, Any]]:
    """Give the rows of a data set."""
    document = json.loads(site.files[path])
    yield from document[Path(path).stem]


def test_who_says_who_comes_finds_the_office_filled_in(browser: Browser, walked: Walked) -> None:
    """From the dashboard of the day after: the office is chosen, nobody hands over, and the sentence says so."""
    with (
        serve_folder(walked.site.folder) as home,
        open_page(browser, f"{home}compliance/", LOOKS[0]) as opened,
    ):
        page = opened.page
        office = "chair of One map of what lies under the street"
        page.get_by_role("link", name=f"Say who comes: {office}").click()
        wait_for_form(page)
        expect(page.get_by_label("Office", exact=True)).to_have_value("chair")
        expect(page.locator("[data-name=from] select")).to_have_value("")
        expect(page.locator("[data-form-tells]")).to_contain_text("the office of chair from nobody to …")
