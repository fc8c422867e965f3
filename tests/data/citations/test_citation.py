"""A citation of an outcome: what it tells, what it does not, and the files in which it stands."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_site.data.citations.bare_line import make_bare_line
from scm_site.data.citations.citation import Citation, make_citation
from scm_site.data.citations.citation_files import make_citation_files
from scm_site.data.citations.plain_text import write_plain_text
from scm_site.pages.frame.site_content import SiteContent
from tests.data.citations.samples import PLAIN, make
from tests.pages.example_sites import GUIDE, change, copy_example, make_content

DAY = date(2026, 5, 20)
GUIDE_FOLDER = "groups/warm-homes/outcomes/street-guide/"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_example(tmp_path)


def cite_guide(content: SiteContent) -> Citation:
    """Give the citation of the first guide."""
    guide = next(one for one in content.archive.published if one.outcome.id == "street-guide")
    return make_citation(guide, content.register)


def find_guide(content: SiteContent) -> str:
    """Give the same as people write it."""
    return write_plain_text(cite_guide(content))


def read_files(content: SiteContent) -> dict[str, str]:
    """Give the files by their paths."""
    return {path: data.decode() for path, data in make_citation_files(content.archive, content.register)}


def test_people_write_it_on_one_line(root: Path) -> None:
    assert find_guide(make_content(root, DAY)) == (
        "Greta Example; Town of Stonevale; Example Institute for Buildings (2025): Beginning with a street: a first"
        " guide. Version 1.1. Report. Warm homes, street by street, Nobody: this register is an example. SCM-2025-002."
        " https://doi.org/10.99999/example.street-guide.1"
    )


def test_a_question_needs_no_full_stop_and_other_is_no_name() -> None:
    assert write_plain_text(make(title="Whose street?", format="other", identifier="")) == (
        "Greta Example; Institute of Research and Training, Ltd. (2026): Whose street? Version 1.1. Warm homes,"
        f" The office and its helpers. {PLAIN.address}"
    )


def test_without_a_doi_the_lasting_address_is_cited(root: Path) -> None:
    change(root, GUIDE, "doi: 10.99999/example.street-guide.1\n", "")
    address = "https://groups.smart-cities.example/outcomes/SCM-2025-002/"
    assert find_guide(make_content(root, DAY)).endswith(f"SCM-2025-002. {address}")


def test_a_person_who_is_not_named_is_cited_as_the_organisation(root: Path) -> None:
    change(root, GUIDE, "  - name: Greta Example\n    organisation: City of", "  - organisation: City of")
    change(root, GUIDE, "    consent: 2025-05-05\n", "")
    content = make_content(root, DAY)
    assert find_guide(content).startswith("City of Northharbour; Town of Stonevale; ")
    assert "Greta" not in "".join(read_files(content).values())


def test_an_author_is_cited_once(root: Path) -> None:
    change(
        root,
        GUIDE,
        "  - organisation: Town of Stonevale\n",
        "  - organisation: Example Institute for Buildings\n",
    )
    assert find_guide(make_content(root, DAY)).startswith(
        "Greta Example; Example Institute for Buildings (2025)"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one\n  two\n\nthree", "one two three"),
        ("one\r\nTY  - JOUR\r\nER  - ", "one TY  - JOUR ER  -"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf\x1cg\rh\ti", "a b c d e f g h i"),
        ("nul\x00, bell\x07, half\ud83d", "nul, bell, half"),
        ("rue\N{NO-BREAK SPACE}: un  guide ", "rue\N{NO-BREAK SPACE}: un  guide"),
    ],
)
def test_every_text_is_on_one_line(text: str, line: str) -> None:
    assert make_bare_line(text) == line
    assert len(make_bare_line(text).splitlines()) == 1


@given(st.text())
def test_any_text_is_on_one_line_and_stays_there(text: str) -> None:
    line = make_bare_line(text)
    assert len(line.splitlines()) <= 1
    assert make_bare_line(line) == line


def test_each_published_outcome_has_three_files_and_the_archive_has_three(root: Path) -> None:
    content = make_content(root, DAY)
    files, endings = read_files(content), ("bib", "ris", "csl.json")
    folders = [one.folder for one in content.archive.published]
    assert GUIDE_FOLDER in folders
    assert set(files) == {
        *(f"{folder}cite.{ending}" for folder in folders for ending in endings),
        *(f"outcomes/citations.{ending}" for ending in endings),
    }
    for ending in endings:
        everything = files[f"outcomes/citations.{ending}"]
        assert all(one.outcome.identifier in everything for one in content.archive.published)


def test_what_was_withdrawn_or_is_not_public_is_not_offered(root: Path) -> None:
    files = "".join(read_files(make_content(root, DAY)).values())
    assert "SCM-2025-001" not in files
    assert "Owners tell" not in files


def test_nobody_is_named_but_the_authors(root: Path) -> None:
    files = "".join(read_files(make_content(root, DAY)).values())
    assert "Greta Example" in files
    for name in ("Carla", "Dmitri", "Alma", "Astrid", "register@"):
        assert name not in files


def test_an_empty_archive_still_has_its_files(root: Path) -> None:
    files = read_files(make_content(root, date(2024, 10, 1)))
    assert files == {
        "outcomes/citations.bib": "",
        "outcomes/citations.ris": "",
        "outcomes/citations.csl.json": "[]\n",
    }
