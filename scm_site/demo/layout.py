"""The folder of the worked example: the repository, and beside it what MkDocs makes the site from.

The commits hold `content/` alone, so that they stay the same when the program changes; git takes no notice of the rest.
"""

import shutil
from datetime import date
from pathlib import Path

from scm_site.demo.play import DEMO_DAY, RECORDS, SOURCE, make_history
from scm_site.demo.repository import Repository
from scm_site.demo.review_page import make_review_page
from scm_site.locations import find_site_sources

#: The hand-written page that leads through the example.
TOUR = SOURCE / "tour.md"

#: Where mkdocs.yml names the register's folder; the example's own settings take its place.
ROOT_SETTING = (
    "      # The check of a pull request builds the site of another checkout's content with the program of this one.\n"
    "      root: !ENV [SCM_ROOT, null]\n"
)
EARLIER = "The story is told up to an earlier day, so some of what follows has not happened yet.\n\n"
NOTICE_LINK = "\nextra:\n  generator: false\n  notice_link:\n    text: Take the tour\n    address: tour/\n"


def make_demo(folder: Path, as_of: date = DEMO_DAY) -> Repository:
    """Make the worked example in a folder that is not there yet, or empty; MkDocs can build it where it is.

    `as_of` is the day for which the site is made; the story is told up to that day. Raises StoryError when it begins
    later.
    """
    repository = make_history(folder, until=as_of)
    repository.leave_out(RECORDS, "mkdocs.yml", "docs", "site")
    sources = find_site_sources()
    shutil.copytree(sources / "docs/pages", folder / "docs/pages")
    write_tour(repository, as_of)
    settings = (sources / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(make_settings(settings, as_of), encoding="utf-8")
    return repository


def write_tour(repository: Repository, as_of: date) -> None:
    """Put the tour among the hand-written pages, and what the reviews of the waiting pull requests say."""
    pages = repository.folder / "docs/pages/tour"
    pages.mkdir()
    note = EARLIER if as_of < DEMO_DAY else ""
    tour = TOUR.read_text(encoding="utf-8").replace("\n\n", f"\n\n{note}", 1)
    (pages / "index.md").write_text(tour, encoding="utf-8")
    (pages / "reviews.md").write_text(make_review_page(repository, as_of), encoding="utf-8")


def make_settings(text: str, day: date) -> str:
    """Give mkdocs.yml for the example: its day, the forge's records, and a link to the tour on every page."""
    own = f'      as_of: "{day}"\n      pull_requests: {RECORDS}\n'
    strict = f"\nstrict: {str(day >= DEMO_DAY).lower()}\n"  # the tour leads to what is not there earlier
    changes = (
        (ROOT_SETTING, own),
        ("\nextra:\n  generator: false\n", NOTICE_LINK),
        ("\nstrict: true\n", strict),
    )
    for old, new in changes:
        if old not in text:
            raise ValueError(
                f"mkdocs.yml has no lines {old.strip()!r}, which the example's own take the place of"
            )
        text = text.replace(old, new)
    return text
