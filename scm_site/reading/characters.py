"""Characters that may not stand in a record, each with what is wrong about it."""

import re
from collections.abc import Iterator
from enum import StrEnum


class Fault(StrEnum):
    """Why a character may not stand in a text."""

    CONTROL = "control"
    LINE_BREAK = "line_break"
    BIDI = "bidi"
    INVISIBLE = "invisible"
    LOST = "lost"


_LINE_BREAKS = "\x85\u2028\u2029"
_BIDI = "\u202a-\u202e\u2066-\u2069"
#: The last two characters of each of Unicode's planes are not characters.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff" + _NONCHARACTERS
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0100-\U000e0fff"
)
_LOST = "\ufffd\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"

#: Joiners are needed in emoji, and in scripts from Hebrew on (Latin, Greek and Cyrillic come before).
_JOINS = (
    "[\u0590-\u1cff\u203c\u2049\u2190-\u2bff\ua800-\uabff\ufe0f\U00011000-\U0001e9ff\U0001f000-\U0001faff]"
)
_STRAY_JOINER = rf"(?<!{_JOINS})[\u200c\u200d]|[\u200c\u200d](?!\S)"

#: Tag characters make the flags of England, Scotland and Wales: a black flag, letters, an end mark.
_FLAG = "\U0001f3f4[\U000e0061-\U000e007a]{4,6}\U000e007f"
_STRAY_TAG = "[\U000e0000-\U000e00ff]"

#: Emoji use two of the variation selectors, nothing else here does.
_STRAY_SELECTOR = "[\ufe00-\ufe0d]"

_FOUND = re.compile(
    f"{_FLAG}|(?P<{Fault.CONTROL}>[{_CONTROLS}])"
    rf"|(?P<{Fault.LINE_BREAK}>\r|[{_LINE_BREAKS}])"
    f"|(?P<{Fault.BIDI}>[{_BIDI}])"
    f"|(?P<{Fault.INVISIBLE}>[{_INVISIBLE}]|{_STRAY_JOINER}|{_STRAY_TAG}|{_STRAY_SELECTOR})"
    f"|(?P<{Fault.LOST}>[{_LOST}])"
)
_FOUND_IN_ASCII = re.compile(
    f"(?P<{Fault.CONTROL}>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f])|(?P<{Fault.LINE_BREAK}>\r)"
)


def find_wrong_characters(text: str) -> Iterator[tuple[int, Fault]]:
    """Give position and fault of every character that may not stand in a text whose lines end in LF."""
    pattern = _FOUND_IN_ASCII if text.isascii() else _FOUND
    for match in pattern.finditer(text):
        if match.lastgroup:
            yield match.start(), Fault(match.lastgroup)


def make_masked_line(text: str) -> str:
    """Give a stranger's text on one line for a page or a feed, wrong characters masked: a question mark for each.

    For a terminal they are spelt out (`make_terminal_line`), in a citation they are left out (`make_bare_line`).
    """
    return replace_wrong_characters(" ".join(text.split()))


def replace_wrong_characters(text: str) -> str:
    """Give the text, as long as before, with a question mark for each such character."""
    return _FOUND.sub(lambda match: "?" if match.lastgroup else match[0], text)
