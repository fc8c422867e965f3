"""Contributors' words in Markdown that others post: text stays text, and calls nobody."""

import re

from scm_site.reports.terminal_line import make_terminal_line

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SIGNS = re.compile(r"[\\`*_{}\[\]#|~$^&<>]")

#: What forges turn into mentions, references and links even in plain text, although escaped: `@name`, `#12`, `GH-12`,
#: `!12`, `https://…`, `www.…`. A space of no width after the sign takes it apart and is not seen.
_CALLS = re.compile(r"[@#!$%~&](?=\S)|:(?=//)|\bwww(?=\.)|\bGH(?=-)|\bmailto(?=:)", re.IGNORECASE)
#: What begins a list or underlines a heading, where a line begins with it.
_STARTS = re.compile(r"\A(?:[-+=]|[0-9]{1,9}(?=[.)]))")
_NO_WIDTH = "\N{ZERO WIDTH SPACE}"


def escape_markdown(text: str) -> str:
    """Give a text on one line in which neither Markdown nor HTML nor a forge finds anything but words."""
    apart = _CALLS.sub(lambda found: f"{found[0]}{_NO_WIDTH}", make_terminal_line(text))
    escaped = _SIGNS.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), apart)
    started = _STARTS.sub(lambda found: f"\\{found[0]}" if found[0] in "-+=" else f"{found[0]}\\", escaped)
    return started.replace(_NO_WIDTH, "&#8203;")


def make_link(words: str, address: str) -> str:
    """Give a link; the words are ours, the address is one of the forge."""
    return f"[{words}](<{address.replace('<', '%3C').replace('>', '%3E')}>)"


def make_code(text: str) -> str:
    """Give a path or an id as code; never nothing, because two backticks alone would open code that others close."""
    return f"`{make_terminal_line(text).replace('`', '') or ' '}`"
