"""Words that several rules need in their messages: quotes, choices, near misses."""

import difflib
from collections.abc import Iterable

from scm_site.reading.quoting import quote_value

#: From how many characters on a word is taken for the beginning of another, or for a part of it.
SHORTEST_START, SHORTEST_PART = 3, 4


def guess_word(word: str, choices: Iterable[str], likeness: float = 0.7) -> str:
    """Give `; did you mean ...?` with a choice that begins alike, holds the word, or is written much alike; else ""."""
    names = list(dict.fromkeys(choices))
    starts = [name for name in names if begins_alike(word, name)]
    parts = [name for name in names if len(word) >= SHORTEST_PART and word in name]
    close = difflib.get_close_matches(word, starts or parts, n=1, cutoff=0.0)
    close = close or difflib.get_close_matches(word, names, n=1, cutoff=likeness)
    return f"; did you mean `{close[0]}`?" if close else ""


def begins_alike(word: str, name: str) -> bool:
    """Tell whether one of two words is the beginning of the other."""
    shorter, longer = sorted((word, name), key=len)
    return len(shorter) >= SHORTEST_START and longer.startswith(shorter)


def list_choices(choices: Iterable[str]) -> str:
    """List choices for a way out: at most ten, in backticks."""
    names = [f"`{choice}`" for choice in dict.fromkeys(choices)]
    if not names:
        return "none yet"
    return ", ".join(names[:10]) + (f" and {len(names) - 10} more" if len(names) > 10 else "")


#: What two places say of one fact: a text, or a list of texts.
Content = str | tuple[str, ...]


def quote_both(one: Content, other: Content) -> tuple[str, str]:
    """Quote two contents that differ, from shortly before the first difference on."""
    texts = [content if isinstance(content, str) else "; ".join(content) for content in (one, other)]
    pairs = zip(*texts, strict=False)
    same = next((index for index, (a, b) in enumerate(pairs) if a != b), min(map(len, texts)))
    start = texts[0].rfind(" ", 0, max(0, same - 12)) + 1 if same > 40 else 0
    first, second = (("…" if start else "") + text[start:] for text in texts)
    return quote_value(first), quote_value(second)
