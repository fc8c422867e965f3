"""Every feed of the example site, by the grammar of RFC 4287 and by what a grammar cannot say."""

from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree

from tests.built_sites import BuiltSite

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://groups.smart-cities.example/"
GRAMMAR = Path(__file__).parent / "atom.rng"
SMALLEST = """<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:x.example,2026:a</id><title>A</title>
<updated>2026-05-04T00:00:00Z</updated><author><name>A</name></author>{more}</feed>"""
ENTRY = "<entry><id>{id}</id><title>E</title><updated>{updated}</updated>{more}</entry>"


@pytest.fixture(scope="module")
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(GRAMMAR))


@pytest.fixture(scope="module")
def feeds(example_site: BuiltSite) -> dict[str, bytes]:
    return {name: content for name, content in example_site.files.items() if name.endswith(".atom")}


def find_breaches(grammar: etree.RelaxNG, feed: bytes) -> list[str]:
    """Give what the grammar does not allow."""
    grammar.validate(etree.fromstring(feed))
    return [f"{entry.line}: {entry.message}" for entry in grammar.error_log]


def find_faults(feed: bytes) -> list[str]:
    """Give what the standard asks for and no grammar can say (RFC 4287, 4.1.1, 4.1.2, 4.2.6, 4.2.7), and the order."""
    root = etree.fromstring(feed)
    entries = root.findall(f"{ATOM}entry")
    faults = [] if root.find(f"{ATOM}author") is not None else ["no author"]
    names = [element.text or "" for element in root.iter(f"{ATOM}id")]
    faults += [f"twice: {name}" for name in sorted(set(names)) if names.count(name) > 1]
    faults += [f"no address: {name}" for name in names if not urlsplit(name).scheme]
    for element in (root, *entries):
        to = [link.get("href", "") for link in element.findall(f"{ATOM}link")]
        faults += [f"not absolute: {address}" for address in to if urlsplit(address).scheme != "https"]
        kinds = [
            (link.get("rel", "alternate"), link.get("type"), link.get("hreflang"))
            for link in element.findall(f"{ATOM}link")
        ]
        alternates = [kind for kind in kinds if kind[0] == "alternate"]
        faults += [] if len(set(alternates)) == len(alternates) else ["two links to the same form of it"]
    times = [datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "") for element in entries]
    faults += [] if times == sorted(times, reverse=True) else ["not the newest first"]
    own = datetime.fromisoformat(root.findtext(f"{ATOM}updated") or "")
    faults += [] if own >= max(times, default=own) else ["older than an entry"]
    for entry in entries:
        published = entry.findtext(f"{ATOM}published")
        if published and published > (entry.findtext(f"{ATOM}updated") or ""):
            faults.append("published after it was updated")
    return faults


def test_there_are_feeds_of_events_and_of_outcomes(feeds: dict[str, bytes]) -> None:
    assert {
        "feeds/events.atom",
        "groups/warm-homes/events.atom",
        "outcomes/feed.atom",
        "outcomes/theme/finance/feed.atom",
        "outcomes/group/warm-homes/feed.atom",
    } <= set(feeds)


def test_the_grammar_takes_every_feed(grammar: etree.RelaxNG, feeds: dict[str, bytes]) -> None:
    assert {name: told for name, feed in feeds.items() if (told := find_breaches(grammar, feed))} == {}


def test_no_feed_breaks_what_a_grammar_cannot_say(feeds: dict[str, bytes]) -> None:
    assert {name: told for name, feed in feeds.items() if (told := find_faults(feed))} == {}


def test_a_feed_says_where_it_is(feeds: dict[str, bytes]) -> None:
    moved = {}
    for name, feed in feeds.items():
        link = etree.fromstring(feed).find(f"{ATOM}link[@rel='self']")
        own = link.get("href") if link is not None else None
        if own != SITE + name:
            moved[name] = own
    # A renamed group keeps the address of its feed; the feed there tells the new one.
    assert moved == {
        name.replace("quiet", "silent"): SITE + name
        for name in ("groups/quiet-streets/events.atom", "outcomes/group/quiet-streets/feed.atom")
        if name.replace("quiet", "silent") in feeds
    }


def test_no_two_feeds_have_one_id(feeds: dict[str, bytes]) -> None:
    own = {name: etree.fromstring(feed).findtext(f"{ATOM}id") for name, feed in feeds.items()}
    current = {name: id_ for name, id_ in own.items() if "silent-streets" not in name}
    assert len(set(current.values())) == len(current)


def test_a_reader_of_feeds_reads_every_entry(feeds: dict[str, bytes]) -> None:
    for name, feed in feeds.items():
        found = feedparser.parse(feed)
        assert not found.bozo, (name, found.get("bozo_exception"))
        assert found.version == "atom10"
        assert len(found.entries) == len(etree.fromstring(feed).findall(f"{ATOM}entry")), name
        assert all(
            entry.id and entry.title and entry.link and entry.updated_parsed for entry in found.entries
        )


def make_entry(
    id_: str = "tag:x.example,2026:e", updated: str = "2026-05-04T00:00:00Z", more: str = ""
) -> str:
    return ENTRY.format(id=id_, updated=updated, more=more)


@pytest.mark.parametrize(
    "more",
    [
        "<subtitle>A</subtitle><subtitle>B</subtitle>",
        "<published>2026-05-04T00:00:00Z</published>",
        "<link rel='self'/>",
        "<link href='https://x.example/' hreflang='not a language'/>",
        "<category/>",
        "<icon><b/></icon>",
        "<entry><id>tag:x.example,2026:e</id></entry>",
        make_entry(updated="4 May 2026"),
        make_entry(more="<summary type='text/html'>A</summary>"),
        make_entry() + "<title>A title after an entry</title>",
        "<unheard/>",
    ],
)
def test_the_grammar_finds_faults(grammar: etree.RelaxNG, more: str) -> None:
    assert find_breaches(grammar, SMALLEST.format(more="").encode()) == []
    assert find_breaches(grammar, SMALLEST.format(more=more).encode()) != []


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        (make_entry() * 2, "twice: tag:x.example,2026:e"),
        (make_entry(id_="e"), "no address: e"),
        (make_entry(more="<link href='a/'/>"), "not absolute: a/"),
        (make_entry("tag:x.example,2026:1", "2026-01-01T00:00:00Z") + make_entry(), "not the newest first"),
        (make_entry(updated="2026-06-01T00:00:00Z"), "older than an entry"),
        (make_entry(more="<published>2026-05-05T00:00:00Z</published>"), "published after it was updated"),
    ],
)
def test_a_fault_is_seen(more: str, fault: str) -> None:
    assert find_faults(SMALLEST.format(more="").encode()) == []
    assert find_faults(SMALLEST.format(more=more).encode()) == [fault]
