"""Pages that lead elsewhere: from former ids to where the record stands now, from an outcome's short address to it, and
from pages about the register that went.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from scm_site.addresses import address_of, list_former_addresses
from scm_site.data.archive.archive import ARCHIVE, Archive
from scm_site.pages.frame.former_pages import list_former_pages
from scm_site.pages.frame.page import Asset, Page
from scm_site.pages.frame.rendering import ENVIRONMENT, make_linker
from scm_site.records.register import Register


def make_redirects(
    register: Register, archive: Archive, pages: tuple[Page, ...], site_address: str
) -> Iterator[Asset]:
    """Give a page for each address that leads to another: what a renamed record, or a page below it, had before, the
    short address of each outcome, and pages about the register that went.
    """
    ordered = sorted(pages, key=lambda page: page.address)
    for old, new in (*find_moves(register), *find_group_archives(register), *list_former_pages()):
        for page in find_below(new, ordered):
            yield make_redirect(old + page.address.removeprefix(new), page, site_address)
    yield from make_short_addresses(archive, ordered, site_address)


def make_short_addresses(archive: Archive, ordered: Sequence[Page], site_address: str) -> Iterator[Asset]:
    """Give the page at the short address of each outcome, which stays whatever happens to its name."""
    for one in (*archive.published, *archive.withdrawn):
        page = next(find_below(one.folder, ordered))
        yield make_redirect(one.short_folder, page, site_address)


def find_group_archives(register: Register) -> Iterator[tuple[str, str]]:
    """Give the old and the new address of the outcomes of every renamed group."""
    for dossier in register.dossiers:
        for former in dossier.group.former_ids:
            yield f"{ARCHIVE}group/{former}/", f"{ARCHIVE}group/{dossier.group.id}/"


def find_below(address: str, ordered: Sequence[Page]) -> Iterator[Page]:
    """Give the page at an address and those below it, from pages in the order of their addresses."""
    start = bisect_left(ordered, address, key=lambda page: page.address)
    return takewhile(
        lambda page: page.address.startswith(address), (ordered[i] for i in range(start, len(ordered)))
    )


def find_moves(register: Register) -> Iterator[tuple[str, str]]:
    """Give the old and the new address of every renamed record that has a page of its own."""
    for record in register.find_records():
        for old in list_former_addresses(record, list_group_names(record.file.group, register)):
            if "#" not in old:
                yield old, address_of(record)


def list_group_names(group: str, register: Register) -> tuple[str, ...]:
    """Give the present and the former ids of a group; for no group, the empty one alone."""
    return (group, *register.find_dossier(group).group.former_ids) if group else ("",)


def make_redirect(old: str, page: Page, site_address: str) -> Asset:
    """Make the page that leads from an old address to a page."""
    html = ENVIRONMENT.get_template("redirect.html").render(
        title=page.title, target=page.address, link=make_linker(old), canonical=site_address + page.address
    )
    return Asset(path=f"{old}index.html", content=html.encode())
