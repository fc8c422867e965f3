"""BibTeX: bibtexparser, with pylatexenc for LaTeX's commands, reads back what was written."""

from collections.abc import Iterable

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors
from bibtexparser.model import Entry
from hypothesis import given
from pylatexenc.latex2text import (  # type: ignore[import-untyped]
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

from scm_site.data.citations.bibtex import write_bibtex
from scm_site.data.citations.citation import Citation, CitedAuthor
from tests.data.citations.samples import AWKWARD, FORMATS, LINES, PLAIN, make, make_awkward

#: Commands of LaTeX itself (base/fontenc, "text symbols") that pylatexenc does not know, or gives a look-alike for.
COMMANDS = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textasciicircum": "^",
}


def make_decoder() -> LatexNodes2Text:
    """Give the reader of LaTeX."""
    known = get_default_latex_context_db()
    macros = [MacroTextSpec(name, letter) for name, letter in COMMANDS.items()]
    known.add_context_category("text symbols", prepend=True, macros=macros)
    return LatexNodes2Text(latex_context=known)


DECODER = make_decoder()


def read(text: str) -> list[Entry]:
    """Read entries; nothing may be left over."""
    library = parse_string(text, append_middleware=[SeparateCoAuthors()])
    assert not library.failed_blocks
    assert len(library.blocks) == len(library.entries)
    return library.entries


def decode(value: str) -> str:
    """Give what LaTeX prints."""
    return str(DECODER.latex_to_text(value))


def read_fields(citation: Citation) -> dict[str, str]:
    """Give the fields of the only entry as LaTeX prints them, and the number of its authors."""
    (entry,) = read(write_bibtex([citation]))
    fields = {field.key: field.value for field in entry.fields}
    authors = [decode(author) for author in fields.pop("author")]
    assert authors == [author.shown for author in citation.authors]
    return {name: decode(value) if name not in ("doi", "url") else value for name, value in fields.items()}


def test_a_report_is_a_technical_report() -> None:
    (entry,) = read(write_bibtex([PLAIN]))
    assert (entry.entry_type, entry.key) == ("techreport", "scm-2025-002")
    assert read_fields(PLAIN) == {
        "title": PLAIN.title,
        "type": "Report",
        "institution": "The office and its helpers",
        "note": "Warm homes. Version 1.1. Licence: CC-BY-4.0",
        "year": "2026",
        "month": "jan",
        "day": "5",
        "number": "SCM-2025-002",
        "version": "1.1",
        "language": "en",
        "doi": PLAIN.doi,
        "url": PLAIN.address,
        "keywords": "Built environment, Citizen focus",
        "abstract": PLAIN.summary,
    }


def test_names_and_capitals_are_kept_by_braces() -> None:
    text = write_bibtex([PLAIN])
    assert "author = {{Greta Example} and {Institute of Research and Training, Ltd.}}," in text
    assert "title = {{Beginning with a street: a first guide}}," in text
    assert "month = jan," in text


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_has_a_type(format_: str) -> None:
    (entry,) = read(write_bibtex([make(format=format_)]))
    is_report = format_ in ("report", "white paper")
    assert entry.entry_type == ("techreport" if is_report else "misc")
    field = entry.fields_dict.get("type")
    assert (field.value if field else None) == (None if format_ == "other" else format_.capitalize())


#: What BibLaTeX's data model (blx-dm.def) lists for each type, of what we write: no series, no rights, and no number or
#: publisher of other works than reports. What stands under `howpublished` becomes a publisher in reference managers.
SHARED = {"author", "title", "type", "note", "year", "month", "day", "version", "language", "doi", "url"}
SHARED |= {"keywords", "abstract"}
FIELDS = {"techreport": SHARED | {"institution", "number"}, "misc": SHARED | {"organization"}}


@pytest.mark.parametrize("format_", FORMATS)
def test_every_type_has_the_fields_that_fit_it(format_: str) -> None:
    citation = make(format=format_)
    (entry,) = read(write_bibtex([citation]))
    fields = read_fields(citation)
    expected = FIELDS[entry.entry_type] - ({"type"} if format_ == "other" else set())
    assert {*fields, "author"} == expected
    number = fields.get("number")
    parts = [PLAIN.group, *([] if number else [PLAIN.identifier]), "Version 1.1", "Licence: CC-BY-4.0"]
    assert number in (None, PLAIN.identifier)
    assert fields["note"] == ". ".join(parts)


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_come_back(text: str) -> None:
    fields = read_fields(make_awkward(text))
    for name in ("title", "abstract", "institution", "keywords"):
        assert fields[name] == text
    assert fields["note"] == f"{text}. Version 1.1. Licence: CC-BY-4.0"


@given(LINES, LINES, LINES)
def test_any_text_comes_back(title: str, name: str, organisation: str) -> None:
    authors = (CitedAuthor(name=name, organisation="X"), CitedAuthor(organisation=organisation))
    citation = make(title=title, authors=authors)
    fields = read_fields(citation)
    assert fields["title"] == title
    assert (fields["year"], fields["doi"], fields["url"]) == ("2026", PLAIN.doi, PLAIN.address)


def test_many_entries_stand_in_one_file() -> None:
    many = [make(id=f"scm-2025-{number:03}", title=text) for number, text in enumerate(AWKWARD)]
    entries = read(write_bibtex(many))
    assert [entry.key for entry in entries] == [citation.id for citation in many]
    assert find_titles(entries) == list(AWKWARD)
    assert write_bibtex([]) == ""


def find_titles(entries: Iterable[Entry]) -> list[str]:
    return [decode(entry.fields_dict["title"].value) for entry in entries]


def test_what_is_not_known_is_left_out() -> None:
    fields = read_fields(make(doi="", identifier="", licence=""))
    assert not {"doi", "number"} & fields.keys()
    assert "Licence" not in fields["note"]
