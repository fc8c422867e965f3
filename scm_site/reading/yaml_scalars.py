"""What a scalar of YAML means: only true, false, null and plain numbers are more than text.

A number with a point keeps all its digits: 2.50 stays 2.50, which says more than 2.5. Also what YAML takes away
from a text without quotes, and what a word processor puts around one.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from scm_site.reading.characters import find_wrong_characters
from scm_site.reading.quoting import name_character
from scm_site.reading.yaml_events import ScalarEvent

Scalar = str | int | Decimal | bool | None

#: As many digits as every program reads alike.
MOST_DIGITS = 15

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_NUMBER_STARTS = frozenset("-0123456789")
_CONSTANTS: dict[str, Scalar] = {"": None, "null": None, "true": True, "false": False}
_REMARK = re.compile(r"[ \t]+(?=#)")

#: What opens a quotation, and what closes it, in the languages of Europe.
_QUOTES = {"“": "”“", "„": "“”„", "”": "”", "«": "»", "»": "«", "‘": "’‘", "‚": "‘’", "’": "’"}


class LongNumberError(ValueError):
    """A number has more digits than every program reads alike."""


def resolve_scalar(value: str) -> Scalar:
    """Give what a scalar without quotes means; raises LongNumberError."""
    if value in _CONSTANTS:
        return _CONSTANTS[value]
    if value[0] not in _NUMBER_STARTS or not _NUMBER.fullmatch(value):
        return value
    if len(value.lstrip("-").replace(".", "")) > MOST_DIGITS:
        raise LongNumberError(value)
    return Decimal(value) if "." in value else int(value)


def find_hidden_escape(value: str) -> str:
    """Name the first character in a text in double quotes that can only have come from a code, or ""."""
    for position, _ in find_wrong_characters(value):
        return name_character(value[position])
    return ""


@dataclass(frozen=True, slots=True)
class LinePosition:
    """The first character of a line, all from 0."""

    line: int
    column: int
    index: int = 0


def find_swallowed_line(event: ScalarEvent, lines: list[str]) -> LinePosition | None:
    """Find the line in a text without quotes that looks like the entry of a list."""
    last = min(event.end_mark.line, len(lines) - 1)
    for number in range(event.start_mark.line + 1, last + 1):
        text = lines[number].lstrip()
        if text.startswith("- "):
            return LinePosition(number, len(lines[number]) - len(text))
    return None


def find_remark(event: ScalarEvent, lines: list[str]) -> LinePosition | None:
    """Find the ` #` that ends a text without quotes: what follows it on its line is a remark, and lost."""
    row = event.end_mark.line
    found = _REMARK.match(lines[row], event.end_mark.column) if row < len(lines) else None
    return LinePosition(row, found.end()) if found else None


def strip_typographic_quotes(value: str) -> str:
    """Give what stands between the typographic quotes around a whole text; the text itself where there are none."""
    inside = value[1:-1]
    closing = _QUOTES.get(value[:1], "")
    if len(value) < 3 or value[-1] not in closing or any(sign in inside for sign in {value[0], value[-1]}):
        return value
    return inside.strip()
