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
    path, short = standing.owed.path, find_short_address(standing, register)
    if path in register.paths:
        return Closing(path=path, is_new=False, address=short, short_address=short)
    settings = register.settings
    text = fill_record(path, register.find_dossier(standing.group), schemas, settings.site.address)
    address = make_new_file_address(settings.repository, path, text)
    return Closing(path=path, is_new=True, address=address, short_address=short)


def find_short_address(standing: Standing, register: Register) -> str:
    """Give where the forge opens the file that closes what is open, to edit or begun without fields; else ""."""
    path, repository = standing.owed.path, register.settings.repository
    if path not in register.paths:
        return make_new_file_address(repository, path)
    edit = make_edit_address(repository)
    return edit + quote(path) if edit else ""
