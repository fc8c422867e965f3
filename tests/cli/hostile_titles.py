"""The example register with titles that a terminal, a build server, Markdown or a forge would obey."""

import shutil
from pathlib import Path

from tests.built_sites import EXAMPLE

#: What stands in the example, and what stands there instead.
HOSTILE = {
    "title: Warm homes, street by street": "title: '::error::<img src=x onerror=alert(1)> @everyone #1 ##[error] x'",
    "title: Handing over the final guide": "title: '[x](javascript:alert(2)) ![y](https://evil.example/y) @here'",
    "organisation: Town of Plumford": "organisation: '`</li>` www.evil.example <b>*bold*</b> $x$ GH-12 !3 ~bug'",
    "title: Shared data for shared bicycles": "title: '@board [z](//evil.example) <script>'",
    "  board_decision: 60": "  board_decision: 10",
}


def make_hostile(folder: Path) -> Path:
    """Write the register into a folder that is not there yet; there is no git history."""
    shutil.copytree(EXAMPLE, folder / "content")
    for path in sorted((folder / "content").rglob("*.*")):
        if path.suffix in (".md", ".yml"):
            text = path.read_text(encoding="utf-8")
            for old, new in HOSTILE.items():
                text = text.replace(f"{old}\n", f"{new}\n")
            path.write_text(text, encoding="utf-8")
    return folder
