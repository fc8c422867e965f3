"""The files from which others take a citation: three beside each outcome, three of the whole archive."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from scm_site.data.archive.archive import ARCHIVE, Archive
from scm_site.data.citations.bibtex import write_bibtex
from scm_site.data.citations.citation import Citation, make_citation
from scm_site.data.citations.csl_json import write_csl_json
from scm_site.data.citations.ris import write_ris
from scm_site.records.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class CitationFormat:
    """A way of writing citations: the end of its files' names, what people call it, its type, and who writes it."""

    ending: str
    name: str
    media_type: str
    write: Callable[[Iterable[Citation]], str]

    @property
    def file_name(self) -> str:
        """The name of the file beside an outcome's page."""
        return f"cite.{self.ending}"


#: The types are those by which doi.org and other registries name them; IANA has registered the last one only.
CITATION_FORMATS = (
    CitationFormat(ending="bib", name="BibTeX", media_type="application/x-bibtex", write=write_bibtex),
    CitationFormat(
        ending="ris", name="RIS", media_type="application/x-research-info-systems", write=write_ris
    ),
    CitationFormat(
        ending="csl.json",
        name="CSL-JSON",
        media_type="application/vnd.citationstyles.csl+json",
        write=write_csl_json,
    ),
)


def make_citation_files(archive: Archive, register: Register) -> Iterator[tuple[str, bytes]]:
    """Give each file with its path on the site; what was withdrawn is not offered for citing."""
    cited = [(one.folder, make_citation(one, register)) for one in archive.published]
    for format_ in CITATION_FORMATS:
        for folder, citation in cited:
            yield f"{folder}{format_.file_name}", format_.write([citation]).encode()
        everything = format_.write(citation for _, citation in cited)
        yield f"{ARCHIVE}citations.{format_.ending}", everything.encode()
