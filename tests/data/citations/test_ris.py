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
            "secondary_title": "Warm homes",
            "publisher": "The office and its helpers",
            "type_of_work": "Report",
            "issn": "SCM-2025-002",
            "edition": "1.1",
            "language": "en",
            "abstract": "What a city prepares before it writes to the owners of a street.",
            "keywords": ["Built environment", "Citizen focus"],
            "notes": ["Licence: CC-BY-4.0"],
            "doi": "10.99999/example.street-guide_1;(2)",
            "urls": ["https://doi.org/10.99999/example.street-guide_1%3B(2)"],
        }
    ]


#: Each format with its type, and where number and group stand: what the tag means to that type in reference managers.
PLACES = {
    "report": ("RPRT", "issn", "secondary_title"),  # SN: number of the report; T2: its series
    "white paper": ("RPRT", "issn", "secondary_title"),
    "online seminar": ("VIDEO", "notes", "tertiary_title"),  # SN would be an ISBN; T3: its series
    "demonstrator": ("ELEC", "notes", "secondary_title"),  # GEN would be a journal article; T2: whose pages
    "project": ("ELEC", "notes", "secondary_title"),
    "other": ("ELEC", "notes", "secondary_title"),
}


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_has_a_type_that_others_know(format_: str) -> None:
    (found,) = read(write_ris([make(format=format_)]))
    kind, number, group = PLACES[format_]
    assert found["type_of_reference"] == kind
    assert kind in rispy.TYPE_OF_REFERENCE_MAPPING
    assert found.get("type_of_work", "Other") == format_.capitalize()
    assert PLAIN.identifier in (found[number], *found[number])
    assert found[group] == PLAIN.group
    assert "Licence: CC-BY-4.0" in found["notes"]


@pytest.mark.parametrize("format_", FORMATS)
def test_no_tag_is_used_that_means_something_else_elsewhere(format_: str) -> None:
    """C1 to C8 are cast members, places or countries; SN is an ISBN or ISSN of all but reports."""
    (found,) = read(write_ris([make(format=format_)]))
    assert not [name for name in found if name.startswith("custom")]
    assert ("issn" in found) == (found["type_of_reference"] == "RPRT")


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_come_back(text: str) -> None:
    (found,) = read(write_ris([make_awkward(text)]))
    for name in ("title", "abstract", "secondary_title", "publisher"):
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
    assert not {"doi", "issn", "notes", "type_of_work"} & found.keys()
