"""The real register: nothing to mend, the known facts with their sources, and nothing that nobody knows."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scm_site.pipeline import check
from tests.built_sites import REAL, REAL_DAY, ROOT, BuiltSite, build_site_once, make_project

SMALL, DEEP = "groups/small-giants/index.html", "groups/deep-retrofitting/index.html"
KICK_OFF = "groups/small-giants/meetings/2024-03-13-kick-off/index.html"
MARKETPLACE = "https://smart-cities-marketplace.ec.europa.eu/"
PUBLIC_PAGE = f"{MARKETPLACE}networked-community/focus-and-discussion-groups"
LAUNCH_NEWS = f"{MARKETPLACE}news-and-events/news/2024/new-focus-group-supports-small-giants"
FIRST_NEWS = f"{MARKETPLACE}news-and-events/news/2023/small-giants-momentum-continues-build"
KICK_OFF_PAGE = f"{MARKETPLACE}news-and-events/events/smart-cities-marketplace-small-giants-kick-meeting"

#: What every register has; nothing else is needed.
REQUIRED = ("settings.yml", "themes.yml", "countries.yml", "board.yml", "secretariat.yml", "approvals.yml")


def read_facts(site: BuiltSite, name: str) -> dict[str, str]:
    """Give the facts at the head of a page, by their name without marks of sources."""
    facts = {}
    for pair in site.parse(name).find(".//dl[@class='scm-facts']"):
        term, told = pair.find("dt"), pair.find("dd")
        facts[(term.text or "").strip()] = " ".join("".join(told.itertext()).split())
    return facts


def read_section(site: BuiltSite, name: str, anchor: str) -> str:
    """Give the words from a heading of a group's page to the next heading of its level."""
    words, inside = [], False
    for element in site.parse(name).find(".//article"):
        if element.tag == "h2":
            inside = element.get("id") == anchor
        if inside:
            words.append("".join(element.itertext()))
    return " ".join(" ".join(words).split())


def list_links(site: BuiltSite, name: str) -> set[str]:
    return {link.get("href") for link in site.parse(name).find(".//main").iter("a")}


def find_source(site: BuiltSite, name: str, number: str) -> str:
    """Give the address behind a mark such as [2]."""
    entry = site.parse(name).find(f".//li[@id='source-{number}']/a")
    return str(entry.get("href"))


def test_there_is_nothing_to_mend() -> None:
    assert check(ROOT).findings == ()


def test_small_giants_is_told_as_its_sources_tell_it(real_site: BuiltSite) -> None:
    facts = read_facts(real_site, SMALL)
    assert facts["Chair"].startswith("Trevor Gibson")
    assert facts["Launched"].startswith("Not known, probably early 2024")
    assert facts["End"].startswith("Not known, probably September 2025")
    assert facts["Co-chair"].startswith("Not known")
    assert facts["Community space"].startswith("Not known")
    assert facts["Terms of Reference"].startswith("Not stated")
    assert {"Circular economy", "Urban mobility"} <= set(facts["Themes"].split(", "))
    text = real_site.read_text(SMALL)
    assert "12 September 2023: Announced as the latest Focus group" in text
    assert "7 February 2024: The launch of the group was announced" in text
    assert "it does not use the word chair" in text
    assert "18 months" in text
    assert {PUBLIC_PAGE, LAUNCH_NEWS, FIRST_NEWS, KICK_OFF_PAGE} <= list_links(real_site, SMALL)


def test_the_first_meeting_of_small_giants_is_told_with_its_move(real_site: BuiltSite) -> None:
    facts = read_facts(real_site, KICK_OFF)
    assert facts["Date"] == "13 March 2024, 11:00-12:00 CET"
    assert facts["Where"] == "Online"
    assert facts["Moved from"].startswith("21 February 2024")
    assert "The page gives the new date, but not the reason." in facts["Moved from"]
    assert KICK_OFF_PAGE in list_links(real_site, KICK_OFF)
    assert "13 March 2024" in read_section(real_site, SMALL, "meetings")
    calendar = [real_site.read_text(name) for name in real_site.page_names if name.startswith("calendar/")]
    assert any("Moved from 21 February 2024" in text for text in calendar)


def test_deep_retrofitting_is_told_as_its_source_tells_it(real_site: BuiltSite) -> None:
    facts = read_facts(real_site, DEEP)
    assert facts["State"].startswith("Not known")
    for name in ("Launched", "End", "Chair", "Co-chair", "New participants", "Community space"):
        assert facts[name].startswith("Not known"), name
    assert facts["Launched"].startswith("Not known, probably before 12 September 2023")
    purpose = read_section(real_site, DEEP, "purpose")
    assert purpose.count("40 %") == 2
    assert "CO2" in purpose
    assert PUBLIC_PAGE in list_links(real_site, DEEP)


@pytest.mark.parametrize("name", [SMALL, DEEP, KICK_OFF])
def test_a_record_from_public_pages_says_so_and_cites(real_site: BuiltSite, name: str) -> None:
    text = real_site.read_text(name)
    assert "Put together from public pages" in text
    assert "was not filed by the group" in text
    page = real_site.parse(name)
    marks = [link.get("href") for cite in page.iter("sup") for link in cite.iter("a")]
    assert marks
    for mark in marks:
        assert mark == "#inferred" or find_source(real_site, name, mark.removeprefix("#source-")).startswith(
            MARKETPLACE
        )


@pytest.mark.parametrize(
    ("field", "source"), [("Chair", LAUNCH_NEWS), ("Objectives", LAUNCH_NEWS), ("The challenge", PUBLIC_PAGE)]
)
def test_a_fact_points_to_its_own_source(real_site: BuiltSite, field: str, source: str) -> None:
    page = real_site.parse(SMALL)
    heads = [head for head in page.iter() if head.tag in ("dt", "h3") and (head.text or "").startswith(field)]
    marks = [link.get("href").removeprefix("#source-") for head in heads for link in head.iter("a")]
    assert source in [find_source(real_site, SMALL, number) for number in marks]


def test_every_unknown_says_why(real_site: BuiltSite) -> None:
    for name in (SMALL, DEEP, KICK_OFF):
        for element in real_site.parse(name).iter("span"):
            if element.get("class") == "scm-unknown":
                reasons = [part for part in element if part.get("class") == "scm-unknown__why"]
                assert len("".join(reasons[0].itertext())) >= 20, name


def test_nothing_is_called_late(real_site: BuiltSite) -> None:
    late = re.compile(r"\boverdue|\blate\b|minutes missing|date passed|not filed yet", re.IGNORECASE)
    pages = [name for name in real_site.page_names if name.startswith(("index", "groups/", "calendar/"))]
    assert {name: found for name in pages if (found := late.findall(real_site.read_text(name)))} == {}


@pytest.mark.parametrize("name", [SMALL, DEEP])
def test_a_group_says_what_is_not_there_and_what_comes_next(real_site: BuiltSite, name: str) -> None:
    for anchor, words in {
        "outcomes": "No outcomes were found.",
        "work-programme": "No work programme is in the register.",
        "reports": "No status updates are in the register yet.",
        "stories": "No stories are in the register yet.",
        "board-remarks": "Not known",
    }.items():
        assert words in read_section(real_site, name, anchor), anchor
    assert "No board briefs are in the register yet." in read_section(real_site, name, "reports")


def test_no_name_is_shown_that_no_source_gives(real_site: BuiltSite) -> None:
    people = {
        "".join(element.itertext())
        for name in real_site.page_names
        for element in real_site.parse(name).iter("span")
        if element.get("class") == "scm-person"
    }
    assert people == {"Trevor Gibson"}


def test_every_link_outside_leads_to_a_source_or_to_the_register(real_site: BuiltSite) -> None:
    hosts = {
        urlsplit(address).netloc
        for name in real_site.page_names
        for address in list_links(real_site, name)
        if urlsplit(address).netloc
    }
    assert urlsplit(MARKETPLACE).netloc in hosts


@pytest.fixture(scope="module")
def empty_site() -> BuiltSite:
    return build_site_once("empty-site", make_empty_project, REAL_DAY)


def make_empty_project(folder: Path) -> Path:
    """Lay out a register of nothing but what each must have."""
    content = make_project(folder, REAL) / "content"
    shutil.rmtree(content)
    content.mkdir()
    for name in REQUIRED:
        (content / name).write_bytes((REAL / name).read_bytes())
    return folder


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("index.html", "There are no groups yet."),
        ("index.html", "No meeting or event to come is in the register."),
        ("groups/index.html", "There are no groups yet."),
        ("proposals/index.html", "No proposals are in the register yet."),
        ("calendar/index.html", "No meeting or event to come is in the register."),
    ],
)
def test_an_empty_register_says_what_comes_next(empty_site: BuiltSite, name: str, words: str) -> None:
    assert words in empty_site.read_text(name)


def test_an_empty_register_is_a_whole_site(empty_site: BuiltSite, real_site: BuiltSite) -> None:
    assert empty_site.told == ""
    of_records = re.compile(r"groups/.|calendar/[0-9]|file/facts/")
    assert {name for name in real_site.files if not of_records.match(name)} <= set(empty_site.files)
    assert [name for name in empty_site.page_names if name.startswith("groups/")] == ["groups/index.html"]
    assert json.loads(empty_site.files["search/search_index.json"])["docs"]
