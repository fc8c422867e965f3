"""Which lines of a text go and which come, without those that stay."""

from collections.abc import Iterator
from difflib import SequenceMatcher

#: Longer texts are compared line by line; shorter ones are shown whole.
LONG = 160
MOST_LINES = 40


def is_long(before: str | None, after: str | None) -> bool:
    """Tell whether a text is better shown by the lines that differ."""
    texts = [text for text in (before, after) if text is not None]
    return len(texts) == 2 and any(len(text) > LONG or "\n" in text.strip() for text in texts)


def list_changed_lines(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Give each line that goes (`-`) or comes (`+`), at most `MOST_LINES`; then `…` with how many more there are."""
    old, new = before.splitlines(), after.splitlines()
    lines = []
    for tag, start, end, new_start, new_end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag != "equal":
            lines += [("-", line) for line in old[start:end]]
            lines += [("+", line) for line in new[new_start:new_end]]
    shown = [line for line in lines if line[1].strip()]
    yield from shown[:MOST_LINES]
    if len(shown) > MOST_LINES:
        yield "…", f"{len(shown) - MOST_LINES} more lines differ"
