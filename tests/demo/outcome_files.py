"""Makes the files of the worked example's outcomes from plain-text sources, so that they can be reviewed.

`make demo-files` reads `sources/<group>/<outcome>/<name>.pdf.md` (or `.docx.md`, `.pptx.md`, `.xlsx.csv`), writes
`content/groups/<group>/outcomes/<outcome>/<name>.pdf`, and puts its checksum into the outcome.md beside it.

A source is Markdown. Above its title stands its language where that is not English (`<!-- lang: pl -->`); `---` parts
slides. A table has its title in the same way (`<!-- title: … -->`). What cannot be set stops with a message.

With the locked packages the Office files have the same bytes every time. PDFs depend on the version of Chromium and
on the fonts of the machine, too: their bytes change with both, what the pages say does not.
"""

import argparse
import hashlib
import html
import io
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, NameObject

from scm_site.demo.play import SOURCE as DEMO
from tests.browser.chromium import find_chromium
from tests.browser.pages_in_browser import start_browser
from tests.demo.office_files import DAY, MARKDOWN, SourceError, make_office_file

SUFFIXES = (".pdf.md", ".docx.md", ".pptx.md", ".xlsx.csv")
NOTE = re.compile(r"^<!-- (\w+): (.*) -->\n", re.MULTILINE)

#: Without `pre-wrap`, Chromium joins two words of a heading in the list of headings where the line ends.
STYLE_SHEET = """
@page { size: A4; margin: 22mm 24mm; @bottom-center { content: counter(page); font: 9pt sans-serif } }
body { margin: 0; font: 10.5pt/1.5 "Liberation Sans", Arial, sans-serif; color: #1a1a1a }
h1, h2, h3 { color: #0a336b; line-height: 1.25; break-after: avoid; white-space: pre-wrap }
h1 { margin: 0 0 14pt; font-size: 21pt }
h2 { margin: 18pt 0 5pt; font-size: 14pt }
h3 { margin: 12pt 0 4pt; font-size: 11.5pt }
p, ul, ol, table { margin: 0 0 8pt }
p, li { orphans: 2; widows: 2 }
table { width: calc(100% - 1pt); border-collapse: collapse; font-size: 9.5pt }
th, td { padding: 3pt 6pt; border: 0.5pt solid #9aa5b5; text-align: left; vertical-align: top }
th { background: #eaeff7 }
table, tr { break-inside: avoid }
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A source that was read: where it is, its language and title, and its text without the notes above it."""

    path: Path
    language: str
    title: str
    text: str

    @property
    def kind(self) -> str:
        """What its file is: `pdf`, `docx`, `pptx` or `xlsx`."""
        return self.path.name.rsplit(".", 2)[1]

    def find_file(self, content: Path) -> Path:
        """Give the path of its file in a content folder."""
        outcome = self.path.parent
        return content / "groups" / outcome.parent.name / "outcomes" / outcome.name / self.path.stem


def read_sources(folder: Path) -> list[Source]:
    """Read every source."""
    return [read_source(path) for path in sorted(folder.glob("*/*/*")) if path.name.endswith(SUFFIXES)]


def read_source(path: Path) -> Source:
    """Read a source; its title is its first heading, unless a note says it."""
    text = path.read_text(encoding="utf-8")
    notes, text = dict(NOTE.findall(text)), NOTE.sub("", text)
    title = notes.get("title") or text.partition("\n")[0].removeprefix("# ")
    return Source(path=path, language=notes.get("lang", "en"), title=title, text=text)


def make_file(source: Source) -> bytes:
    """Make the file of a source; raises SourceError, which names the source."""
    try:
        if source.kind == "pdf":
            return fix_pdf(print_page(make_page(source)), source.title)
        return make_office_file(source.kind, source.text, source.title, source.language)
    except SourceError as error:
        raise SourceError(f"{source.path}: {error}") from None


def make_page(source: Source) -> str:
    """Make the web page that is printed."""
    head = f"<title>{html.escape(source.title)}</title><style>{STYLE_SHEET}</style>"
    return f'<!doctype html><html lang="{source.language}">{head}{MARKDOWN.render(source.text)}</html>'


def print_page(page_text: str) -> bytes:
    """Print a web page as a PDF with tags, which tell a screen reader what is a heading, a list or a table."""
    program = find_chromium()
    if not program:
        raise SourceError("no Chromium was found; `make browser` installs one")
    with sync_playwright() as playwright, start_browser(playwright, program) as browser:
        page = browser.new_page()
        page.set_content(page_text)
        return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)


def fix_pdf(printed: bytes, title: str) -> bytes:
    """Have a PDF show its title, and take out what changes from day to day."""
    writer, fixed = PdfWriter(clone_from=io.BytesIO(printed)), io.BytesIO()
    time = f"D:{DAY.replace('-', '')}000000Z"
    writer.metadata = {"/Title": title, "/CreationDate": time, "/ModDate": time}
    writer.create_viewer_preferences()[NameObject("/DisplayDocTitle")] = BooleanObject(True)
    writer.write(fixed)
    return fixed.getvalue()


def write_file(source: Source, content: Path) -> Path:
    """Make the file of a source, and write it; raises SourceError."""
    made, path = make_file(source), source.find_file(content)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(made)
    write_checksum(path)
    return path


def write_checksum(path: Path) -> None:
    """Write the checksum of a file into the record of its outcome, if one is there; nothing else changes."""
    record, checksum = path.parent / "outcome.md", hashlib.sha256(path.read_bytes()).hexdigest()
    entry = rf"(- file: {re.escape(path.name)}\n(?:    .*\n)*?    sha256: )[0-9a-f]+"
    if record.exists():
        record.write_bytes(re.sub(entry.encode(), rb"\g<1>" + checksum.encode(), record.read_bytes()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Make every file and say which."""
    parser = argparse.ArgumentParser(description="Make the files of outcomes from plain-text sources.")
    parser.add_argument("sources", type=Path, nargs="?", default=DEMO / "sources")
    parser.add_argument("content", type=Path, nargs="?", default=DEMO / "content")
    options = parser.parse_args(arguments)
    try:
        for source in read_sources(options.sources):
            print(write_file(source, options.content))
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
