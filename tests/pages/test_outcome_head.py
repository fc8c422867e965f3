"""What the built pages of outcomes tell programs: Highwire, Dublin Core, Signposting, languages, Open Graph."""

import re
from datetime import date
from pathlib import Path

import pytest

from scm_site.pages.frame.page import Head
from scm_site.pages.frame.site_content import SiteContent
from scm_site.pages.outcome.outcome_head import make_outcome_head
from tests.built_sites import EXAMPLE_DAY, ROOT, BuiltSite, build_site, make_project
from tests.pages.example_sites import GUIDE, change, copy_example, make_content
from tests.pages.outcome_heads import Told, read_head
from tests.pages.schema_org import expand, find_faults
from tests.records.broken_fields import LANGUAGES

SITE = "https://groups.smart-cities.example/"
GUIDE_PAGE = "groups/warm-homes/outcomes/street-guide/"
HEAT_MAP = "groups/warm-homes/outcomes/heat-map-tool/"
DOI = "https://doi.org/10.99999/example.street-guide.1"
ATTACKS = ("</script><script>alert(1)</script>", '"><img src=x onerror=alert(2)>', "<!--<script> & ]]>")
HEAD_TEMPLATE = ROOT / "scm_site" / "mkdocs_plugin" / "theme" / "partials" / "scm" / "head.html"


@pytest.fixture(scope="module")
def guide(example_site: BuiltSite) -> Told:
    return read_head(example_site, GUIDE_PAGE)


def make_head(content: SiteContent, name: str = "street-guide", number: int = 0) -> Head:
    """Make the head of the page of an outcome in one of its languages."""
    archive = content.archive
    one = next(one for one in (*archive.published, *archive.withdrawn) if one.outcome.id == name)
    return make_outcome_head(one, content, one.languages[number])


def test_highwire_tells_what_is_cited(guide: Told) -> None:
    assert [tag for tag in guide.tags if tag[0].startswith("citation_")] == [
        ("citation_title", "Beginning with a street: a first guide"),
        ("citation_author", "Greta Example"),
        ("citation_author_institution", "City of Northharbour"),
        ("citation_author", "Town of Stonevale,"),  # a family name alone, so that Zotero leaves it whole
        ("citation_author_institution", "Town of Stonevale"),
        ("citation_author", "Example Institute for Buildings,"),
        ("citation_author_institution", "Example Institute for Buildings"),
        ("citation_publication_date", "2025/10/14"),
        ("citation_language", "en"),
        ("citation_publisher", "Nobody: this register is an example"),
        ("citation_technical_report_institution", "Nobody: this register is an example"),
        ("citation_technical_report_number", "SCM-2025-002"),
        ("citation_doi", "10.99999/example.street-guide.1"),
        ("citation_keywords", "Built environment"),
        ("citation_keywords", "Citizen focus"),
        ("citation_abstract_html_url", f"{SITE}{GUIDE_PAGE}"),
    ]


def test_what_is_no_report_is_no_article_either(tmp_path: Path) -> None:
    """Zotero and others take whatever has a `citation_title` for a journal article, unless it is a report."""
    root = copy_example(tmp_path)
    change(root, GUIDE, "format: report", "format: demonstrator")
    names = [name for name, _ in make_head(make_content(root, date.fromisoformat(EXAMPLE_DAY))).tags]
    assert not [name for name in names if name.startswith(("citation_title", "citation_technical_report"))]
    assert {"DC.title", "citation_author", "citation_doi"} <= set(names)


def test_a_pdf_counts_where_it_is_beside_the_page_and_in_its_language(example_site: BuiltSite) -> None:
    page = "groups/warm-homes/outcomes/paying-for-a-street/"
    assert read_head(example_site, page).contents("citation_pdf_url") == [f"{SITE}{page}payer-la-rue.pdf"]
    assert read_head(example_site, f"{page}de/").contents("citation_pdf_url") == []
    assert read_head(example_site, GUIDE_PAGE).contents("citation_pdf_url") == []  # it is elsewhere


def test_dublin_core_tells_the_same(guide: Told) -> None:
    told = {name: guide.contents(name) for name, _ in guide.tags if name.startswith("DC")}
    assert told.pop("DC.description")[0].startswith("What a city prepares")
    assert told.pop("DCTERMS.bibliographicCitation")[0].endswith(f"SCM-2025-002. {DOI}")
    assert told == {
        "DC.title": ["Beginning with a street: a first guide"],
        "DC.creator": ["Greta Example", "Town of Stonevale", "Example Institute for Buildings"],
        "DC.subject": ["Built environment", "Citizen focus"],
        "DC.publisher": ["Nobody: this register is an example"],
        "DC.date": ["2025-10-14"],
        "DC.type": ["Report"],
        "DC.identifier": [DOI, "SCM-2025-002"],
        "DC.language": ["en"],
        "DC.rights": ["https://creativecommons.org/licenses/by/4.0/"],
        "DCTERMS.issued": ["2025-06-02"],
        "DCTERMS.modified": ["2025-10-14"],
        "DCTERMS.spatial": ["Sweden", "Ireland", "France"],
    }
    assert guide.to("schema.DC") == ["http://purl.org/dc/elements/1.1/"]
    assert guide.to("schema.DCTERMS") == ["http://purl.org/dc/terms/"]


def test_signposts_lead_to_all_that_belongs_to_the_outcome(guide: Told) -> None:
    assert guide.to("cite-as") == [DOI]
    assert guide.to("type") == ["https://schema.org/AboutPage", "https://schema.org/Report"]
    assert guide.to("license") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert guide.to("collection") == [f"{SITE}outcomes/"]
    assert guide.to("author") == []
    assert [(link["href"], link["type"]) for link in guide.links if link["rel"] == "item"] == [
        (f"{SITE}{GUIDE_PAGE}street-costs.csv", "text/csv"),
        ("https://example.org/warm-homes/first-guide.pdf", "application/pdf"),
    ]
    assert [(link["href"], link["type"]) for link in guide.links if link["rel"] == "describedby"] == [
        (f"{SITE}{GUIDE_PAGE}cite.bib", "application/x-bibtex"),
        (f"{SITE}{GUIDE_PAGE}cite.ris", "application/x-research-info-systems"),
        (f"{SITE}{GUIDE_PAGE}cite.csl.json", "application/vnd.citationstyles.csl+json"),
        (f"{SITE}api/v1/outcomes.json", "application/json"),
    ]


def test_every_signpost_leads_to_what_is_there(example_site: BuiltSite) -> None:
    pages = list_outcome_pages(example_site)
    assert len(pages) > 10
    for page in pages:
        told = read_head(example_site, page)
        addresses = {
            one for rel in ("item", "describedby", "collection", "alternate") for one in told.to(rel)
        }
        paths = {one.removeprefix(SITE) for one in addresses if one.startswith(SITE)}
        files = {f"{path}index.html" if path.endswith("/") else path for path in paths}
        assert files <= example_site.files.keys(), page


def list_outcome_pages(site: BuiltSite) -> list[str]:
    """Give the address of every page that describes an outcome."""
    return [
        name.removesuffix("index.html")
        for name in site.page_names
        if b'type="application/ld+json"' in site.files[name] and "/outcomes/" in name
    ]


def test_each_language_knows_the_others(example_site: BuiltSite) -> None:
    expected = {
        "en": f"{SITE}{GUIDE_PAGE}",
        "el": f"{SITE}{GUIDE_PAGE}el/",
        "fr": f"{SITE}{GUIDE_PAGE}fr/",
        "x-default": f"{SITE}{GUIDE_PAGE}",
    }
    for page in (GUIDE_PAGE, f"{GUIDE_PAGE}el/", f"{GUIDE_PAGE}fr/"):
        links = read_head(example_site, page).links
        assert {link["hreflang"]: link["href"] for link in links if is_language_link(link)} == expected
        assert len([link for link in links if is_language_link(link)]) == len(expected)


def is_language_link(link: dict[str, str]) -> bool:
    return link["rel"] == "alternate" and "hreflang" in link


def test_an_outcome_in_one_language_has_no_alternates(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    for code in ("el", "fr"):
        (root / "content" / GUIDE).with_name(f"outcome.{code}.md").unlink()
    head = make_head(make_content(root, date.fromisoformat(EXAMPLE_DAY)))
    assert [link for link in head.links if link.rel == "alternate"] == []


def test_a_language_version_tells_its_own_words_and_version(example_site: BuiltSite) -> None:
    told = read_head(example_site, f"{GUIDE_PAGE}fr/")
    assert told.contents("citation_title") == ["Commencer par une rue : un premier guide"]
    assert told.contents("citation_language") == told.contents("DC.language") == ["fr"]
    assert told.contents("citation_publication_date") == ["2025/06/02"]  # it still follows version 1.0
    assert told.contents("DCTERMS.modified") == []
    assert told.to("cite-as") == [DOI]
    assert told.to("DCTERMS.isVersionOf") == [f"{SITE}{GUIDE_PAGE}"]


def test_what_replaces_what_is_told_on_both_sides(example_site: BuiltSite, tmp_path: Path) -> None:
    assert read_head(example_site, GUIDE_PAGE).to("DCTERMS.replaces") == [f"{SITE}outcomes/SCM-2025-001/"]
    root = copy_example(tmp_path)
    (root / "content" / HEAT_MAP / "2025-06-02.withdrawn.yml").unlink()
    head = make_head(make_content(root, date.fromisoformat(EXAMPLE_DAY)), "heat-map-tool")
    assert [link.href for link in head.links if link.rel == "DCTERMS.isReplacedBy"] == [DOI]


def test_a_withdrawn_outcome_keeps_its_address_and_tells_no_more(tmp_path: Path) -> None:
    head = make_head(make_content(copy_example(tmp_path), date.fromisoformat(EXAMPLE_DAY)), "heat-map-tool")
    assert [(link.rel, link.href) for link in head.links] == [
        ("cite-as", f"{SITE}outcomes/SCM-2025-001/"),
        ("collection", f"{SITE}outcomes/"),
    ]
    assert (head.tags, head.json_ld) == ((), "")


def test_all_rights_reserved_is_a_right_without_an_address(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    change(root, GUIDE, "licence: CC-BY-4.0", "licence: all rights reserved")
    head = make_head(make_content(root, date.fromisoformat(EXAMPLE_DAY)))
    assert ("DC.rights", "all rights reserved") in head.tags
    assert not [link for link in head.links if link.rel in ("license", "DCTERMS.license")]
    assert '"license"' not in head.json_ld


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    root = copy_example(tmp_path_factory.mktemp("attacked"))
    title, summary, author = (attack.replace("'", "''") for attack in ATTACKS)
    change(root, GUIDE, '"Beginning with a street: a first guide"', f"'{title}'")
    change(root, GUIDE, "summary: >-\n", f"summary: >-\n  {summary}\n")
    change(root, GUIDE, "name: Greta Example\n", f"name: '{author}'\n")
    return build_site(make_project(root / "built", root / "content"), EXAMPLE_DAY)


def test_attacks_stay_text(attacked: BuiltSite) -> None:
    told = read_head(attacked, GUIDE_PAGE)
    title, summary, author = ATTACKS
    assert told.contents("citation_title") == told.contents("DC.title") == [title]
    assert told.contents("citation_author")[0] == told.contents("DC.creator")[0] == author
    assert told.contents("DC.description")[0].startswith(summary)
    assert (told.json_ld["name"], told.json_ld["author"][0]["name"]) == (title, author)
    assert told.json_ld["abstract"].startswith(summary)
    assert list(find_faults(expand(told.json_ld)[0])) == []
    page = attacked.parse(f"{GUIDE_PAGE}index.html")
    assert [one for one in page.iter("img") if one.get("src") == "x"] == []
    assert not [one for one in page.iter("script") if "alert" in (one.text or "") and not one.get("type")]


def test_open_graph_names_every_language_with_a_country(example_site: BuiltSite) -> None:
    template = HEAD_TEMPLATE.read_text(encoding="utf-8")
    locales = dict(re.findall(r'"([a-z]{2})": "([a-z]{2}_[A-Z]{2})"', template))
    assert locales.keys() == set(LANGUAGES)
    for page, locale in ((GUIDE_PAGE, "en_GB"), (f"{GUIDE_PAGE}el/", "el_GR")):
        head = example_site.parse(f"{page}index.html").find("head")
        told = {one.get("property"): one.get("content") for one in head.findall("meta")}
        assert told["og:locale"] == locale
