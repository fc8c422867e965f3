"""Which file closes an open obligation, and the forge's page for it: a new file with its fields, or one to edit."""

from dataclasses import dataclass
from urllib.parse import quote

from scm_site.compliance.duty import Obligation
from scm_site.filing.forge import make_edit_address, make_new_file_address
from scm_site.reading import find_slot
from scm_site.records.register import Register
from scm_site.records.schemas import Schemas
from scm_site.scaffold import make_short_scaffold


@dataclass(frozen=True, kw_only=True, slots=True)
class Closing:
    """The file that closes an obligation, whether it is still to be made, and where the forge opens it, or "".

    The address of a new file brings its fields along; `short_address` leaves them out, for where people see it whole.
    """

    path: str
    is_new: bool
    address: str
    short_address: str


def find_closing(owed: Obligation, register: Register, schemas: Schemas) -> Closing:
    """Give the file that closes an obligation, with the forge's address for it."""
    repository = register.settings.repository
    is_new = owed.path not in register.paths
    slot = find_slot(owed.path)
    if is_new:
        text = make_short_scaffold(slot.kind, schemas, slot.ids) if slot else ""
        address = make_new_file_address(repository, owed.path, text)
        short = make_new_file_address(repository, owed.path)
    else:
        edit = make_edit_address(repository)
        address = short = edit + quote(owed.path) if edit else ""
    return Closing(path=owed.path, is_new=is_new, address=address, short_address=short)
