"""Pages at the addresses of former ids: each leads to where the record stands now."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from scm_site.pages.addresses import address_of, list_former_addresses
from scm_site.pages.page import Asset, Page
from scm_site.pages.rendering import ENVIRONMENT, make_linker
from scm_site.records.register import Register


def make_redirects(register: Register, pages: tuple[Page, ...], site_address: str) -> Iterator[Asset]:
    """Give a page for each address that a renamed record, or a page below it, had before."""
    ordered = sorted(pages, key=lambda page: page.address)
    for old, new in find_moves(register):
        for page in find_below(new, ordered):
            yield make_redirect(old + page.address.removeprefix(new), page, site_address)


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
