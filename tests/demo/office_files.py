"""Word documents and slides from Markdown, workbooks from tables, all with fixed times in them."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator

import docx
import pptx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode as Node
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.text.text import _Paragraph as SlideParagraph
from pptx.util import Inches

MARKDOWN = MarkdownIt("commonmark").enable("table")
SLIDE_END = re.compile(r"^---\n", re.MULTILINE)
NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.(\d+))?")
WORDS = ("text", "code_inline", "softbreak", "hardbreak")

#: When every file was made: the first day that a ZIP archive can tell.
DAY = "1980-01-01"
TIME = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


class SourceError(Exception):
    """A source that no file can be made from."""


def make_office_file(kind: str, text: str, title: str, language: str) -> bytes:
    """Make a file of the kind `docx`, `pptx` or `xlsx`; raises SourceError."""
    match kind:
        case "docx":
            return save(make_document(text, language), title, language)
        case "pptx":
            return save(make_slides(text, language), title, language)
    return save(make_workbook(text), title, language)


def save(made: Document | Presentation | Workbook, title: str, language: str) -> bytes:
    """Give the bytes of an Office file with its title and language, and with fixed times."""
    saved, fixed = io.BytesIO(), io.BytesIO()
    name_file(made, title, language)
    made.save(saved)
    with zipfile.ZipFile(saved) as before, zipfile.ZipFile(fixed, "w") as after:
        for name in before.namelist():
            info = zipfile.ZipInfo(name)  # of 1980
            info.create_system = 0
            part = TIME.sub(rb"\g<1>%bT00:00:00Z" % DAY.encode(), before.read(name))
            after.writestr(info, part, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def name_file(made: Document | Presentation | Workbook, title: str, language: str) -> None:
    """Write the title and the language into the properties, and take out what the library says of itself."""
    properties = made.properties if isinstance(made, Workbook) else made.core_properties
    properties.title, properties.language = title, language
    for name in ("author", "creator", "last_modified_by", "comments"):
        if hasattr(properties, name):
            setattr(properties, name, "")


def make_document(text: str, language: str) -> Document:
    """Make a Word document on pages of A4."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2)
    for found in document.styles.element.xpath("w:docDefaults//w:lang"):
        found.set(qn("w:val"), language)
    for block in parse(text):
        add_block(document, block)
    return document


def add_block(document: Document, block: Node) -> None:
    """Add a heading, a paragraph, a list or a table to a document."""
    if block.type == "heading":
        write_line(document.add_heading(level=int(block.tag[1])), block)
    elif block.type == "table":
        add_table(document, [row.children for part in block.children for row in part.children])
    else:
        for line, depth in list_lines(block):
            style = f"List Bullet {depth}".removesuffix(" 1") if depth else None
            write_line(document.add_paragraph(style=style), line)


def add_table(document: Document, rows: list[list[Node]]) -> None:
    """Add a table; its first row is marked as its head, and stands on each page again."""
    table = document.add_table(len(rows), len(rows[0]), "Table Grid")
    for row, made in zip(rows, table.rows, strict=True):
        for cell, place in zip(row, made.cells, strict=True):
            write_line(place.paragraphs[0], cell, bold=cell.type == "th")
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph().paragraph_format.space_after = Cm(0)


def make_slides(text: str, language: str) -> Presentation:
    """Make slides; the first one has the title, and what stands below it."""
    presentation = pptx.Presentation()
    widen(presentation)
    for number, part in enumerate(SLIDE_END.split(text)):
        slide = presentation.slides.add_slide(presentation.slide_layouts[min(number, 1)])
        add_lines(slide, parse(part))
        for run in slide.element.iter(qn("a:rPr")):
            run.set("lang", language)
    return presentation


def widen(presentation: Presentation) -> None:
    """Make slides as wide as screens are, 16 to 9; the ones that python-pptx brings are 4 to 3."""
    presentation.slide_width = Inches(40 / 3)
    for part in (presentation.slide_master, *presentation.slide_layouts):
        for place in part.element.iter(qn("a:off"), qn("a:ext")):
            for side in {"x", "cx"} & set(place.keys()):
                place.set(side, str(int(place.get(side)) * 4 // 3))


def add_lines(slide: Slide, blocks: list[Node]) -> None:
    """Write the heading and the lines of a slide into their places."""
    title, body = (place.text_frame for place in slide.placeholders)
    write_line(title.paragraphs[0], blocks[0])
    lines = [found for block in blocks[1:] for found in list_lines(block)]
    for number, (line, depth) in enumerate(lines):
        paragraph = body.add_paragraph() if number else body.paragraphs[0]
        paragraph.level = max(depth - 1, 0)
        write_line(paragraph, line)


def make_workbook(text: str) -> Workbook:
    """Make a workbook with one sheet; its first row names the columns, and stays in sight."""
    workbook, rows = Workbook(), list(csv.reader(text.splitlines()))
    sheet = workbook.worksheets[0]
    for number, row in enumerate(rows):
        sheet.append([make_cell(sheet, found, bold=number == 0) for found in row])
    for number, column in enumerate(zip(*rows, strict=True), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = max(map(len, column)) + 3
    sheet.freeze_panes = "A2"
    sheet.page_setup.paperSize, sheet.page_setup.orientation = sheet.PAPERSIZE_A4, "landscape"
    sheet.page_setup.fitToHeight = False
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return workbook


def make_cell(sheet: Worksheet, text: str, *, bold: bool) -> Cell:
    """Make a cell: a number with its decimals, a text, or nothing."""
    cell, number = WriteOnlyCell(sheet), NUMBER.fullmatch(text)
    cell.font = Font(name="Calibri", size=11, bold=bold)
    cell.value = (float(text) if number[1] else int(text)) if number else text or None
    if number and number[1]:
        cell.number_format = f"0.{'0' * len(number[1])}"
    return cell


def parse(text: str) -> list[Node]:
    """Give the parts of a text."""
    return Node(MARKDOWN.parse(text)).children


def list_lines(block: Node, depth: int = 0) -> Iterator[tuple[Node, int]]:
    """Give the lines of a paragraph or a list, and how deep each stands in lists; raises SourceError."""
    if block.type == "paragraph":
        yield block, depth
    elif block.type in ("bullet_list", "list_item"):
        for part in block.children:
            yield from list_lines(part, depth + (block.type == "bullet_list"))
    else:
        raise SourceError(f"there can only be paragraphs and lists of points here, and no {block.type}")


def write_line(
    paragraph: Paragraph | SlideParagraph, line: Node, *, bold: bool = False, italic: bool = False
) -> None:
    """Write the words of a line, bold or slanted where the text says so."""
    for node in line.children:
        if node.type in WORDS:
            run = paragraph.add_run()
            run.text = node.content or " "
            run.font.bold, run.font.italic = bold or None, italic or None
        else:
            write_line(
                paragraph, node, bold=bold or node.type == "strong", italic=italic or node.type == "em"
            )
