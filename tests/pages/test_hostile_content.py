"""A register in which every free text is hostile becomes a site in which all of it is only text."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import html5lib
import markdown  # type: ignore[import-untyped]
import pytest
import yaml
from markdown_it import MarkdownIt

from scm_site.findings import Severity
from scm_site.pages.frame.exported_files import make_markdown
from scm_site.pages.frame.page import Site
from scm_site.pipeline import build, check
from scm_site.reading import KINDS, read_content
from tests.built_sites import EXAMPLE_DAY, BuiltSite, has_git
from tests.pages.hostile_register import HOSTILE
from tests.pages.test_links import VOCABULARIES
from tests.records.broken_fields import LANGUAGES

pytestmark = pytest.mark.broad

SCRIPTS = {"assets/scm.js", "assets/scm-fold.js", "assets/scm-search.js", "assets/scm-archive.js"}
MODULES = {"assets/forms/form.js"}
#: What these load.
LOADED = re.compile(
    r"assets/(?:search-worker|scm-search-worker|forms/(?:rules/)?[a-z]+|json-schema/[a-z0-9-]+|markdown-it/[a-z.-]+)\.js"
)
#: Data for programs and for our own scripts: nothing in it may end the element.
DATA = ("application/ld+json", "application/json")
#: Everything that a page of the site is made of.
TAGS = """
    html head meta title link script body header nav main article section aside footer div p span a b strong em s
    small sup br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tr th td blockquote pre code
    figure figcaption svg desc line circle rect path text time form fieldset legend label input select option
    button output dialog details summary textarea template noscript
"""
ADDRESSES = ("href", "src", "srcset", "action", "formaction", "data", "poster", "xlink:href")
REFRESH = re.compile(r"0; url=(\.\./)+[A-Za-z0-9./-]*")


@pytest.fixture(scope="module")
def root(hostile_site: BuiltSite) -> Path:
    return hostile_site.folder.parent


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    built = build(root, as_of=date.fromisoformat(EXAMPLE_DAY), with_history=has_git(root))
    assert built.site is not None, built.findings
    return built.site


def list_elements(site: BuiltSite) -> list[tuple[str, Any]]:
    """Give every element of every page, with the page's name."""
    return [
        (name, element)
        for name in site.page_names
        for element in site.parse(name).iter()
        if isinstance(element.tag, str)
    ]


def test_the_checks_let_it_pass(root: Path) -> None:
    """What is tried here is what can be merged: the checks alone would not keep it out."""
    warned = {(one.rule, one.severity) for one in check(root).findings}
    assert warned == {("N009", Severity.WARNING)}  # its files name their hostile author, whom no record names
    told = "".join(str(file.data) for file in read_content(root).files)
    assert [text for text in HOSTILE if text.split()[0] not in told] == []
    assert {file.kind for file in read_content(root).files} == set(KINDS)


def test_only_the_scripts_of_the_site_are_there(hostile_site: BuiltSite) -> None:
    for name, element in list_elements(hostile_site):
        if element.tag == "script" and element.get("type") in DATA:
            assert not element.get("src")
            json.loads(element.text)
            assert not set(element.text) & set("<>&\u2028\u2029"), name
        elif element.tag == "script":
            known = MODULES if element.get("type") == "module" else SCRIPTS
            assert element.get("src", "").lstrip("./") in known, name
            assert not element.text, name
    files = {name for name in hostile_site.files if name.endswith((".js", ".mjs"))}
    assert {name for name in files - SCRIPTS - MODULES if not LOADED.fullmatch(name)} == set()


def test_there_is_nothing_that_the_templates_do_not_have(hostile_site: BuiltSite) -> None:
    tags = {(name, element.tag.rpartition("}")[2]) for name, element in list_elements(hostile_site)}
    pictures = {(name, tag) for name, tag in tags if tag == "img" and name.startswith("guides/")}
    assert {(name, tag) for name, tag in tags - pictures if tag not in TAGS.split()} == set()


def test_no_attribute_runs_or_hides_anything(hostile_site: BuiltSite) -> None:
    odd = [
        f"{name}: <{element.tag} {attribute}>"
        for name, element in list_elements(hostile_site)
        for attribute in element.attrib
        if re.match(r"on|style$|formaction$|srcdoc$|action$|ping$|background$", attribute.lower())
    ]
    assert odd == []


def test_no_address_runs_anything(hostile_site: BuiltSite) -> None:
    odd = [
        f"{name}: {element.get(attribute)}"
        for name, element in list_elements(hostile_site)
        for attribute in ADDRESSES
        if (
            urlsplit(element.get(attribute, "").strip()).scheme not in ("", "https", "mailto")
            and element.get(attribute) not in VOCABULARIES
        )
        or element.get(attribute, "").startswith(("//", "\\"))
    ]
    assert odd == []


def test_metadata_is_ours(hostile_site: BuiltSite) -> None:
    for name in hostile_site.page_names:
        metas = [meta for meta in hostile_site.parse(name).iter("meta") if meta.get("http-equiv")]
        kinds = [meta.get("http-equiv").lower() for meta in metas]
        assert kinds[0] == "content-security-policy", name
        assert kinds[1:] in ([], ["refresh"]), name
        assert all(REFRESH.fullmatch(meta.get("content")) for meta in metas[1:]), name
        assert hostile_site.parse(name).get("lang") in LANGUAGES, name


def test_titles_are_shown_as_they_are_written(hostile_site: BuiltSite, site: Site) -> None:
    for page in site.pages:
        tree = hostile_site.parse(f"{page.address}index.html")
        assert "".join(tree.find(".//h1").itertext()).split() == page.title.split(), page.address
        assert tree.find("head/title").text.startswith(page.title if page.address else site.name)
        described = tree.find("head/meta[@name='description']")
        assert described.get("content") == page.description, page.address
        last_crumb = tree.findall(".//nav[@aria-label='Breadcrumb']//li")[-1:]
        assert ["".join(item.itertext()).split() for item in last_crumb] in ([], [page.title.split()])


def test_the_frame_of_the_page_stays_whole(hostile_site: BuiltSite) -> None:
    for name in hostile_site.page_names:
        tree = hostile_site.parse(name)
        body = tree.find("body")
        if tree.find(".//footer") is None:  # an old address that leads on
            continue
        tags = [child.tag for child in body]
        assert tags in (
            ["a", "header", "aside", "nav", "main", "footer", "dialog"],
            ["a", "header", "aside", "main", "footer", "dialog"],
        )
        assert len(list(tree.iter("h1"))) == len(list(tree.iter("main"))) == 1, name


def test_nothing_is_computed_from_a_text(hostile_site: BuiltSite) -> None:
    """Jinja would have made 49 of it."""
    assert "{{ 7 * 7" in hostile_site.files["groups/warm-homes/index.html"].decode()
    assert [name for name in hostile_site.page_names if b"{49" in hostile_site.files[name]] == []


def test_the_search_index_holds_text(hostile_site: BuiltSite) -> None:
    entries = json.loads(hostile_site.files["search/search_index.json"])["docs"]
    assert len(entries) > 50
    for entry in entries:
        for text in (entry["title"], entry["text"]):
            found = html5lib.parseFragment(text, namespaceHTMLElements=False)
            tags = {element.tag for element in found.iter()} - {"DOCUMENT_FRAGMENT"}
            assert tags <= {"p", "ul", "ol", "li", "pre", "code"}, entry["location"]
            assert not any(element.attrib for element in found.iter()), entry["location"]


def test_the_sitemap_is_well_formed(hostile_site: BuiltSite) -> None:
    entries = list(ElementTree.fromstring(hostile_site.files["sitemap.xml"]))  # noqa: S314 - it is our own
    assert len(entries) > 50


def test_an_exported_page_gives_its_metadata_back(site: Site) -> None:
    for page in site.pages:
        fields = yaml.safe_load(make_markdown(page).split("\n---\n")[0].removeprefix("---\n"))
        assert fields["title"].split() == page.title.split()
        assert fields["lang"] == page.lang
        assert fields.keys() <= {"title", "description", "lang", "record"}


def describe(html: str) -> list[tuple[str, dict[str, str], str]]:
    """Give a fragment's elements, each with its attributes and the words right in it and behind it."""
    fragment = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [
        (str(e.tag), dict(e.attrib), " ".join(f"{e.text or ''} {e.tail or ''}".split()))
        for e in fragment.iter()
    ]


def render_commonmark(text: str) -> str:
    return str(MarkdownIt("commonmark").enable("table").render(text))


def render_python_markdown(text: str) -> str:
    return str(markdown.markdown(text, extensions=["tables"]))


@pytest.mark.parametrize("render", [render_commonmark, render_python_markdown])
def test_an_exported_page_says_the_same_in_another_generator(site: Site, render: Any) -> None:
    """The fragment is HTML in a Markdown file: a generator must not find Markdown in it."""
    for page in (page for page in site.pages if page.record or not page.address):
        text = make_markdown(page).split("\n---\n", 1)[1]
        assert describe(render(text)) == describe(page.html), page.address
