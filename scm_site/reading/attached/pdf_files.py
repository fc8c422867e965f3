"""PDF: whether it opens for everybody, and what in it could run (ISO 32000-2).

Also what keeps some people from reading it: no tags, no title, no language (ISO 14289-1, PDF/UA-1).
"""

import html
import re
from collections.abc import Iterator

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from scm_site.reading.attached.inspected import BrokenError, Inspected
from scm_site.reading.attached.pdf_reader import DAMAGED, PdfReader, open_pdf, read_value
from scm_site.reading.attached.pdf_words import ATTACHED, MEDIA, PROGRAM, SCRIPT

#: What an action does (ISO 32000-2, table 201).
_ACTIONS = {
    "/JavaScript": SCRIPT,
    "/Launch": PROGRAM,
    "/SubmitForm": "a form that sends what is filled in",
    "/ImportData": "an order to load data",
    "/GoToE": ATTACHED,
}
_KEYS = {"/JS": SCRIPT, "/EF": ATTACHED, "/XFA": "a form of the sort XFA, which can run scripts"}
_ANNOTATIONS = {"/RichMedia": MEDIA, "/3D": MEDIA, "/FileAttachment": ATTACHED}

#: Where nothing stands that acts: tags, what is drawn on pages, fonts and pictures.
_SKIPPED = frozenset(
    {
        "/StructTreeRoot",
        "/ParentTree",
        "/Contents",
        "/Resources",
        "/Metadata",
        "/Thumb",
        "/AP",
        "/PieceInfo",
        "/OutputIntents",
    }
)

_ITEM = re.compile(rb"<rdf:li\b[^<>]*>([^<]+)")
_TITLE = re.compile(rb"<rdf:li\b[^<>]*>\s*[^<\s]")


def look_into_pdf(content: bytes) -> Inspected:
    """Tell what is wrong with a PDF; that may never end, see pdf_process.py."""
    dangers: list[str] = []
    try:
        with open_pdf(content) as reader:
            if "/Encrypt" in reader.trailer:
                raise BrokenError("it is encrypted: it asks for a password, or forbids to copy or print it")
            if not read_dictionary(reader.trailer, "/Root"):
                raise BrokenError(DAMAGED)
            barriers, makers = tuple(find_barriers(reader)), tuple(dict.fromkeys(find_makers(reader)))
            dangers.extend(_find_dangers(reader))
    except BrokenError as reason:
        return Inspected(broken=str(reason), dangers=tuple(dict.fromkeys(dangers)))
    return Inspected(dangers=tuple(dict.fromkeys(dangers)), barriers=barriers, makers=makers)


def _find_dangers(reader: PdfReader) -> Iterator[str]:
    """Look at every dictionary that can be reached; raises BrokenError when there is no page among them."""
    has_page = False
    for found in _walk(reader):
        has_page = has_page or _read_name(found, "/Type") == "/Page"
        yield from _judge(found)
    if not has_page:
        raise BrokenError("there is no page in it")


def _walk(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Give every dictionary that can be reached, each once; what is in streams is not decoded."""
    stack: list[object] = [reader.trailer]
    seen: set[tuple[int, int]] = set()
    while stack:
        found = stack.pop()
        if isinstance(found, IndirectObject):
            name = (found.idnum, found.generation)
            if name in seen:
                continue
            seen.add(name)
            found = reader.get_object(found)
        if isinstance(found, DictionaryObject):
            yield found
            stack.extend(value for key, value in dict.items(found) if key not in _SKIPPED)
        elif isinstance(found, ArrayObject):
            stack.extend(list.__iter__(found))


def _judge(found: DictionaryObject) -> Iterator[str]:
    """Say what a viewer would run or open because of a dictionary of the PDF."""
    yield from (danger for key, danger in _KEYS.items() if key in found)
    if danger := _ACTIONS.get(_read_name(found, "/S")):
        yield danger
    if danger := _ANNOTATIONS.get(_read_name(found, "/Subtype")):
        yield danger
    if "/URI" in found and str(read_value(found, "/URI")).strip().lower().startswith("javascript:"):
        yield SCRIPT


def _read_name(found: DictionaryObject, key: str) -> str:
    """Give the name that a dictionary has under a key, "" where it has none."""
    value = read_value(found, key)
    return str(value) if isinstance(value, NameObject) else ""


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


def read_dictionary(found: DictionaryObject, key: str) -> DictionaryObject:
    """Give the dictionary under a key, an empty one where there is none."""
    value = read_value(found, key)
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


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
