"""Feeds of events: valid by the standard and for another reader, with ids that stay, and without names."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest

from scm_site.approval.pull_requests import make_pull_requests, read_pull_requests
from scm_site.data.atom import Entry, Feed, render_feed
from scm_site.data.feeds import LONGEST
from scm_site.demo.play import RECORDS
from scm_site.demo.played_forge import Forge
from tests.built_sites import EXAMPLE, EXAMPLE_DAY
from tests.data.logs import (
    ATOM,
    DAY,
    GROUP,
    LATER,
    TOPIC,
    UPDATE,
    land,
    list_entries,
    make_feeds_of,
    read,
    read_feed,
    rename_group,
    start,
)

ALL, WARM = "feeds/events.atom", "groups/warm-homes/events.atom"
SITE = "https://groups.smart-cities.example/"
TAG = "tag:groups.smart-cities.example,2026:"
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


@pytest.fixture(scope="module")
def feeds(example_history: Path) -> dict[str, bytes]:
    return make_feeds_of(example_history, records=read_pull_requests(example_history / RECORDS))


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return start(tmp_path, TOPIC)


def find_faults(feed: bytes) -> list[str]:
    """Give what RFC 4287 (4.1.1, 4.1.2) asks for and is not there, or is there more than once."""
    root = read_feed(feed)
    faults = [] if root.tag == f"{ATOM}feed" else [root.tag]
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            found = element.findall(f"{ATOM}{name}")
            if len(found) != 1 or not (found[0].text or "").strip():
                faults.append(f"{len(found)} times {name}")
        if not MOMENT.fullmatch(element.findtext(f"{ATOM}updated", "")):
            faults.append("updated is no time")
        if len(element.findall(f"{ATOM}link[@rel='alternate']")) != 1:
            faults.append("not one alternate link")
    if root.findtext(f"{ATOM}author/{ATOM}name") is None or root.find(f"{ATOM}link[@rel='self']") is None:
        faults.append("no author, or no link to itself")
    ids = [element.text for element in root.iter(f"{ATOM}id")]
    return faults + ([] if len(set(ids)) == len(ids) else ["an id stands twice"])


def test_there_is_a_feed_for_all_and_for_each_group(feeds: dict[str, bytes]) -> None:
    groups = ("old-bridges", "quiet-streets", "silent-streets", "repair-cafes", "warm-homes")
    assert set(feeds) == {ALL, *(f"groups/{group}/events.atom" for group in groups)}


def test_every_feed_has_what_the_standard_asks_for(feeds: dict[str, bytes]) -> None:
    assert {name: found for name, feed in feeds.items() if (found := find_faults(feed))} == {}


def test_another_reader_reads_the_same(feeds: dict[str, bytes]) -> None:
    for feed in feeds.values():
        found = feedparser.parse(feed)
        assert not found.bozo, found.get("bozo_exception")
        assert found.version == "atom10"
        assert {entry.id: entry.title for entry in found.entries} == list_entries(feed)
        assert found.feed.author == "Nobody: this register is an example"
        assert all(entry.link.startswith(SITE) and entry.summary for entry in found.entries)


def test_entries_are_the_newest_first_and_as_old_as_what_they_tell(feeds: dict[str, bytes]) -> None:
    for feed in feeds.values():
        root = read_feed(feed)
        times = [entry.findtext(f"{ATOM}updated", "") for entry in root.iter(f"{ATOM}entry")]
        assert times == sorted(times, reverse=True)
        assert root.findtext(f"{ATOM}updated") == times[0]
        assert times[0] <= f"{EXAMPLE_DAY}T23:59:59Z"


def test_a_change_of_state_is_an_entry_of_its_own(feeds: dict[str, bytes]) -> None:
    entries = list_entries(feeds["groups/quiet-streets/events.atom"])
    assert entries[f"{TAG}group/silent-streets/ended-early/2026-02-01"] == (
        "Quiet streets at night – now ended early (before: ending)"
    )
    assert entries[f"{TAG}group/silent-streets/ending/2026-01-13"].endswith("now ending (before: active)")
    published = f"{TAG}group/warm-homes/outcome/street-handbook/published/2025-06-02"
    assert list_entries(feeds[WARM])[published].endswith(
        "“Beginning with a street: a first guide”: published"
    )


def test_an_event_has_one_id_in_all_feeds(feeds: dict[str, bytes]) -> None:
    everything = list_entries(feeds[ALL])
    own = {
        id_: title for name, feed in feeds.items() if name != ALL for id_, title in list_entries(feed).items()
    }
    assert everything.items() <= own.items() | {
        (id_, title) for id_, title in everything.items() if id_.startswith(f"{TAG}register/")
    }
    assert len(everything.keys() & own.keys()) > 50


def test_a_renamed_group_keeps_its_feed(feeds: dict[str, bytes]) -> None:
    assert feeds["groups/silent-streets/events.atom"] == feeds["groups/quiet-streets/events.atom"]


def test_ids_stay_when_a_group_is_renamed_or_something_is_filed(forge: Forge) -> None:
    root = forge.repository.folder
    before = list_entries(make_feeds_of(root)[WARM])
    land(forge, {UPDATE: read(UPDATE) + "# more\n"})
    rename_group(forge, "warm-homes", "cosy-homes", LATER)
    feeds = make_feeds_of(root)
    after = list_entries(feeds["groups/cosy-homes/events.atom"])
    assert list(after)[2:] == list(before)
    assert feeds[WARM] == feeds["groups/cosy-homes/events.atom"]
    head = read_feed(feeds[WARM])
    assert head.findtext(f"{ATOM}id") == f"{TAG}feed/group/warm-homes"


def test_a_feed_holds_the_newest_hundred(forge: Forge, monkeypatch: pytest.MonkeyPatch) -> None:
    assert LONGEST == 100
    monkeypatch.setattr("scm_site.data.feeds.LONGEST", 3)
    for number in range(4):
        forge.repository.change(f"2026-05-05T0{number}:00:00Z", {UPDATE: read(UPDATE) + f"# {number}\n"})
    entries = list_entries(make_feeds_of(forge.repository.folder)[WARM])
    assert len(entries) == 3
    assert all("/change/" in id_ for id_ in entries)


def test_a_hostile_title_stays_a_title(forge: Forge) -> None:
    title = "]]> </title><script>alert(1)</script> &amp; <b> {% x %}"
    land(
        forge, {TOPIC: re.sub(r"^title: .*$", lambda _: f"title: '{title}'", read(TOPIC), flags=re.MULTILINE)}
    )
    feed = make_feeds_of(forge.repository.folder)[ALL]
    assert find_faults(feed) == []
    assert next(iter(list_entries(feed).values())) == f"Register – new: proposal “{title}”"
    entry = feedparser.parse(feed, sanitize_html=False).entries[0]
    assert entry.title == f"Register – new: proposal “{title}”"
    assert entry.title_detail.type == "text/plain"


def test_characters_that_no_xml_may_hold_are_replaced() -> None:
    moment = datetime(2026, 5, 4, tzinfo=UTC)
    hostile = "a\x00b\x0bc\ud800d\ufffee\u2028f"
    head = Feed(
        id="tag:x,2026:f", title=hostile, author="A", address="https://x/", page="https://x/", updated=moment
    )
    entry = Entry(
        id="tag:x,2026:e",
        updated=moment,
        title=hostile,
        summary=hostile,
        address="https://x/",
        categories=("state",),
    )
    feed = render_feed(head, [entry])
    assert find_faults(feed) == []
    assert set(list_entries(feed).values()) == {"a?b c?d?e f"}


def test_an_empty_feed_is_as_old_as_the_register() -> None:
    moment = datetime(2026, 5, 4, tzinfo=UTC)
    head = Feed(
        id="tag:x,2026:f", title="F", author="A", address="https://x/", page="https://x/", updated=moment
    )
    feed = render_feed(head, [])
    assert find_faults(feed) == []
    assert read_feed(feed).findtext(f"{ATOM}updated") == "2026-05-04T00:00:00Z"


def test_nobody_is_named(feeds: dict[str, bytes], forge: Forge) -> None:
    land(forge, {GROUP: read(GROUP) + "\nMore.\n"})
    records = make_pull_requests(forge.make_records(LATER))
    told = b"".join([*feeds.values(), *make_feeds_of(forge.repository.folder, records=records).values()])
    for name in ("Astrid", "Alma", "Boris", "Greta", "example-", "nyman", "silva", "noreply", "A. Nyman"):
        assert name.encode() not in told.replace(b"smart-cities.example", b""), name


def test_the_same_history_gives_the_same_bytes(forge: Forge) -> None:
    land(forge, {TOPIC: read(TOPIC)}, DAY)
    assert make_feeds_of(forge.repository.folder) == make_feeds_of(forge.repository.folder)


def test_without_git_the_feeds_are_there(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "content")
    feeds = make_feeds_of(tmp_path)
    assert {name: found for name, feed in feeds.items() if (found := find_faults(feed))} == {}
    assert f"{TAG}group/warm-homes/active/2025-01-15" in list_entries(feeds[WARM])
