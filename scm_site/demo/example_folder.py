"""The folder of the worked example: the repository, and beside it what MkDocs and editors need.

The commits hold `content/` alone, so that they stay the same when the program changes; git takes no notice of the rest.
"""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scm_site.demo.play import DEMO_DAY, RECORDS, SOURCE, make_history
from scm_site.demo.repository import Repository
from scm_site.demo.review_page import make_review_page
from scm_site.editor_files import add_editor_files
from scm_site.locations import find_site_sources
from scm_site.output.next_folder import make_anew

#: The hand-written page that leads through the example.
TOUR = SOURCE / "tour.md"

#: What stands where git keeps a repository's description, so that the folder is known to be one of ours.
DESCRIPTION = "The worked example of the register, made by scm demo\n"

#: What the example says on top of the site's own settings, which stand beside it. On an earlier day the tour leads to
#: what is not there yet, so that the site is not built strictly.
SETTINGS = """\
INHERIT: site.yml
strict: {strict}
extra:
  notice_link:
    text: Take the tour
    address: tour/
plugins:
  scm:
    root: null
    as_of: "{day}"
    pull_requests: {records}
"""
EARLIER = "The story is told up to an earlier day, so some of what follows has not happened yet.\n\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A finished example: its folder, how many changes are on its main branch, and the branches that wait."""

    folder: Path
    changes: int
    waiting: tuple[str, ...]


def make_demo(folder: Path, as_of: date = DEMO_DAY) -> Example:
    """Make the worked example in a folder, in the place of what is there; MkDocs can build it where it is.

    `as_of` is the day for which the site is made; the story is told up to that day. Raises StoryError when it begins
    later, and OSError when something cannot be written or run; the folder is then as it was.
    """
    with make_anew(folder) as made:
        repository = lay_out(made, as_of)
        changes = int(repository.git("rev-list", "--count", "--first-parent", "main"))
        waiting = repository.git("branch", "--no-merged", "main", "--format=%(refname:short)").split()
    return Example(folder=folder, changes=changes, waiting=tuple(waiting))


def is_demo(folder: Path) -> bool:
    """Tell whether a folder is such an example."""
    description = folder / ".git/description"
    return description.is_file() and description.read_bytes() == DESCRIPTION.encode()


def lay_out(folder: Path, as_of: date) -> Repository:
    """Make the repository, and beside it what MkDocs needs."""
    repository = make_history(folder, until=as_of)
    (folder / ".git/description").write_text(DESCRIPTION, encoding="utf-8")
    left_out = (RECORDS, "mkdocs.yml", "site.yml", "docs", "site", ".site.next-*", "schemas", ".vscode")
    repository.leave_out(*left_out)
    add_editor_files(folder)
    sources = find_site_sources()
    shutil.copytree(sources / "docs/pages", folder / "docs/pages")
    write_tour(repository, as_of)
    shutil.copy(sources / "mkdocs.yml", folder / "site.yml")
    strict = str(as_of >= DEMO_DAY).lower()
    settings = SETTINGS.format(strict=strict, day=as_of, records=RECORDS)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return repository


def write_tour(repository: Repository, as_of: date) -> None:
    """Put the tour among the hand-written pages, and what the reviews of the waiting pull requests say."""
    pages = repository.folder / "docs/pages/tour"
    pages.mkdir()
    note = EARLIER if as_of < DEMO_DAY else ""
    tour = TOUR.read_text(encoding="utf-8").replace("\n\n", f"\n\n{note}", 1)
    (pages / "index.md").write_text(tour, encoding="utf-8")
    (pages / "reviews.md").write_text(make_review_page(repository, as_of), encoding="utf-8")
