"""Meetings in the shape of the release before become folders."""

import pytest

from scm_site.migration.meetings import move_meeting

PATH = "content/groups/warm-homes/meetings/2025-10-09-trials.md"
OLD = {
    "title": "Start of the trials",
    "date": "2025-10-09",
    "mode": "online",
    "moved_from": [{"date": "2025-09-25", "reason": "The council voted that morning."}],
    "agenda": ["Streets for the trials"],
    "agenda_sent": "2025-09-29",
    "decisions": [{"what": "Trials begin.", "announced": "2025-09-29"}],
    "minutes": {"sent": "2025-10-17", "approved": "2025-12-11"},
    "former_ids": ["2025-09-25-trials"],
    "text": "See the [guide](../outcomes/guide/outcome.md) and [before](2025-08-14-costs.md#table).",
}


def test_a_meeting_becomes_its_plan_and_what_happened_since() -> None:
    pieces = {piece.path.rpartition("/")[2]: piece for piece in move_meeting(PATH, OLD)}
    assert list(pieces) == [
        "meeting.md",
        "2025-09-25.moved.yml",
        "2025-09-29.agenda.yml",
        "2025-10-17.minutes.md",
    ]
    plan, minutes = pieces["meeting.md"], pieces["2025-10-17.minutes.md"]
    assert plan.path == "content/groups/warm-homes/meetings/2025-09-25-trials/meeting.md"
    assert plan.data["date"] == "2025-09-25"
    assert plan.data["former_ids"] == ["2025-10-09-trials"]
    assert pieces["2025-09-25.moved.yml"].data["date"] == {
        "becomes": "2025-10-09",
        "instead_of": "2025-09-25",
    }
    assert minutes.data["approved"] == "2025-12-11"
    assert minutes.fields == ("minutes.sent", "text")


def test_what_is_not_known_stays_with_the_plan() -> None:
    unknown = {"unknown": "No minutes are public."}
    (plan,) = move_meeting(
        PATH, {"title": "First", "date": "2025-10-09", "mode": "online", "minutes": unknown}
    )
    assert plan.data["minutes"] == unknown


def test_a_meeting_without_a_day_is_not_moved() -> None:
    with pytest.raises(ValueError, match="without title or day"):
        move_meeting(PATH, {"title": "First"})
