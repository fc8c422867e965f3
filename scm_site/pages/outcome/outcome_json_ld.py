"""What an outcome's page tells in the terms of schema.org, as JSON-LD (W3C) that may stand in a script element.

A report or white paper is a Report, everything else a CreativeWork whose `genre` names the format: schema.org's closer
types (VideoObject, SoftwareApplication) promise more than a record tells.
"""

from collections.abc import Iterator
from typing import Any

from scm_site.data.archive.archive import make_doi_address
from scm_site.data.archive.files import ArchivedFile
from scm_site.data.archive.language_versions import Language
from scm_site.data.citations.bare_line import make_bare_line
from scm_site.data.citations.citation import CitedAuthor
from scm_site.data.citations.kinds import KINDS
from scm_site.data.citations.plain_text import write_plain_text
from scm_site.pages.frame.script_data import write_for_script
from scm_site.pages.outcome.told_outcome import ToldOutcome

Node = dict[str, Any]


def make_organisation(name: str) -> Node:
    """Tell an organisation by its name, which is all that the register keeps."""
    return {"@type": "Organization", "name": name}


def make_author(author: CitedAuthor) -> Node:
    """Tell an author: an organisation, or a person with the organisation."""
    organisation = make_organisation(author.organisation)
    return (
        {"@type": "Person", "name": author.name, "affiliation": organisation} if author.name else organisation
    )


def make_media(file: ArchivedFile, address: str) -> Node:
    """Tell a file: its whole address, its type, size in bytes and checksum."""
    return {
        "@type": "MediaObject",
        "name": make_bare_line(file.title),
        "contentUrl": address,
        "encodingFormat": file.type.id if file.type else "",
        "contentSize": f"{file.size} B" if file.size is not None else "",
        "sha256": file.sha256,
        "inLanguage": file.language,
    }


def make_web_page(file: ArchivedFile) -> Node:
    """Tell a part of the outcome that is a page elsewhere."""
    return {
        "@type": "WebPage",
        "name": make_bare_line(file.title),
        "url": file.address,
        "inLanguage": file.language,
    }


def make_json_ld(told: ToldOutcome) -> str:
    """Give the description as text for a script element."""
    node = drop_empty({"@context": "https://schema.org", **make_work(told), **make_surroundings(told)})
    return write_for_script(node)


def drop_empty(value: Any) -> Any:
    """Leave out what is not known, at every depth."""
    if isinstance(value, dict):
        kept = {name: drop_empty(inner) for name, inner in value.items()}
        return {name: inner for name, inner in kept.items() if inner}
    return [drop_empty(inner) for inner in value] if isinstance(value, list) else value


def make_work(told: ToldOutcome) -> Node:
    """Tell the work itself: what it is called, what it is, who made it, when, and under which licence."""
    citation = told.citation
    return {
        "@type": told.work_type,
        "@id": told.page if told.language.version else citation.address,
        "url": told.page,
        "name": told.title,
        "abstract": told.summary,
        "genre": KINDS[citation.format].name,
        "inLanguage": told.language.code,
        "identifier": list(list_identifiers(told)),
        "author": [make_author(author) for author in citation.authors],
        "publisher": make_organisation(citation.publisher),
        "datePublished": citation.published.isoformat(),
        "dateModified": told.issued.isoformat(),
        "version": told.version,
        "license": told.licence,
        "creditText": write_plain_text(citation),
    }


def make_surroundings(told: ToldOutcome) -> Node:
    """Tell what is around the work: archive, group, themes, places, files, languages and corrections."""
    one, group = told.one, told.one.dossier.group
    about = zip(one.outcome.themes, told.citation.themes, strict=True)
    return {
        "isPartOf": {"@type": "Collection", "@id": told.archive, "url": told.archive, "name": "Outcomes"},
        "sourceOrganization": {
            **make_organisation(told.citation.group),
            "url": f"{one.site}groups/{group.id}/",
        },
        "about": [{"@type": "DefinedTerm", "termCode": code, "name": name} for code, name in about],
        "spatialCoverage": [{"@type": "Country", "name": name} for name in one.countries],
        "encoding": [make_media(file, one.find_file(file)) for file in one.files if file.type],
        "hasPart": [make_web_page(file) for file in one.files if not file.type],
        **make_language_nodes(told),
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": make_bare_line(correction.what),
                "datePublished": correction.on.isoformat(),
            }
            for correction in one.outcome.corrections
        ],
    }


def list_identifiers(told: ToldOutcome) -> Iterator[Node]:
    """Give the outcome's number in the register, and its DOI."""
    identifier, doi = told.citation.identifier, told.citation.doi
    if identifier:
        yield {"@type": "PropertyValue", "propertyID": told.archive, "value": identifier}
    if doi:
        yield {"@type": "PropertyValue", "propertyID": "DOI", "value": doi, "url": make_doi_address(doi)}


def make_language_nodes(told: ToldOutcome) -> Node:
    """Tell the original of a language version, or the language versions of an original."""

    def make(language: Language) -> Node:
        address = told.one.find_page(language)
        return {
            "@type": told.work_type,
            "@id": address if language.version else told.citation.address,
            "url": address,
            "name": make_bare_line(language.record.title),
            "inLanguage": language.code,
        }

    original, *others = told.one.languages
    if told.language.version:
        return {"translationOfWork": make(original)}
    return {"workTranslation": [make(language) for language in others]}
