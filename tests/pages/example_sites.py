"""Sites in memory of the example register with something changed, for a day."""

import shutil
from datetime import date
from pathlib import Path

from scm_site.pages.page import Site
from scm_site.pipeline import build
from tests.built_sites import EXAMPLE, EXAMPLE_DAY

OUTCOMES = "groups/warm-homes/outcomes"
GUIDE = f"{OUTCOMES}/street-guide/outcome.md"


def copy_example(folder: Path) -> Path:
    """Copy the example register; give the folder that `content` is in."""
    shutil.copytree(EXAMPLE, folder / "content")
    return folder


def change(root: Path, name: str, old: str, new: str) -> None:
    """Put other words into a record; the old ones must be there once."""
    path = root / "content" / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def make_changed_site(root: Path, as_of: str = EXAMPLE_DAY) -> Site:
    """Make the site of a changed register, which must have no errors."""
    built = build(root, as_of=date.fromisoformat(as_of))
    assert built.site is not None, built.findings
    return built.site


def read_page(site: Site, address: str) -> str:
    """Give the HTML of the page at an address."""
    return next(page.html for page in site.pages if page.address == address)


def list_paths(site: Site) -> set[str]:
    """Give the address of every page and the path of every file."""
    return {page.address for page in site.pages} | {asset.path for asset in site.assets}
