"""Words in the bytes of a PDF that tell of something that could run, without opening it.

They also stand in what no viewer reads any more, and in what pypdf does not reach; but not in what is packed.
"""

import re

SCRIPT, PROGRAM = "a script (JavaScript)", "an order to start a program"
ATTACHED, MEDIA = "an attached file", "a film, sound or 3D scene that can run scripts"

_WORDS = {b"JavaScript": SCRIPT, b"Launch": PROGRAM, b"EmbeddedFile": ATTACHED, b"RichMedia": MEDIA}
_WORD = re.compile(rb"/(JavaScript|Launch|EmbeddedFile|RichMedia)(?![A-Za-z0-9#])")


def find_pdf_words(content: bytes) -> tuple[str, ...]:
    """Say what the words in a PDF tell of, each once."""
    return tuple(dict.fromkeys(_WORDS[word] for word in _WORD.findall(content)))
