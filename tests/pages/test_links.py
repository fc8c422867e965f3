"""Both built sites: every link leads somewhere, every page can be found, every page is well formed."""

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scm_site.pages.frame.former_pages import FORMER_KINDS
from scm_site.reading import KINDS
from scm_site.rules import RULES
from tests.built_sites import ROOT, BuiltSite
from tests.pages.site_links import LOADING, find_reachable, find_target, list_ids, list_references

pytestmark = pytest.mark.broad

#: Schemas of kinds of records that went; each leads to another.
FORMER_SCHEMAS = {f"schemas/{kind.name}.schema.json": kind.successor for kind in FORMER_KINDS}
#: Addresses of former ids: nothing on the site leads to them any more, old links do.
#: A renamed group's calendar and feeds, and the files of outcomes, are also where those look for them who kept the
#: address.
FORMER = (
    "groups/silent-streets/",
    "groups/quiet-streets/outcomes/measuring-rules/",
    "groups/warm-homes/outcomes/street-handbook/",
    "outcomes/group/silent-streets/",
    *FORMER_SCHEMAS,
)
REDIRECT = b'http-equiv="refresh"'
#: Shown in place of what is not there, so nothing leads to it; its links are absolute.
NOT_FOUND = "404.html"
#: Values of a link's rel that name an address and load nothing.
NAMING = {
    *("canonical", "license", "edit", "cite-as", "item", "describedby", "collection", "type", "alternate"),
    *("schema.DC", "schema.DCTERMS", "DCTERMS.isPartOf", "DCTERMS.license", "DCTERMS.isVersionOf"),
    *("DCTERMS.replaces", "DCTERMS.isReplacedBy"),
}
#: Names of vocabularies, which start with http for good; nobody follows them.
VOCABULARIES = ("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/")


@pytest.fixture(scope="module", params=["example", "real"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    built = request.getfixturevalue(f"{request.param}_site")
    assert isinstance(built, BuiltSite)
    return built


def list_own_pages(site: BuiltSite) -> list[str]:
    """Give the pages that a reader can stay on."""
    return [name for name in site.page_names if REDIRECT not in site.files[name]]


def test_the_generator_had_nothing_to_say(site: BuiltSite) -> None:
    assert site.told == ""


def test_every_internal_link_and_anchor_leads_somewhere(site: BuiltSite) -> None:
    ids = {name: set(list_ids(site, name)) for name in site.page_names}
    dead = []
    for name in site.page_names:
        for tag, address in list_references(site, name):
            target = find_target(name, address)
            if target is None:
                continue
            file, anchor = target
            if file not in site.files:
                dead.append(f"{name}: <{tag}> leads to {address}, which does not exist")
            elif anchor and anchor not in ids[file]:
                dead.append(f"{name}: <{tag}> leads to {address}, but {file} has no such anchor")
    assert dead == []


def test_internal_links_are_relative(site: BuiltSite) -> None:
    """The site works below any address; only the page for what is not there must know where it is."""
    absolute = [
        f"{name}: {address}"
        for name in site.page_names
        for _, address in list_references(site, name)
        if name != NOT_FOUND and address.startswith("/")
    ]
    assert absolute == []


def test_every_link_outside_is_https_or_mail(site: BuiltSite) -> None:
    odd = [
        f"{name}: {address}"
        for name in site.page_names
        for _, address in list_references(site, name)
        if (urlsplit(address).scheme not in ("", "https", "mailto") and address not in VOCABULARIES)
        or address.startswith("//")
    ]
    assert odd == []


def test_nothing_is_loaded_from_elsewhere(site: BuiltSite) -> None:
    foreign = []
    for name in site.page_names:
        loaded = [address for tag, address in list_references(site, name) if tag in LOADING]
        loaded += [
            link.get("href") for link in site.parse(name).iter("link") if link.get("rel") not in NAMING
        ]
        foreign += [f"{name}: {address}" for address in loaded if find_target(name, address) is None]
    for name in (name for name in site.files if name.endswith((".css", ".js", ".svg"))):
        found = re.findall(
            rb"(?:url\(|@import|import\(|fetch\()\s*[\"']?(?:https?:)?//[^\s)]*", site.files[name]
        )
        foreign += [f"{name}: {address.decode()}" for address in found]
    assert foreign == []


def test_every_page_and_file_can_be_reached_from_the_home_page(site: BuiltSite) -> None:
    reached = find_reachable(site)
    expected = set(list_own_pages(site)) - {NOT_FOUND}
    folders = ("schemas/", "groups/", "calendar/", "feeds/", "api/", "outcomes/")
    expected |= {name for name in site.files if name.startswith(folders)} - set(site.page_names)
    expected -= {"outcomes/texts.json"}  # the archive's script fetches it when somebody types
    assert expected - reached == {name for name in expected if name.startswith(FORMER)}


def test_no_id_stands_twice_on_a_page(site: BuiltSite) -> None:
    twice = {
        name: repeated
        for name in site.page_names
        if (repeated := [id_ for id_, times in Counter(list_ids(site, name)).items() if times > 1 or not id_])
    }
    assert twice == {}


def test_labels_and_descriptions_name_what_exists(site: BuiltSite) -> None:
    lost = [
        f"{name}: {attribute}={wanted}"
        for name in site.page_names
        for element in site.parse(name).iter()
        for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for")
        for wanted in (element.get(attribute) or "").split()
        if wanted not in list_ids(site, name)
    ]
    assert lost == []


def test_every_page_has_one_first_heading_and_no_gap_below_it(site: BuiltSite) -> None:
    faults = []
    for name in site.page_names:
        main = site.parse(name).find(".//main")
        levels = [int(element.tag[1]) for element in main.iter() if re.fullmatch("h[1-6]", str(element.tag))]
        if levels.count(1) != 1 or levels[0] != 1:
            faults.append(
                f"{name}: first-level headings: {levels.count(1)}, the first heading is h{levels[0]}"
            )
        gaps = [(upper, lower) for upper, lower in pairwise(levels) if lower > upper + 1]
        faults += [f"{name}: h{lower} follows h{upper}" for upper, lower in gaps]
    assert faults == []


def test_no_heading_is_empty(site: BuiltSite) -> None:
    empty = [
        f"{name}: {element.tag}"
        for name in site.page_names
        for element in site.parse(name).iter()
        if re.fullmatch("h[1-6]|a|button|th|caption|dt|legend", str(element.tag))
        and not "".join(element.itertext()).strip()
        and not element.get("aria-label")
    ]
    assert empty == []


def test_every_page_says_its_language(site: BuiltSite) -> None:
    langs = {name: site.parse(name).get("lang") for name in site.page_names}
    assert {name for name, lang in langs.items() if not re.fullmatch("[a-z]{2}", lang or "")} == set()


def test_every_page_has_a_title_of_its_own(site: BuiltSite) -> None:
    titles = {name: site.parse(name).find("head/title").text for name in list_own_pages(site)}
    assert {name for name, title in titles.items() if not (title or "").strip()} == set()
    repeated = {title for title, times in Counter(titles.values()).items() if times > 1}
    assert {name: title for name, title in titles.items() if title in repeated} == {}


def test_every_rule_has_its_page(site: BuiltSite) -> None:
    pages = {
        name.split("/")[1] for name in list_own_pages(site) if re.fullmatch("rules/[^/]+/index.html", name)
    }
    assert pages == RULES.keys()


@pytest.mark.parametrize("folder", ["fields", "templates"])
def test_every_kind_of_record_has_its_page(site: BuiltSite, folder: str) -> None:
    found = [re.fullmatch(f"{folder}/([^/]+)/index.html", name) for name in list_own_pages(site)]
    assert sorted(match[1] for match in found if match) == sorted(KINDS)


def test_every_schema_is_served_where_its_id_says(site: BuiltSite) -> None:
    served = {name for name in site.files if name.startswith("schemas/")} - FORMER_SCHEMAS.keys()
    assert served == {f"schemas/{path.name}" for path in list_schemas()}
    for path in list_schemas():
        published = json.loads(site.files[f"schemas/{path.name}"])
        assert urlsplit(published.pop("$id")).path == f"/schemas/{path.name}"
        assert published == json.loads(path.read_text(encoding="utf-8")), path.name


def test_the_schema_of_a_kind_that_went_leads_to_that_of_today(site: BuiltSite) -> None:
    for name, successor in FORMER_SCHEMAS.items():
        published = json.loads(site.files[name])
        assert urlsplit(published["$id"]).path == f"/{name}"
        assert f"schemas/{published['$ref']}" == f"schemas/{successor}.schema.json"
        assert f"schemas/{published['$ref']}" in site.files


def list_schemas() -> list[Path]:
    """Give the schemas of what people write."""
    return [ROOT / f"schemas/{kind}.schema.json" for kind in (*KINDS, "shared")]


def test_old_addresses_lead_to_new_ones(example_site: BuiltSite) -> None:
    redirects = {name for name in example_site.page_names if REDIRECT in example_site.files[name]}
    assert {
        "groups/silent-streets/index.html",
        "groups/silent-streets/reports/index.html",
        "groups/warm-homes/outcomes/street-handbook/fr/index.html",
        "proposals/2025-silent-streets/index.html",
    } <= redirects
    for name in redirects:
        links = {find_target(name, address) for _, address in list_references(example_site, name)}
        assert len(links - {None}) == 1, name


def test_the_sitemap_lists_every_page_once(site: BuiltSite) -> None:
    listed = re.findall(r"<loc>https://[^/]+/([^<]*)</loc>", site.files["sitemap.xml"].decode())
    pages = [name.removesuffix("index.html") for name in list_own_pages(site) if name != NOT_FOUND]
    assert sorted(listed) == sorted(pages)
