"""What the page of an outcome tells programs in its head, so that they find, cite and collect the outcome.

Meta elements, as names and contents: Highwire (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing;
Zotero reads the same) and Dublin Core (DCMI, Expressing Dublin Core metadata using HTML/XHTML meta and link elements,
DC-HTML). The day told is that of the version that the page offers, as in the citations.

Links: Signposting (https://signposting.org/FAIR/, level 1), other languages, and the terms that the meta elements use.
There is no link to an author, because nobody's address is kept.
"""

from collections.abc import Iterator

from scm_site.data.archive.archive import ARCHIVE, ArchivedOutcome
from scm_site.data.archive.language_versions import Language
from scm_site.data.citations.citation import CitedAuthor, find_address_to_cite
from scm_site.data.citations.citation_files import CITATION_FORMATS
from scm_site.data.citations.kinds import KINDS
from scm_site.data.citations.plain_text import write_plain_text
from scm_site.pages.frame.page import Head, HeadLink
from scm_site.pages.frame.site_content import SiteContent
from scm_site.pages.outcome.outcome_json_ld import make_json_ld
from scm_site.pages.outcome.told_outcome import ToldOutcome, tell_outcome

Tags = Iterator[tuple[str, str]]

PDF = "application/pdf"

#: The public data of all outcomes: its path on the site.
OUTCOMES_DATA = "api/v1/outcomes.json"

SCHEMA_ORG = "https://schema.org/"

#: What the names of the meta elements begin with, and the terms that they stand for (DC-HTML).
PREFIXES = (("DC", "http://purl.org/dc/elements/1.1/"), ("DCTERMS", "http://purl.org/dc/terms/"))


def make_outcome_head(one: ArchivedOutcome, content: SiteContent, language: Language) -> Head:
    """Make the head of the page that shows an outcome in one of its languages; `language` is one of `one.languages`.

    Of a withdrawn outcome, only the permanent address and the archive are told. Raises NotAvailableError where the
    settings are broken.
    """
    if one.is_withdrawn:
        return Head(links=tuple(make_tombstone_links(one)))
    told = tell_outcome(one, content, language)
    return Head(tags=tuple(make_tags(told)), links=tuple(make_links(told)), json_ld=make_json_ld(told))


def make_tags(told: ToldOutcome) -> Tags:
    """Give the names and contents of all meta elements; those without content are left out."""
    for make in (make_highwire_tags, make_highwire_addresses, make_dublin_core_tags, make_dublin_core_terms):
        yield from ((name, content) for name, content in make(told) if content)


def make_highwire_tags(told: ToldOutcome) -> Tags:
    """Tell what is cited, in Highwire's names.

    Whatever has a title here is taken for an article, so only a report has one; others tell theirs in Dublin Core.
    """
    citation = told.citation
    yield "citation_title", told.title if told.is_report else ""
    for author in citation.authors:
        yield "citation_author", write_author(author)
        yield "citation_author_institution", author.organisation
    yield "citation_publication_date", f"{told.issued:%Y/%m/%d}"
    yield "citation_language", told.language.code
    yield "citation_publisher", citation.publisher
    if told.is_report:
        yield "citation_technical_report_institution", citation.publisher
        yield "citation_technical_report_number", citation.identifier
    yield "citation_doi", citation.doi
    yield from (("citation_keywords", theme) for theme in citation.themes)


def write_author(author: CitedAuthor) -> str:
    """Write a person as the register has the name; an organisation as a family name, so that nobody takes it apart."""
    return author.name or f"{author.organisation},"


def make_highwire_addresses(told: ToldOutcome) -> Tags:
    """Tell where the work is: its page, and the PDF beside it in the language of the page."""
    yield "citation_abstract_html_url", told.page
    yield "citation_pdf_url", find_pdf(told)


def find_pdf(told: ToldOutcome) -> str:
    """Give the whole address of the first PDF that is beside the page and in its language, or ""."""
    original = told.citation.language
    pdfs = (file for file in told.one.files if file.name and file.type and file.type.id == PDF)
    fitting = (file for file in pdfs if (file.language or original) == told.language.code)
    return next((told.one.find_file(file) for file in fitting), "")


def make_dublin_core_tags(told: ToldOutcome) -> Tags:
    """Tell the fifteen elements of Dublin Core, as far as they are known."""
    citation = told.citation
    yield "DC.title", told.title
    yield from (("DC.creator", author.shown) for author in citation.authors)
    yield from (("DC.subject", theme) for theme in citation.themes)
    yield "DC.description", told.summary
    yield "DC.publisher", citation.publisher
    yield "DC.date", told.issued.isoformat()
    yield "DC.type", KINDS[citation.format].name
    yield "DC.identifier", citation.address
    yield "DC.identifier", citation.identifier
    yield "DC.language", told.language.code
    yield "DC.rights", told.licence or citation.licence


def make_dublin_core_terms(told: ToldOutcome) -> Tags:
    """Tell what only the newer terms of Dublin Core have a name for."""
    citation = told.citation
    yield "DCTERMS.issued", citation.published.isoformat()
    yield "DCTERMS.modified", told.issued.isoformat() if told.issued > citation.published else ""
    yield from (("DCTERMS.spatial", country) for country in told.one.countries)
    yield "DCTERMS.bibliographicCitation", write_plain_text(citation)


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
