"""A file is opened by what it is: each kind has a class that tells its faults (faults.py). Only the worker does it."""

from collections.abc import Iterator
from functools import partial

from scm_site.reading.attached import file_kinds as kinds
from scm_site.reading.attached.archives import has_password, is_too_much, open_archive
from scm_site.reading.attached.data_archives import ARCHIVE_WAY_OUT, DataArchive
from scm_site.reading.attached.faults import BrokenError, Fault, Inspected, Opened
from scm_site.reading.attached.file_kinds import FileKind, find_beginning
from scm_site.reading.attached.office_files import OfficeFile
from scm_site.reading.attached.open_documents import OpenDocument
from scm_site.reading.attached.packages import Package, find_suffix
from scm_site.reading.attached.packed_kinds import MIMETYPE, TYPES, find_packed_kind
from scm_site.reading.attached.pdf_files import PdfFile
from scm_site.reading.attached.pictures import Picture

#: A document in a document in an archive is as deep as anybody needs.
DEEPEST = 3

#: FILE stands for the path.
COPY = "Make a copy without these parts: `scm clean FILE`. By hand: "
_OFFICE_WAY_OUT = (
    "Save the file without these parts, or export it as PDF. In LibreOffice, macros are deleted under Tools, Macros; "
    "in Word, changes are accepted under Review."
)
_PDF_WAY_OUT = (
    "Export the PDF again from the document that it was made from, without scripts, form buttons and attached files. "
    "What is attached can be a file of the outcome by itself."
)
_PICTURE_WAY_OUT = "Save the picture again, smaller, or without what the camera wrote into it."


class Refused:
    """A file that is not to be opened further, for the reasons that are given."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons

    def find_faults(self) -> Iterator[Fault]:
        """Give the reasons."""
        yield from (Fault(reason) for reason in self.reasons)

    def save(self) -> bytes:
        """Give nothing: what was not opened cannot be cleaned."""
        return b""


def look_into(content: bytes) -> tuple[FileKind, Inspected]:
    """Give what a file is and what is wrong in it; that may never end, see worker.py."""
    kind, opened, broken, faults = find_beginning(content) or kinds.UNKNOWN, None, "", list[Fault]()
    kind = kinds.BROKEN_ZIP if kind is kinds.ZIP else kind
    try:
        kind, opened = open_file(content)
        for fault in opened.find_faults():
            faults.append(fault)
    except BrokenError as reason:
        broken = str(reason)
    return kind, Inspected(
        broken=broken,
        dangers=tuple(dict.fromkeys(fault.words for fault in faults if not fault.is_maker)),
        way_out=(COPY if any(fault.mend for fault in faults) else "") + _WAYS_OUT.get(kind, _OFFICE_WAY_OUT),
        barriers=opened.barriers if isinstance(opened, PdfFile) and not broken else (),
        makers=tuple(dict.fromkeys(fault.words for fault in faults if fault.is_maker)),
    )


def open_file(content: bytes, depth: int = 0) -> tuple[FileKind, Opened]:
    """Give what a PDF, a picture or something packed is, and the file opened; raises BrokenError."""
    kind = find_beginning(content)
    if kind is kinds.PDF:
        return kind, PdfFile(content)
    if kind in (kinds.PNG, kinds.JPEG, kinds.WEBP):
        return kind, Picture(kind, content)
    archive = open_archive(content)
    if is_too_much(archive) or has_password(archive):
        return kinds.BROKEN_ZIP, Refused(*(words for words, _ in archive.dangers))
    kind, package = find_packed_kind(archive), Package(archive)
    makes = (
        OfficeFile
        if TYPES in archive.members
        else OpenDocument
        if MIMETYPE in archive.members
        else DataArchive
    )
    return kind, (DataArchive if kind is kinds.ZIP else makes)(package, partial(_open_part, depth + 1))


def _open_part(depth: int, name: str, content: bytes) -> Opened | None:
    """Open a picture or a document that is in another file; None for anything else. Raises BrokenError."""
    kind = find_beginning(content)
    if kind in (kinds.PNG, kinds.JPEG, kinds.WEBP) or (kind is kinds.PDF and find_suffix(name) == ".pdf"):
        return open_file(content)[1]
    if kind is not kinds.ZIP:
        return None
    if depth > DEEPEST:
        return Refused("documents in documents without end")
    kind, opened = open_file(content, depth)
    fits = kind is kinds.BROKEN_ZIP or find_suffix(name) in kind.suffixes
    return opened if fits and kind is not kinds.ZIP else Refused(f"{kind.words} under another name")


_WAYS_OUT = {
    kinds.PDF: _PDF_WAY_OUT,
    **dict.fromkeys((kinds.PNG, kinds.JPEG, kinds.WEBP), _PICTURE_WAY_OUT),
    **dict.fromkeys((kinds.ZIP, kinds.BROKEN_ZIP), ARCHIVE_WAY_OUT),
}
