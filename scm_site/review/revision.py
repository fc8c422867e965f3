"""The register of one revision: its records, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from scm_site.findings import Finding, Severity
from scm_site.migration.moving import NO_MOVE, Move
from scm_site.records.outcome import Outcome
from scm_site.records.record_file import Record, RecordFile
from scm_site.records.register import Register


@dataclass(frozen=True, kw_only=True)
class Revision:
    """One revision of the register, checked by the rules of today."""

    commit: str
    register: Register
    findings: tuple[Finding, ...] = ()
    files: int = 0
    move: Move = NO_MOVE  # where it is in the shape of the release before, and was moved in memory

    @property
    def has_errors(self) -> bool:
        """Whether anything must be mended before a site can be made of it."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @cached_property
    def file_at(self) -> Mapping[str, RecordFile]:
        """Every file that could be taken apart into fields, by its path."""
        return {file.path: file for file in self.register.files if not file.raw}

    @cached_property
    def paths(self) -> frozenset[str]:
        """Every file of a record, also one that cannot be read: then a finding says so."""
        return frozenset(self.record_at) | {finding.place.path for finding in self.findings}

    @cached_property
    def outcome_at(self) -> Mapping[str, Outcome]:
        """Every outcome as it holds, by the path of its record."""
        return {one.file.path: one for dossier in self.register.dossiers for one in dossier.outcomes}

    @cached_property
    def record_at(self) -> Mapping[str, Record]:
        """Every record by its path."""
        return {record.file.path: record for record in self.register.find_records()}
