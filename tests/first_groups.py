"""The first four groups of the worked example, on which the cases stand: quick to check, and the same when it grows."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from scm_site.demo.play import SOURCE, make_history
from scm_site.demo.repository import Repository

GROUPS = ("old-bridges", "quiet-streets", "repair-cafes", "warm-homes")
PROPOSALS = (
    "2024-street-lights.md",
    "2024-warm-homes.md",
    "2025-quiet-streets.md",
    "2025-repair-cafes.md",
    "2026-shared-data.md",
)
OF_FOLDER = {"groups": GROUPS, "proposals": PROPOSALS}


def leave_out(folder: str, names: Iterable[str]) -> set[str]:
    """Give what `shutil.copytree` leaves out of a folder."""
    kept = OF_FOLDER.get(Path(folder).name)
    return {name for name in names if name not in kept} if kept else set()


def copy_first_groups(folder: Path) -> None:
    """Put the register of the first groups into a folder, as `content/`."""
    shutil.copytree(SOURCE / "content", folder / "content", ignore=leave_out, dirs_exist_ok=True)


def is_of_first_groups(block: str) -> bool:
    """Tell whether a block of the story brings nothing but files of the first groups, or of the whole register."""
    paths = re.findall(r"^  (?:files|moves \S+ to) ([^\s,]+)", block, re.MULTILINE)
    parts = [path.split("/") for path in paths if "/" in path]
    return all(name in OF_FOLDER.get(folder, (name,)) for folder, name, *_ in parts)


def make_first_history(folder: Path) -> Repository:
    """Make the repository of the first groups, with the part of the story that tells of them."""
    source = folder.with_name(f"{folder.name}-source")
    copy_first_groups(source)
    blocks = (SOURCE / "story.txt").read_text(encoding="utf-8").split("\n\n")
    kept = [block for block in blocks if is_of_first_groups(block) and "left open" not in block]
    (source / "story.txt").write_text("\n\n".join(kept), encoding="utf-8")
    return make_history(folder, source)
