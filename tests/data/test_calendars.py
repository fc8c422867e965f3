"""What stands in the calendar feeds: the right days and times, ids that stay, alarms, and no names."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from scm_site.addresses import address_of
from scm_site.pipeline import Assessed, assess
from scm_site.records.dossier import Dossier
from scm_site.records.record_file import Cancelled
from tests.built_sites import ROOT, has_git
from tests.changed_group import change_group
from tests.data.calendar_reader import (
    EXAMPLE_DAY,
    REAL_DAY,
    change_dossier,
    change_event,
    change_meeting,
    make_feeds,
    read_calendar,
    read_events,
)

SITE = "https://groups.smart-cities.example/"
HOST = "groups.smart-cities.example"
WARM = "groups/warm-homes/calendar.ics"
HANDING_OVER = "2026-06-18-handing-over"
NINE = timedelta(hours=9)


@pytest.fixture(scope="module")
def real_feeds() -> dict[str, bytes]:
    return make_feeds(assess(ROOT, as_of=REAL_DAY, with_history=has_git(ROOT)))


def test_there_is_a_feed_for_all_for_each_role_and_for_each_group(feeds: dict[str, bytes]) -> None:
    roles = ("chair", "co-chair", "support-team", "every-member", "secretariat")
    groups = ("old-bridges", "quiet-streets", "silent-streets", "repair-cafes", "warm-homes")
    assert (
        feeds["groups/silent-streets/calendar.ics"] == feeds["groups/quiet-streets/calendar.ics"]
    )  # renamed
    assert set(feeds) == {
        "calendar/meetings.ics",
        "calendar/due.ics",
        *(f"calendar/due-{role}.ics" for role in roles),
        *(f"groups/{group}/calendar.ics" for group in groups),
    }


def test_due_dates_are_those_that_are_still_to_be_met(feeds: dict[str, bytes]) -> None:
    told = [
        (event.start.isoformat(), event.summary) for event in read_events(feeds["calendar/due.ics"]).values()
    ]
    again = [one for one in told if one[1].startswith("Charter: new version due: ")]
    assert {day for day, _ in again} == {"2026-06-10"}
    found = [one for one in told if one not in again]
    warm, quiet = "Warm homes, street by street", "Quiet streets at night"
    assert found == [
        ("2025-10-01", f"Status update due: {quiet} (October 2025)"),
        ("2025-12-01", f"Status update due: {quiet} (December 2025)"),
        ("2026-05-15", f"Status update due: {warm} (May 2026)"),
        ("2026-05-28", f"Quality control due: {warm} (Report delivered on 28 April 2026)"),
        ("2026-05-29", f"Publication of an outcome due: {warm} (Report that passed on 29 April 2026)"),
        ("2026-06-03", f"Charter due: {warm} (participant m11 from Town of Plumford, since 4 May 2026)"),
        ("2026-06-13", f"Next version of an outcome due: {warm} (Online seminar returned on 14 April 2026)"),
        ("2026-06-15", f"Final outcome due: {warm}"),
        ("2026-07-02", f"Minutes due: {warm} (18 June 2026: Handing over the final guide)"),
        ("2026-07-15", f"Board brief due: {warm} (July 2026)"),
        ("2026-07-15", f"Status update due: {warm} (July 2026)"),
        ("2026-09-15", f"Status update due: {warm} (September 2026)"),
        ("2026-11-15", f"Status update due: {warm} (November 2026)"),
        ("2027-01-15", f"Board brief due: {warm} (January 2027)"),
        ("2027-01-15", f"Outcome presented due: {warm} (Final outcome)"),
        ("2027-01-15", f"Status update due: {warm} (January 2027)"),
    ]


def test_a_due_date_is_a_day_that_takes_nobodys_time(feeds: dict[str, bytes]) -> None:
    event = read_events(feeds["calendar/due.ics"])[f"warm-homes-status-update-2026-07@{HOST}"]
    assert (event.start, event.end) == (date(2026, 7, 15), date(2026, 7, 16))
    assert event.told["transp"] == "TRANSPARENT"
    assert event.told["status"] == "CONFIRMED"
    assert event.told["url"] == f"{SITE}groups/warm-homes/"
    assert event.told["categories"] == ["Due date", "co-chair"]
    assert "sequence" not in event.told
    lines = event.description.split("\n")
    assert lines[:3] == [
        "Due on 15 July 2026.",
        "Clause o of the Terms of Reference.",
        "Responsible: co-chair.",
    ]
    assert lines[3].startswith("How to meet it: File the update in status-updates/, named for")
    assert lines[4] == f"File it: {SITE}file/status-update/?group=warm-homes&id=2026-07"
    assert b"DTSTART;VALUE=DATE:20260715\r\nDTEND;VALUE=DATE:20260716\r\n" in feeds["calendar/due.ics"]


def test_each_role_has_its_own_due_dates(feeds: dict[str, bytes]) -> None:
    everything = read_events(feeds["calendar/due.ics"])
    seen = set()
    for role in ("chair", "co-chair", "support team", "every member", "Secretariat"):
        own = read_events(feeds[f"calendar/due-{role.lower().replace(' ', '-')}.ics"])
        assert own == {uid: one for uid, one in everything.items() if role in one.told["categories"]}
        seen |= set(own)
    assert seen == set(everything)


def test_what_is_met_leaves_the_feed(example: Assessed) -> None:
    uid = f"warm-homes-status-update-2026-03@{HOST}"
    assert uid in read_events(make_feeds(example, day=date(2026, 3, 10))["calendar/due.ics"])
    assert uid not in read_events(make_feeds(example, day=date(2026, 3, 14))["calendar/due.ics"])


def test_meetings_are_instants_in_utc(feeds: dict[str, bytes]) -> None:
    events = read_events(feeds["calendar/meetings.ics"])
    winter = events[f"warm-homes-meeting-2025-12-11-winter-meeting@{HOST}"]
    assert winter.start == datetime(2025, 12, 11, 9, 0, tzinfo=UTC)
    assert winter.end == datetime(2025, 12, 11, 10, 30, tzinfo=UTC)
    assert winter.summary == "First answers from the trial streets (Warm homes, street by street)"
    assert winter.told["location"] == "online"
    assert winter.told["transp"] == "OPAQUE"
    forum = events[f"event-2026-06-11-forum@{HOST}"]
    assert forum.start == datetime(2026, 6, 11, 7, 30, tzinfo=UTC)
    assert forum.end == datetime(2026, 6, 12, 15, 0, tzinfo=UTC)
    assert forum.told["location"] == "Market Hall, Lemonhill"
    assert forum.told["categories"] == ["Event"]
    assert b"DTSTART:20260611T073000Z\r\nDTEND:20260612T150000Z\r\n" in feeds["calendar/meetings.ics"]


def test_every_meeting_and_event_leads_to_its_page(example: Assessed, feeds: dict[str, bytes]) -> None:
    register = example.checked.register
    records = [*register.events, *(meeting for dossier in register.dossiers for meeting in dossier.meetings)]
    found = [event.told["url"] for event in read_events(feeds["calendar/meetings.ics"]).values()]
    assert sorted(found) == sorted(f"{SITE}{address_of(record)}" for record in records)


def test_without_a_time_it_is_whole_days_and_the_end_is_the_day_after(example: Assessed) -> None:
    register = change_event(example.checked.register, "2026-06-11-forum", time="")
    feed = make_feeds(example, register)["calendar/meetings.ics"]
    forum = read_events(feed)[f"event-2026-06-11-forum@{HOST}"]
    assert (forum.start, forum.end) == (date(2026, 6, 11), date(2026, 6, 13))
    assert forum.alarms == [-timedelta(days=1) + NINE]
    housing = read_events(feed)[f"event-2025-11-06-housing-day@{HOST}"]
    assert (housing.start, housing.end) == (date(2025, 11, 6), date(2025, 11, 7))


def test_what_was_called_off_says_so_and_does_not_ring(example: Assessed, feeds: dict[str, bytes]) -> None:
    off = read_events(feeds["calendar/meetings.ics"])[f"warm-homes-meeting-2025-08-14-cost-table@{HOST}"]
    assert off.told["status"] == "CANCELLED"
    assert off.told["sequence"] == "1"
    assert "Called off on 4 August 2025." in off.description
    cancelled = Cancelled(on=EXAMPLE_DAY, reason="Illness.")
    register = change_meeting(example.checked.register, "warm-homes", HANDING_OVER, cancelled=cancelled)
    uid = f"warm-homes-meeting-{HANDING_OVER}@{HOST}"
    before, after = (read_events(one[WARM])[uid] for one in (feeds, make_feeds(example, register)))
    assert (before.told["status"], before.alarms) == ("CONFIRMED", [-timedelta(days=1)])
    assert (after.told["status"], after.told["transp"], after.alarms) == ("CANCELLED", "TRANSPARENT", [])
    assert "Illness" not in after.description


def test_a_moved_meeting_keeps_its_id(feeds: dict[str, bytes]) -> None:
    events = read_events(feeds["calendar/meetings.ics"])
    moved = events[f"warm-homes-meeting-2025-09-25-trials@{HOST}"]
    assert moved.start == datetime(2025, 10, 9, 8, 0, tzinfo=UTC)
    assert moved.told["sequence"] == "1"
    assert "Moved from 25 September 2025." in moved.description
    assert events[f"event-2025-09-11-board-meeting@{HOST}"].start == datetime(2025, 9, 18, 8, 0, tzinfo=UTC)


def test_alarms_are_those_that_can_still_ring(feeds: dict[str, bytes]) -> None:
    events = read_events(feeds[WARM])
    week, eve = -timedelta(days=7) + NINE, -timedelta(days=1) + NINE
    assert events[f"warm-homes-status-update-2026-07@{HOST}"].alarms == [week, eve]
    assert events[f"warm-homes-status-update-2026-05@{HOST}"].alarms == []
    assert events[f"warm-homes-end@{HOST}"].alarms == []
    for feed in feeds.values():
        for event in read_calendar(feed).contents.get("vevent", []):
            assert {alarm.action.value for alarm in event.contents.get("valarm", [])} <= {"DISPLAY"}


@pytest.mark.parametrize(("day", "count"), [("07-08", 2), ("07-09", 1), ("07-14", 1), ("07-15", 0)])
def test_an_alarm_goes_when_its_day_is_over(example: Assessed, day: str, count: int) -> None:
    feed = make_feeds(example, day=date.fromisoformat(f"2026-{day}"))["calendar/due.ics"]
    assert len(read_events(feed)[f"warm-homes-status-update-2026-07@{HOST}"].alarms) == count


def test_a_groups_feed_has_its_meetings_due_dates_end_and_milestones(feeds: dict[str, bytes]) -> None:
    events = read_events(feeds[WARM])
    end, step = events[f"warm-homes-end@{HOST}"], events[f"warm-homes-milestone-trials@{HOST}"]
    assert (end.start, end.summary) == (
        date(2027, 1, 15),
        "Last day of the group: Warm homes, street by street",
    )
    assert (step.start, step.end) == (date(2025, 10, 31), date(2025, 11, 1))
    assert step.summary == "Milestone: Trials under way (Warm homes, street by street)"
    assert step.told["transp"] == "TRANSPARENT"
    for name in ("calendar/meetings.ics", "calendar/due.ics"):
        own = {uid: one for uid, one in read_events(feeds[name]).items() if uid.startswith("warm-homes-")}
        assert own
        assert own.items() <= events.items()
    ended = read_events(feeds["groups/quiet-streets/calendar.ics"])[f"silent-streets-end@{HOST}"]
    assert ended.start == date(2026, 1, 31)


def test_no_feed_names_anybody(example: Assessed, feeds: dict[str, bytes]) -> None:
    register = example.checked.register

    def give_away(dossier: Dossier) -> Dossier:
        members = tuple(
            replace(one, name="Nadia Hidden") if one.name_withheld else one for one in dossier.group.members
        )
        return change_group(dossier, replace(dossier.group, members=members))

    text = b"".join(make_feeds(example, change_dossier(register, "warm-homes", give_away)).values()).decode()
    unfolded = text.replace("\r\n ", "")
    members = [member for dossier in register.dossiers for member in dossier.group.members]
    people = [*register.board.people, *register.secretariat.people]
    told = [*(person.name for person in people), *(member.name for member in members)]
    names = {name for name in told if isinstance(name, str) and name}
    accounts = {*(person.account for person in people), *(member.account for member in members)} - {""}
    waivers = {waiver.id for dossier in register.dossiers for waiver in dossier.waivers}
    assert len(names) > 10
    assert [name for name in names | accounts | waivers | {"Nadia Hidden"} if name in unfolded] == []
    assert text == b"".join(feeds.values()).decode()


def test_before_a_group_is_in_the_register_it_owes_nothing(example: Assessed) -> None:
    early = make_feeds(example, day=date(2024, 9, 1))
    assert read_events(early["calendar/due.ics"]) == {}
    assert f"warm-homes-end@{HOST}" in read_events(early[WARM])


def test_without_a_forge_the_forms_are_left(example: Assessed) -> None:
    register = example.checked.register
    nowhere = replace(register.settings, repository=replace(register.settings.repository, forge="none"))
    feed = make_feeds(example, replace(register, singles={**register.singles, "settings": nowhere}))
    for event in read_events(feed["calendar/due.ics"]).values():
        assert "How to meet it: " in event.description
        ways = [line for line in event.description.splitlines() if line.startswith("File it: ")]
        assert all(way.startswith(f"File it: {SITE}file/") for way in ways)


def test_the_real_register_has_one_meeting_and_no_due_date(real_feeds: dict[str, bytes]) -> None:
    (meeting,) = read_events(real_feeds["calendar/meetings.ics"]).values()
    assert meeting.start == datetime(2024, 3, 13, 10, 0, tzinfo=UTC)
    assert meeting.end == datetime(2024, 3, 13, 11, 0, tzinfo=UTC)
    assert meeting.summary.startswith("First meeting (")
    assert "Moved from 21 February 2024." in meeting.description
    due = [name for name in real_feeds if name.startswith("calendar/due")]
    assert [name for name in due if read_events(real_feeds[name])] == []
