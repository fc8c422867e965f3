"""The change that brought a record to the main branch, and every later one that touched it."""

from dataclasses import dataclass
from itertools import chain

from scm_site.approval.audit import Audit, AuditedChange
from scm_site.reading.git_history import FileVersion


@dataclass(frozen=True, kw_only=True, slots=True)
class Provenance:
    """How a record came to the main branch: the change that brought it, those that changed it since.

    `brought` is None where git does not tell. A record that was taken out and put back came with the change that put it
    back.
    """

    brought: AuditedChange | None = None
    later: tuple[AuditedChange, ...] = ()


def find_provenance(files: tuple[tuple[FileVersion, ...], ...], audit: Audit) -> Provenance:
    """Give the provenance of what stands in some files, the first of which makes the record.

    `files` holds the versions of each, the oldest first; what was changed in several files at once is one change.
    """
    found = [
        tuple(audit.find(version.commit) for version in list_since_it_is_there(versions))
        for versions in files
    ]
    if not found or not found[0]:
        return Provenance()
    brought = found[0][0]
    changes = {change.commit.id for change in chain(*found) if change is not None}
    later = (
        change for change in reversed(audit.changes) if change.commit.id in changes and change is not brought
    )
    return Provenance(brought=brought, later=tuple(later))


def list_since_it_is_there(versions: tuple[FileVersion, ...]) -> tuple[FileVersion, ...]:
    """Give the versions of a file since it was brought, or put back."""
    start = max((number for number, version in enumerate(versions) if version.is_back), default=0)
    return versions[start:]
