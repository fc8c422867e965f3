"""Tables and plain texts: UTF-8, nothing but text, and not a web page under another name."""

import codecs
import re
from collections.abc import Iterator

from scm_site.reading.attached.file_kinds import DRAWING, TEXT, UNKNOWN, WEB_PAGE, XML, FileKind
from scm_site.reading.characters import Fault, find_wrong_characters

_UTF_8 = "Save it again as “CSV UTF-8” in a spreadsheet, or with the encoding UTF-8 in a text editor."
_OTHER_ENCODINGS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")

#: So much of a text is looked at to tell whether it is a web page.
_START = 4096
_BEFORE = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>", re.DOTALL)
#: What browsers take for the start of a web page (WHATWG MIME Sniffing, section 7.1).
_WEB_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta|link)[\s/>]",
    re.IGNORECASE,
)
_DRAWING = re.compile(r"(?:<!doctype\s+svg[^>]*>\s*)?<(?:\w+:)?svg[\s/>]", re.IGNORECASE)


def find_text_kind(content: bytes) -> FileKind:
    """Tell what bytes are that have no mark at their start: text, a text of another sort, or nothing known."""
    for mark, encoding in _OTHER_ENCODINGS.items():
        if content.startswith(mark):
            return FileKind(words=f"text in the encoding {encoding}, not in UTF-8", fix=_UTF_8)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _CONTROL_BYTE.search(content):
            return UNKNOWN
        line = content.count(b"\n", 0, error.start) + 1
        return FileKind(words=f"text that is not in UTF-8 (see line {line})", fix=_UTF_8)
    if wrong := _CONTROL.search(text):
        line = text.count("\n", 0, wrong.start()) + 1
        words = f"more than text: line {line} holds a control character (U+{ord(wrong[0]):04X})"
        return FileKind(words=words, fix=f"Take that character out, or: {_UTF_8}")
    return _find_markup(text[:_START]) or TEXT


def _find_markup(start: str) -> FileKind | None:
    """Tell whether a text begins as a web page, as a drawing or as XML."""
    rest = start
    while found := _BEFORE.match(rest):
        rest = rest[found.end() :]
    if _WEB_PAGE.match(rest):
        return WEB_PAGE
    if _DRAWING.match(rest):
        return DRAWING
    return XML if start.lstrip().startswith("<?xml") else None


def find_hidden(content: bytes) -> tuple[str, int] | None:
    """Give the first character of a text that turns it or that nobody sees, with its line; None where there is none."""
    text = "" if content.isascii() else content.decode("utf-8-sig")
    place = next(_find_unseen(text), None)
    return None if place is None else (text[place], text.count("\n", 0, place) + 1)


def take_out_hidden(text: str) -> str:
    """Give a text without such characters; the mark at its start stays."""
    unseen = set(_find_unseen(text[1:]))
    return text[:1] + "".join(sign for place, sign in enumerate(text[1:]) if place not in unseen)


def _find_unseen(text: str) -> Iterator[int]:
    return (place for place, fault in find_wrong_characters(text) if fault in (Fault.BIDI, Fault.INVISIBLE))
