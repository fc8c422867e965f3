"""A file beside an outcome, read once: its size, its checksum, and what is wrong with it."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scm_site.findings import Finding, Place
from scm_site.reading import file_rules
from scm_site.reading.attached import attachment_rules
from scm_site.reading.attached.inspection import look_into_file
from scm_site.reading.content_files import LARGEST_REGISTER, FoundFile


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """A file beside an outcome, for readers to download; its size is in bytes, `sha256` the checksum of its bytes.

    `makers` are those whom it names as who wrote it, changed it or made remarks.
    """

    path: str
    group: str
    outcome: str
    size: int
    sha256: str = ""
    makers: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its name in the outcome's folder."""
        return self.path.rpartition("/")[2]


def read_attachment(file: FoundFile) -> tuple[Attachment | None, tuple[Finding, ...]]:
    """Read a file beside an outcome from the disk, and say what is wrong with it; None when it cannot be read."""
    try:
        content = file.location.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        return None, (file_rules.unreadable_file(Place(path=file.path), file.location.name, reason),)
    findings, makers = look_into_file(file.path, content)
    attachment = Attachment(
        path=file.path,
        group=file.slot.ids["group"],
        outcome=file.slot.ids["id"],
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        makers=makers,
    )
    return attachment, findings


def find_total_findings(attachments: Iterable[Attachment]) -> Iterator[Finding]:
    """Say whether all files beside outcomes are too large together."""
    size = sum(attachment.size for attachment in attachments)
    if size > LARGEST_REGISTER:
        yield attachment_rules.large_register(Place(path="content"), size, LARGEST_REGISTER)
