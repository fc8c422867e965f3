"""Office files: which of the two families a ZIP archive belongs to, and what in it could run.

Office Open XML is ECMA-376 (docx, pptx, xlsx); OpenDocument is OASIS OpenDocument (odt, odp, ods).
"""

import html
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from scm_site.reading.attached.archives import ZipArchive
from scm_site.reading.attached.file_kinds import MACRO_OFFICE, OFFICE, OPEN_DOCUMENTS, TEMPLATE, ZIP, FileKind
from scm_site.reading.attached.inspected import BrokenError
from scm_site.reading.quoting import quote_value

_TYPES, _MIMETYPE, _MANIFEST = "[Content_Types].xml", "mimetype", "META-INF/manifest.xml"
_MAIN_PART = re.compile(r"\.main\+xml$|\.sheet\.binary\.", re.IGNORECASE)
_MACRO_TYPE = re.compile("macroenabled|vbaproject|macrosheet", re.IGNORECASE)
_MACRO_NAME = re.compile(r"vba(?:project|data)[^/]*\.(?:bin|xml)$|/macrosheets/", re.IGNORECASE)
_CONTROL_NAME = re.compile(r"(?:^|/)activex/", re.IGNORECASE)
_OBJECT_NAME = re.compile(r"/embeddings/[^/]*\.(?:bin|exe|ole|docm|xlsm|pptm|xlsb)$", re.IGNORECASE)
_SCRIPT_FOLDERS = ("basic/", "scripts/", "dialogs/")
_CALLS_SCRIPT = (b"vnd.sun.star.script:", b"<script:event-listener")

#: Properties (core.xml, app.xml, meta.xml), remarks and tracked changes, each with the name of a person.
_MAKER = re.compile(
    rb"<(?:dc:creator|cp:lastModifiedBy|Manager|meta:initial-creator|meta:printed-by|author)>([^<]+)<"
    rb'|\bw:author="([^"]+)"|<p:cmAuthor\b[^>]*?\bname="([^"]+)"|<person\b[^>]*?\bdisplayName="([^"]+)"'
)

#: One of these is in each of them, and is found much faster.
_MAKER_WORDS = (b"creator", b"lastModifiedBy", b"Manager", b"printed-by", b"uthor", b"displayName")

#: A part that is loaded from elsewhere when the file is opened.
_LOADED = ("/attachedtemplate", "/oleobject", "/frame", "/subdocument")
_REMOTE = re.compile(r"(?:https?|ftp|smb|mhtml):|\\\\|//|file:/+[^/]+\.[^/]+/", re.IGNORECASE)

#: The lists of an Office file are short.
LARGEST_PART = 2 * 1024 * 1024

OFFICE_WAY_OUT = (
    "Save the file without macros and without embedded programs, or export it as PDF; in LibreOffice, delete them "
    "under Tools, Macros."
)


def find_packed_kind(archive: ZipArchive) -> FileKind:
    """Tell what is packed: an Office file, an OpenDocument file, or just files; raises BrokenError when broken."""
    if _TYPES in archive.members:
        main = [kind for kind in _list_types(archive) if _MAIN_PART.search(kind)]
        if any(_MACRO_TYPE.search(kind) for kind in main):
            return MACRO_OFFICE
        known = next((OFFICE[kind] for kind in main if kind in OFFICE), None)
        return known or (TEMPLATE if main else ZIP)
    if _MIMETYPE in archive.members:
        kind = archive.unpack(_MIMETYPE).decode("ascii", errors="replace").strip()
        is_other = kind.startswith("application/vnd.oasis.opendocument.")
        return OPEN_DOCUMENTS.get(kind) or (TEMPLATE if is_other else ZIP)
    return ZIP


def has_locked_parts(archive: ZipArchive) -> bool:
    """Tell whether an OpenDocument file has a password: its manifest then says how each part is encrypted."""
    return _MANIFEST in archive.members and b"encryption-data" in archive.unpack(_MANIFEST)


def find_office_dangers(archive: ZipArchive) -> Iterator[str]:
    """Say what in an Office or OpenDocument file could run; raises BrokenError when a part cannot be unpacked."""
    named = tuple(find_named_dangers(archive))
    yield from named
    for name, content in archive.unpack_all():
        if name.lower().endswith(".rels"):
            yield from _find_loaded(name, content)
        elif name.lower().endswith(".xml") and any(call in content for call in _CALLS_SCRIPT):
            yield f"orders to run macros ({quote_value(name)})"
    types = _list_types(archive) if _TYPES in archive.members and not named else []
    if any(_MACRO_TYPE.search(kind) for kind in types):
        yield f"macros (by {quote_value(_TYPES)})"


def find_named_dangers(archive: ZipArchive) -> Iterator[str]:
    """Say what in an Office or OpenDocument file could run, by the names of its parts alone."""
    for name in archive.members:
        if _MACRO_NAME.search(name) or name.lower().startswith(_SCRIPT_FOLDERS):
            yield f"macros ({quote_value(name)})"
        elif _CONTROL_NAME.search(name):
            yield f"a control that runs a program ({quote_value(name)})"
        elif _OBJECT_NAME.search(name):
            yield f"an embedded object that can be a program ({quote_value(name)})"


def find_makers(archive: ZipArchive) -> Iterator[str]:
    """Give whom an Office file names: who wrote and changed it, and who made remarks and tracked changes."""
    for name, content in archive.unpack_all():
        if name.lower().endswith(".xml") and any(word in content for word in _MAKER_WORDS):
            for found in _MAKER.finditer(content):
                maker = next(one for one in found.groups() if one is not None)
                yield html.unescape(maker.decode("utf-8", errors="replace")).strip()


def _list_types(archive: ZipArchive) -> list[str]:
    """Give the content type of every part of an Office file."""
    root = _parse(_TYPES, archive.unpack(_TYPES))
    return [element.get("ContentType", "") for element in root.iter()]


def _find_loaded(name: str, content: bytes) -> Iterator[str]:
    """Find what an Office file would load from elsewhere; ordinary links are no such thing."""
    for element in _parse(name, content).iter():
        kind, target = element.get("Type", "").lower(), element.get("Target", "")
        if element.get("TargetMode") == "External" and kind.endswith(_LOADED) and _REMOTE.match(target):
            yield f"a part that is loaded from {quote_value(target)} when the file is opened"


class _NoDocumentType(ET.TreeBuilder):
    """Builds the tree of a part, and stops where it declares entities that could unfold."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:  # noqa: ARG002
        """Refuse a document type; no Office file has one."""
        raise ET.ParseError


def _parse(name: str, content: bytes) -> ET.Element:
    """Read a small XML part; raises BrokenError when it is none."""
    try:
        if len(content) > LARGEST_PART:
            raise ET.ParseError
        return ET.fromstring(content, ET.XMLParser(target=_NoDocumentType()))  # noqa: S314 (see above)
    except (ET.ParseError, ValueError, LookupError, RecursionError):
        raise BrokenError(f"{quote_value(name)} in it cannot be read") from None
