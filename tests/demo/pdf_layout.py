"""Sets a document on pages of A4: where each line stands, and which tag it belongs to."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tests.demo.pdf_lines import Piece, break_line, measure_line, measure_longest
from tests.demo.pdf_marks import Box, Drawn, Element, Entry, Layout, Page
from tests.demo.source_texts import (
    Block,
    Break,
    Document,
    Heading,
    Line,
    Listing,
    Paragraph,
    Quotation,
    SourceError,
    Table,
    Words,
    join_words,
)
from tests.demo.truetype_fonts import Font

WIDTH, HEIGHT = 595.28, 841.89
SIDE, TOP, BOTTOM = 68.0, 72.0, 76.0

INK, BLUE, GREY, PALE = "0.1 g", "0.04 0.2 0.42 rg", "0.4 g", "0.92 0.94 0.97 rg"
LINK = "0 0.27 0.6 rg"


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: its size, the height of its lines, the space above and below."""

    size: float
    leading: float
    above: float = 0
    below: float = 7
    bold: bool = False
    colour: str = INK


BODY = Style(10, 15)
CELL = Style(9, 13)
HEADINGS = {
    1: Style(20, 26, below=12, bold=True, colour=BLUE),
    2: Style(13.5, 19, above=9, below=5, bold=True, colour=BLUE),
    3: Style(11, 16, above=6, below=4, bold=True, colour=BLUE),
    4: Style(10, 15, above=4, below=3, bold=True),
}
INDENT, PADDING = 18.0, 5.0


@dataclass(frozen=True, slots=True)
class Column:
    """Where text goes on a page: how far from the left, and how wide."""

    left: float = SIDE
    width: float = WIDTH - 2 * SIDE

    def shift(self, by: float) -> "Column":
        """Give the column that starts further right and ends where this one does."""
        return Column(self.left + by, self.width - by)


@dataclass(slots=True)
class Setter:
    """Sets blocks one below the other; `top` is where the next one starts."""

    plain: Font
    bold: Font
    layout: Layout = field(default_factory=lambda: Layout(pages=[Page()]))
    top: float = HEIGHT - TOP

    @property
    def page(self) -> Page:
        """The page that is being set."""
        return self.layout.pages[-1]

    def make_room(self, height: float) -> bool:
        """Start a new page where the rest of this one is too low, and tell whether it was."""
        if height > HEIGHT - TOP - BOTTOM:
            raise SourceError("a row of a table is higher than a page")
        if self.top - height >= BOTTOM:
            return False
        self.layout.pages.append(Page())
        self.top = HEIGHT - TOP
        return True

    def set_block(self, block: Block, parent: Element, column: Column) -> None:
        """Set a block in a column, as a part of what `parent` tags."""
        match block:
            case Heading():
                self._set_heading(block, parent, column)
            case Paragraph():
                self._set_text(block.line, BODY, parent.add("P"), column)
            case Listing():
                self._set_listing(block, parent, column)
            case Table():
                self._set_table(block, parent, column)
            case Quotation():
                self._set_blocks(block.blocks, parent.add("BlockQuote"), column.shift(INDENT))
            case Break():
                self.make_room(14)
                self.page.items.append(Box(column.left, self.top - 5, column.width, 0.5, GREY))
                self.top -= 14

    def _set_blocks(self, blocks: tuple[Block, ...], parent: Element, column: Column) -> None:
        for block in blocks:
            self.set_block(block, parent, column)

    def _set_heading(self, block: Heading, parent: Element, column: Column) -> None:
        """Set a heading, with room for two lines below it, and list it in the contents."""
        style = HEADINGS[min(block.level, 4)]
        self.make_room(style.above + 2 * style.leading + style.below + 2 * BODY.leading)
        self.layout.entries.append(
            Entry(block.level, join_words(block.line), len(self.layout.pages) - 1, self.top)
        )
        self._set_text(block.line, style, parent.add(f"H{block.level}"), column)

    def _set_text(self, line: Line, style: Style, owner: Element, column: Column) -> None:
        """Set text, over as many pages as it takes."""
        self.top -= style.above
        draw = self._start_drawing(line, style, owner)
        for pieces in break_line(line, column.width, self._measure(style)):
            self.make_room(style.leading)
            draw(pieces, column.left, self.top)
            self.top -= style.leading
        self.top -= style.below

    def _set_listing(self, block: Listing, parent: Element, column: Column) -> None:
        """Set a list: the mark of an item, and behind it what it says."""
        kind = "Disc" if block.first is None else "Decimal"
        listing = parent.add("L", f"/A << /O /List /ListNumbering /{kind} >>")
        for place, blocks in enumerate(block.items):
            self.make_room(BODY.leading)
            item = listing.add("LI")
            label = "• " if block.first is None else f"{block.first + place}. "
            draw = self._start_drawing((Words(text=label),), BODY, item.add("Lbl"))
            draw([(0, label)], column.left + 4, self.top)
            self._set_blocks(blocks, item.add("LBody"), column.shift(INDENT))
            self.top += BODY.below - 2.5
        self.top -= BODY.below - 2.5

    def _set_table(self, block: Table, parent: Element, column: Column) -> None:
        """Set a table; where it goes on on another page, its first row is shown there again."""
        table, widths = parent.add("Table"), self._find_widths(block, column.width)
        head = tuple(tuple(replace(words, bold=True) for words in cell) for cell in block.rows[0])
        self._set_row(head, widths, column.left, table.add("TR"), head=True)
        for row in block.rows[1:]:
            if self.make_room(self._measure_row(row, widths)):
                self._set_row(head, widths, column.left, None, head=True)
            self._set_row(row, widths, column.left, table.add("TR"))
        self.top -= BODY.below + 3

    def _set_row(
        self, row: tuple[Line, ...], widths: list[float], left: float, owner: Element | None, head: bool = False
    ) -> None:
        """Set a row of a table; without an owner, it is ornament."""
        height = self._measure_row(row, widths)
        self.make_room(height + (2 * CELL.leading if head else 0))
        if head:
            self.page.items.append(Box(left, self.top - height, sum(widths), height, PALE))
        for cell, width in zip(row, widths, strict=True):
            tag = owner and owner.add(*(("TH", "/A << /O /Table /Scope /Column >>") if head else ("TD",)))
            self._set_cell(cell, Column(left + PADDING, width - 2 * PADDING), tag)
            left += width
        self.top -= height
        self.page.items.append(Box(left - sum(widths), self.top, sum(widths), 0.5, GREY))

    def _set_cell(self, cell: Line, column: Column, owner: Element | None) -> None:
        draw, top = self._start_drawing(cell, CELL, owner), self.top - PADDING
        for pieces in break_line(cell, column.width, self._measure(CELL)):
            draw(pieces, column.left, top)
            top -= CELL.leading

    def _measure_row(self, row: tuple[Line, ...], widths: list[float]) -> float:
        measure = self._measure(CELL)
        cells = zip(row, widths, strict=True)
        lines = max(len(break_line(cell, width - 2 * PADDING, measure)) for cell, width in cells)
        return lines * CELL.leading + 2 * PADDING

    def _find_widths(self, block: Table, width: float) -> list[float]:
        """Share the width among the columns: each has its longest word, the rest goes by what they hold."""
        measure = self._measure(replace(CELL, bold=True))
        columns = list(zip(*block.rows, strict=True))
        least = [max(measure_longest(cell, measure) for cell in cells) + 2 * PADDING for cells in columns]
        wanted = [max(measure_line(cell, measure) for cell in cells) + 2 * PADDING for cells in columns]
        if sum(least) >= width:
            return [width * part / sum(least) for part in least]
        more = [max(want - part, 1) for want, part in zip(wanted, least, strict=True)]
        rest = width - sum(least)
        return [part + rest * share / sum(more) for part, share in zip(least, more, strict=True)]

    def _measure(self, style: Style) -> Callable[[Words, str], float]:
        def measure(words: Words, text: str) -> float:
            return (self.bold if words.bold or style.bold else self.plain).measure(text) * style.size

        return measure

    def _start_drawing(
        self, line: Line, style: Style, owner: Element | None
    ) -> Callable[[list[Piece], float, float], None]:
        """Give what draws the pieces of a line at a place; a link has one tag, however many pieces it has."""
        measure, links = self._measure(style), dict[int, Element]()

        def draw(pieces: list[Piece], left: float, top: float) -> None:
            for number, text in pieces:
                words = line[number]
                tag = owner
                if owner and words.address:
                    tag = links.setdefault(number, links.get(number) or owner.add("Link"))
                drawn = Drawn(
                    text=text,
                    left=left,
                    base=top - style.leading / 2 - style.size * 0.36,
                    size=style.size,
                    bold=words.bold or style.bold,
                    slanted=words.slanted,
                    colour=LINK if words.address else style.colour,
                    address=words.address,
                    width=measure(words, text.rstrip(" ")),
                    owner=tag,
                )
                self._place(drawn)
                left += measure(words, text)

        return draw

    def _place(self, drawn: Drawn) -> None:
        """Put a piece on the page, and in its place in the order of reading."""
        self.page.items.append(drawn)
        if drawn.address:
            self.page.items.append(Box(drawn.left, drawn.base - 1.5, drawn.width, 0.5, drawn.colour))
        if drawn.owner:
            drawn.owner.kids.append(drawn)


def lay_out(document: Document, plain: Font, bold: Font) -> Layout:
    """Set a document on pages."""
    setter = Setter(plain, bold)
    for block in document.blocks:
        setter.set_block(block, setter.layout.root, Column())
    layout = setter.layout
    for number, page in enumerate(layout.pages, start=1):
        text = f"{number} / {len(layout.pages)}"
        left = WIDTH - SIDE - plain.measure(text) * 8
        page.items.append(Drawn(text, left, 44, 8, colour=GREY))
        if number > 1:
            page.items.append(Drawn(document.title, SIDE, 44, 8, colour=GREY))
    return layout
