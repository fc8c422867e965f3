"""Groups, proposals, events and themes as data: examples of each, and what is not known."""

from typing import Any

from scm_site.data.open_data.source import Source
from tests.data.open_data.public_data import SITE, read_json

Files = dict[str, bytes]


def find(files: Files, name: str, row: str) -> dict[str, Any]:
    (found,) = [one for one in read_json(files, name)[name] if one["id"] == row]
    return dict(found)


def test_a_group_is_told_whole(files: Files) -> None:
    told = find(files, "groups", "warm-homes")
    assert (told["kind"], told["state"], told["reconstructed"]) == ("focus", "active", False)
    assert told["chairs"] == [{"name": "Ines Example", "organisation": "Municipality of Oakbridge"}]
    assert told["co_chairs"][0]["organisation"] == "Example Secretariat"
    assert told["members"] > 3
    assert "Municipality of Oakbridge" in told["organisations"]
    assert told["organisations"] == sorted(set(told["organisations"]))
    assert told["proposal"] == "2024-warm-homes"
    assert set(told["final_outcome"]) == {"title", "format", "due"}
    assert told["page"] == f"{SITE}groups/warm-homes/"
    assert told["feed"] == f"{SITE}groups/warm-homes/events.atom"
    assert told["calendar"] == f"{SITE}groups/warm-homes/calendar.ics"


def test_what_is_not_known_of_a_group_is_null(files: Files) -> None:
    told = find(files, "groups", "old-bridges")
    assert (told["launch"], told["end"], told["proposal"], told["final_outcome"]) == (None, None, None, None)
    assert told["co_chairs"] == [{"name": None, "organisation": None}]
    assert (told["state"], told["reconstructed"]) == ("not known", True)


def test_a_group_that_is_over_takes_nobody_and_is_told_as_at_its_end(files: Files) -> None:
    told = find(files, "groups", "quiet-streets")
    assert told["state"] in ("completed", "ended by agreement", "ended early")
    assert told["joining"]["state"] == "closed"
    assert told["chairs"]
    assert told["former_ids"] == ["silent-streets"]


def test_members_are_a_number_and_only_offices_have_names(files: Files) -> None:
    offices = ("chairs", "co_chairs", "team_members")
    for group in read_json(files, "groups")["groups"]:
        named = sum(len(group[office]) for office in offices)
        assert named <= group["members"]


def test_the_numbers_of_outcomes_are_those_of_the_archive(files: Files, source: Source) -> None:
    groups = read_json(files, "groups")["groups"]
    assert sum(group["outcomes"] for group in groups) == len(source.archive.published)


def test_an_act_is_told_with_both_values(files: Files) -> None:
    told = find(files, "acts", "warm-homes/2026-03-12-six-more-months.amends")
    assert (told["kind"], told["day"], told["idle"]) == ("amends", "2026-03-12", None)
    assert told["what"] == "extends the group by 6 months, from 15 July 2026 to 15 January 2027"
    assert told["changes"] == [{"name": "end", "was": "15 July 2026", "becomes": "15 January 2027"}]
    assert told["page"] == f"{SITE}groups/warm-homes/#amendment-2026-03-12-six-more-months"


def test_a_proposal_is_told_without_people(files: Files) -> None:
    told = find(files, "proposals", "2024-warm-homes")
    assert (told["state"], told["group"]) == ("became a group", "warm-homes")
    assert told["applicant"] == {"kind": "city", "organisation": "City of Northharbour", "country": "SE"}
    assert told["decision"]["result"] == "agreed"
    dates = [one["date"] for one in read_json(files, "proposals")["proposals"]]
    assert dates == sorted(dates, reverse=True)


def test_a_withdrawn_proposal_says_since_when(files: Files) -> None:
    withdrawn = [one for one in read_json(files, "proposals")["proposals"] if one["withdrawn_on"]]
    assert [one["state"] for one in withdrawn] == ["withdrawn"]


def test_meetings_and_events_stand_in_one_list_by_day(files: Files, source: Source) -> None:
    events = read_json(files, "events")["events"]
    assert {one["kind"] for one in events} == {"event", "board meeting", "group meeting"}
    assert [one["date"] for one in events] == sorted(one["date"] for one in events)
    meetings = sum(len(dossier.meetings) for dossier in source.register.dossiers)
    assert len(events) == len(source.register.events) + meetings
    told = find(files, "events", "warm-homes/2025-01-30-kick-off")
    assert (told["group"], told["mode"]) == ("warm-homes", "online")
    assert told["page"] == f"{SITE}groups/warm-homes/meetings/2025-01-30-kick-off/"


def test_what_was_called_off_or_moved_stays_and_says_so(files: Files) -> None:
    events = read_json(files, "events")["events"]
    assert all(one["cancelled"] == bool(one["cancelled_on"]) for one in events)
    assert any(one["cancelled"] for one in events)
    assert any(one["moved_from"] for one in events)


def test_themes_are_counted(files: Files) -> None:
    groups = read_json(files, "groups")["groups"]
    outcomes = [one for one in read_json(files, "outcomes")["outcomes"] if one["state"] == "published"]
    for theme in read_json(files, "themes")["themes"]:
        assert theme["groups"] == sum(theme["id"] in group["themes"] for group in groups)
        assert theme["outcomes"] == sum(theme["id"] in one["themes"] for one in outcomes)
        page = f"{SITE}outcomes/theme/{theme['id']}/" if theme["outcomes"] else None
        assert theme["page"] == page
