"""Copies of the first groups, to write something more into."""

import shutil
from pathlib import Path

from tests.first_groups import FIRST


def copy_groups(root: Path) -> None:
    """Copy the register without outcomes, whose files take time to be read."""
    shutil.copytree(FIRST / "content", root / "content", ignore=shutil.ignore_patterns("outcomes"))
