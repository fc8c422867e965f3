"""Outcomes in the shape of the release before become their record and acts beside it."""

from typing import Any

import pytest

from scm_site.migration.outcomes import is_former, move_outcome

PATH = "content/groups/warm-homes/outcomes/street-guide/outcome.md"
OLD: dict[str, Any] = {
    "title": "A guide",
    "delivered": "2025-05-12",
    "quality_control": {
        "on": "2025-05-27",
        "by": "dmitri",
        "result": "passed",
        "remarks": "Two sources added.",
    },
    "published": "2025-06-02",
    "presented_at": ["2025-06-12-forum", "2025-10-02-harbour-day"],
    "identifier": "SCM-2025-002",
    "version": "1.1",
    "versions": [
        {"version": "1.1", "on": "2025-10-14", "changes": "New prices."},
        {"version": "1.0", "on": "2025-06-02", "changes": "First edition."},
    ],
    "supersedes": "warm-homes/heat-map-tool",
    "withdrawn": {"on": "2026-01-08", "reason": "The prices were wrong."},
    "text": "How to begin.",
}
ACTS = {
    "2025-05-27.controlled.yml": {
        "version": "1.0",
        "by": "dmitri",
        "result": "passed",
        "remarks": "Two sources added.",
    },
    "2025-06-02.published.yml": {"identifier": "SCM-2025-002", "note": "First edition."},
    "2025-06-12.shown.yml": {"at": "2025-06-12-forum"},
    "2025-10-02.shown.yml": {"at": "2025-10-02-harbour-day"},
    "2025-10-14.new-version.yml": {"version": "1.1", "changes": "New prices."},
    "2025-06-02.replaces.yml": {"outcomes": ["warm-homes/heat-map-tool"]},
    "2026-01-08.withdrawn.yml": {"because": "The prices were wrong."},
}


def test_an_outcome_becomes_its_record_and_what_happened_since() -> None:
    record, *acts = move_outcome(PATH, OLD)
    assert (record.path, record.data) == (
        PATH,
        {"title": "A guide", "delivered": "2025-05-12", "version": "1.0", "text": "How to begin."},
    )
    assert {piece.path.rpartition("/")[2]: piece.data for piece in acts} == ACTS
    assert all(piece.fields and piece.made_of == PATH for piece in acts)
    assert not is_former(record.data)


def test_what_is_not_known_stays_in_the_record() -> None:
    unknown = {"unknown": "No page tells it."}
    told = {"title": "A guide", "version": "1.0", "published": unknown, "quality_control": unknown}
    assert not is_former(told)
    (record,) = move_outcome(PATH, told)
    assert record.data == told


def test_sources_go_along_with_what_they_support() -> None:
    source = {
        "address": "https://example.org",
        "title": "News",
        "supports": ["title", "quality_control", "text"],
    }
    told = {name: OLD[name] for name in ("title", "quality_control", "version", "text")}
    told |= {"origin": "reconstructed", "sources": [source]}
    record, control = move_outcome(PATH, told)
    assert record.data["sources"][0]["supports"] == ["title", "text"]
    assert control.data["sources"][0]["supports"] == ["version", "by", "result", "remarks"]


@pytest.mark.parametrize(
    "told",
    [{"identifier": "SCM-2025-002"}, {"supersedes": "warm-homes/heat-map-tool"}],
    ids=["number", "relation"],
)
def test_what_has_no_day_is_not_moved(told: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="no"):
        move_outcome(PATH, {"title": "A guide", "version": "1.0", **told})
