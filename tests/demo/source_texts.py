"""The plain-text sources of attached files: Markdown with a language, read into blocks.

What can be written is what the writers can set: one title (`#`), headings, paragraphs, lists, tables, quotations; in
a line bold and slanted words and links. Anything else stops with the place in the source. Comments are not shown.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

_NOTE = re.compile(r"<!--\s*(\w+):\s*(.*?)\s*-->\s*$")

#: Where a language is written out for office programs, and its country has another code than itself.
_COUNTRIES = {
    "cs": "CZ",
    "da": "DK",
    "el": "GR",
    "en": "GB",
    "et": "EE",
    "ga": "IE",
    "nb": "NO",
    "sl": "SI",
    "sq": "AL",
    "sr": "RS",
    "sv": "SE",
    "uk": "UA",
}


class SourceError(Exception):
    """A source that no file can be made from: what is wrong, for the author."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """Words of a line that look the same."""

    text: str
    bold: bool = False
    slanted: bool = False
    address: str = ""


Line = tuple[Words, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """A heading; the title has level 1."""

    level: int
    line: Line


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """A paragraph; a line break that was asked for is a line end in its text."""

    line: Line


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """A list: its items, and the number of the first one; None where they have no numbers."""

    items: tuple[tuple["Block", ...], ...]
    first: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table; its first row names the columns."""

    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Quotation:
    """What is quoted, or set off like a quotation."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Break:
    """A line across the text: the end of a slide."""


Block = Heading | Paragraph | Listing | Table | Quotation | Break


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A source that was read."""

    language: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def locale(self) -> str:
        """Its language as office programs name it: with a country."""
        return make_locale(self.language)


def make_locale(language: str) -> str:
    """Name a language with the country that office programs expect behind it."""
    return language if "-" in language else f"{language}-{_COUNTRIES.get(language, language.upper())}"


def split_notes(source: str) -> tuple[dict[str, str], str]:
    """Split what the comments at the start of a source say (`<!-- lang: pl -->`) from what follows."""
    notes: dict[str, str] = {}
    lines = source.removeprefix("\ufeff").splitlines()
    while lines and (found := _NOTE.match(lines[0])):
        notes[found[1]] = found[2]
        del lines[0]
    return notes, "\n".join(lines)


def read_document(source: str) -> Document:
    """Read a source; raises SourceError."""
    notes, text = split_notes(unicodedata.normalize("NFC", source))
    parser = MarkdownIt("commonmark").enable("table").disable("lheading")
    blocks = tuple(_read_blocks(SyntaxTreeNode(parser.parse(text))))
    titles = [block for block in blocks if isinstance(block, Heading)]
    if not titles or titles[0] is not blocks[0] or titles[0].level != 1:
        raise SourceError("it has to start with its title: `# …`")
    return Document(language=notes.get("lang", "en"), title=join_words(titles[0].line), blocks=blocks)


def join_words(line: Line) -> str:
    """Give the plain text of a line."""
    return "".join(words.text for words in line)


def _read_blocks(parent: SyntaxTreeNode) -> Iterator[Block]:
    for node in parent.children:
        if node.type != "html_block" or not node.content.strip().startswith("<!--"):
            yield _read_block(node)


def _read_block(node: SyntaxTreeNode) -> Block:
    match node.type:
        case "heading":
            return Heading(level=int(node.tag[1]), line=_read_line(node))
        case "paragraph":
            return Paragraph(line=_read_line(node))
        case "bullet_list" | "ordered_list":
            first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
            return Listing(items=tuple(tuple(_read_blocks(item)) for item in node.children), first=first)
        case "table":
            rows = (row for part in node.children for row in part.children)
            return Table(rows=tuple(tuple(_read_line(cell) for cell in row.children) for row in rows))
        case "blockquote":
            return Quotation(blocks=tuple(_read_blocks(node)))
        case "hr":
            return Break()
    place = f"near line {node.map[0] + 1} below the first comment: " if node.map else ""
    raise SourceError(f"{place}`{node.type}` cannot be set")


def _read_line(node: SyntaxTreeNode) -> Line:
    inner = node.children[0].children if node.children else []
    return tuple(words for child in inner for words in _read_words(child, Words(text="")))


def _read_words(node: SyntaxTreeNode, look: Words) -> Iterator[Words]:
    """Read a part of a line; `look` is what the parts around it make of it."""
    match node.type:
        case "text" | "code_inline":
            if node.content:
                yield replace(look, text=node.content)
            return
        case "softbreak" | "hardbreak":
            yield replace(look, text=" " if node.type == "softbreak" else "\n")
            return
        case "html_inline" if node.content.startswith("<!--"):
            return
        case "strong":
            look = replace(look, bold=True)
        case "em":
            look = replace(look, slanted=True)
        case "link":
            look = replace(look, address=str(node.attrs["href"]))
        case _:
            raise SourceError(f"`{node.type}` cannot be set: {node.content}")
    for child in node.children:
        yield from _read_words(child, look)
