"""The types of file that an outcome may have beside it, by the end of their names."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit


@dataclass(frozen=True, kw_only=True, slots=True)
class MediaType:
    """A type of file: its registered name (IANA), and what people call it."""

    id: str
    name: str


#: None of them runs a program in the reader's browser: no HTML, no SVG, no macros.
MEDIA_TYPES = {
    ".pdf": MediaType(id="application/pdf", name="PDF"),
    ".docx": MediaType(
        id="application/vnd.openxmlformats-officedocument.wordprocessingml.document", name="Word document"
    ),
    ".pptx": MediaType(
        id="application/vnd.openxmlformats-officedocument.presentationml.presentation",
        name="PowerPoint slides",
    ),
    ".xlsx": MediaType(
        id="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name="Excel workbook"
    ),
    ".odt": MediaType(id="application/vnd.oasis.opendocument.text", name="OpenDocument text"),
    ".odp": MediaType(id="application/vnd.oasis.opendocument.presentation", name="OpenDocument slides"),
    ".ods": MediaType(id="application/vnd.oasis.opendocument.spreadsheet", name="OpenDocument workbook"),
    ".csv": MediaType(id="text/csv", name="CSV table"),
    ".txt": MediaType(id="text/plain", name="Plain text"),
    ".png": MediaType(id="image/png", name="PNG picture"),
    ".jpg": MediaType(id="image/jpeg", name="JPEG picture"),
    ".jpeg": MediaType(id="image/jpeg", name="JPEG picture"),
    ".webp": MediaType(id="image/webp", name="WebP picture"),
    ".zip": MediaType(id="application/zip", name="ZIP archive"),
}


def find_media_type(name: str) -> MediaType | None:
    """Give the type of a file by the end of its name; None where that says nothing."""
    return MEDIA_TYPES.get(PurePosixPath(name.lower()).suffix)


def find_linked_type(address: str) -> MediaType | None:
    """Give the type of a file elsewhere by the end of its address; None where it leads to a page."""
    return find_media_type(urlsplit(address).path)
