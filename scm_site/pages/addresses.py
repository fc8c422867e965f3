"""Where each record stands on the site, and how one page links to another."""

import posixpath
from functools import cache

from scm_site.reading import find_slot
from scm_site.records.record_file import Record

#: The address of a kind of record, from the ids in its path; a `#` leads to a place on a page.
PATTERNS = {
    "settings": "fields/settings/",
    "themes": "fields/themes/",
    "countries": "fields/countries/",
    "board": "fields/board/",
    "secretariat": "fields/secretariat/",
    "event": "calendar/{year}/#{id}",
    "proposal": "proposals/{id}/",
    "group": "groups/{group}/",
    "work-programme": "groups/{group}/#work-programme",
    "meeting": "groups/{group}/meetings/{id}/",
    "status-update": "groups/{group}/reports/#update-{id}",
    "board-brief": "groups/{group}/reports/#brief-{id}",
    "outcome": "groups/{group}/outcomes/{id}/",
    "outcome-version": "groups/{group}/outcomes/{id}/{lang}/",
    "attachment": "groups/{group}/outcomes/{id}/{name}",
    "amendment": "groups/{group}/#amendment-{id}",
    "waiver": "groups/{group}/#waiver-{id}",
    "termination": "groups/{group}/#end",
}


@cache
def find_address(path: str) -> str | None:
    """Give the address on the site of the record with this path, or None where no record can be."""
    slot = find_slot(path)
    return PATTERNS[slot.kind].format_map({**slot.ids, "year": slot.ids.get("id", "")[:4]}) if slot else None


def address_of(record: Record) -> str:
    """Give a record's address on the site."""
    address = find_address(record.file.path)
    if address is None:
        raise ValueError(f"{record.file.path} is no record's path")
    return address


def link_from(here: str, there: str) -> str:
    """Give the way from one page to an address of the site, so that the site works below any address."""
    path, mark, anchor = there.partition("#")
    if path == here and mark:
        return f"#{anchor}"
    is_folder = path.endswith("/") or not path
    way = posixpath.relpath(f"/{path}", f"/{here}")  # absolute, so that nobody asks for the current folder
    return f"{way}/{mark}{anchor}" if is_folder else f"{way}{mark}{anchor}"
