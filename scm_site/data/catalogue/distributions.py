"""A file that can be downloaded, as the catalogue tells of it (DCAT-AP 3, Distribution)."""

from dataclasses import dataclass

from scm_site.data.catalogue.graph import Literal, Node, make_node, make_ref
from scm_site.data.catalogue.vocabulary import (
    FILE_TYPES,
    MEDIA_TYPE,
    SHA256,
    make_entry,
    make_language,
    make_licence,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Download:
    """A file: where it is, of which type and size, and how it may be used; "" and None where that is not known."""

    iri: str
    title: Literal
    description: Literal
    address: str
    media_type: str
    licence: str
    language: str
    size: int | None = None
    sha256: str = ""
    modified: Literal | None = None
    schema: str = ""


def make_distribution(download: Download) -> Node:
    """Give a file as a thing of the catalogue."""
    address, code = make_ref(download.address), FILE_TYPES.get(download.media_type)
    return make_node(
        ["dcat:Distribution"],
        [
            ("dct:title", download.title),
            ("dct:description", download.description),
            ("dcat:accessURL", address),
            ("dcat:downloadURL", address),
            ("dcat:mediaType", make_ref(f"{MEDIA_TYPE}{download.media_type}")),
            ("dct:format", make_entry("file-type", code) if code else None),
            ("dct:license", make_licence(download.licence)),
            ("dct:rights", make_rights(download.licence)),
            ("dct:language", make_language(download.language)),
            ("dct:conformsTo", make_ref(download.schema) if download.schema else None),
            ("dcat:byteSize", make_size(download.size)),
            ("spdx:checksum", make_checksum(download.sha256)),
            ("dct:modified", download.modified),
            ("adms:status", make_entry("distribution-status", "COMPLETED")),
            ("dcatap:availability", make_entry("planned-availability", "STABLE")),
        ],
        download.iri,
    )


def make_rights(licence: str) -> Node | None:
    """Give what stands in place of a licence where there is none to use it."""
    if make_licence(licence):
        return None
    return make_node(["dct:RightsStatement"], [("skos:prefLabel", Literal(text=licence, language="en"))])


def make_size(size: int | None) -> Literal | None:
    """Give a size in bytes."""
    return None if size is None else Literal(text=str(size), type="xsd:nonNegativeInteger")


def make_checksum(sha256: str) -> Node | None:
    """Give a checksum, named by how it was worked out."""
    if not sha256:
        return None
    value = Literal(text=sha256, type="xsd:hexBinary")
    return make_node(["spdx:Checksum"], [("spdx:algorithm", SHA256), ("spdx:checksumValue", value)])
