"""The files of an outcome as readers find them: where each is, of what type and size, and its checksum."""

from dataclasses import dataclass

from scm_site.reading.media_types import MediaType, find_linked_type, find_media_type
from scm_site.records.dossier import Dossier
from scm_site.records.outcome import Outcome, OutcomeFile


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchivedFile:
    """A file of an outcome: beside its page (`name`), or elsewhere by `address`. Without a type it is a web page."""

    title: str
    name: str = ""
    address: str = ""
    type: MediaType | None = None
    size: int | None = None  # in bytes
    sha256: str = ""
    language: str = ""


def list_files(dossier: Dossier, outcome: Outcome) -> tuple[ArchivedFile, ...]:
    """Give the files of an outcome, in the order of its record."""
    beside = {file.name: file for file in dossier.find_attachments(outcome.id)}

    def make(file: OutcomeFile) -> ArchivedFile:
        found = beside.get(file.file)
        return ArchivedFile(
            title=file.title,
            name=file.file,
            address=file.address,
            type=find_media_type(file.file) if file.file else find_linked_type(file.address),
            size=found.size if found else file.size,
            sha256=found.sha256 if found else file.sha256,
            language=file.language,
        )

    return tuple(map(make, outcome.files))
