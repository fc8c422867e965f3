"""The change that brought a record to the main branch, and every later one that touched it."""

from dataclasses import dataclass

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


def find_provenance(versions: tuple[FileVersion, ...], audit: Audit) -> Provenance:
    """Give the provenance of a record from the versions of its file, the oldest first."""
    start = max((number for number, version in enumerate(versions) if version.is_back), default=0)
    found = [audit.find(version.commit) for version in versions[start:]]
    if not found:
        return Provenance()
    brought, *later = found
    return Provenance(brought=brought, later=tuple(change for change in later if change is not None))
