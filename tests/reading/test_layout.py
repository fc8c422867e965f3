"""The table of places: which paths fit, and which kind and ids they give."""

import pytest

from scm_site.reading.layout import KINDS, SLOT_OF_KIND, SLOTS, Syntax, find_slot

GROUP = "content/groups/warm-homes"

FITTING = {
    "settings": ("content/settings.yml", "settings", {}),
    "event": ("content/events/2026-03-12-forum.yml", "event", {"id": "2026-03-12-forum"}),
    "leap-day": ("content/events/2024-02-29-forum.yml", "event", {"id": "2024-02-29-forum"}),
    "proposal": ("content/proposals/2026-heat-pumps.md", "proposal", {"id": "2026-heat-pumps"}),
    "launch": (f"{GROUP}/launch.md", "launch", {"group": "warm-homes"}),
    "work-programme": (f"{GROUP}/work-programme.md", "work-programme", {"group": "warm-homes"}),
    "meeting": (
        f"{GROUP}/meetings/2026-03-12-kick-off/meeting.md",
        "meeting",
        {"group": "warm-homes", "id": "2026-03-12-kick-off"},
    ),
    "update-of-a-month": (
        f"{GROUP}/status-updates/2026-05.yml",
        "status-update",
        {"group": "warm-homes", "id": "2026-05"},
    ),
    "update-of-a-day": (
        f"{GROUP}/status-updates/2026-05-31.yml",
        "status-update",
        {"group": "warm-homes", "id": "2026-05-31"},
    ),
    "brief": (f"{GROUP}/board-briefs/2026-09.md", "board-brief", {"group": "warm-homes", "id": "2026-09"}),
    "outcome": (f"{GROUP}/outcomes/guide/outcome.md", "outcome", {"group": "warm-homes", "id": "guide"}),
    "outcome-version": (
        f"{GROUP}/outcomes/guide/outcome.fr.md",
        "outcome-version",
        {"group": "warm-homes", "id": "guide", "lang": "fr"},
    ),
    "attachment": (
        f"{GROUP}/outcomes/guide/final_report.v2.pdf",
        "attachment",
        {"group": "warm-homes", "id": "guide", "name": "final_report.v2.pdf"},
    ),
    "amendment": (
        f"{GROUP}/acts/2026-03-12.amends.yml",
        "amends",
        {"group": "warm-homes", "id": "2026-03-12"},
    ),
    "act-with-a-slug": (
        f"{GROUP}/acts/2026-03-12-scope.takes-back.yml",
        "takes-back",
        {"group": "warm-homes", "id": "2026-03-12-scope"},
    ),
    "act-with-a-text": (
        f"{GROUP}/acts/2026-03-12.ends.md",
        "ends",
        {"group": "warm-homes", "id": "2026-03-12"},
    ),
    "slug-of-80": (f"content/groups/{'a' * 80}/launch.md", "launch", {"group": "a" * 80}),
}

STRAY = [
    "settings.yml",
    "content/settings.yaml",
    "content/Settings.yml",
    "content/groups/warm-homes/acts/2026-03-12.extends.yml",
    "content/groups/warm-homes/acts/2026-03-12.amends.replans.yml",
    "content/groups/warm-homes/acts/2026-03-12-.amends.yml",
    "content/groups/warm-homes/acts/2026-03-12-amends.yml",
    "content/groups/warm-homes/acts/2026-02-30.amends.yml",
    "content/groups/warm-homes/acts/scope.amends.yml",
    "content/groups/warm-homes/acts/2026-03-12.amends.md",
    "content/events/forum.yml",
    "content/events/2026-13-01-forum.yml",
    "content/events/2026-02-29-forum.yml",
    "content/events/2026-03-12-forum.md",
    "content/events/2026-03-12.yml",
    "content/events/2026-03-12-.yml",
    "content/events/2026-03-12-forum.yml\n",
    "content/events/2026-03-12-for\num.yml",
    "content/events/٢٠٢٦-03-12-forum.yml",
    "content/events/2026/2026-03-12-forum.yml",
    "content/proposals/heat-pumps.md",
    "content/proposals/0000-heat-pumps.md",
    "content/proposals/20261-heat-pumps.md",
    "content/groups/launch.md",
    "content/groups/Warm-Homes/launch.md",
    "content/groups/warm--homes/launch.md",
    "content/groups/-warm/launch.md",
    "content/groups/wärme/launch.md",
    f"content/groups/{'a' * 81}/launch.md",
    f"{GROUP}/status-updates/2026-13.yml",
    f"{GROUP}/status-updates/0000-01.yml",
    f"{GROUP}/status-updates/2026-05-32.yml",
    f"{GROUP}/outcomes/guide/outcome.FR.md",
    f"{GROUP}/outcomes/guide/outcome.final.fr.md",
    f"{GROUP}/outcomes/guide/page.html",
    f"{GROUP}/outcomes/guide/drawing.svg",
    f"{GROUP}/outcomes/guide/.pdf",
    f"{GROUP}/outcomes/guide.pdf",
    "content/README.md",
]


@pytest.mark.parametrize(("path", "kind", "ids"), FITTING.values(), ids=FITTING)
def test_a_path_gives_kind_and_ids(path: str, kind: str, ids: dict[str, str]) -> None:
    found = find_slot(path)
    assert found is not None
    assert (found.kind, dict(found.ids)) == (kind, ids)
    assert found.slot.make_path(ids) == path


@pytest.mark.parametrize("path", STRAY)
def test_any_other_path_fits_nowhere(path: str) -> None:
    assert find_slot(path) is None


def test_every_slot_has_an_example_that_fits_it_alone() -> None:
    for slot in SLOTS:
        found = find_slot(slot.example)
        assert found is not None
        assert found.slot == slot


def test_kinds_stand_in_reading_order_without_attachments() -> None:
    assert KINDS[:6] == ("settings", "themes", "countries", "board", "secretariat", "approvals")
    assert len(KINDS) == 49
    assert "attachment" not in KINDS


@pytest.mark.parametrize(
    ("kind", "syntax"),
    [
        ("settings", Syntax.YAML),
        ("event", Syntax.YAML),
        ("launch", Syntax.MARKDOWN),
        ("waives", Syntax.YAML),
        ("ends", Syntax.MARKDOWN),
    ],
)
def test_the_suffix_says_how_a_kind_is_written(kind: str, syntax: Syntax) -> None:
    assert SLOT_OF_KIND[kind].syntax == syntax


def test_no_path_is_made_from_a_wrong_id() -> None:
    with pytest.raises(ValueError, match=r"the id `\.\./x` is not a date"):
        SLOT_OF_KIND["event"].make_path({"id": "../x"})
