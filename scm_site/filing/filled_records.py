"""New records with what the register knows already: short enough for an address, with a hint in each blank."""

import re
from collections.abc import Callable

from scm_site.reading import find_slot
from scm_site.records.dossier import Dossier
from scm_site.records.schemas import Schemas
from scm_site.records.unfinished import MARKER
from scm_site.records.unknown import known
from scm_site.scaffold import make_short_scaffold
from scm_site.scaffold.yaml_text import make_yaml_text

#: A plain field on top of a record that is still blank.
PLAIN_BLANK = re.compile(r'^(\w+): "\[fill in: ([^"\]]*)\]"$', re.MULTILINE)


def fill_record(path: str, dossier: Dossier, schemas: Schemas, site: str) -> str:
    """Give the text of a new record at a path of a group; `site` is the address of the site, for a link to help."""
    slot = find_slot(path)
    if slot is None:
        return ""
    text = make_short_scaffold(slot.kind, schemas, slot.ids, BEGUN.get(slot.kind, ()))
    text = FILLED.get(slot.kind, keep)(add_hints(text, slot.kind, schemas), dossier)
    told = f"# How to fill this in: {site.rstrip('/')}/templates/{slot.kind}/\n"
    if together := schemas.documents[slot.kind].get("x-together"):
        told += f"# {together}\n"
    return text.replace("---\n", f"---\n{told}", 1) if text.startswith("---\n") else told + text


def add_hints(text: str, kind: str, schemas: Schemas) -> str:
    """Say in the blanks of plain fields what counts: how a day is written, and how much of a text is enough."""

    def add(found: re.Match[str]) -> str:
        enough = schemas.find_enough(kind, (found[1],))
        hint = " as 2026-03-12" if found[1] == "date" else f" at least {enough} characters" if enough else ""
        return f"{found[1]}: {make_yaml_text(MARKER.format(found[2] + (f',{hint}' if hint else '')))}"

    return PLAIN_BLANK.sub(add, text)


def keep(text: str, _dossier: Dossier) -> str:
    """Give a record as the scaffold made it: of its kind, nothing is known that could be filled in."""
    return text


def fill_status_update(text: str, dossier: Dossier) -> str:
    """Ask for a reading of each KPI of the work programme; a story is told when there is one."""
    head, _, _ = text.partition("stories:\n")
    blank = MARKER.format("the number, without quotes and brackets")
    readings = "".join(
        f'  # in {kpi.unit}\n  - kpi: {kpi.id}\n    value: "{blank}"\n' for kpi in dossier.kpis
    )
    stories = "# What others can learn from, each with title and text; or nothing, as here.\nstories: []\n"
    return head + (f"kpi_readings:\n{readings}" if readings else "") + stories


def fill_outcome(text: str, _dossier: Dossier) -> str:
    """Say that it is the final one, and ask for the day of delivery."""
    delivered = MARKER.format("the day of delivery, as 2026-03-12")
    return re.sub(r"^final: .*$", f'final: true\ndelivered: "{delivered}"', text, flags=re.MULTILINE)


def fill_meeting(text: str, _dossier: Dossier) -> str:
    """Ask for the day: the one in the name of the file is only a suggestion."""
    day = MARKER.format("the day, the same as in the name of the folder")
    return re.sub(r"^date: .*$", f'date: "{day}"', text, flags=re.MULTILINE)


def fill_amendment(text: str, dossier: Dossier) -> str:
    """Ask for the new end date, which is what a group amends; what it replaces is known."""
    end, blank = known(dossier.group.end), MARKER.format("the new end date, as 2026-03-12")
    text = re.sub(r"(?<=^  becomes: ).*$", make_yaml_text(blank), text, count=1, flags=re.MULTILINE)
    return re.sub(r"(?<=^  instead_of: ).*$", str(end), text, count=1, flags=re.MULTILINE) if end else text


FILLED: dict[str, Callable[[str, Dossier], str]] = {
    "status-update": fill_status_update,
    "outcome": fill_outcome,
    "meeting": fill_meeting,
    "amends": fill_amendment,
}

#: Fields with which a record begins although it can do without: an amendment mostly moves the end.
BEGUN = {"amends": ("end", "agreed")}
