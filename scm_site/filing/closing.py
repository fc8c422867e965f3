"""Which file closes an open obligation: the form that makes it, and the forge's page to begin or to edit it."""

from dataclasses import dataclass
from urllib.parse import quote

from scm_site.compliance.standing import Standing
from scm_site.filing.filled_records import fill_record
from scm_site.filing.forge import FORGE_NAMES, make_edit_address, make_new_file_address
from scm_site.filing.form_ways import find_form
from scm_site.records.register import Register
from scm_site.records.schemas import Schemas


@dataclass(frozen=True, kw_only=True, slots=True)
class Closing:
    """The file that closes an obligation, whether it is still to be made, and where it is filled in.

    `form` is the place on the site of the form for it, or "". `address` is where the forge opens it, or ""; that of a
    new file brings its fields along, and `short_address` leaves them out, for where people see it whole.
    """

    path: str
    is_new: bool
    form: str
    forge_name: str
    address: str
    short_address: str

    @property
    def verb(self) -> str:
        """What is done with the form, or without one with the file, in two or three words."""
        return "File it" if self.is_new else "Complete the file"


def find_closing(standing: Standing, register: Register, schemas: Schemas) -> Closing:
    """Give the file that closes what is open, with the forge's address for it."""
    path, settings, address = standing.owed.path, register.settings, find_short_address(standing, register)
    is_new, short = path not in register.paths, address
    if is_new:
        text = fill_record(path, register.find_dossier(standing.group), schemas, settings.site.address)
        address = make_new_file_address(settings.repository, path, text)
    return Closing(
        path=path,
        is_new=is_new,
        form=find_form(path, register),
        forge_name=FORGE_NAMES[settings.repository.forge],
        address=address,
        short_address=short,
    )


def find_short_address(standing: Standing, register: Register) -> str:
    """Give where the forge opens the file that closes what is open, to edit or begun without fields; else ""."""
    path, repository = standing.owed.path, register.settings.repository
    if path not in register.paths:
        return make_new_file_address(repository, path)
    edit = make_edit_address(repository)
    return edit + quote(path) if edit else ""
