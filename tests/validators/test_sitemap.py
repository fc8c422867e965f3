"""The dates of sitemap.xml come from git, never from the day of the build."""

import re
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from tests.built_sites import EXAMPLE_DAY, BuiltSite, build_site, make_example_project

SITE = "https://groups.smart-cities.example/"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEXT_DAY = "2026-05-21"


@pytest.fixture(scope="module")
def dates(example_site: BuiltSite) -> dict[str, str]:
    return read_dates(example_site)


@pytest.fixture(scope="module")
def newest(example_site: BuiltSite) -> str:
    return ask_git(example_site, "HEAD")


def read_dates(site: BuiltSite) -> dict[str, str]:
    """Give the date of each page by its address below the site's."""
    root = etree.fromstring(site.files["sitemap.xml"])
    found = [(url.findtext(f"{SPACE}loc", ""), url.findtext(f"{SPACE}lastmod", "")) for url in root]
    return {address.strip().removeprefix(SITE): day for address, day in found}


def ask_git(site: BuiltSite, *what: str) -> str:
    """Give the day (UTC) of the newest commit on the main line that touched something."""
    command = [
        "git",
        "log",
        "-1",
        "--first-parent",
        "-m",
        "--format=%cd",
        "--date=format-local:%Y-%m-%d",
        *what,
    ]
    return subprocess.run(
        command, cwd=site.folder.parent, env={"TZ": "UTC"}, capture_output=True, text=True, check=True
    ).stdout.strip()


def test_every_page_has_a_date_and_none_is_after_the_newest_commit(
    dates: dict[str, str], newest: str
) -> None:
    assert newest < EXAMPLE_DAY
    odd = {page: day for page, day in dates.items() if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day)}
    assert odd == {}
    assert {page: day for page, day in dates.items() if day > newest} == {}


def test_a_group_is_as_old_as_the_newest_record_on_its_page(
    example_site: BuiltSite, dates: dict[str, str]
) -> None:
    folder = "content/groups/repair-cafes"
    shown = [f"{folder}/launch.md", f"{folder}/work-programme.md", f"{folder}/acts"]
    shown += [
        f"{folder}/meetings",
        f"{folder}/status-updates",
        f"{folder}/board-briefs",
    ]
    assert dates["groups/repair-cafes/"] == ask_git(example_site, "--", *shown, f"{folder}/outcomes")
    record = "content/proposals/2026-shared-data.md"
    assert dates["proposals/2026-shared-data/"] == ask_git(example_site, "--", record)


def test_what_is_computed_or_written_by_hand_is_as_old_as_the_newest_commit(
    dates: dict[str, str], newest: str
) -> None:
    for page in ("", "compliance/", "rules/", "how-it-works/"):
        assert dates[page] == newest, page


def test_a_day_on_which_nothing_changed_changes_no_date(
    example_site: BuiltSite, tmp_path: Path, dates: dict[str, str]
) -> None:
    later = build_site(make_example_project(tmp_path / "register"), NEXT_DAY)
    assert b"21 May 2026" in later.files["compliance/index.html"]
    assert read_dates(later) == dates
    assert later.files["sitemap.xml"] == example_site.files["sitemap.xml"]
