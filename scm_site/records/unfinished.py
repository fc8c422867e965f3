"""Placeholders and thin texts: filed is not done."""

import re
from typing import Any

from scm_site.reading import ValuePath
from scm_site.records.record_file import ThinText, walk_texts
from scm_site.records.schemas import Schemas

#: What `scm new` writes where something is still to be filled in: `[fill in: the title]`.
MARKER = "[fill in: {}]"

PLACEHOLDER = re.compile(
    r"\[\s*(?:fill in|insert|choose|name of|date of|your)\b[^\]\n]{0,200}\](?!\()"
    r"|\b(?:TODO|TBD|FIXME|XXX)\b"
    r"|\b[Ll]orem ipsum\b"
    r"|\{\{[^}\n]{0,100}\}\}"
)


def find_placeholders(data: dict[str, Any]) -> list[tuple[ValuePath, re.Match[str]]]:
    """Give each field that still holds a placeholder, with the first one in it."""
    found = ((field, PLACEHOLDER.search(text)) for field, text in walk_texts((), data))
    return [(field, match) for field, match in found if match is not None]


def find_thin_texts(kind: str, data: dict[str, Any], schemas: Schemas) -> tuple[ThinText, ...]:
    """Give each text that is there, but shorter than what its schema calls enough."""
    thin = []
    for field, text in walk_texts((), data):
        enough = schemas.find_enough(kind, field)
        length = len(" ".join(text.split()))
        if 0 < length < enough:
            thin.append(ThinText(field=field, length=length, enough=enough))
    return tuple(thin)
