"""Which file closes an open obligation, and the forge's page for it: a new file with its fields, or one to edit."""

from dataclasses import dataclass
from urllib.parse import quote

from scm_site.compliance.standing import Standing
from scm_site.filing.filled_records import fill_record
from scm_site.filing.forge import make_edit_address, make_new_file_address
from scm_site.records.register import Register
from scm_site.records.schemas import Schemas


@dataclass(frozen=True, kw_only=True, slots=True)
class Closing:
    """The file that closes an obligation, whether it is still to be made, and where the forge opens it, or "".

    The address of a new file brings its fields along; `short_address` leaves them out, for where people see it whole.
    """

    path: str
    is_new: bool
    address: str
    short_address: str


def find_closing(standing: Standing, register: Register, schemas: Schemas) -> Closing:
    """Give the file that closes what is open, with the forge's address for it."""
    owed, repository = standing.owed, register.settings.repository
    is_new = owed.path not in register.paths
    if is_new:
        dossier = register.find_dossier(standing.group)
        text = fill_record(owed.path, dossier, schemas, register.settings.site.address)
        address = make_new_file_address(repository, owed.path, text)
        short = make_new_file_address(repository, owed.path)
    else:
        edit = make_edit_address(repository)
        address = short = edit + quote(owed.path) if edit else ""
    return Closing(path=owed.path, is_new=is_new, address=address, short_address=short)
