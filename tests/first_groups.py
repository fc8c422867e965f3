"""The first four groups of the worked example: what most tests and all cases stand on.

They are quick to check and to show, and say the same when the example grows. `tests/demo/` is about the whole of it.
"""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from scm_site.demo.play import SOURCE, make_history
from scm_site.demo.repository import Repository
from tests.made_once import make_once

GROUPS = ("old-bridges", "quiet-streets", "repair-cafes", "warm-homes")
PROPOSALS = (
    "2024-street-lights.md",
    "2024-warm-homes.md",
    "2025-quiet-streets.md",
    "2025-repair-cafes.md",
    "2026-cool-schools.md",
    "2026-shared-data.md",
)
OF_FOLDER = {"groups": GROUPS, "proposals": PROPOSALS}


def leave_out(folder: str, names: Iterable[str]) -> set[str]:
    """Give what `shutil.copytree` leaves out of a folder."""
    kept = OF_FOLDER.get(Path(folder).name)
    return {name for name in names if name not in kept} if kept else set()


def is_of_first_groups(block: str) -> bool:
    """Tell whether a block of the story brings nothing but files of the first groups, or of the whole register."""
    paths = re.findall(r"^  (?:files|moves \S+ to) ([^\s,]+)", block, re.MULTILINE)
    parts = [path.split("/") for path in paths if "/" in path]
    return all(name in OF_FOLDER.get(folder, (name,)) for folder, name, *_ in parts)


def make_source(folder: Path) -> None:
    """Make the part of the example that tells of the first groups."""
    for name in ("content", "waiting"):
        shutil.copytree(SOURCE / name, folder / name, ignore=leave_out)
    blocks = (SOURCE / "story.txt").read_text(encoding="utf-8").split("\n\n")
    story = "\n\n".join(block for block in blocks if is_of_first_groups(block))
    (folder / "story.txt").write_text(story, encoding="utf-8")


#: The folder that holds their `content/`.
FIRST = make_once("first-groups", make_source)


def make_first_history(folder: Path) -> Repository:
    """Make the repository of the first groups, with the part of the story that tells of them."""
    return make_history(folder, FIRST)


def make_packed_history(folder: Path) -> None:
    """Make it with all of git's objects in one file, so that it is quick to copy."""
    make_first_history(folder).git("repack", "-a", "-d", "--quiet")


def make_history_once() -> Path:
    """Give the repository of the first groups; whoever changes something takes a copy."""
    return make_once("first-history", make_packed_history)
