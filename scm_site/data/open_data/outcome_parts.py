"""The parts of an outcome as public data: its languages, authors, versions, corrections and files."""

from scm_site.data.archive.archive import ArchivedOutcome
from scm_site.data.archive.files import ArchivedFile
from scm_site.data.archive.language_versions import Language
from scm_site.data.open_data.outcome_data import (
    AuthorData,
    CorrectionData,
    FileData,
    LanguageData,
    VersionData,
)
from scm_site.records.outcome import Author, VersionNote
from scm_site.records.record_file import Correction


def make_language(language: Language, one: ArchivedOutcome) -> LanguageData:
    """Give a language of an outcome, with the page on which it is read."""
    return LanguageData(
        code=language.code,
        title=language.record.title,
        address=one.find_page(language),
        lags_behind=language.lag is not None,
    )


def make_author(author: Author) -> AuthorData:
    """Give who made an outcome; a person only where one agreed to be named."""
    return AuthorData(name=author.name or None, organisation=author.organisation)


def make_version(note: VersionNote) -> VersionData:
    """Give what changed with a version."""
    return VersionData(version=note.version, on=note.on, changes=note.changes)


def make_correction(found: Correction) -> CorrectionData:
    """Give what was put right."""
    return CorrectionData(on=found.on, what=found.what)


def make_file(file: ArchivedFile, one: ArchivedOutcome) -> FileData:
    """Give a file of an outcome with its whole address."""
    return FileData(
        title=file.title,
        address=one.find_file(file),
        media_type=file.type.id if file.type else None,
        size=file.size,
        sha256=file.sha256 or None,
        language=file.language or None,
    )
