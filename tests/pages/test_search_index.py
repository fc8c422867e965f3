"""What the search knows: what people look for, and nothing that they do not."""

import json
import re
from typing import Any

import pytest

from tests.built_sites import BuiltSite

#: Every kind of page in the index, as a pattern of addresses. Another kind comes in by being added here.
KINDS = {
    "home": "",
    "group list": "groups/",
    "group": "groups/[^/]+/",
    "meeting": "groups/[^/]+/meetings/[^/]+/",
    "outcome": "groups/[^/]+/outcomes/[^/]+/",
    "language version of an outcome": "groups/[^/]+/outcomes/[^/]+/[a-z]{2}/",
    "archive": "outcomes/",
    "proposal list": "proposals/",
    "proposal": "proposals/[^/]+/",
    "calendar": "calendar/",
    "year with its events": "calendar/[0-9]{4}/",
    "how to propose": "propose/",
    "form of a proposal": "propose/form/",
    "open data": "data/",
    "guide": "guides/([a-z-]+/)?",
    "clauses": "clauses/",
    "written by hand": "(how-it-works|accessibility|privacy|removing-names|legal-notice)/",
}
#: Words that stand on pages in the index, in parts that the search leaves out.
LEFT_OUT = (
    "No conflict of interest: yes",  # declarations of a proposal
    "Votes:",
    "took place.",  # the life line of a group
    "Minutes filed",  # the table of meetings
    "Target:",  # readings of indicators
    "milestones on a line",  # words of the picture
    "Treated as:",  # the columns of the list of clauses
    "As recorded by the forge.",  # how a record was approved
    "Put together from public pages:",
)
#: Something of each kind of text that people look for, and the page that has it.
KEPT = (
    ("Five cities find out together", "groups/warm-homes/"),  # summary of a group
    ("homes lose heat through roofs", "proposals/2024-warm-homes/"),  # challenge of a proposal
    ("The draft was shown page by page", "groups/warm-homes/meetings/"),  # minutes
    ("Speak with tenants as well as with owners", "proposals/"),  # remarks of the board
    ("scaffold for the whole street", "groups/warm-homes/outcomes/street-guide/"),
    ("échafaudage", "groups/warm-homes/outcomes/street-guide/fr/"),
    ("Example Forum 2025", "calendar/2025/"),
    ("Circular economy", "groups/repair-cafes/"),  # a theme
    ("Ines Example", "groups/warm-homes/"),
)


@pytest.fixture(scope="module")
def entries(example_site: BuiltSite) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(example_site.files["search/search_index.json"])["docs"]
    return found


def find_page(entry: dict[str, Any]) -> str:
    return str(entry["location"]).partition("#")[0]


def test_these_kinds_of_page_are_searched_and_no_other(entries: list[dict[str, Any]]) -> None:
    pages = {find_page(entry) for entry in entries}
    known = re.compile("|".join(f"({pattern})" for pattern in KINDS.values()))
    assert sorted(page for page in pages if not known.fullmatch(page)) == []


def test_every_group_proposal_meeting_and_outcome_is_searched(
    example_site: BuiltSite, entries: list[dict[str, Any]]
) -> None:
    pages = {find_page(entry) for entry in entries}
    must = re.compile("|".join(KINDS[kind] for kind in ("group", "meeting", "outcome", "proposal")))
    there = {name.removesuffix("index.html") for name in example_site.page_names}
    listed = set(re.findall(r"<loc>https://[^/]+/([^<]*)</loc>", read_sitemap(example_site)))
    assert sorted(page for page in there & listed if must.fullmatch(page) and page not in pages) == []


def read_sitemap(site: BuiltSite) -> str:
    """Give the list of pages, without those that only lead on to others."""
    return site.files["sitemap.xml"].decode()


@pytest.mark.parametrize("words", LEFT_OUT)
def test_what_repeats_is_left_out(example_site: BuiltSite, entries: list[dict[str, Any]], words: str) -> None:
    assert [entry["location"] for entry in entries if words in f"{entry['title']} {entry['text']}"] == []
    shown = [name for name in example_site.page_names if words in example_site.read_text(name)]
    assert shown, f"no page says “{words}”: the list of this test is out of date"


@pytest.mark.parametrize(("words", "page"), KEPT)
def test_what_people_look_for_is_there(entries: list[dict[str, Any]], words: str, page: str) -> None:
    found = [find_page(entry) for entry in entries if words in f"{entry['title']} {entry['text']}"]
    assert [address for address in found if address.startswith(page)], found


def test_a_text_of_a_page_is_not_taken_twice(entries: list[dict[str, Any]]) -> None:
    addresses = [entry["location"] for entry in entries]
    assert len(set(addresses)) == len(addresses)


def test_what_is_found_by_nothing_but_its_heading_is_rare(entries: list[dict[str, Any]]) -> None:
    empty = [entry["location"] for entry in entries if "#" in entry["location"] and not entry["text"].strip()]
    assert len(empty) <= len(entries) / 20, empty
