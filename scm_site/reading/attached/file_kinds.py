"""What a file is, by the bytes at its start; what it is called says nothing here."""

import re
from dataclasses import dataclass

_SAVE_AGAIN = "A new name does not change what is in a file."


@dataclass(frozen=True, kw_only=True, slots=True)
class FileKind:
    """A kind of file: what people call it, the ends of the names that fit it, and the way out if none does."""

    words: str
    suffixes: tuple[str, ...] = ()
    fix: str = ""


PDF = FileKind(words="a PDF", suffixes=(".pdf",))
PNG = FileKind(words="a PNG picture", suffixes=(".png",))
JPEG = FileKind(words="a JPEG picture", suffixes=(".jpg", ".jpeg"))
WEBP = FileKind(words="a WebP picture", suffixes=(".webp",))
TEXT = FileKind(words="plain text", suffixes=(".csv", ".txt"))
ZIP = FileKind(words="a ZIP archive", suffixes=(".zip",))

#: The kinds of Office file, by the content type of their main part (ECMA-376, part 1).
OFFICE = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": FileKind(
        words="a Word document", suffixes=(".docx",)
    ),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": FileKind(
        words="PowerPoint slides", suffixes=(".pptx",)
    ),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": FileKind(
        words="an Excel workbook", suffixes=(".xlsx",)
    ),
}

#: The kinds of OpenDocument file, by what their member `mimetype` says (OASIS OpenDocument 1.3, part 2).
OPEN_DOCUMENTS = {
    "application/vnd.oasis.opendocument.text": FileKind(words="an OpenDocument text", suffixes=(".odt",)),
    "application/vnd.oasis.opendocument.presentation": FileKind(
        words="OpenDocument slides", suffixes=(".odp",)
    ),
    "application/vnd.oasis.opendocument.spreadsheet": FileKind(
        words="an OpenDocument workbook", suffixes=(".ods",)
    ),
}

_PACKED = tuple(
    suffix for kind in (*OFFICE.values(), *OPEN_DOCUMENTS.values(), ZIP) for suffix in kind.suffixes
)

#: Something packed as a ZIP that is broken, so that nobody can tell what it was.
BROKEN_ZIP = FileKind(words="a ZIP archive", suffixes=_PACKED)

#: An Office file with a password; it is not packed as a ZIP (MS-OFFCRYPTO).
LOCKED_OFFICE = FileKind(
    words="an Office file with a password",
    suffixes=tuple(suffix for kind in OFFICE.values() for suffix in kind.suffixes),
)
TEMPLATE = FileKind(words="a template, or an Office file of another sort")
MACRO_OFFICE = FileKind(words="an Office file with macros")
OLD_OFFICE = FileKind(words="an old Office file (.doc, .xls or .ppt)")
#: What something that is packed as a ZIP can be.
PACKED_KINDS = (ZIP, BROKEN_ZIP, TEMPLATE, MACRO_OFFICE, *OFFICE.values(), *OPEN_DOCUMENTS.values())
WEB_PAGE = FileKind(
    words="a web page (HTML)",
    fix="Save the document or the table itself, not the page of the website that showed it or said that it is not "
    f"there. {_SAVE_AGAIN}",
)
DRAWING = FileKind(words="a drawing that can run scripts (SVG)", fix="Export it as PNG or PDF.")
XML = FileKind(words="an XML file")
UNKNOWN = FileKind(words="data of a kind that is not known here")
PROGRAM = FileKind(words="a program", fix="Take it out: programs are not published here.")
ANOTHER_ARCHIVE = FileKind(words="an archive other than ZIP", fix="Pack its files as ZIP.")
_ANOTHER_PICTURE = FileKind(
    words="a picture that is neither PNG nor JPEG nor WebP", fix="Export it as PNG or JPEG."
)
_RICH_TEXT = FileKind(words="a text in Rich Text Format (RTF)")
_FILM = FileKind(words="a film or a sound", fix="Publish it elsewhere and give its address.")

_LATE_PDF = FileKind(
    words="something else with a PDF behind it",
    fix="Get the PDF again from where it comes: something was put in front of it on its way.",
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_BEGINNINGS: tuple[tuple[bytes, FileKind], ...] = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (_OLE, OLD_OFFICE),
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"\xfe\xed\xfa", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"\x00asm", PROGRAM),
    (b"#!", PROGRAM),
    (b"7z\xbc\xaf\x27\x1c", ANOTHER_ARCHIVE),
    (b"Rar!\x1a\x07", ANOTHER_ARCHIVE),
    (b"\x1f\x8b", ANOTHER_ARCHIVE),
    (b"BZh", ANOTHER_ARCHIVE),
    (b"\xfd7zXZ\x00", ANOTHER_ARCHIVE),
    (b"GIF8", _ANOTHER_PICTURE),
    (b"II*\x00", _ANOTHER_PICTURE),
    (b"MM\x00*", _ANOTHER_PICTURE),
    (b"{\\rtf", _RICH_TEXT),
    (b"ID3", _FILM),
    (b"OggS", _FILM),
    (b"\x1aE\xdf\xa3", _FILM),
)

#: What may lie in a document besides pictures of our own kinds: other pictures, fonts, sound and film.
_MEDIA = re.compile(
    rb"GIF8|II[*\xbc+]|MM\x00[*+]|BM|\xd7\xcd\xc6\x9a|[\x01\x02]\x00\x09\x00|\x01\x00\x00\x00.{36} EMF|\x00\x00\x01\x00"
    rb"|\x1f\x8b|\x00\x01\x00\x00|OTTO|true|ttcf|wOF[F2]|RIFF|ID3|\xff[\xe2-\xfb]|OggS|.{4}ftyp|.{4}(?:moov|mdat|wide)|\x1aE\xdf\xa3|0&\xb2u"
    rb"|%!PS|\xc5\xd0\xd3\xc6|VCLMTF|\x00\x00\x00\x0cjP|FORM|MThd|\x10\x00\x00\x00|\.snd|\x00\x00\x01[\xb0-\xbf]|glTF",
    re.DOTALL,
)


def is_media(content: bytes) -> bool:
    """Tell whether something begins as a picture, a font, a sound or a film, or is empty."""
    return not content or _MEDIA.match(content) is not None


def find_beginning(content: bytes) -> FileKind | None:
    """Give the kind that the first bytes of a file are the mark of; None where they are no mark."""
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return WEBP
    if content[4:8] == b"ftyp":
        return _ANOTHER_PICTURE if content[8:12] in (b"heic", b"heix", b"mif1", b"avif") else _FILM
    kind = next((kind for beginning, kind in _BEGINNINGS if content.startswith(beginning)), None)
    if kind is OLD_OFFICE and "EncryptedPackage".encode("utf-16-le") in content:
        return LOCKED_OFFICE
    if kind is None and b"%PDF-" in content[:1024]:
        return _LATE_PDF
    return kind
