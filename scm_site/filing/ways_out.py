"""The three ways out of a mandate that ends, each with the file that begins it (Terms of Reference, D3, I2, T7)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scm_site.compliance.mandates import Mandate
from scm_site.filing.filled_records import fill_record
from scm_site.filing.forge import FORGE_NAMES, make_new_file_address
from scm_site.filing.form_ways import find_form
from scm_site.filing.together import Companion, list_companions, tell_together
from scm_site.records.register import Register
from scm_site.records.schemas import Schemas
from scm_site.records.unfinished import MARKER
from scm_site.scaffold.yaml_text import make_yaml_text

#: What to do, in a word and in more words, the file in the group's folder, and how a termination says it.
WAYS = (
    ("Extend", "a justified amendment moves the end date", "amendments/{day}-extension.md", ""),
    ("Close with the outcome", "deliver it, then record the end as completed", "termination.md", "completed"),
    ("End the group", "early or by agreement, with the reasons for all members", "termination.md", "early"),
)


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
        path = f"content/groups/{dossier.group.id}/{name.format(day=as_of)}"
        kind = "termination" if how else "amendment"
        text = fill_record(path, dossier, schemas, settings.site.address)
        blank = make_yaml_text(MARKER.format("How"))
        text = text.replace(f"how: {blank}", f"how: {how}") if how else text
        companions = list_companions(kind, dossier, as_of, settings.repository)
        yield WayOut(
            title=title,
            what=what,
            path=path,
            form=find_form(path, register, **({"how": how} if how else {})),
            forge_name=FORGE_NAMES[settings.repository.forge],
            address=make_new_file_address(settings.repository, path, text),
            together=tell_together(kind, companions, schemas),
            companions=companions,
        )
