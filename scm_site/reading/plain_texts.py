"""Texts without quotes: what YAML takes away from them, and what a word processor puts around them."""

import re

from scm_site.reading.yaml_events import ScalarEvent
from scm_site.reading.yaml_scalars import LinePosition

_REMARK = re.compile(r"[ \t]+(?=#)")

#: What opens a quotation, and what closes it, in the languages of Europe.
_QUOTES = {"“": "”“", "„": "“”„", "”": "”", "«": "»", "»": "«", "‘": "’‘", "‚": "‘’", "’": "’"}


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
