"""`scm export`: every page's content and all data in a folder, for a generator other than MkDocs."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

from scm_site.cli.answer import FINDINGS, Answer, CannotRunError
from scm_site.cli.options import (
    WITHOUT,
    add_day,
    add_history,
    add_records,
    find_day,
    find_records,
    find_until,
    require_history,
)
from scm_site.pages.frame.page import Site
from scm_site.reading.shut_folders import find_shut_folders

#: Pages that maintainers write by hand, below the root; they link to pages as they are named in an export.
WRITTEN_PAGES = "docs/pages"

#: The file that says what belongs to each page, and by which a folder is known to be an export.
INDEX = "site.json"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="a new or empty folder to write to")
    add_replace(parser, "an earlier export")
    add_day(parser, "pages are made")
    add_records(parser)
    add_history(parser)


def run(arguments: Namespace) -> Answer:
    """Write the pages of the register below `--root`; where the content has errors, write nothing."""
    from scm_site.output.next_folder import make_anew
    from scm_site.pages.frame.exported_files import export_site, is_site_index, make_site_index, write_file
    from scm_site.pipeline import build
    from scm_site.reports.text import render_text

    folder: Path = arguments.folder
    require_place(folder, replace=arguments.replace, is_ours=is_site_index(folder / INDEX))
    day, records = find_day(arguments), find_records(arguments)
    with require_history(WITHOUT):
        built = build(
            arguments.root,
            as_of=day,
            records=records,
            with_history=arguments.with_history,
            until=find_until(arguments),
        )
    if built.site is None:
        return Answer(text=render_text(list(built.findings), built.address), code=FINDINGS)
    written = read_written_pages(arguments.root)
    refuse_clashes(built.site, written)
    with make_anew(folder) as made:
        for name, content in written.items():
            write_file(made / name, content)
        write_file(made / INDEX, make_site_index(built.site))
        count = export_site(built.site, made) + len(written) + 1
    return Answer(text=f"Wrote {count} files to {folder}; site.json says what belongs to each page.\n")


def add_replace(parser: ArgumentParser, what: str) -> None:
    """Declare the option that lets a folder be replaced which this command made before."""
    parser.add_argument(
        "--replace", action="store_true", help=f"replace {what} in DIR, and all else that is in it"
    )


def require_place(folder: Path, *, replace: bool, is_ours: bool) -> None:
    """Raise CannotRunError unless the folder is new, empty, or may be replaced and is one that the command made."""
    if folder.exists() and not folder.is_dir():
        raise CannotRunError(f"{folder} is not a folder")
    if not folder.is_dir() or not any(folder.iterdir()):
        return
    if not replace:
        raise CannotRunError(f"{folder} is not empty; name a new folder, or empty this one first")
    if not is_ours:
        raise CannotRunError(
            f"{folder} was not made by this command, so it is not replaced; name another one, or delete it"
        )


def refuse_clashes(site: Site, written: Mapping[str, bytes]) -> None:
    """Raise CannotRunError when a page that is written by hand has the place of one that is made."""
    made = {f"{page.address}index.md" for page in site.pages} | {asset.path for asset in site.assets}
    for name in written:
        address = name.removesuffix("index.md").removesuffix(".md")
        if name in made or f"{address}/index.md" in made:
            raise CannotRunError(
                f"{WRITTEN_PAGES}/{name} has the place of a page that is made from the content"
            )


def read_written_pages(root: Path) -> dict[str, bytes]:
    """Give the pages that are written by hand, by their names, and their pictures; they are Markdown already.

    Raises OSError where a folder of them cannot be listed.
    """
    folder = root / WRITTEN_PAGES
    for fault in find_shut_folders(folder):
        raise fault
    found = (path for ending in ("*.md", "*.png") for path in folder.rglob(ending))
    paths = sorted(path for path in found if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
