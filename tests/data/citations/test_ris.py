"""RIS: rispy reads back what was written."""

import re
from typing import Any

import pytest
import rispy  # type: ignore[import-untyped]
from hypothesis import given

from scm_site.data.citations.citation import CitedAuthor
from scm_site.data.citations.ris import write_ris
from tests.data.citations.samples import AWKWARD, FORMATS, LINES, PLAIN, make, make_awkward

LINE = re.compile(r"[A-Z][A-Z0-9]  - .*\r\n")


def read(text: str) -> list[dict[str, Any]]:
    """Read references; every line must be a tag with a value, or blank."""
    assert all(LINE.fullmatch(line) or line == "\r\n" for line in text.splitlines(keepends=True))
    found: list[dict[str, Any]] = rispy.loads(text)
    assert not any("unknown_tag" in one for one in found)
    return found


def test_a_report_is_a_report() -> None:
    assert read(write_ris([PLAIN])) == [
        {
            "type_of_reference": "RPRT",
            "id": "scm-2025-002",
            "authors": ["Greta Example", "Institute of Research and Training, Ltd."],
            "title": "Beginning with a street: a first guide",
            "year": "2026",
            "date": "2026/01/05/",
            "tertiary_title": "Warm homes",
            "publisher": "The office and its helpers",
            "type_of_work": "Report",
            "issn": "SCM-2025-002",
            "edition": "1.1",
            "language": "en",
            "abstract": "What a city prepares before it writes to the owners of a street.",
            "keywords": ["Built environment", "Citizen focus"],
            "custom1": "Licence: CC-BY-4.0",
            "doi": "10.99999/example.street-guide_1;(2)",
            "urls": ["https://doi.org/10.99999/example.street-guide_1%3B(2)"],
        }
    ]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_has_a_type_that_others_know(format_: str) -> None:
    (found,) = read(write_ris([make(format=format_)]))
    kind = {"report": "RPRT", "white paper": "RPRT", "online seminar": "VIDEO"}.get(format_, "GEN")
    assert found["type_of_reference"] == kind
    assert kind in rispy.TYPE_OF_REFERENCE_MAPPING
    assert found.get("type_of_work", "Other") == format_.capitalize()


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_come_back(text: str) -> None:
    (found,) = read(write_ris([make_awkward(text)]))
    for name in ("title", "abstract", "tertiary_title", "publisher"):
        assert found[name] == text
    assert found["authors"] == found["keywords"] == [text]


@given(LINES, LINES)
def test_any_text_comes_back(title: str, organisation: str) -> None:
    (found,) = read(write_ris([make(title=title, authors=(CitedAuthor(organisation=organisation),))]))
    assert (found["title"], found["authors"]) == (title, [organisation])
    assert (found["year"], found["doi"]) == ("2026", PLAIN.doi)


def test_many_references_stand_in_one_file() -> None:
    many = [make(id=f"scm-2025-{number:03}", title=text) for number, text in enumerate(AWKWARD)]
    found = read(write_ris(many))
    assert [one["id"] for one in found] == [citation.id for citation in many]
    assert [one["title"] for one in found] == list(AWKWARD)
    assert write_ris([]) == ""


def test_what_is_not_known_is_left_out() -> None:
    (found,) = read(write_ris([make(doi="", identifier="", licence="", format="other")]))
    assert not {"doi", "issn", "custom1", "type_of_work"} & found.keys()
