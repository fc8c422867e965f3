"""Waivers and terminations in the old shape become acts: real old files, and what the old schema allowed besides."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from scm_site.migration.course import move_course
from scm_site.migration.piece import Piece

OLD = Path(__file__).parent / "old"
GROUP = "content/groups/quiet-streets"
END, WAIVER = f"{GROUP}/termination.md", f"{GROUP}/waivers/2025-08-01-summer-break.yml"


def read(name: str) -> dict[str, Any]:
    """Read an old file as the register did: every day is text."""
    text = (OLD / name).read_text(encoding="utf-8")
    if name.endswith(".yml"):
        return dict(yaml.load(text, yaml.BaseLoader))  # noqa: S506 (it makes nothing but texts)
    _, fields, body = text.split("---\n", 2)
    return {**yaml.load(fields, yaml.BaseLoader), "text": body}  # noqa: S506


def move(name: str, path: str, **changes: Any) -> dict[str, Piece]:
    """Move an old file with some fields otherwise; None takes one out. Gives the pieces by their names."""
    data = {**read(name), **changes}
    pieces = move_course(path, {field: value for field, value in data.items() if value is not None})
    return {piece.path.removeprefix(f"{GROUP}/acts/"): piece for piece in pieces}


def test_a_waiver_is_an_act_of_the_day_on_which_it_was_granted() -> None:
    (piece,) = move("waiver.yml", WAIVER).values()
    assert piece.path == f"{GROUP}/acts/2025-07-22-summer-break.waives.yml"
    assert (piece.data["first_day"], piece.data["until"]) == ("2025-08-01", "2025-09-25")
    assert piece.data["granted"] == {"day": "2025-07-22", "by": "boris"}
    assert piece.data["former_ids"] == ["2025-08-01-holidays", "2025-08-01-summer-break"]
    assert piece.made_of == WAIVER


def test_a_termination_becomes_an_act_for_each_thing_that_was_done() -> None:
    pieces = move("termination.md", END)
    assert list(pieces) == ["2026-01-09.ends.md", "2026-01-12.tells.yml", "2026-03-19.presented.yml"]
    assert pieces["2026-03-19.presented.yml"].data == {"at": "2026-03-19-board-meeting"}
    assert pieces["2026-03-19.presented.yml"].fields == ("results_presented_at",)


def test_what_is_not_known_stays_so() -> None:
    unknown = {"unknown": "The page names no day."}
    pieces = move("termination.md", END, decided_on=unknown, notice=unknown, results_presented_at=None)
    (piece,) = pieces.values()
    assert piece.path.endswith("/2026-01-31.ends.md")  # the last day stands for that of the decision
    assert (piece.data["decided"], piece.data["told"]) == (unknown, unknown)


def test_sources_go_with_what_they_back() -> None:
    source = {"address": "https://example.org/news", "title": "News", "published": "2026-02-01"}
    sources = [{**source, "supports": ["how", "notice.on"]}, {**source, "supports": ["end"]}]
    pieces = move("termination.md", END, origin="reconstructed", sources=sources)
    assert [one["supports"] for one in pieces["2026-01-09.ends.md"].data["sources"]] == [["how"], ["end"]]
    assert pieces["2026-01-12.tells.yml"].data["sources"][0]["supports"] == ["to_all_members"]
    assert pieces["2026-03-19.presented.yml"].data["origin"] == "reconstructed"


def test_an_end_without_any_day_cannot_be_moved() -> None:
    unknown = {"unknown": "The page names no day."}
    with pytest.raises(ValueError, match="gives a day"):
        move("termination.md", END, decided_on=unknown, end=unknown)
