"""The smaller parts of a description in the terms of schema.org: people, organisations, files."""

from typing import Any

from scm_site.data.archive.files import ArchivedFile
from scm_site.data.citations.bare_line import make_bare_line
from scm_site.data.citations.citation import CitedAuthor

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
