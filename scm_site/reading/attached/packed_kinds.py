"""What is packed as a ZIP archive: an Office file, an OpenDocument file, or just files."""

import re

from scm_site.reading.attached.archives import ZipArchive
from scm_site.reading.attached.file_kinds import MACRO_OFFICE, OFFICE, OPEN_DOCUMENTS, TEMPLATE, ZIP, FileKind
from scm_site.reading.attached.xml_parts import list_elements, parse_part

TYPES, MIMETYPE = "[Content_Types].xml", "mimetype"
_MAIN_PART = re.compile(r"\.main\+xml$|\.sheet\.binary\.", re.IGNORECASE)
MACRO_TYPE = re.compile("macroenabled|vbaproject|macrosheet", re.IGNORECASE)


def find_packed_kind(archive: ZipArchive) -> FileKind:
    """Tell what is packed; raises BrokenError when broken."""
    if TYPES in archive.members:
        main = [kind for kind in _list_types(archive) if _MAIN_PART.search(kind)]
        if any(MACRO_TYPE.search(kind) for kind in main):
            return MACRO_OFFICE
        known = next((OFFICE[kind] for kind in main if kind in OFFICE), None)
        return known or (TEMPLATE if main else ZIP)
    if MIMETYPE in archive.members:
        kind = archive.unpack(MIMETYPE).decode("ascii", errors="replace").strip()
        is_other = kind.startswith("application/vnd.oasis.opendocument.")
        return OPEN_DOCUMENTS.get(kind) or (TEMPLATE if is_other else ZIP)
    return ZIP


def _list_types(archive: ZipArchive) -> list[str]:
    """Give the content type of every part of an Office file."""
    return [
        element.get("ContentType", "") for element in list_elements(parse_part(TYPES, archive.unpack(TYPES)))
    ]
