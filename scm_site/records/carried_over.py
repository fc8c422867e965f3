"""What was carried over: which files `scm migrate` made of older ones, and when these first said so."""

from dataclasses import dataclass

from scm_site.reading.carrying import Carried
from scm_site.records.record_file import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class CarriedOver(Record):
    """The list of carried-over files, which `scm migrate` alone writes."""

    files: tuple[Carried, ...]
