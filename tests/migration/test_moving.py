"""What files in the shape of the release before become, as plain data."""

from collections.abc import Mapping
from typing import Any

import pytest

from scm_site.migration.amendments import undo_amendments
from scm_site.migration.kinds import move_kinds, rewrite_kinds
from scm_site.migration.links import move_links
from scm_site.migration.moving import OldFile, move_all
from scm_site.migration.piece import Piece
from scm_site.migration.stating import says

GROUP = "content/groups/green-roofs"
AMENDMENT = f"{GROUP}/amendments/2025-09-20-more-time.md"
DATA: dict[str, Any] = {
    "date": "2025-09-20",
    "justification": "Two roofs were planted late.",
    "changes": [{"field": "end", "from": "2026-01-01", "to": "2026-07-01"}],
    "secretariat_agreed": {"on": "2025-09-19", "by": "boris"},
    "group_agreed": {"on": "2025-09-18", "by": "The members"},
    "former_ids": ["2025-09-20-extension"],
    "text": "As was asked for at\n[the meeting](../meetings/2025-04-24-roofs.md).",
}


def test_an_amendment_becomes_an_act() -> None:
    move = move_all({AMENDMENT: OldFile(kind="amendment", data=DATA)}, {})
    assert move.pieces == (
        Piece(
            path=f"{GROUP}/acts/2025-09-20-more-time.amends.yml",
            data={
                "end": {"becomes": "2026-07-01", "instead_of": "2026-01-01"},
                "because": "Two roofs were planted late.",
                "wording": "As was asked for at the meeting.",
                "agreed": {
                    "secretariat": {"day": "2025-09-19", "by": "boris"},
                    "group": {"day": "2025-09-18", "by": "The members"},
                },
                "former_ids": ["2025-09-20-extension"],
            },
            made_of=AMENDMENT,
            fields=("changes", "secretariat_agreed", "group_agreed"),
        ),
    )


def test_a_record_says_what_it_said_before_its_amendments() -> None:
    first = {"date": "2025-03-01", "changes": [{"field": "end", "from": "A", "to": "B"}]}
    second = {"date": "2025-06-01", "changes": [{"field": "end", "from": "B", "to": "C"}]}
    assert undo_amendments({"end": "C", "title": "T"}, [first, second]) == {"end": "A", "title": "T"}


@pytest.mark.parametrize("data", [{}, {**DATA, "changes": 7}, {**DATA, "group_agreed": None}])
def test_what_does_not_fit_is_refused(data: Mapping[str, Any]) -> None:
    move = move_all({AMENDMENT: OldFile(kind="amendment", data=data)}, {})
    assert not move.pieces
    assert move.refused[AMENDMENT].startswith("it does not fit the shape of the release before")


def test_a_new_file_takes_the_place_of_no_other() -> None:
    act = f"{GROUP}/acts/2025-09-20-more-time.amends.yml"
    move = move_all({AMENDMENT: OldFile(kind="amendment", data=DATA)}, {act: ""})
    assert move.refused == {AMENDMENT: f"{act} is there already"}


def test_two_new_files_of_one_name_are_kept_apart() -> None:
    other = f"{GROUP}/amendments/2025-09-20-other.md"

    def make(path: str, _data: Mapping[str, Any]) -> tuple[Piece, ...]:
        return (Piece(path=f"{GROUP}/acts/2025-09-20.amends.yml", data={}, made_of=path, fields=()),)

    old = OldFile(kind="amendment", data=DATA)
    move = move_all({AMENDMENT: old, other: old}, {}, {"amendment": make})
    names = [piece.path.rpartition("/")[2] for piece in move.pieces]
    assert names == ["2025-09-20.amends.yml", "2025-09-20-2.amends.yml"]


HEIRS = {f"{GROUP}/meetings/2025-04-24-roofs.md": f"{GROUP}/meetings/2025-04-24-roofs/meeting.md"}
MOVED = f"{GROUP}/meetings/2025-01-22-kick-off/2025-01-30.minutes.md"


@pytest.mark.parametrize(
    ("path", "text", "moved"),
    [
        (MOVED, "[it](2025-04-24-roofs.md#text)", "[it](../2025-04-24-roofs/meeting.md#text)"),
        (MOVED, "[it](../work-programme.md)", "[it](../../work-programme.md)"),
        (MOVED, "[a]: 2025-04-24-roofs.md", "[a]: ../2025-04-24-roofs/meeting.md"),
        (
            MOVED,
            "[it](https://example.org/a.md) and [b](#text)",
            "[it](https://example.org/a.md) and [b](#text)",
        ),
        (
            f"{GROUP}/meetings/2025-01-22-kick-off.md",
            "[a](2025-04-24-roofs.md) [b](../work-programme.md)",
            "[a](2025-04-24-roofs/meeting.md) [b](../work-programme.md)",
        ),
    ],
)
def test_links_lead_where_they_led(path: str, text: str, moved: str) -> None:
    assert move_links(text, f"{GROUP}/meetings/2025-01-22-kick-off.md", path, HEIRS) == moved


def test_links_of_files_that_stay_follow() -> None:
    old = OldFile(kind="amendment", data=DATA)
    texts = {
        f"{GROUP}/work-programme.md": "[it](amendments/2025-09-20-more-time.md)",
        f"{GROUP}/x.md": "[it](y.md)",
    }
    assert move_all({AMENDMENT: old}, texts).texts == {
        f"{GROUP}/work-programme.md": "[it](acts/2025-09-20-more-time.amends.yml)"
    }


APPROVALS = """\
rules:
  # first
  - changes: [amendment]   # kept
    agree: []
  - changes:
      - event
      - amendment
    agree: []
"""
MOVED_APPROVALS = """\
rules:
  # first
  - changes: [amends, corrects, takes-back]   # kept
    agree: []
  - changes:
      - event
      - amends
      - corrects
      - takes-back
    agree: []
"""


def test_kinds_of_today_stand_for_those_of_the_release_before() -> None:
    rules = [{"changes": ["amendment"], "agree": []}, {"changes": ["event", "amendment"], "agree": []}]
    new = ["amends", "corrects", "takes-back"]
    moved = move_kinds({"rules": rules})
    assert [rule["changes"] for rule in moved["rules"]] == [new, ["event", *new]]
    assert move_kinds(moved) == moved
    assert rewrite_kinds(APPROVALS, {"rules": rules}) == MOVED_APPROVALS


@pytest.mark.parametrize(
    "data", [{}, {"rules": 3}, {"rules": [3, {"changes": [4]}, {"changes": "amendment"}]}]
)
def test_what_is_no_list_of_rules_stays_as_it_is(data: dict[str, Any]) -> None:
    assert move_kinds(data) == data


NOW = {
    "launch": "2025-01-01",
    "members": [
        {"role": "chair", "name": "A", "from": "2025-01-01"},
        {"role": "participant", "name": "B", "from": "2025-03-01", "to": "2025-06-30"},
        {"role": "participant", "name": "C", "from": "2025-03-01"},
    ],
}


@pytest.mark.parametrize(
    ("then", "field", "said"),
    [
        ({"launch": "2025-01-01"}, "launch", True),
        ({"launch": {"unknown": "Not yet."}}, "launch", False),
        ({}, "launch", False),
        ({"members": NOW["members"][:2]}, "members.2.from", False),
        ({"members": [NOW["members"][2], NOW["members"][0]]}, "members.2.from", True),
        ({"members": [{"role": "participant", "name": "B", "from": "2025-03-01"}]}, "members.1.to", False),
        (
            {"members": [{"role": "participant", "name": "Ben", "from": "2025-03-01", "to": "2025-06-30"}]},
            "members.1.to",
            True,
        ),
        ({"members": "nobody"}, "members.1.to", False),
        ({"members": [1, 2]}, "members.1.to", False),
        ({"anything": 1}, "", False),
    ],
)
def test_an_earlier_version_said_it_or_did_not(then: dict[str, Any], field: str, said: bool) -> None:
    assert says(then, NOW, field) is said
