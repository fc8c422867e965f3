"""A small register on the disk, made of new records in which everything is filled in."""

from pathlib import Path

from scm_site.reading import KINDS, SLOT_OF_KIND
from tests.scaffold.finished_record import make_complete

SINGLES = tuple(kind for kind in KINDS if not SLOT_OF_KIND[kind].forms)


def make_register(root: Path) -> Path:
    """Write the records that every register has; they have no findings."""
    for kind in SINGLES:
        write(root, SLOT_OF_KIND[kind].pattern, make_complete(kind))
    return root


def write(root: Path, path: str, text: str) -> None:
    """Write a file and the folders that lead to it."""
    location = root / path
    location.parent.mkdir(parents=True, exist_ok=True)
    location.write_text(text, encoding="utf-8")
