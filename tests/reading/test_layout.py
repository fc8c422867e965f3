"""The table of places: which paths fit, and which kind and ids they give."""

import pytest

from scm_site.reading.layout import KINDS, SLOT_OF_KIND, SLOTS, Syntax, find_slot

GROUP = "content/groups/warm-homes"

FITTING = {
    "settings": ("content/settings.yml", "settings", {}),
    "event": ("content/events/2026-03-12-forum.yml", "event", {"id": "2026-03-12-forum"}),
    "leap-day": ("content/events/2024-02-29-forum.yml", "event", {"id": "2024-02-29-forum"}),
    "proposal": ("content/proposals/2026-heat-pumps.md", "proposal", {"id": "2026-heat-pumps"}),
    "group": (f"{GROUP}/group.md", "group", {"group": "warm-homes"}),
    "work-programme": (f"{GROUP}/work-programme.md", "work-programme", {"group": "warm-homes"}),
    "meeting": (
        f"{GROUP}/meetings/2026-03-12-kick-off.md",
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
