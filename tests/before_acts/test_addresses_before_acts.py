"""Every address, anchor, id of an entry and id of a date from before there were acts answers or leads on."""

import posixpath
import re
from collections.abc import Iterator
from functools import cache

from scm_site.pages.frame.former_pages import FORMER_FIELDS, FORMER_RULES
from tests.before_acts.read_before import HERE, read_lines
from tests.built_sites import BuiltSite

REFRESH = re.compile(r'http-equiv="refresh" content="0; url=([^"#]*)')
PLACES = {
    ".html": re.compile(r'\sid="([^"]+)"'),
    ".ics": re.compile(r"^UID:(.*)", re.MULTILINE),
    ".atom": re.compile(r"<id>([^<]+)</id>"),
}


@cache
def read_kept() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give each address of that time, with the anchors or ids that were there."""
    lines = (HERE / "addresses.txt").read_text(encoding="utf-8").splitlines()
    return tuple((address, tuple(places)) for address, *places in (line.split(" ") for line in lines))


def name_file(address: str) -> str:
    return f"{address}index.html".removeprefix("/") if address.endswith("/") else address


def follow(site: BuiltSite, name: str) -> str:
    """Give the page to which one leads, or the page itself."""
    found = REFRESH.search(site.files[name].decode("utf-8")) if name.endswith(".html") else None
    return (
        name_file(posixpath.normpath(posixpath.join("/", name, "..", found[1]))[1:] + "/") if found else name
    )


def list_places(site: BuiltSite, name: str) -> set[str]:
    """Give the anchors of a page, or the ids of a calendar or feed."""
    pattern = PLACES.get(posixpath.splitext(name)[1])
    text = site.files[name].decode("utf-8").replace("\r\n ", "").replace("\r", "") if pattern else ""
    return set(pattern.findall(text)) if pattern else set()


def list_gone(site: BuiltSite) -> Iterator[tuple[str, str]]:
    """Give what does not answer: an address, or an address and a place there."""
    for address, places in read_kept():
        name = name_file(address)
        if name not in site.files:
            yield address, ""
            continue
        there = list_places(site, follow(site, name))
        yield from ((address, place) for place in places if place not in there)


def test_every_address_and_place_answers_or_leads_on(demo_site: BuiltSite) -> None:
    named = {(one["address"], one["place"]) for one in read_lines("gone.csv")}
    assert set(list_gone(demo_site)) == named


def test_what_is_gone_says_why() -> None:
    assert all(one["why"].startswith(("told anew: ", "went: ")) for one in read_lines("gone.csv"))


def test_what_the_register_said_of_itself_leads_to_what_it_says_now(demo_site: BuiltSite) -> None:
    for old, new in FORMER_RULES.items():
        assert follow(demo_site, name_file(old)) == name_file(new)
    for kind, former in FORMER_FIELDS.items():
        page = name_file(f"fields/{kind}/")
        for successor, _, field in (now.partition("#") for now in former.values()):
            there = list_places(demo_site, name_file(f"fields/{successor}/"))
            assert not field or field in there, (page, successor, field)
