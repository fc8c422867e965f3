"""From bytes to text: UTF-8, ordinary line ends, and nothing in it that a reader would not see."""

import codecs
import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scm_site.findings import Finding, Place
from scm_site.reading import decoding_rules
from scm_site.reading.characters import Fault, find_wrong_characters, replace_wrong_characters

#: So many findings of one rule are given for one file; the last one counts the rest.
MOST_PER_RULE = 5

_BEFORE = 20

#: What a byte that is not UTF-8 becomes: half of a character, which no UTF-8 text can hold.
_WRONG_BYTE = re.compile("[\udc80-\udcff]")

_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "in the encoding UTF-32"),
    (codecs.BOM_UTF32_BE, "in the encoding UTF-32"),
    (codecs.BOM_UTF16_LE, "in the encoding UTF-16"),
    (codecs.BOM_UTF16_BE, "in the encoding UTF-16"),
    (b"PK\x03\x04", "a word processor's document or an archive"),
    (b"%PDF", "a PDF document"),
)

_CHARACTER_RULES: dict[Fault, Callable[[Place, str, str, int], Finding]] = {
    Fault.CONTROL: decoding_rules.control_character,
    Fault.LINE_BREAK: decoding_rules.hidden_line_break,
    Fault.BIDI: decoding_rules.bidi_control,
    Fault.INVISIBLE: decoding_rules.invisible_character,
    Fault.LOST: decoding_rules.lost_character,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class DecodedText:
    """The text of a file; `sound` is False when it only serves to look for more faults."""

    text: str
    sound: bool
    findings: tuple[Finding, ...] = ()


def decode_text(path: str, content: bytes) -> DecodedText:
    """Give the text in a file's bytes, in NFC and with LF at line ends, and what is wrong with it."""
    content = content.removeprefix(codecs.BOM_UTF8)
    encoding = _find_other_encoding(content)
    if encoding:
        finding = decoding_rules.wrong_encoding(Place(path=path), encoding)
        return DecodedText(text="", sound=False, findings=(finding,))
    text = content.decode("utf-8", errors="surrogateescape").replace("\r\n", "\n")
    if text.isascii() and not any(find_wrong_characters(text)):
        return DecodedText(text=text, sound=True)
    return _check_text(path, text)


def _find_other_encoding(content: bytes) -> str:
    for start, name in _OTHER_ENCODINGS:
        if content.startswith(start):
            return name
    if content.count(b"\0") * 4 > len(content):
        return "in the encoding UTF-16, or not a text at all"
    return ""


def _check_text(path: str, text: str) -> DecodedText:
    lines = _Lines(path=path, text=text)
    wrong_bytes = [match.start() for match in _WRONG_BYTE.finditer(text)]
    errors = [*_find_wrong_bytes(lines, wrong_bytes), *_find_characters(lines, set(wrong_bytes))]
    clean = replace_wrong_characters(text) if errors else text
    warnings = list(_find_decomposed(lines, clean))
    return DecodedText(
        text=unicodedata.normalize("NFC", clean), sound=not errors, findings=(*errors, *warnings)
    )


class _Lines:
    """A text that knows the line, the column and what stands before each position."""

    def __init__(self, *, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def find_place(self, position: int) -> Place:
        line = bisect_right(self._starts, position)
        return Place(path=self.path, line=line, column=position - self._starts[line - 1] + 1)

    def find_text_before(self, position: int) -> str:
        start = self._starts[bisect_right(self._starts, position) - 1]
        return _WRONG_BYTE.sub("?", self.text[max(start, position - _BEFORE) : position]).lstrip()


def _limit(positions: list[int]) -> Iterator[tuple[int, int]]:
    """Give the first positions, and with the last of them the number of those left out."""
    for count, position in enumerate(positions[:MOST_PER_RULE], start=1):
        yield position, len(positions) - count if count == MOST_PER_RULE else 0


def _find_wrong_bytes(lines: _Lines, positions: list[int]) -> Iterator[Finding]:
    for position, others in _limit(positions):
        byte = ord(lines.text[position]) - 0xDC00
        before = lines.find_text_before(position)
        yield decoding_rules.wrong_byte(lines.find_place(position), byte, before, others)


def _find_characters(lines: _Lines, wrong_bytes: set[int]) -> Iterator[Finding]:
    positions: defaultdict[Fault, list[int]] = defaultdict(list)
    for position, fault in find_wrong_characters(lines.text):
        if position not in wrong_bytes:
            positions[fault].append(position)
    for fault, found in positions.items():
        rule = _CHARACTER_RULES[fault]
        for position, others in _limit(found):
            before = lines.find_text_before(position)
            yield rule(lines.find_place(position), lines.text[position], before, others)


def _find_decomposed(lines: _Lines, clean: str) -> Iterator[Finding]:
    if unicodedata.is_normalized("NFC", clean):
        return
    positions = []
    start = 0
    for line in clean.split("\n"):
        if not unicodedata.is_normalized("NFC", line):
            positions.append(start + _find_difference(line, unicodedata.normalize("NFC", line)))
        start += len(line) + 1
    for position, others in _limit(positions):
        before = lines.find_text_before(position)
        yield decoding_rules.decomposed_letter(lines.find_place(position), before, others)


def _find_difference(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)) - 1)
