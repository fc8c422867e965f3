"""A small register on the disk, without findings, for commands to work on."""

from pathlib import Path

from tests.built_sites import REAL
from tests.scaffold.finished_record import make_finished

#: The files that every register has.
SINGLES = {
    "content/settings.yml": make_finished("settings"),
    "content/themes.yml": "themes:\n  - id: built-environment\n    name: Built environment\n",
    "content/countries.yml": (
        "names:\n  SE: Sweden\nnotes: {}\nalso_accepted: {}\neu:\n  - SE\nassociated:\n"
        '  - version: "1"\n    from: 2021-01-01\n    source: https://example.org/list\n'
        "    whole_programme: []\n    pillar_ii_only: []\n    transitional: []\n"
    ),
    "content/board.yml": "people: []\nnote: The names are not public.\n",
    "content/secretariat.yml": "people: []\nnote: The names are not public.\n",
    "content/approvals.yml": (REAL / "approvals.yml").read_text(encoding="utf-8"),
}
EVENT = "type: event\ntitle: Forum\ndate: 2026-06-12\nplace: Brussels\n"


def make_register(root: Path, files: dict[str, str] | None = None) -> Path:
    """Write the records that every register has, and others."""
    for path, text in {**SINGLES, **(files or {})}.items():
        location = root / path
        location.parent.mkdir(parents=True, exist_ok=True)
        location.write_text(text, encoding="utf-8")
    return root
