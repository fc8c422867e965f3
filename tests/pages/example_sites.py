"""Sites in memory of the example register with something changed, for a day."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from scm_site.compliance.arrivals import Arrivals
from scm_site.compliance.board import make_board
from scm_site.pages.frame.page import Site
from scm_site.pages.frame.site_content import SiteContent
from scm_site.pipeline import build, check
from scm_site.reading.git_history import History
from tests.built_sites import EXAMPLE, EXAMPLE_DAY, has_git

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


def add(root: Path, name: str, text: str) -> None:
    """Write a file of the register, new or in the place of another one."""
    (root / "content" / name).write_text(text, encoding="utf-8")


def make_changed_site(root: Path, as_of: str = EXAMPLE_DAY) -> Site:
    """Make the site of a changed register, which must have no errors."""
    built = build(root, as_of=date.fromisoformat(as_of), with_history=has_git(root))
    assert built.site is not None, built.findings
    return built.site


def make_content(root: Path, as_of: date) -> SiteContent:
    """Give what the site of a register without history is made from, on a day."""
    checked = check(root)
    arrivals = Arrivals(history=History(), schemas=checked.schemas)
    return SiteContent(
        register=checked.register,
        schemas=checked.schemas,
        as_of=as_of,
        arrivals=arrivals,
        read_file=lambda path: (root / path).read_bytes(),
        board=make_board(checked.register, arrivals, as_of),
    )


def move_to(content: SiteContent, as_of: date) -> SiteContent:
    """Give the same on another day."""
    board = make_board(content.register, content.arrivals, as_of)
    return replace(content, as_of=as_of, board=board, _closings={})


def read_page(site: Site, address: str) -> str:
    """Give the HTML of the page at an address."""
    return next(page.html for page in site.pages if page.address == address)


def list_paths(site: Site) -> set[str]:
    """Give the address of every page and the path of every file."""
    return {page.address for page in site.pages} | {asset.path for asset in site.assets}
