"""What keeps some people from reading a PDF: no tags, no title, no language (ISO 14289-1, PDF/UA-1); who made it."""

import html
import re
from collections.abc import Iterator

from pypdf.generic import BooleanObject, DictionaryObject, StreamObject, TextStringObject

from scm_site.reading.attached.pdf_reader import PdfReader, read_dictionary, read_value

_ITEM = re.compile(rb"<rdf:li\b[^<>]*>([^<]+)")
_TITLE = re.compile(rb"<rdf:li\b[^<>]*>\s*[^<\s]")


def find_barriers(reader: PdfReader) -> Iterator[str]:
    """Say what a PDF lacks; raises what pypdf raises where it is broken."""
    catalog = read_dictionary(reader.trailer, "/Root")
    if not (_is_true(read_dictionary(catalog, "/MarkInfo"), "/Marked") and "/StructTreeRoot" in catalog):
        yield "it is not tagged, so that a screen reader cannot tell headings, lists and tables from other text"
    if not (_read_text(read_dictionary(reader.trailer, "/Info"), "/Title") or _has_xmp_title(catalog)):
        yield "it has no title"
    elif not _is_true(read_dictionary(catalog, "/ViewerPreferences"), "/DisplayDocTitle"):
        yield "its title is not shown: the window has the name of the file instead"
    if not _read_text(catalog, "/Lang"):
        yield "it does not say its language, so that it is read aloud with the wrong sounds"


def _read_text(found: DictionaryObject, key: str) -> str:
    value = read_value(found, key)
    return value.strip() if isinstance(value, TextStringObject) else ""


def _is_true(found: DictionaryObject, key: str) -> bool:
    value = read_value(found, key)
    return isinstance(value, BooleanObject) and value.value is True


def find_makers(reader: PdfReader) -> Iterator[str]:
    """Give whom a PDF names as its authors; raises what pypdf raises where it is broken."""
    yield _read_text(read_dictionary(reader.trailer, "/Info"), "/Author")
    for item in _ITEM.findall(_read_xmp(read_dictionary(reader.trailer, "/Root"), b"creator")):
        yield html.unescape(item.decode("utf-8", errors="replace")).strip()


def _has_xmp_title(catalog: DictionaryObject) -> bool:
    """Tell whether the metadata give a title."""
    return _TITLE.search(_read_xmp(catalog, b"title")) is not None


def _read_xmp(catalog: DictionaryObject, name: bytes) -> bytes:
    """Give what the metadata say under a name of Dublin Core (ISO 16684-1)."""
    metadata = read_value(catalog, "/Metadata")
    content = metadata.get_data() if isinstance(metadata, StreamObject) else b""
    return content.partition(b"<dc:" + name)[2].partition(b"</dc:" + name + b">")[0]
