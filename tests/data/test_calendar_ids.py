"""Ids in the calendar feeds: they stay when records are renamed, and from day to day."""

import shutil
from datetime import date
from pathlib import Path

from scm_site.compliance.duties import DUTIES
from scm_site.data.calendar_ids import OF_OUTCOMES, find_host
from scm_site.pipeline import Assessed, assess
from tests.data.calendar_reader import make_feeds, read_events
from tests.register_cases import EXAMPLE


def assess_without_history(root: Path) -> Assessed:
    """Give what holds in a folder of content on the day on which the group still had its first name."""
    return assess(root, as_of=date(2025, 5, 1), with_history=False)


def test_ids_stay_when_a_group_is_renamed(tmp_path: Path) -> None:
    now, before = tmp_path / "now", tmp_path / "before"
    for root in (now, before):
        shutil.copytree(EXAMPLE / "content", root / "content")
    (before / "content/groups/quiet-streets").rename(before / "content/groups/silent-streets")
    launch = before / "content/groups/silent-streets/launch.md"
    text = launch.read_text(encoding="utf-8")
    launch.write_text(text.replace("former_ids:\n  - silent-streets\n", ""), encoding="utf-8")
    feeds_now, feeds_before = (make_feeds(assess_without_history(root)) for root in (now, before))
    ids = set(read_events(feeds_now["groups/quiet-streets/calendar.ics"]))
    assert len(ids) > 10
    assert set(read_events(feeds_before["groups/silent-streets/calendar.ics"])) == ids


def test_the_duties_that_are_named_for_records_exist() -> None:
    assert set(DUTIES) >= OF_OUTCOMES


def test_ids_and_days_stay_from_day_to_day(example: Assessed, feeds: dict[str, bytes]) -> None:
    today, later = (
        read_events(one["calendar/due.ics"]) for one in (feeds, make_feeds(example, day=date(2026, 6, 1)))
    )
    shared = set(today) & set(later)
    assert len(shared) >= 12
    assert [uid for uid in shared if today[uid].start != later[uid].start] == []


def test_ids_end_in_the_sites_host() -> None:
    assert find_host("https://example.github.io/groups/") == "example.github.io"
    assert find_host("https://groups.example:8443/") == "groups.example"
