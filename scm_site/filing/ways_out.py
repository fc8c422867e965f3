"""The three ways out of a mandate that ends, each with the file that begins it (Terms of Reference, D3, I2, T7)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scm_site.compliance.mandates import Mandate
from scm_site.filing.forge import make_new_file_address
from scm_site.records.settings import Repository

#: What to do, in a word and in more words, and the file in the group's folder.
WAYS = (
    ("Extend", "a justified amendment moves the end date", "amendments/{day}-extension.md"),
    ("Close with the outcome", "deliver it, then record the end as completed", "termination.md"),
    ("End the group", "early or by agreement, with the reasons for all members", "termination.md"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class WayOut:
    """One way out: what to do, the file that begins it, and the forge's page for it, or ""."""

    title: str
    what: str
    path: str
    address: str


def list_ways_out(mandate: Mandate, as_of: date, repository: Repository) -> Iterator[WayOut]:
    """Give the ways out of a mandate; none where a record says already how the group ends.

    A mandate that is over is not extended any more: an amendment changes what is still in force.
    """
    if not mandate.needs_a_way_out:
        return
    folder = f"content/groups/{mandate.dossier.group.id}"
    for title, what, name in WAYS if mandate.days >= 0 else WAYS[1:]:
        path = f"{folder}/{name.format(day=as_of)}"
        yield WayOut(title=title, what=what, path=path, address=make_new_file_address(repository, path))
