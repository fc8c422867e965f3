"""Placeholders and thin texts: filed is not done."""

import re
from collections.abc import Iterator
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

#: A word of any script: letters, or digits.
WORD = re.compile(r"[^\W_]+")

#: A shorter text may be a single word, as a long compound is.
SHORTEST_PROSE = 40


#: Shorter texts cost nothing, so that they are judged also where they are over their limit.
SHORT = 1000


def find_over_long(kind: str, data: dict[str, Any], schemas: Schemas) -> frozenset[ValuePath]:
    """Give each field with a text over its limit, in which nothing is looked for: that it is too long is enough."""
    long = ((field, len(text)) for field, text in walk_texts((), data) if len(text) > SHORT)
    return frozenset(field for field, size in long if size > schemas.find_longest(kind, field))


def find_placeholders(
    data: dict[str, Any], over_long: frozenset[ValuePath] = frozenset()
) -> list[tuple[ValuePath, re.Match[str]]]:
    """Give each field that still holds a placeholder, with the first one in it."""
    texts = ((field, text) for field, text in walk_texts((), data) if field not in over_long)
    found = ((field, PLACEHOLDER.search(text)) for field, text in texts)
    return [(field, match) for field, match in found if match is not None]


def find_thin_texts(kind: str, data: dict[str, Any], schemas: Schemas) -> tuple[ThinText, ...]:
    """Give each text that is there, but shorter or with fewer words than what its schema calls enough.

    A placeholder is not a thin text: that it is unfinished is said already.
    """
    thin: list[ThinText] = []
    over_long = find_over_long(kind, data, schemas)
    for field, text in walk_texts((), data):
        enough = schemas.find_enough(kind, field) if field not in over_long else 0
        if enough and text.strip() and not PLACEHOLDER.search(text):
            thin.extend(rate_text(field, text, enough))
    return tuple(thin)


def rate_text(field: ValuePath, text: str, enough: int) -> Iterator[ThinText]:
    """Say that a text is too short, or says the same few words again and again."""
    length, words = len(" ".join(text.split())), len({word.casefold() for word in WORD.findall(text)})
    needed = count_needed_words(enough, length)
    if length < enough:
        yield ThinText(field=field, size=count(length, "character"), enough=str(enough))
    elif words < needed:
        yield ThinText(field=field, size=count(words, "different word"), enough=str(needed))


def count_needed_words(enough: int, length: int) -> int:
    """Give how many different words a text must have: one for each 20 characters, far fewer than any prose has."""
    return max(2, enough // 20) if max(enough, length) >= SHORTEST_PROSE else 0


def count(number: int, what: str) -> str:
    """Give a number with what it counts."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
