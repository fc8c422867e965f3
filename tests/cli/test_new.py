"""`scm new`: where it puts a record, and what it refuses."""

from pathlib import Path

import pytest

from scm_site.cli.main import main
from scm_site.reading import ACTS, KINDS, SLOT_OF_KIND, find_slot
from tests.cli.small_register import SINGLES, make_register

GROUP = "content/groups/warm-homes/group.md"
OUTCOME = "content/groups/warm-homes/outcomes/guide/outcome.md"

#: What is typed for each kind, and where the record goes.
TYPED = {
    "settings": ([], "content/settings.yml"),
    "themes": ([], "content/themes.yml"),
    "countries": ([], "content/countries.yml"),
    "board": ([], "content/board.yml"),
    "secretariat": ([], "content/secretariat.yml"),
    "approvals": ([], "content/approvals.yml"),
    "event": (["2026-06-12-forum"], "content/events/2026-06-12-forum.yml"),
    "proposal": (["2026-heat-pumps"], "content/proposals/2026-heat-pumps.md"),
    "group": (["warm-homes"], GROUP),
    "work-programme": (["--group", "warm-homes"], "content/groups/warm-homes/work-programme.md"),
    "meeting": (
        ["2026-03-12-kick-off", "--group", "warm-homes"],
        "content/groups/warm-homes/meetings/2026-03-12-kick-off.md",
    ),
    "status-update": (
        ["2026-05", "--group", "warm-homes"],
        "content/groups/warm-homes/status-updates/2026-05.yml",
    ),
    "board-brief": (
        ["2026-09", "--group", "warm-homes"],
        "content/groups/warm-homes/board-briefs/2026-09.md",
    ),
    "outcome": (["guide", "--group", "warm-homes"], OUTCOME),
    "outcome-version": (
        ["guide", "--group", "warm-homes", "--language", "fr"],
        "content/groups/warm-homes/outcomes/guide/outcome.fr.md",
    ),
    **{
        kind: (
            ["2026-04-01", "--group", "warm-homes"],
            f"content/groups/warm-homes/acts/2026-04-01.{kind}.{'md' if kind == 'ends' else 'yml'}",
        )
        for kind in ACTS
    },
