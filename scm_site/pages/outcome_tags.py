"""What the meta elements of an outcome's page tell: Highwire tags and Dublin Core, as names and contents.

Highwire: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing; Zotero reads the same.
Dublin Core: DCMI, Expressing Dublin Core metadata using HTML/XHTML meta and link elements (DC-HTML).
The day told is that of the version that the page offers, as in the citations.
"""

from collections.abc import Iterator

from scm_site.data.citations.citation import CitedAuthor
from scm_site.data.citations.kinds import KINDS
from scm_site.data.citations.plain_text import write_plain_text
from scm_site.pages.told_outcome import ToldOutcome

Tags = Iterator[tuple[str, str]]
PDF = "application/pdf"


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
