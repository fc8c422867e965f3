"""Links from one record to another, by the path of its file, lead on when files move."""

import posixpath
import re
from collections.abc import Mapping

#: The target of a link in Markdown that is no web address and no place in the same text.
_TARGET = re.compile(
    r"(\]\(\s*<?|^\[[^\]]+\]:[ \t]*<?)(?![a-zA-Z][a-zA-Z+.-]*:|[#/])([^)\s>#]+)", re.MULTILINE
)


def move_links(text: str, was: str, path: str, heirs: Mapping[str, str]) -> str:
    """Give a text that moves from one file to another with its links as they lead from there.

    `heirs` gives the new path of each file that moves by its old one. A link to what does not move stays, seen from
    the new place.
    """

    def move(found: re.Match[str]) -> str:
        start, target = found.groups()
        meant = posixpath.normpath(posixpath.join(posixpath.dirname(was), target))
        heir = heirs.get(meant, meant)
        if heir == meant and posixpath.dirname(was) == posixpath.dirname(path):
            return found.group()
        return start + posixpath.relpath(heir, posixpath.dirname(path))

    return _TARGET.sub(move, text)


def move_all_links(texts: Mapping[str, str], heirs: Mapping[str, str]) -> dict[str, str]:
    """Give the texts of files that stay, by path, in which a link to a file that moves leads to its new place."""
    linking = {path: text for path, text in texts.items() if "](" in text or "]:" in text}
    moved = {path: move_links(text, path, path, heirs) for path, text in linking.items()}
    return {path: text for path, text in moved.items() if text != texts[path]}
