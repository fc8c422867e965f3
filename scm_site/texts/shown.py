"""What readers see of a text, without markup: its words, and the words of its links with where they lead."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from scm_site.texts.line_keeping import give_line


@dataclass(frozen=True, slots=True)
class ShownWords:
    """Words that are read in one piece, as those of a paragraph or a cell: parts, each with its line (from 0)."""

    parts: tuple[tuple[str, int], ...]

    @property
    def text(self) -> str:
        """All of the words, without the spots that they come from."""
        return "".join(words for words, _ in self.parts)

    def convert(self, change: Callable[[str], str]) -> "ShownWords":
        """Give the words with each part changed."""
        return ShownWords(tuple((change(words), line) for words, line in self.parts))

    def find_line(self, position: int) -> int:
        """Give the line in which a position in the text stands."""
        for words, line in self.parts:
            if position < len(words):
                return line
            position -= len(words)
        return self.parts[-1][1]


@dataclass(frozen=True, slots=True)
class ShownLink:
    """The words of a link, the address to which it leads, and its line (from 0)."""

    words: str
    address: str
    line: int


def read_words_shown(tokens: Sequence[Token]) -> Iterator[ShownWords]:
    """Give the words of each paragraph, heading, cell and line of code; titles and addresses of links apart."""
    line = 0
    for token in tokens:
        line = token.map[0] if token.map else line
        if token.type == "inline":
            if parts := tuple(read_parts(token.children or (), line)):
                yield ShownWords(parts)
            yield from read_attributes(token.children or (), line)
        elif token.content:
            first = line + (token.type == "fence")
            for number, words in enumerate(token.content.split("\n"), first):
                yield ShownWords(((words, number),))


def read_parts(tokens: Sequence[Token], line: int) -> Iterator[tuple[str, int]]:
    """Give the words of a paragraph part by part; a line end is a space, as browsers show it."""
    for token in tokens:
        at = line + give_line(token)
        if token.type in ("softbreak", "hardbreak"):
            yield " ", at
        elif token.type == "image":
            yield from read_parts(token.children or (), at)
        elif token.content:
            yield token.content, at


def read_attributes(tokens: Sequence[Token], line: int) -> Iterator[ShownWords]:
    """Give titles and addresses, which browsers show on demand; those of pictures as well."""
    for token in tokens:
        for name in ("title", "href", "src"):
            if words := str(token.attrs.get(name, "")):
                yield ShownWords(((words, line + give_line(token)),))


def read_links(tokens: Sequence[Token]) -> Iterator[ShownLink]:
    """Give each link, with its words as they are shown."""
    line = 0
    for token in tokens:
        line = token.map[0] if token.map else line
        start = 0
        for number, inner in enumerate(token.children or ()):
            if inner.type == "link_open":
                start = number
            elif inner.type == "link_close":
                opened = (token.children or [])[start]
                parts = read_parts((token.children or [])[start:number], line)
                words = "".join(words for words, _ in parts)
                yield ShownLink(words, str(opened.attrs.get("href", "")), line + give_line(opened))
