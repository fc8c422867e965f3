"""The links for programs in the head of an outcome's page: Signposting, other languages, and Dublin Core.

Signposting: https://signposting.org/FAIR/, level 1. There is no link to an author, because nobody's address is kept.
"""

from collections.abc import Iterator

from scm_site.data.archive.archive import ARCHIVE, ArchivedOutcome
from scm_site.data.citations.citation import find_address_to_cite
from scm_site.data.citations.citation_files import CITATION_FORMATS
from scm_site.pages.page import HeadLink
from scm_site.pages.told_outcome import ToldOutcome

#: The public data of all outcomes: its path on the site.
OUTCOMES_DATA = "api/v1/outcomes.json"
SCHEMA_ORG = "https://schema.org/"
#: What the names of the meta elements begin with, and the terms that they stand for (DC-HTML).
PREFIXES = (("DC", "http://purl.org/dc/elements/1.1/"), ("DCTERMS", "http://purl.org/dc/terms/"))


def make_links(told: ToldOutcome) -> Iterator[HeadLink]:
    """Give all links of the page."""
    yield from make_signposts(told)
    yield from make_descriptions(told)
    yield from make_language_links(told.one)
    yield from make_dublin_core_links(told)


def make_tombstone_links(one: ArchivedOutcome) -> Iterator[HeadLink]:
    """Give the links of a withdrawn outcome's page: its permanent address, and the archive."""
    yield HeadLink(rel="cite-as", href=find_address_to_cite(one))
    yield HeadLink(rel="collection", href=f"{one.site}{ARCHIVE}", type="text/html")


def make_signposts(told: ToldOutcome) -> Iterator[HeadLink]:
    """Tell what the page is about: the address to cite, types, licence, files, and the archive that it belongs to."""
    yield HeadLink(rel="cite-as", href=told.citation.address)
    yield HeadLink(rel="type", href=f"{SCHEMA_ORG}AboutPage")
    yield HeadLink(rel="type", href=f"{SCHEMA_ORG}{told.work_type}")
    if told.licence:
        yield HeadLink(rel="license", href=told.licence)
    yield HeadLink(rel="collection", href=told.archive, type="text/html")
    for file in told.one.files:
        type_ = file.type.id if file.type else "text/html"
        yield HeadLink(rel="item", href=told.one.find_file(file), type=type_, lang=file.language)


def make_descriptions(told: ToldOutcome) -> Iterator[HeadLink]:
    """Tell where programs read more: the three files with the citation, and the data of all outcomes."""
    for format_ in CITATION_FORMATS:
        href = f"{told.one.address}{format_.file_name}"
        yield HeadLink(rel="describedby", href=href, type=format_.media_type, title=format_.name)
    yield HeadLink(
        rel="describedby",
        href=f"{told.one.site}{OUTCOMES_DATA}",
        type="application/json",
        title="All outcomes as JSON",
    )


def make_language_links(one: ArchivedOutcome) -> Iterator[HeadLink]:
    """Tell each language and its page, itself among them; who reads none of them is led to the original."""
    if len(one.languages) > 1:
        for language in one.languages:
            yield HeadLink(rel="alternate", href=one.find_page(language), lang=language.code)
        yield HeadLink(rel="alternate", href=one.address, lang="x-default")


def make_dublin_core_links(told: ToldOutcome) -> Iterator[HeadLink]:
    """Tell what the meta elements' names stand for, and which outcomes this one replaces or is replaced by."""
    yield from (HeadLink(rel=f"schema.{prefix}", href=href) for prefix, href in PREFIXES)
    named = {
        "DCTERMS.isPartOf": told.archive,
        "DCTERMS.license": told.licence,
        "DCTERMS.isVersionOf": told.one.address if told.language.version else "",
        "DCTERMS.replaces": told.replaces,
        "DCTERMS.isReplacedBy": told.replaced_by,
    }
    yield from (HeadLink(rel=rel, href=href) for rel, href in named.items() if href)
