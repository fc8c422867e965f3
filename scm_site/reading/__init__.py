"""The reading stage: bytes in; files and commits as plain data, with line numbers and limits.

layout           which path holds which kind of record
content_files    which files there are
decoding         bytes -> text
front_matter     text -> fields and text
yaml_values      YAML -> plain data, each value with its place
parsing          all of it, for all of `content/`
attached         files beside an outcome: their checksums, and what is in them
git_history      when each file last changed
"""

from scm_site.reading.attached.attachments import Attachment
from scm_site.reading.content_files import MOST_KEPT, NoContentError
from scm_site.reading.layout import (
    ACTS,
    ACTS_ON_OFFICES,
    EVENT_ACTS,
    KINDS,
    MEETING_ACTS,
    OUTCOME_ACTS,
    SLOT_OF_KIND,
    Slot,
    SlotMatch,
    Syntax,
    find_slot,
)
from scm_site.reading.marks import Mark, ValuePath
from scm_site.reading.parsed_file import ParsedFile
from scm_site.reading.parsing import BrokenFile, Reading, read_content

__all__ = [
    "ACTS",
    "ACTS_ON_OFFICES",
    "EVENT_ACTS",
    "KINDS",
    "MEETING_ACTS",
    "MOST_KEPT",
    "OUTCOME_ACTS",
    "SLOT_OF_KIND",
    "Attachment",
    "BrokenFile",
    "Mark",
    "NoContentError",
    "ParsedFile",
    "Reading",
    "Slot",
    "SlotMatch",
    "Syntax",
    "ValuePath",
    "find_slot",
    "read_content",
]
