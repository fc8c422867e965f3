"""Feeds of what happened, as files that feed readers subscribe to (Atom, RFC 4287)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from scm_site.reading.characters import make_masked_line

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
LICENCE = "Content: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One entry of a feed: its permanent id, and plain texts.

    `published` is None where it is the same as `updated`; without `authors`, the author is the feed's.
    """

    id: str
    updated: datetime
    title: str
    summary: str
    address: str
    categories: tuple[str, ...]
    published: datetime | None = None
    authors: tuple[str, ...] = ()
    language: str = "en"


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """What stands at the head of a feed; `updated` is for a feed without entries."""

    id: str
    title: str
    author: str
    address: str
    page: str
    updated: datetime


def render_feed(feed: Feed, entries: Iterable[Entry]) -> bytes:
    """Give a feed with its entries, in their order."""
    found = list(entries)
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en"})
    add(root, "id", feed.id)
    add(root, "title", feed.title)
    add(root, "updated", write_moment(max((entry.updated for entry in found), default=feed.updated)))
    add(SubElement(root, "author"), "name", feed.author)
    SubElement(root, "link", {"rel": "self", "type": MEDIA_TYPE, "href": feed.address})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    add(root, "rights", LICENCE)
    for entry in found:
        add_entry(root, entry)
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def add_entry(root: Element, entry: Entry) -> None:
    """Add an entry (RFC 4287, 4.1.2)."""
    element = SubElement(root, "entry", {} if entry.language == "en" else {"xml:lang": entry.language})
    add(element, "id", entry.id)
    add(element, "title", entry.title)
    add(element, "updated", write_moment(entry.updated))
    add(element, "published", write_moment(entry.published or entry.updated))
    for author in entry.authors:
        add(SubElement(element, "author"), "name", author)
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.address})
    for category in entry.categories:
        SubElement(element, "category", {"term": make_masked_line(category)})
    add(element, "summary", entry.summary)


def add(parent: Element, name: str, text: str) -> None:
    """Add an element with a plain text on one line, without characters that no XML may hold."""
    SubElement(parent, name).text = make_masked_line(text)


def write_moment(moment: datetime) -> str:
    """Write a time in UTC as RFC 3339 asks."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
