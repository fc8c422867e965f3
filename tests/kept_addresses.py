"""Lists of addresses that a site had once, with what was there, and what of them does not answer any more.

A folder of tests holds two files. `addresses.txt` has a line for each address, followed by the anchors of a page, the
ids of the entries of a feed, or those of the dates of a calendar. `gone.csv` names what does not answer, and why.
"""

import csv
import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.built_sites import BuiltSite

REFRESH = re.compile(r'http-equiv="refresh" content="0; url=([^"#]*)')
PLACES = {
    ".html": re.compile(r'\sid="([^"]+)"'),
    ".ics": re.compile(r"^UID:(.*)", re.MULTILINE),
    ".atom": re.compile(r"<id>([^<]+)</id>"),
}


@cache
def read_lines(path: Path) -> tuple[dict[str, str], ...]:
    """Give the lines of a table, by the names of its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def find_unlike(site: BuiltSite, folder: Path) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Give what does not answer and is not named, and what is named and does answer: each an address and a place."""
    found = set(list_gone(site, folder))
    named = {(one["address"], one["place"]) for one in read_lines(folder / "gone.csv") if one["why"]}
    return found - named, named - found


def list_gone(site: BuiltSite, folder: Path) -> Iterator[tuple[str, str]]:
    """Give what does not answer: an address, or an address and a place there."""
    for line in (folder / "addresses.txt").read_text(encoding="utf-8").splitlines():
        address, *places = line.split(" ")
        name = name_file(address)
        if name not in site.files:
            yield address, ""
            continue
        there = list_places(site, follow(site, name))
        yield from ((address, place) for place in places if place not in there)


def name_file(address: str) -> str:
    """Give the file that a server gives for an address."""
    return f"{address}index.html".removeprefix("/") if address.endswith("/") else address


def follow(site: BuiltSite, name: str) -> str:
    """Give the page to which a page leads, or itself."""
    found = REFRESH.search(site.files[name].decode("utf-8")) if name.endswith(".html") else None
    return (
        name_file(posixpath.normpath(posixpath.join("/", name, "..", found[1]))[1:] + "/") if found else name
    )


def list_places(site: BuiltSite, name: str) -> set[str]:
    """Give the anchors of a page, or the ids of a calendar or feed."""
    pattern = PLACES.get(posixpath.splitext(name)[1])
    text = site.files[name].decode("utf-8").replace("\r\n ", "").replace("\r", "") if pattern else ""
    return set(pattern.findall(text)) if pattern else set()
