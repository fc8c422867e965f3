"""Which further files an act touches, besides the one that is filed: what changes in each, and where it is edited.

What goes with a kind of record stands in its schema, under `x-together`, for everybody who begins one: with `scm new`,
a template, a form, or the forge's page for a new file. Here it is said for one group: which files, and which line.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from scm_site.filing.forge import make_edit_address
from scm_site.filing.forms.later_days import find_later_days
from scm_site.records.dossier import Dossier
from scm_site.records.schemas import Schemas
from scm_site.records.settings import Repository
from scm_site.records.unknown import known
from scm_site.sentences import sentence

#: How two files come into one pull request by the forge's pages: those that edit begin another one.
ON_ONE_BRANCH = "Propose the new file first, then change the others on the branch of its pull request."


@dataclass(frozen=True, kw_only=True, slots=True)
class Companion:
    """A file that changes with another one: its path, what is to be done, and the forge's page that edits it, or ""."""

    path: str
    what: str
    address: str


def list_companions(
    kind: str, dossier: Dossier, as_of: date, repository: Repository
) -> tuple[Companion, ...]:
    """Give the files of a group that change together with a new record of a kind."""
    edit = make_edit_address(repository)
    return tuple(
        Companion(path=path, what=what, address=edit + quote(path) if edit else "")
        for path, what in COMPANIONS.get(kind, find_none)(dossier, as_of)
    )


def tell_together(kind: str, companions: tuple[Companion, ...], schemas: Schemas) -> str:
    """Say what changes together with a new record of a kind, and how on the forge; "" where nothing does."""
    if not companions:
        return ""
    told = str(schemas.documents[kind]["x-together"])
    return f"{told} {ON_ONE_BRANCH}" if companions[0].address else told


def find_none(_dossier: Dossier, _as_of: date) -> Iterator[tuple[str, str]]:
    """Give nothing: most records are filed alone."""
    return iter(())


def find_extended(dossier: Dossier, _as_of: date) -> Iterator[tuple[str, str]]:
    """Give where the group's record states its end, which an amendment moves (rules A001 and B005)."""
    group, end = dossier.group, known(dossier.group.end)
    if end:
        line = group.file.place("end").line
        yield group.file.path, f"In line {line} of group.md, `end: {end}` becomes the new end date."


def find_left_hanging(dossier: Dossier, as_of: date) -> Iterator[tuple[str, str]]:
    """Give what is planned for later days, and may come to lie after the group's last day."""
    for later in find_later_days(dossier):
        if later.day > as_of:
            yield later.path, f"{sentence(later.what)}. {later.fix}"


COMPANIONS: Mapping[str, Callable[[Dossier, date], Iterator[tuple[str, str]]]] = {
    "amendment": find_extended,
    "termination": find_left_hanging,
}
