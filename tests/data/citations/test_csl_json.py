"""CSL-JSON: fits the schema of the Citation Style Language, and citeproc-py lays it out.

`csl-data.json` is a copy of schemas/input/csl-data.json from github.com/citation-style-language/schema, commit
e3ce254a72c4470a5ed3b9d23b428017d25674e9, under the MIT licence.
"""

import json
import warnings
from pathlib import Path
from typing import Any

import pytest
from citeproc import (  # type: ignore[import-untyped]
    Citation as Cited,
)
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]
from hypothesis import given
from jsonschema import Draft7Validator

from scm_site.data.citations.citation import Citation, CitedAuthor
from scm_site.data.citations.csl_json import write_csl_json
from tests.data.citations.samples import AWKWARD, FORMATS, LINES, PLAIN, make, make_awkward

SCHEMA = json.loads((Path(__file__).parent / "csl-data.json").read_text(encoding="utf-8"))
VALIDATOR = Draft7Validator(SCHEMA)


def read(*citations: Citation) -> list[dict[str, Any]]:
    """Read items, which must fit the schema."""
    items: list[dict[str, Any]] = json.loads(write_csl_json(citations))
    assert [error.message for error in VALIDATOR.iter_errors(items)] == []
    return items


def read_source(*citations: Citation) -> Any:
    """Give what citeproc-py makes of them, without a warning of names that it does not know."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return CiteProcJSON(read(*citations))


def lay_out(citation: Citation) -> str:
    """Give the entry in the list of references, in the style that citeproc-py brings along."""
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, read_source(citation), formatter.plain)
    bibliography.register(Cited([CitationItem(citation.id)]))
    (entry,) = bibliography.bibliography()
    return str(entry)


def test_an_item_holds_what_is_known() -> None:
    assert read(PLAIN) == [
        {
            "id": "scm-2025-002",
            "type": "report",
            "title": "Beginning with a street: a first guide",
            "author": [
                {"literal": "Greta Example"},
                {"literal": "Institute of Research and Training, Ltd."},
            ],
            "issued": {"date-parts": [[2026, 1, 5]]},
            "collection-title": "Warm homes",
            "publisher": "The office and its helpers",
            "genre": "Report",
            "number": "SCM-2025-002",
            "version": "1.1",
            "language": "en",
            "abstract": "What a city prepares before it writes to the owners of a street.",
            "keyword": "Built environment, Citizen focus",
            "DOI": PLAIN.doi,
            "URL": PLAIN.address,
        }
    ]


def test_another_program_lays_it_out() -> None:
    laid_out = lay_out(PLAIN)
    for part in ("Greta Example", "Institute of Research and Training, Ltd.", "(2026)", PLAIN.title):
        assert part in laid_out
    assert PLAIN.publisher in laid_out


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_has_a_type(format_: str) -> None:
    (item,) = read(make(format=format_))
    kinds = {"report": "report", "white paper": "report", "online seminar": "motion_picture"}
    assert item["type"] == kinds.get(format_, "document")
    assert item.get("genre", "Other") == format_.capitalize()


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_come_back(text: str) -> None:
    source = read_source(make_awkward(text))
    found = source["scm-2025-002"]
    assert str(found["title"]) == str(found["publisher"]) == text
    assert found["author"][0]["literal"] == text


@given(LINES, LINES)
def test_any_text_comes_back(title: str, organisation: str) -> None:
    found = read_source(make(title=title, authors=(CitedAuthor(organisation=organisation),)))[PLAIN.id]
    assert str(found["title"]) == title
    assert found["author"][0]["literal"] == organisation
    assert (found["issued"].year, str(found["DOI"])) == (2026, PLAIN.doi)


def test_the_whole_archive_is_one_list() -> None:
    assert [item["id"] for item in read(PLAIN, make(id="scm-2025-003"))] == ["scm-2025-002", "scm-2025-003"]
    assert read() == []


def test_what_is_not_known_is_left_out() -> None:
    (item,) = read(make(doi="", identifier="", format="other"))
    assert not {"DOI", "number", "genre"} & item.keys()
