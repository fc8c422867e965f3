"""Formulas: in workbooks only such as compute, in tables of plain text none at all."""

import re
from collections.abc import Iterator
from itertools import pairwise

from scm_site.reading.attached.allowed import FUNCTIONS
from scm_site.reading.attached.links import is_allowed_link

_TEXT = re.compile(r'"(?:[^"]|"")*"')
_SHEET = re.compile(r"'(?:[^']|'')*'")
_LIST = re.compile(r"\{[^{}]*\}")
_CALL = re.compile(r"([A-Za-z_][\w.]*)\s*\(")
_LINKED = re.compile(r'\bHYPERLINK\s*\(\s*(?:"((?:[^"]|"")*)"\s*[,;)])?', re.IGNORECASE)
_PREFIX = re.compile(
    r"^(?:_xlfn\.|_xlws\.|_xlpm\.|com\.sun\.star\.sheet\.addin\.\w+\.get|org\.\w+\.)+", re.IGNORECASE
)


def find_formula_fault(formula: str) -> str:
    """Say what a formula of a workbook does besides computing, or ""."""
    bare = _LIST.sub("", _SHEET.sub("''", _TEXT.sub('""', formula)))
    if "|" in bare:
        return "an order to another program (DDE)"
    if "'#" in bare:
        return "a formula that reads another file"
    if any(not is_allowed_link(found[1] or "") for found in _LINKED.finditer(formula)):
        return "a formula that links elsewhere than to a web page"
    names = [_PREFIX.sub("", found[1]) for found in _CALL.finditer(bare)]
    other = next((name for name in names if name.upper() not in FUNCTIONS), "")
    return f"a formula that calls `{other}`" if other else ""


#: What may stand before the first sign of a cell, for programs that take it away.
_BEFORE = '[ "`\u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f-\u206f\u3000\ufeff]*'
_SIGNED = re.compile(
    rf"(?:^|[,;\t\x0b\x0c]){_BEFORE}([=@+\u2212\uff1d\uff20\uff0b\uff0d\ufe62\ufe63\ufe66\ufe6b-][^,;\t\r\n\"]*)",
    re.MULTILINE,
)
#: A number with its unit, a telephone number, a dash before or in place of words, a name on a network.
_WORDS = r"[^=|!\[\](){}&*<>^\\+]*+"
_HARMLESS = re.compile(
    rf"""
    [+\u2212-]\s*+[.']?\d[\d\s.:'’/x×·–—-]*+(?:[eE][+-]?\d++)?(?:[%‰°€$£²³/µμΩ]|[^\W\d_]){{0,12}}+[²³\d.\s)'’]*+
    | [+\u2212-]\s*+[€$£]\s*+[\d.\s]++ | [+\u2212-]++\s*+
    | [+\u2212-]++\s++{_WORDS}
    | [+\u2212-]{{1,2}}[^\W\d_]++(?:[-_][^\W\d_]++)*+(?:\s{_WORDS})?
    | \+/-\s*+[\w.%]*+(?:\s{_WORDS})?
    | @[\w.-]++(?:\s{_WORDS})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A text after the sign, and not the end of the cell.
_TEXT_AFTER = re.compile(r"[+\u2212-]\s*+\"[^,;\t\r\n]")
#: Where a comma parts not cells but the decimals of a number.
_AFTER_COMMA = re.compile(r"[+\u2212-]\s*+\d++,\d++\s*+(?:[+*/^&<>=]|-\s*+[^\W\d])")


def find_formula(content: bytes) -> int | None:
    """Give the line of the first cell of a table that a spreadsheet would calculate; None where there is none.

    Allowed are cells that begin with another sign than `= + - @`, and those that are a number or words all the same
    (OWASP: CSV injection).
    """
    text = content.decode("utf-8", errors="replace").removeprefix("\ufeff")
    place = next(_find_places(text), None)
    return None if place is None else text.count("\n", 0, place) + 1


def quote_formulas(text: str) -> str:
    """Give a table with a sign before each such cell that makes it text in spreadsheets."""
    places = [0, *_find_places(text), len(text)]
    return "'".join(text[start:end] for start, end in pairwise(places))


def _find_places(text: str) -> Iterator[int]:
    for found in _SIGNED.finditer(text):
        is_number = not (_AFTER_COMMA.match(text, found.start(1)) or _TEXT_AFTER.match(text, found.start(1)))
        if not (is_number and _HARMLESS.fullmatch(found[1].rstrip(" '"))):
            yield found.start(1)
