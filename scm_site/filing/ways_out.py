"""The three ways out of a mandate that ends, each with the file that begins it (Terms of Reference, D3, I2, T7).

Also which further files that file changes together with. What goes with a kind of record stands in its schema, under
`x-together`, for everybody who begins one: with `scm new`, a template, a form, or the forge's page for a new file. Here
it is said for the end of one group: which files, and what of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from urllib.parse import quote

from scm_site.compliance.mandates import Mandate
from scm_site.filing.filled_records import fill_record
from scm_site.filing.forge import FORGE_NAMES, make_edit_address, make_new_file_address
from scm_site.filing.form_ways import find_form
from scm_site.filing.forms.later_days import find_later_days
from scm_site.records.dossier import Dossier
from scm_site.records.register import Register
from scm_site.records.schemas import Schemas
from scm_site.records.settings import Repository
from scm_site.records.unfinished import MARKER
from scm_site.scaffold.yaml_text import make_yaml_text
from scm_site.sentences import sentence

#: How two files come into one pull request by the forge's pages: those that edit begin another one.
ON_ONE_BRANCH = "Propose the new file first, then change the others on the branch of its pull request."

#: What to do, in a word and in more words, the file in the group's folder, and how an act that ends it says so.
AMENDS, ENDS = "acts/{day}{number}.amends.yml", "acts/{day}{number}.ends.md"
WAYS = (
    ("Extend", "a justified amendment moves the end date", AMENDS, ""),
    ("Close with the outcome", "deliver it, then record the end as completed", ENDS, "completed"),
    ("End the group", "early or by agreement, with the reasons for all members", ENDS, "early"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Companion:
    """A file that changes with another one: its path, what is to be done, and the forge's page that edits it, or ""."""

    path: str
    what: str
    address: str


def find_left_hanging(dossier: Dossier, as_of: date, repository: Repository) -> Iterator[Companion]:
    """Give the files of what is planned for later days, and may come to lie after the group's last day."""
    edit = make_edit_address(repository)
    for later in find_later_days(dossier):
        if later.day > as_of:
            what = f"{sentence(later.what)}. {later.fix}"
            yield Companion(path=later.path, what=what, address=edit + quote(later.path) if edit else "")


def tell_together(companions: tuple[Companion, ...], schemas: Schemas) -> str:
    """Say what changes together with the end of a group, and how on the forge; "" where nothing does."""
    if not companions:
        return ""
    told = str(schemas.documents["ends"]["x-together"])
    return f"{told} {ON_ONE_BRANCH}" if companions[0].address else told


@dataclass(frozen=True, kw_only=True, slots=True)
class WayOut:
    """One way out: what to do, the file that begins it, the form for it on the site, and the forge's page, or "".

    `together` says what changes in the same pull request, and `companions` are the files; both empty where none does.
    """

    title: str
    what: str
    path: str
    form: str
    forge_name: str
    address: str
    together: str
    companions: tuple[Companion, ...]


def list_ways_out(mandate: Mandate, as_of: date, register: Register, schemas: Schemas) -> Iterator[WayOut]:
    """Give the ways out of a mandate; none where a record says already how the group ends.

    A mandate that is over is not extended any more: an amendment changes what is still in force.
    """
    if not mandate.needs_a_way_out:
        return
    dossier, settings = mandate.dossier, register.settings
    for title, what, name, how in WAYS if mandate.days >= 0 else WAYS[1:]:
        path = find_free_path(f"content/groups/{dossier.group.id}/{name}", as_of, register)
        text = fill_record(path, dossier, schemas, settings.site.address)
        blank = make_yaml_text(MARKER.format("How"))
        text = text.replace(f"how: {blank}", f"how: {how}") if how else text
        companions = tuple(find_left_hanging(dossier, as_of, settings.repository)) if how else ()
        yield WayOut(
            title=title,
            what=what,
            path=path,
            form=find_form(path, register, **({"how": how} if how else {})),
            forge_name=FORGE_NAMES[settings.repository.forge],
            address=make_new_file_address(settings.repository, path, text),
            together=tell_together(companions, schemas),
            companions=companions,
        )


def find_free_path(pattern: str, day: date, register: Register) -> str:
    """Give the path of a new file for a day; where that is taken, with the first number that is not."""
    paths = (pattern.format(day=day, number=f"-{number}" if number > 1 else "") for number in count(1))
    return next(path for path in paths if path not in register.paths)
