"""Ids in the calendar feeds: they stay when records are renamed, and from day to day."""

from dataclasses import replace
from datetime import date

from scm_site.compliance.duties import DUTIES
from scm_site.data.calendar_ids import OF_OUTCOMES, find_host
from scm_site.pipeline import Assessed
from scm_site.records.dossier import Dossier
from scm_site.records.group import Group
from tests.changed_group import change_group
from tests.data.calendar_reader import change_dossier, make_feeds, read_events


def rename(record: Group, name: str) -> Group:
    """Give a record under another name, which is the only one it ever had."""
    return replace(record, file=replace(record.file, id=name), former_ids=())


def test_ids_stay_when_a_group_is_renamed(example: Assessed) -> None:
    register, day = example.checked.register, date(2025, 5, 1)

    def go_back(dossier: Dossier) -> Dossier:
        own = (replace(one, file=replace(one.file, group="silent-streets")) for one in dossier.meetings)
        return replace(change_group(dossier, rename(dossier.group, "silent-streets")), meetings=tuple(own))

    now = make_feeds(example, day=day)["groups/quiet-streets/calendar.ics"]
    before = change_dossier(register, "quiet-streets", go_back)
    assert set(read_events(make_feeds(example, before, day)["groups/silent-streets/calendar.ics"])) == set(
        read_events(now)
    )


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
