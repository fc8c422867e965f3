"""The event log as pages, the feeds that lead there, and the life line of a group."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest

from scm_site.pages.frame.page import Site
from scm_site.pipeline import build
from tests.built_sites import EXAMPLE_DAY, BuiltSite, has_git
from tests.data.logs import DAY, TOPIC, land, read, rename_group, start
from tests.pages.example_sites import copy_example, make_changed_site, read_page
from tests.pages.site_links import find_target, list_ids, list_references

FEEDS = ("feeds/events.atom", "groups/warm-homes/events.atom", "groups/silent-streets/events.atom")
ENTRY = re.compile(r'<li id="([^"]+)">')
MONTH = re.compile(r"log/[0-9]{4}-[0-9]{2}/")


def make_site_of(root: Path, day: str = EXAMPLE_DAY) -> Site:
    """Make the site of a register with its history."""
    built = build(root, as_of=date.fromisoformat(day), with_history=has_git(root))
    assert built.site is not None, built.findings
    return built.site


def list_entries(site: Site, *addresses: str) -> list[str]:
    """Give the anchors of the events on some pages."""
    return [anchor for address in addresses for anchor in ENTRY.findall(read_page(site, address))]


@pytest.fixture(scope="module")
def site(example_history: Path) -> Site:
    return make_site_of(example_history)


@pytest.mark.parametrize("feed", FEEDS)
def test_every_entry_of_a_feed_leads_to_a_place_on_the_site(example_site: BuiltSite, feed: str) -> None:
    entries = feedparser.parse(example_site.files[feed]).entries
    assert len(entries) > 10
    for entry in entries:
        parts = urlsplit(entry.link)
        name = f"{parts.path.lstrip('/')}index.html"
        assert name in example_site.files, entry.link
        assert not parts.fragment or parts.fragment in list_ids(example_site, name), entry.link


@pytest.mark.parametrize(
    ("page", "feeds"),
    [
        ("index.html", ["feeds/events.atom"]),
        ("how-it-works/index.html", ["feeds/events.atom"]),
        ("404.html", ["feeds/events.atom"]),
        ("groups/warm-homes/index.html", ["groups/warm-homes/events.atom", "feeds/events.atom"]),
        ("groups/warm-homes/log/index.html", ["groups/warm-homes/events.atom", "feeds/events.atom"]),
    ],
)
def test_feed_readers_find_the_feeds_of_a_page(example_site: BuiltSite, page: str, feeds: list[str]) -> None:
    found = [
        link.get("href")
        for link in example_site.parse(page).iter("link")
        if (link.get("rel"), link.get("type")) == ("alternate", "application/atom+xml")
    ]
    assert [(find_target(page, address) or ("",))[0] for address in found] == feeds


def test_the_pages_of_months_have_every_event_once(site: Site) -> None:
    months = sorted((page.address for page in site.pages if MONTH.fullmatch(page.address)), reverse=True)
    entries = list_entries(site, *months)
    assert len(set(entries)) == len(entries)
    newest = list_entries(site, "log/")
    assert len(newest) == 30
    assert entries[:30] == newest
    own = {f"warm-homes-{anchor}" for anchor in list_entries(site, "groups/warm-homes/log/")}
    assert own == {anchor for anchor in entries if anchor.startswith("warm-homes-")}


def test_months_lead_to_the_months_around_them(site: Site) -> None:
    first, middle, last = (read_page(site, f"log/{month}/") for month in ("2024-09", "2025-08", "2026-05"))
    assert [part in first for part in ("Before:", "After:")] == [False, True]
    assert re.findall(r'(?:Before|After): <a href="\.\./([^/]+)/">', middle) == ["2025-07", "2025-09"]
    assert [part in last for part in ("Before:", "After:")] == [True, False]


def test_an_event_tells_what_happened_and_how_it_was_approved(example_site: BuiltSite) -> None:
    text = example_site.read_text("groups/quiet-streets/log/index.html")
    assert "New: minutes of a meeting of 29 January 2026 Not approved pull request 90" in text
    assert "Ended early Before: ending. Its end on 31 January 2026 is recorded: early." in text
    links = {address for _, address in list_references(example_site, "groups/quiet-streets/log/index.html")}
    assert "https://github.com/example/groups/pull/90" in links


def test_an_outcome_that_is_not_public_is_not_named(site: Site) -> None:
    told = "".join(page.html for page in site.pages if "log/" in page.address)
    assert "utcome that is not public" in told
    assert "owners tell" not in told.lower()
    assert "not public" not in read_page(site, "").partition('id="lately"')[2]


def test_logs_are_not_searched(site: Site) -> None:
    pages = [page for page in site.pages if re.search(r"(^|/)log/", page.address)]
    assert len(pages) > 20
    assert not any(page.searchable for page in pages)


def test_the_log_of_a_renamed_group_keeps_its_address(tmp_path: Path) -> None:
    forge = start(tmp_path)
    rename_group(forge, "warm-homes", "cosy-homes")
    made = make_site_of(forge.repository.folder)
    files = {asset.path: asset.content for asset in made.assets}
    assert b"../../cosy-homes/log/" in files["groups/warm-homes/log/index.html"]
    assert files["groups/warm-homes/events.atom"] == files["groups/cosy-homes/events.atom"]


def test_without_git_the_log_says_what_is_not_known(tmp_path: Path) -> None:
    made = make_changed_site(copy_example(tmp_path))
    for address in ("log/", "groups/warm-homes/log/"):
        html = read_page(made, address)
        assert "it is not known, or not all of it: the git history was left out" in html.lower()
        assert "change-" not in html
    assert "Active</span> Before: forming." in read_page(made, "groups/warm-homes/log/")


def test_a_hostile_title_is_escaped(tmp_path: Path) -> None:
    forge = start(tmp_path, TOPIC)
    title = "</a><script>alert(1)</script>"
    land(forge, {TOPIC: re.sub(r"(?m)^title: .*$", f'title: "{title}"', read(TOPIC))}, DAY)
    made = make_site_of(forge.repository.folder)
    for address in ("", "log/", "log/2026-05/"):
        html = read_page(made, address)
        assert "<script>" not in html
        assert "&lt;/a&gt;&lt;script&gt;" in html


def test_the_life_line_goes_from_the_proposal_to_the_end(example_site: BuiltSite) -> None:
    told = example_site.read_text("groups/quiet-streets/index.html").rpartition("What happened ")[2]
    order = [
        "The group ended: early.",
        "The message of the end came into the register.",
        "The end of the group came into the register.",
        "The work programme was agreed.",
        "The group was launched.",
        "The group came into the register.",
        "The proposal came into the register.",
        "The Advisory Board agreed to the topic.",
        "The topic was proposed.",
    ]
    found = [told.partition("Working together")[0].find(what) for what in order]
    assert -1 not in found
    assert "The proposal came into the register. Approved pull request 15" in told
    warm = example_site.read_text("groups/warm-homes/index.html").rpartition("What happened ")[2]
    for what in (
        "The amendment came into the register. Approved pull request 103",
        "Amendment of the Terms of Reference: extends the group by 6 months, from 15 July 2026 to 15 January 2027.",
        "The online seminar (not public) was delivered to the Secretariat.",
        "The outcome “Beginning with a street: a first guide” was delivered to the Secretariat.",
        "The outcome “Beginning with a street: a first guide” was published.",
    ):
        assert what in warm


def test_the_life_line_without_history_has_the_facts_alone(tmp_path: Path) -> None:
    html = read_page(make_changed_site(copy_example(tmp_path)), "groups/warm-homes/")
    line = html.partition('id="life-line"')[2]
    assert "The group was launched." in line
    assert "came into the register" not in line
