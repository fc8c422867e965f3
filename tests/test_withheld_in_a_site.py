"""A withheld name stands in no file of a built site: not in pages, feeds, data, the search, nor in documents.

The register names everybody, in records, in the files beside outcomes, in commits; then the names are withheld by the
means that the page on removing names tells of. The history still has them, and the site may not.
"""

import gzip
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import docx
import pytest
from pptx import Presentation
from pypdf import PdfReader, PdfWriter

from scm_site.demo.repository import Repository
from scm_site.reading.look_alikes import make_skeleton
from scm_site.reading.name_forms import make_slug
from tests.built_sites import BuiltSite, build_site_once, make_example_project
from tests.data.open_data import test_withheld_names as withheld
from tests.file_words import read_words

#: Letters that formats escape, take apart, put in capitals or leave out, each in a way of its own.
NAMES = ("Żdzisława Ünheårdøfßen", "Ελένη Άγνωστηψου", "Ирина Невидимцева", "Zoë O’Hiddenquist")
DAY = "2026-05-20"
_SIGNS = re.compile(r"[\W_]+")


def squeeze(text: str) -> str:
    """Give a text without accents, capitals and signs, so that no way to write a name differs from another."""
    apart = text if text.isascii() else unicodedata.normalize("NFKD", text)
    return _SIGNS.sub("", apart.casefold())


@pytest.fixture(scope="module")
def forms() -> set[str]:
    """Give every form in which a name could stand; the last word is enough to give somebody away."""
    words = [name.split()[-1] for name in NAMES]
    return {squeeze(form(word)) for word in words for form in (str, make_slug, make_skeleton)}


def find_named(files: Mapping[str, bytes], forms: set[str]) -> list[str]:
    return [name for name, content in files.items() if is_named(read_words(name, content), forms)]


def is_named(texts: Iterator[str], forms: set[str]) -> bool:
    return any(form in squeezed for squeezed in map(squeeze, texts) for form in forms)


def make_document(who: str) -> bytes:
    document, written = docx.Document(), io.BytesIO()
    document.core_properties.author = document.core_properties.last_modified_by = who
    document.save(written)
    return written.getvalue()


def make_slides(who: str) -> bytes:
    slides, written = Presentation(), io.BytesIO()
    slides.core_properties.author = who
    slides.save(written)
    return written.getvalue()


def make_pdf(content: bytes, who: str) -> bytes:
    writer, written = PdfWriter(PdfReader(io.BytesIO(content))), io.BytesIO()
    writer.add_metadata({"/Author": who})
    writer.write(written)
    return written.getvalue()


def make_archive(name: str, content: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return written.getvalue()


def name_in_files(folder: Path, who: str) -> list[Path]:
    """Let the files beside outcomes say who wrote them; give those that do."""
    named = sorted(
        path for end in ("docx", "pptx", "pdf", "txt") for path in folder.rglob(f"outcomes/*/*.{end}")
    )
    makers: dict[str, Callable[[bytes], bytes]] = {
        ".docx": lambda _: make_document(who),
        ".pptx": lambda _: make_slides(who),
        ".pdf": lambda content: make_pdf(content, who),
        ".txt": lambda content: content + f"\nWritten by {who}\n".encode(),
    }
    for path in named:
        path.write_bytes(makers[path.suffix](path.read_bytes()))
    return named


@pytest.fixture(scope="module")
def site() -> BuiltSite:
    """The site of a register in which everybody was named, and whose names are withheld since."""
    return build_site_once("withheld-site", make_withheld_project, DAY)


def make_withheld_project(folder: Path) -> Path:
    """Lay out that register."""
    make_example_project(folder)
    repository = Repository(folder)
    before = {path: path.read_bytes() for path in folder.rglob("outcomes/*/*.*") if path.suffix != ".md"}
    assert withheld.name_everybody(folder, NAMES) > 20
    assert len(name_in_files(folder / "content", NAMES[0])) > 3
    repository.change("2026-05-01T12:00:00Z", {}, who=NAMES[2], subject=f"{NAMES[1]} and {NAMES[3]} say so")
    withheld.withhold_everybody(folder)
    for path, content in before.items():
        path.write_bytes(content)
    repository.change("2026-05-02T12:00:00Z", {}, who=NAMES[0], subject=f"Without {NAMES[2]}")
    return folder


def test_no_file_of_a_site_has_a_withheld_name(site: BuiltSite, forms: set[str]) -> None:
    assert {name.rpartition(".")[2] for name in site.files} >= {
        "html",
        "json",
        "xml",
        "csv",
        "ics",
        "gz",
        "pdf",
    }
    assert find_named(site.files, forms) == []


def list_leaks() -> dict[str, bytes]:
    """Give a file of each format with a name in it, written as that format writes it."""
    polish, greek, russian, dutch = NAMES
    folded = f"BEGIN:VEVENT\r\nSUMMARY:With {dutch[:9]}\r\n {dutch[9:]}\r\nEND:VEVENT\r\n"
    return {
        "a/index.html": f"<p title='x'>{polish[:14]}<b>{polish[14:]}</b></p>".encode(),
        "b/index.html": f"<a href='?q={'%CE%86%CE%B3%CE%BD%CF%89%CF%83%CF%84%CE%B7%CF%88%CE%BF%CF%85'}'>x</a>".encode(),
        "c/index.html": f'<script type="application/ld+json">{json.dumps({"by": russian})}</script>'.encode(),
        "d/index.html": dutch.replace("’", "&rsquo;").upper().encode(),
        "search.json": json.dumps({"docs": [{"text": [greek]}]}).encode(),
        "feed.xml": f"<a><b c='{unicodedata.normalize('NFD', polish)}'/></a>".encode(),
        "table.csv": f'a,"{dutch}"\r\n'.encode("utf-8-sig"),
        "calendar.ics": folded.encode(),
        "sitemap.xml.gz": gzip.compress(f"<u>https://x.example/{make_slug(greek)}/</u>".encode(), mtime=0),
        "letter.docx": make_document(russian),
        "slides.pptx": make_slides(greek),
        "data.zip": make_archive("more.zip", make_archive(f"{russian}.txt", b"-")),
        "host.html": f"<a href='https://xn--{'άγνωστηψου'.encode('punycode').decode()}.gr/'>x</a>".encode(),
        "split.xml": f"<a>{russian[:12]}<b/>{russian[12:]}</a>".encode(),
        "wide.bin": dutch.encode("utf-16-le"),
        f"people/{make_slug(polish)}/index.html": b"<p>-</p>",
    }


@pytest.mark.parametrize("name", list_leaks())
def test_a_leak_is_found_in_each_format(name: str, forms: set[str]) -> None:
    files = {name: list_leaks()[name]}
    assert find_named(files, forms) == [name]


def test_a_leak_in_the_properties_of_a_pdf_is_found(site: BuiltSite, forms: set[str]) -> None:
    name, content = next(one for one in site.files.items() if one[0].endswith(".pdf"))
    assert find_named({name: make_pdf(content, NAMES[0])}, forms) == [name]
