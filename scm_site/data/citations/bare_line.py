"""Texts on one line: a line end in a value would begin another field in most of the formats for citations."""

import re

#: Everything that some program takes for the end of a line, with the room around it.
LINE_ENDS = re.compile(r"[ \t]*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029\t]+\s*")
#: Characters that are not to be seen and that no format has a way to write (Unicode, Cc), and halves of characters.
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def make_bare_line(text: str) -> str:
    """Give a text on one line: each line end becomes a space; a space that may not be broken stays as it is."""
    return UNSEEN.sub("", LINE_ENDS.sub(" ", text)).strip()
