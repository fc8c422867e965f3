"""PDF: whether it opens for everybody, and what in it is not on the list of the allowed (ISO 32000-2)."""

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import partial

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject, TextStringObject

from scm_site.reading.attached import allowed
from scm_site.reading.attached.faults import BrokenError, Fault
from scm_site.reading.attached.links import is_allowed_address
from scm_site.reading.attached.pdf_barriers import find_barriers, find_makers
from scm_site.reading.attached.pdf_reader import (
    DAMAGED,
    PdfReader,
    open_pdf,
    read_dictionary,
    read_name,
    read_value,
)
from scm_site.reading.attached.pdf_words import ATTACHED, MEDIA, PROGRAM, SCRIPT, find_pdf_words
from scm_site.reading.quoting import quote_value

#: What people call actions that are not allowed (ISO 32000-2, table 201), anything else is “an order”.
_ACTIONS = {
    "/JavaScript": SCRIPT,
    "/Launch": PROGRAM,
    "/SubmitForm": "a form that sends what is filled in",
    "/ImportData": "an order to load data",
    "/GoToE": ATTACHED,
    "/GoToR": "a link to another file",
    "/Rendition": MEDIA,
    "/Movie": MEDIA,
    "/Sound": MEDIA,
    "/RichMediaExecute": MEDIA,
    "/GoTo3DView": MEDIA,
    "/Thread": "an order to go to another document",
    "/GoToDp": "an order to go to another document",
    "/ResetForm": "an order to empty a form",
    "/Hide": "an order to hide something",
    "/SetOCGState": "an order to show or hide something",
}
_KEYS = {
    "/JS": SCRIPT,
    "/JavaScript": SCRIPT,
    "/EF": ATTACHED,
    "/XFA": "a form of the sort XFA, which can run scripts",
    "/RichMediaContent": MEDIA,
    "/FFilter": "a part that is loaded from elsewhere",
}
_ANNOTATIONS = {"/FileAttachment": ATTACHED}
_HOLDS_ACTION = frozenset({"/A", "/OpenAction", "/Next", "/PA"})

#: Tags: no viewer acts on what stands there, and there is much of it. What programs keep for themselves.
_SKIPPED = frozenset({"/StructTreeRoot", "/ParentTree", "/PieceInfo", "/Widths", "/W"})


class PdfFile:
    """A PDF. Reading it may never end, see worker.py."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.barriers: tuple[str, ...] = ()
        self.reader: PdfReader | None = None
        self.changed = False

    def find_faults(self) -> Iterator[Fault]:
        """Give what is not allowed, and see what keeps people from reading it; raises BrokenError."""
        yield from (Fault(words) for words in find_pdf_words(self.content))
        yield from self._find_hidden()
        faults: list[Fault] = []
        try:
            with open_pdf(self.content) as self.reader:
                catalog = self._find_catalog(self.reader)
                self.barriers = tuple(find_barriers(self.reader))
                makers = tuple(find_makers(self.reader))
                faults.extend(self._judge_all(self.reader))
        finally:
            yield from faults
        yield from (Fault(name, partial(self._unname, catalog), is_maker=True) for name in makers if name)

    def _find_hidden(self) -> Iterator[Fault]:
        """Give what stands behind the end, and what makes it an archive, too."""
        behind = self.content[self.content.rfind(b"%%EOF") + 5 :] if b"%%EOF" in self.content else b""
        if behind.strip(b"\0\r\n\t \x0c\x1a"):
            yield Fault(f"{len(behind):,} bytes behind its end", self._rewrite)
        if zipfile.is_zipfile(io.BytesIO(self.content)):
            yield Fault("an archive in the same bytes", self._rewrite)

    def _find_catalog(self, reader: PdfReader) -> DictionaryObject:
        if "/Encrypt" in reader.trailer:
            raise BrokenError("it is encrypted: it asks for a password, or forbids to copy or print it")
        catalog = read_dictionary(reader.trailer, "/Root")
        if not catalog:
            raise BrokenError(DAMAGED)
        return catalog

    def _judge_all(self, reader: PdfReader) -> Iterator[Fault]:
        """Look at every dictionary that can be reached; raises BrokenError when there is no page among them."""
        has_page = False
        for found, key in _walk(reader):
            has_page = has_page or read_name(found, "/Type") == "/Page"
            for words, mend in _judge(found, key):
                yield Fault(words.removeprefix(_NAMED), partial(self._mend, mend), words.startswith(_NAMED))
        if not has_page:
            raise BrokenError("there is no page in it")

    def _mend(self, mend: Callable[[], object]) -> None:
        self.changed = True
        mend()

    def _rewrite(self) -> None:
        self.changed = True

    def _unname(self, catalog: DictionaryObject) -> None:
        """Take out the author; of the properties in XMP, which name authors in many ways, nothing stays."""
        self.changed = True
        if self.reader is not None:
            read_dictionary(self.reader.trailer, "/Info").pop("/Author", None)
        catalog.pop("/Metadata", None)

    def save(self) -> bytes:
        """Give its bytes: as they were, or written anew from what can be reached."""
        if self.reader is None or not self.changed:
            return self.content
        made, writer = io.BytesIO(), PdfWriter(clone_from=self.reader)
        writer.metadata = {
            key: value for key, value in (self.reader.metadata or {}).items() if key != "/Author"
        }
        writer.write(made)
        return made.getvalue()


def _walk(reader: PdfReader) -> Iterator[tuple[DictionaryObject, str]]:
    """Give every dictionary that can be reached, each once, with the key that leads to it; streams are not decoded."""
    stack: list[tuple[object, str]] = [(reader.trailer, "")]
    seen: set[tuple[int, int]] = set()
    while stack:
        found, key = stack.pop()
        if isinstance(found, IndirectObject):
            name = (found.idnum, found.generation)
            if name in seen:
                continue
            seen.add(name)
            found = reader.get_object(found)
        if isinstance(found, DictionaryObject):
            yield found, key
            stack.extend((value, name) for name, value in dict.items(found) if name not in _SKIPPED)
        elif isinstance(found, ArrayObject):
            stack.extend((value, key) for value in list.__iter__(found) if isinstance(value, _HOLDERS))


_HOLDERS = (IndirectObject, DictionaryObject, ArrayObject)
_NAMED = "\0"

Mended = tuple[str, Callable[[], object]]


def _judge(found: DictionaryObject, key: str) -> Iterator[Mended]:
    """Say what a viewer would run or open because of a dictionary of the PDF."""
    yield from ((words, partial(found.pop, name, None)) for name, words in _KEYS.items() if name in found)
    if words := _ACTIONS.get(read_name(found, "/S")):
        yield words, partial(found.clear)
    for name in _HOLDS_ACTION.intersection(found):
        yield from _judge_action(found, name)
    for name in list(read_dictionary(found, "/AA")):
        yield from _judge_action(read_dictionary(found, "/AA"), name)
    if "/URI" in found and str(read_value(found, "/URI")).strip().lower().startswith("javascript:"):
        yield SCRIPT, partial(found.clear)
    if isinstance(found, StreamObject) and "/F" in found:
        yield "a part that is loaded from elsewhere", partial(found.pop, "/F")
    if key == "/Annots" or read_name(found, "/Type") == "/Annot":
        yield from _judge_annotation(found)


def _judge_action(found: DictionaryObject, key: str) -> Iterator[Mended]:
    """Judge what happens on a click or when the file is opened."""
    action = read_value(found, key)
    kind = read_name(action, "/S") if isinstance(action, DictionaryObject) else ""
    mend = partial(found.pop, key, None)
    if not (kind and isinstance(action, DictionaryObject)):
        return
    if kind not in allowed.PDF_ACTIONS:
        yield _ACTIONS.get(kind, f"an order {quote_value(kind)}"), mend
    elif kind == "/Named" and read_name(action, "/N") not in allowed.PDF_NAMED:
        yield f"an order to the viewer ({quote_value(read_name(action, '/N'))})", mend
    elif kind == "/URI" and (key == "/OpenAction" or not is_allowed_address(_read_address(action))):
        told = "an address that is opened with the file" if key == "/OpenAction" else "a link to"
        yield f"{told} {quote_value(_read_address(action))}", mend


def _read_address(action: DictionaryObject) -> str:
    """Give where a link leads."""
    value = read_value(action, "/URI")
    return str(value).strip("\ufeff\0 ")


def _judge_annotation(found: DictionaryObject) -> Iterator[Mended]:
    kind = read_name(found, "/Subtype")
    if kind and kind not in allowed.PDF_ANNOTATIONS:
        yield _ANNOTATIONS.get(kind, MEDIA), partial(found.clear)
    who = read_value(found, "/T")
    if kind != "/Widget" and isinstance(who, TextStringObject) and "/Parent" not in found and who.strip():
        yield f"{_NAMED}{who.strip()}", partial(found.pop, "/T")
