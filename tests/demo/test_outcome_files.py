"""The files of the worked example's outcomes are those of their sources, and the register accepts them."""

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pptx
import pypdf
import pytest

from scm_site.demo.play import SOURCE as DEMO
from scm_site.reading.attached.inspection import look_into_file
from scm_site.reading.media_types import find_media_type
from tests.demo import outcome_files
from tests.demo.office_files import MARKDOWN, make_workbook
from tests.demo.outcome_files import SUFFIXES, Source, main, make_file, read_source, read_sources

CONTENT = DEMO / "content"
SOURCES = read_sources(DEMO / "sources")
OFFICE = [source for source in SOURCES if source.kind != "pdf"]
AGAIN = "The source has changed since its file was made. Make the files again with: make demo-files"

#: The title, the language and the text of a file.
Said = tuple[str | None, str | None, str]

RECORD = """\
files:
  - file: other.docx
    sha256: 0000000000000000000000000000000000000000000000000000000000000000
  - file: {name}
    title: The file
    sha256: 1111111111111111111111111111111111111111111111111111111111111111
version: "1.0"
"""


def read_pdf(path: Path) -> Said:
    reader = pypdf.PdfReader(path)
    text = "\n".join(page.extract_text() for page in reader.pages)
    title = reader.metadata.title if reader.metadata else None
    return title, str(reader.root_object.get("/Lang")), text


def read_docx(path: Path) -> Said:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)
    return document.core_properties.title, document.core_properties.language, text


def read_pptx(path: Path) -> Said:
    presentation = pptx.Presentation(str(path))
    places = [place for slide in presentation.slides for place in slide.placeholders]
    text = "\n".join(place.text_frame.text for place in places)
    return presentation.core_properties.title, presentation.core_properties.language, text


def read_xlsx(path: Path) -> Said:
    workbook = openpyxl.load_workbook(path)
    return workbook.properties.title, workbook.properties.language, join_cells(workbook)


READERS: dict[str, Callable[[Path], Said]] = {
    "pdf": read_pdf,
    "docx": read_docx,
    "pptx": read_pptx,
    "xlsx": read_xlsx,
}


def join_cells(workbook: openpyxl.Workbook) -> str:
    return "\n".join(str(value) for row in workbook.worksheets[0].values for value in row)


def read_text(source: Source) -> str:
    """Give what a source says, without the marks of Markdown."""
    if source.kind == "xlsx":
        return join_cells(make_workbook(source.text))
    return re.sub("<[^>]+>", "", MARKDOWN.render(source.text)).replace("&quot;", " ").replace("&amp;", " ")


def count_words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def unpack(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_source(folder: Path, name: str, text: str) -> Path:
    """Write a source, and the record of its outcome; give the folder of the outcome."""
    source = folder / "sources/warm-homes/guide" / name
    source.parent.mkdir(parents=True)
    source.write_text(text, encoding="utf-8")
    outcome = folder / "content/groups/warm-homes/outcomes/guide"
    outcome.mkdir(parents=True)
    (outcome / "outcome.md").write_text(RECORD.format(name=source.stem), encoding="utf-8")
    return outcome


def test_every_source_can_be_made() -> None:
    names = [path.name for path in (DEMO / "sources").rglob("*") if path.is_file()]
    assert [name for name in names if not name.endswith(SUFFIXES)] == []
    assert len(names) == len(SOURCES)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.path.name)
def test_the_file_of_a_source_says_what_the_source_says(source: Source) -> None:
    path = source.find_file(CONTENT)
    assert path.is_file(), AGAIN
    title, language, text = READERS[source.kind](path)
    assert (title, language) == (source.title, source.language), AGAIN
    expected, found = count_words(read_text(source)), count_words(text)
    assert expected - found == Counter(), AGAIN
    numbers = {word for word in found - expected if word.isdigit()}  # of pages, and of points in a list
    assert set(found - expected) - numbers == set(), AGAIN


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.path.name)
def test_the_register_accepts_the_file_of_a_source(source: Source) -> None:
    path = source.find_file(CONTENT)
    assert find_media_type(path.name)
    assert list(look_into_file(path.as_posix(), path.read_bytes())[0]) == []


@pytest.mark.parametrize("source", OFFICE, ids=lambda source: source.path.name)
def test_an_office_file_is_the_same_each_time(source: Source) -> None:
    assert make_file(source) == make_file(source)
    assert unpack(make_file(source)) == unpack(source.find_file(CONTENT).read_bytes()), AGAIN


def test_only_the_checksum_in_the_record_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = write_source(
        tmp_path, "letter.docx.md", "<!-- lang: pl -->\n# List\n\n- jeden\n  - dwa *trzy*\n"
    )
    assert main([str(tmp_path / "sources"), str(tmp_path / "content")]) == 0
    made = outcome / "letter.docx"
    assert capsys.readouterr().out == f"{made}\n"
    assert read_docx(made) == ("List", "pl", "List\njeden\ndwa trzy")
    checksum = hashlib.sha256(made.read_bytes()).hexdigest()
    expected = RECORD.format(name="letter.docx").replace("1" * 64, checksum)
    assert (outcome / "outcome.md").read_text(encoding="utf-8") == expected


def test_numbers_are_numbers_and_keep_their_decimals(tmp_path: Path) -> None:
    outcome = write_source(
        tmp_path, "costs.xlsx.csv", '<!-- title: Costs -->\nName,Cost\n"07, a",2.50\n07,\n'
    )
    assert main([str(tmp_path / "sources"), str(tmp_path / "content")]) == 0
    sheet = openpyxl.load_workbook(outcome / "costs.xlsx").worksheets[0]
    assert list(sheet.values) == [("Name", "Cost"), ("07, a", 2.5), ("07", None)]
    assert sheet["B2"].number_format == "0.00"


def test_what_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_source(tmp_path, "talk.pptx.md", "# Talk\n\n| a |\n|---|\n| b |\n")
    assert main([str(tmp_path / "sources"), str(tmp_path / "content")]) == 1
    assert "talk.pptx.md: there can only be paragraphs and lists of points here" in capsys.readouterr().err


@pytest.mark.browser
def test_a_pdf_is_printed_for_everybody(tmp_path: Path) -> None:
    name = "guide.pdf.md"
    outcome = write_source(
        tmp_path, name, "<!-- lang: el -->\n# Σπίτια & αυλές\n\n| α |\n|---|\n| β |\n\n- γ\n"
    )
    # In a process of its own, because two browsers cannot be driven from one.
    command = [sys.executable, outcome_files.__file__, str(tmp_path / "sources"), str(tmp_path / "content")]
    printed = subprocess.run(command, capture_output=True, text=True, check=False)
    if "no Chromium was found" in printed.stderr and not os.environ.get("CI"):
        pytest.skip("no Chromium was found; `make test` installs one")
    assert printed.returncode == 0, printed.stderr
    made = outcome / "guide.pdf"
    title, language, text = read_pdf(made)
    assert (title, language, text.split()) == (
        "Σπίτια & αυλές",
        "el",
        ["1", "Σπίτια", "&", "αυλές", "α", "β", "γ"],
    )
    assert list(look_into_file(made.as_posix(), made.read_bytes())[0]) == []
    assert read_source(tmp_path / "sources/warm-homes/guide" / name).language == "el"
