"""The descriptions in JSON-LD: in the words of schema.org, with what is known and nothing else."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_site.pages.frame.script_data import write_for_script
from scm_site.pages.frame.site_content import SiteContent
from scm_site.pages.outcome.outcome_head import make_outcome_head
from scm_site.records.proposal import Format
from tests.built_sites import EXAMPLE_DAY, BuiltSite
from tests.pages.example_sites import GUIDE, change, copy_example, make_content
from tests.pages.outcome_heads import read_head
from tests.pages.schema_org import expand, find_faults, load_context
from tests.pages.test_outcome_head import DOI, GUIDE_PAGE, SITE, list_outcome_pages

ANYBODY = {"@type": "Organization", "name": "Nobody: this register is an example"}


@pytest.fixture(scope="module")
def guide(example_site: BuiltSite) -> Any:
    return read_head(example_site, GUIDE_PAGE).json_ld


def make_content_of(tmp_path: Path, old: str = "", new: str = "") -> SiteContent:
    """Give what the example site is made from, with something changed in the guide."""
    root = copy_example(tmp_path)
    if old:
        change(root, GUIDE, old, new)
    return make_content(root, date.fromisoformat(EXAMPLE_DAY))


def describe(content: SiteContent) -> Any:
    """Give the description of the guide."""
    one = next(one for one in content.archive.published if one.outcome.id == "street-guide")
    return json.loads(make_outcome_head(one, content, one.languages[0]).json_ld)


def test_the_guide_is_described(guide: Any) -> None:
    about, encoding = guide["about"], guide["encoding"]
    assert [theme["name"] for theme in about] == ["Built environment", "Citizen focus"]
    assert encoding[0] == {
        "@type": "MediaObject",
        "name": "Table of costs by type of house",
        "contentUrl": f"{SITE}{GUIDE_PAGE}street-costs.csv",
        "encodingFormat": "text/csv",
        "contentSize": "290 B",
        "sha256": "e39f00988a3a32de90cb5bf6d01e084643073ef16c6a102455110534076ac4b0",
        "inLanguage": "en",
    }
    assert encoding[1]["contentUrl"] == "https://example.org/warm-homes/first-guide.pdf"
    assert guide["@type"] == "Report"
    assert guide["@id"] == DOI
    assert guide["url"] == f"{SITE}{GUIDE_PAGE}"
    assert guide["author"][:2] == [
        {
            "@type": "Person",
            "name": "Greta Example",
            "affiliation": {"@type": "Organization", "name": "City of Northharbour"},
        },
        {"@type": "Organization", "name": "Town of Stonevale"},
    ]
    assert guide["publisher"] == ANYBODY
    assert (guide["datePublished"], guide["dateModified"], guide["version"]) == (
        "2025-06-02",
        "2025-10-14",
        "1.1",
    )
    assert [one["value"] for one in guide["identifier"]] == [
        "SCM-2025-002",
        DOI.removeprefix("https://doi.org/"),
    ]
    assert [one["name"] for one in guide["spatialCoverage"]] == ["Sweden", "Ireland", "France"]
    assert [one["inLanguage"] for one in guide["workTranslation"]] == ["el", "fr"]
    assert guide["isPartOf"]["@id"] == f"{SITE}outcomes/"
    assert guide["creditText"].startswith("Greta Example; Town of Stonevale; ")
    assert guide["correction"][0]["datePublished"] == "2025-07-03"


def test_every_description_is_in_the_words_of_schema_org(example_site: BuiltSite) -> None:
    formats = set()
    for page in list_outcome_pages(example_site):
        description = read_head(example_site, page).json_ld
        formats.add(description.get("genre", "Other"))
        (node,) = expand(description)
        assert list(find_faults(node)) == [], page
    assert len(formats) == 6  # the example has outcomes of every format


def test_a_planted_fault_is_found() -> None:
    planted = {
        "@context": "https://schema.org",
        "@type": "Report",
        "author": "somebody",
        "performer": {"@type": "Person", "name": "somebody"},
        "publisher": {"@type": "Country", "name": "somewhere"},
        "made": "up",
        "url": "not an address",
    }
    faults = list(find_faults(expand(planted)[0]))
    assert len(faults) == 5
    (nameless,) = expand({**planted, "@type": "Rapport"})
    assert "no type Rapport" in find_faults(nameless)


def test_nothing_but_the_one_context_is_asked_for() -> None:
    with pytest.raises(AssertionError, match=r"asks for https://example\.org/other"):
        load_context("https://example.org/other", None)


def test_a_language_version_names_its_original(example_site: BuiltSite) -> None:
    french = read_head(example_site, f"{GUIDE_PAGE}fr/").json_ld
    assert french["@id"] == french["url"] == f"{SITE}{GUIDE_PAGE}fr/"
    assert (french["inLanguage"], french["version"]) == ("fr", "1.0")
    assert french["translationOfWork"]["@id"] == DOI
    assert "workTranslation" not in french


@pytest.mark.parametrize(
    ("format_", "type_", "genre"),
    [
        ("white paper", "Report", "White paper"),
        ("online seminar", "CreativeWork", "Online seminar"),
        ("demonstrator", "CreativeWork", "Demonstrator"),
        ("other", "CreativeWork", None),
    ],
)
def test_each_format_has_a_type(tmp_path: Path, format_: Format, type_: str, genre: str | None) -> None:
    found = describe(make_content_of(tmp_path, "format: report", f"format: {format_}"))
    assert (found["@type"], found.get("genre")) == (type_, genre)


def test_a_file_that_is_a_page_is_a_part(tmp_path: Path) -> None:
    content = make_content_of(tmp_path, "first-guide.pdf", "first-guide/")
    found = describe(content)
    assert [one["contentUrl"] for one in found["encoding"]] == [f"{SITE}{GUIDE_PAGE}street-costs.csv"]
    assert found["hasPart"] == [
        {
            "@type": "WebPage",
            "name": "The first guide, with pictures",
            "url": "https://example.org/warm-homes/first-guide/",
            "inLanguage": "en",
        }
    ]


@given(st.text())
def test_any_text_may_stand_in_a_script_element(text: str) -> None:
    written = write_for_script(text)
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == text
