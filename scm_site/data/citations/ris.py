"""Citations as RIS: for reference managers (the format of Reference Manager, which EndNote, Zotero and others read).

Each line is a tag of two letters, two spaces, a hyphen, a space and a value; TY begins and ER ends a reference; lines
end in CR LF. A value is never broken over lines.
"""

from collections.abc import Iterable, Iterator

from scm_site.data.citations.citation import Citation
from scm_site.data.citations.kinds import KINDS


def write_ris(citations: Iterable[Citation]) -> str:
    """Give the references of citations, in their order, with a blank line between them."""
    return "\r\n".join(map(write_reference, citations))


def write_reference(citation: Citation) -> str:
    """Give a citation in RIS, a tag a line, with the line ends that the format asks for."""
    lines = (f"{tag}  - {value}\r\n" for tag, value in list_values(citation) if value)
    return "".join(["TY  - ", KINDS[citation.format].ris, "\r\n", *lines, "ER  - \r\n"])


def list_values(citation: Citation) -> Iterator[tuple[str, str]]:
    """Give the tags between TY and ER with their values; what is not known is empty."""
    kind = KINDS[citation.format]
    yield "ID", citation.id
    yield from (("AU", author.shown) for author in citation.authors)
    yield "TI", citation.title
    yield "PY", f"{citation.issued.year:04}"
    yield "DA", f"{citation.issued:%Y/%m/%d}/"  # the last part would be a season or the like
    yield kind.ris_series, citation.group
    yield "PB", citation.publisher
    yield "M3", kind.name
    yield kind.ris_number, citation.identifier
    yield "ET", citation.version
    yield "LA", citation.language
    yield "AB", citation.summary
    yield from (("KW", theme) for theme in citation.themes)
    yield "N1", f"Licence: {citation.licence}" if citation.licence else ""
    yield "DO", citation.doi
    yield "UR", citation.address.replace(";", "%3B")  # a semicolon would begin another address
