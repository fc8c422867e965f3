"""Where each record stands on the site, and how one page links to another."""

import posixpath
from collections.abc import Iterable, Mapping
from functools import cache

from scm_site.reading import ACTS, MEETING_ACTS, OUTCOME_ACTS, find_slot
from scm_site.records.record_file import Record

#: The address of a kind of record, from the ids in its path; a `#` leads to a place on a page.
PATTERNS = {
    "settings": "fields/settings/",
    "themes": "fields/themes/",
    "countries": "fields/countries/",
    "board": "fields/board/",
    "secretariat": "fields/secretariat/",
    "approvals": "fields/approvals/",
    "carried-over": "fields/",
    "event": "calendar/{year}/#{id}",
    "decided": "proposals/#decided-{event}-{id}",
    "proposal": "proposals/{id}/",
    "launch": "groups/{group}/",
    "page": "groups/{group}/",
    "work-programme": "groups/{group}/#work-programme",
    "meeting": "groups/{group}/meetings/{id}/",
    "status-update": "groups/{group}/reports/#update-{id}",
    "board-brief": "groups/{group}/reports/#brief-{id}",
    "outcome": "groups/{group}/outcomes/{id}/",
    "outcome-version": "groups/{group}/outcomes/{id}/{lang}/",
    "attachment": "groups/{group}/outcomes/{id}/{name}",
    **{kind: f"groups/{{group}}/#{kind}-{{id}}" for kind in ACTS},
    "amends": "groups/{group}/#amendment-{id}",
    **{kind: f"groups/{{group}}/meetings/{{meeting}}/#{kind}-{{id}}" for kind in MEETING_ACTS},
    **{kind: f"groups/{{group}}/outcomes/{{outcome}}/#{kind}-{{id}}" for kind in OUTCOME_ACTS},
    "waives": "groups/{group}/#waiver-{id}",
    "ends": "groups/{group}/#end-{id}",
}

#: A kind of act that stands beside a meeting and beside an outcome only, by what is in its path.
BESIDE = {"meeting": "minutes", "outcome": "delivers"}


@cache
def find_address(path: str) -> str | None:
    """Give the address on the site of the record with this path, or None where no record can be."""
    slot = find_slot(path)
    return make_address(slot.kind, slot.ids) if slot else None


def make_address(kind: str, ids: Mapping[str, str]) -> str:
    """Give the address of the record of a kind with these ids; of what happens to a meeting, on its page."""
    beside = next((one for folder, one in BESIDE.items() if folder in ids), "")
    pattern = PATTERNS[beside].replace(beside, kind) if beside else PATTERNS[kind]
    return pattern.format_map({**ids, "year": ids.get("id", "")[:4]})


def address_of(record: Record) -> str:
    """Give a record's address on the site."""
    address = find_address(record.file.path)
    if address is None:
        raise ValueError(f"{record.file.path} is no record's path")
    return address


def list_former_addresses(record: Record, groups: Iterable[str]) -> list[str]:
    """Give the address of each former id of a record, below each of the names that its group has or had."""
    kind, formers = record.file.kind, getattr(record, "former_ids", ())
    if kind == "launch":
        return [make_address(kind, {"group": former}) for former in formers]
    return [make_address(kind, {"group": group, "id": former}) for group in groups for former in formers]


def list_former_places(record: Record) -> list[tuple[str, str]]:
    """Give the page and the anchor of each former id of a record that has no page of its own."""
    addresses = list_former_addresses(record, [record.file.group])
    return [(page, anchor) for page, _, anchor in (old.partition("#") for old in addresses) if anchor]


def list_former_anchors(record: Record) -> list[str]:
    """Give the former anchors of a record on the page on which it stands now."""
    here = address_of(record).partition("#")[0]
    return [anchor for page, anchor in list_former_places(record) if page == here]


def link_from(here: str, there: str) -> str:
    """Give the way from one page to an address of the site, so that the site works below any address."""
    path, mark, anchor = there.partition("#")
    if path == here and mark:
        return f"#{anchor}"
    is_folder = path.endswith("/") or not path
    way = posixpath.relpath(f"/{path}", f"/{here}")  # absolute, so that nobody asks for the current folder
    return f"{way}/{mark}{anchor}" if is_folder else f"{way}{mark}{anchor}"
