"""Opening a PDF with pypdf, as far as it can be trusted: nothing unfolds without end, no table is put together anew."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdf
from pypdf.generic import DictionaryObject, NameObject, PdfObject

from scm_site.reading.attached.faults import BrokenError

MOST_UNFOLDED = 4_000_000
MOST_REFERENCES = 300_000

DAMAGED = "its table of contents or a part of it is damaged"
_END = re.compile(rb"startxref\s*([0-9]{1,10})")
_TABLE = re.compile(rb"\s*(xref|[0-9]+\s+[0-9]+\s+obj)")


class PdfReader(pypdf.PdfReader):
    """A reader of PDF that tries no password; `/Encrypt` in the trailer tells that one is asked for."""

    @property
    def is_encrypted(self) -> bool:
        """Say no, whatever the trailer says."""
        return False


@contextmanager
def open_pdf(content: bytes) -> Iterator[PdfReader]:
    """Open a PDF for the block; raises BrokenError when it cannot be read, there or in the block."""
    if not _has_table(content):
        raise BrokenError(DAMAGED)
    try:
        with pypdf.apply_configuration(
            zlib_maximum_output_length=MOST_UNFOLDED,
            lzw_maximum_output_length=MOST_UNFOLDED,
            run_length_maximum_output_length=MOST_UNFOLDED,
            stream_decoding_work_maximum_length=3 * MOST_UNFOLDED,
            stream_filters_maximum_length=4,
        ):
            yield PdfReader(io.BytesIO(content), xref_stream_maximum_entries=MOST_REFERENCES)
    except (BrokenError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 (a hostile file can make the library raise anything)
        raise BrokenError(DAMAGED) from None


def _has_table(content: bytes) -> bool:
    """Tell whether a table of contents stands where the end of the file says; else pypdf would guess one."""
    end = _END.match(content, max(0, content.rfind(b"startxref")))
    return end is not None and _TABLE.match(content, int(end[1])) is not None


def read_value(found: DictionaryObject, key: str) -> PdfObject | None:
    """Give what a dictionary has under a key, also where it stands elsewhere in the file; None where it has nothing."""
    value = found.get(key)
    return value.get_object() if isinstance(value, PdfObject) else None


def read_name(found: DictionaryObject, key: str) -> str:
    """Give the name that a dictionary has under a key, "" where it has none."""
    value = read_value(found, key)
    return str(value) if isinstance(value, NameObject) else ""


def read_dictionary(found: DictionaryObject, key: str) -> DictionaryObject:
    """Give the dictionary under a key, an empty one where there is none."""
    value = read_value(found, key)
    return value if isinstance(value, DictionaryObject) else DictionaryObject()
