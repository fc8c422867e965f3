"""Opening a PDF with pypdf, with an end to how much work a file may make.

A file can be made so that reading it never ends: objects that are looked for in vain, streams that unfold, tables
that are rebuilt. So everything that is read is counted, and a table of contents that is broken is not rebuilt.
"""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pypdf
from pypdf import apply_configuration
from pypdf.errors import PdfReadError
from pypdf.generic import DictionaryObject, IndirectObject, PdfObject, StreamObject

from scm_site.reading.attached.inspected import BrokenError

MOST_READS = 4_000_000
MOST_BYTES = 300_000_000
MOST_UNFOLDED = 4_000_000
MOST_WORK = 1_000_000
MOST_REFERENCES = 300_000

DAMAGED = "its table of contents or a part of it is damaged"


class TooMuchError(BaseException):
    """Reading a file takes too much work. No `Exception`, since pypdf goes on after those."""


class _CountedStream(io.BytesIO):
    """The bytes of a file, which counts how often and how much of it is read."""

    count = 0
    total = 0

    def _count(self, size: int) -> None:
        self.count += 1
        self.total += size
        if self.count > MOST_READS or self.total > MOST_BYTES:
            raise TooMuchError

    def read(self, size: int | None = -1, /) -> bytes:
        """Give the next bytes; raises TooMuchError when that is too often."""
        found = super().read(size)
        self._count(len(found))
        return found

    def getbuffer(self) -> memoryview:
        """Give all bytes; raises TooMuchError when that is too often."""
        found = super().getbuffer()
        self._count(len(found))
        return found


class CarefulReader(pypdf.PdfReader):
    """A reader of PDF that counts its work, and rebuilds nothing."""

    work = 0

    @property
    def is_encrypted(self) -> bool:
        """Say no, so that no password is tried; `/Encrypt` in the trailer tells."""
        return False

    def get_object(self, indirect_reference: int | IndirectObject) -> PdfObject | None:
        """Give an object; raises TooMuchError when that is too much work."""
        number = indirect_reference if isinstance(indirect_reference, int) else indirect_reference.idnum
        self._count(1)
        place = self.xref_objStm.get(number)
        if place is not None and (0, number) not in self.resolved_objects:
            stream = super().get_object(place[0])
            count = stream.get("/N") if isinstance(stream, StreamObject) else None
            if isinstance(stream, StreamObject) and isinstance(count, int):
                self._count(max(0, count) + len(stream.get_data()) // 20)
        return super().get_object(indirect_reference)

    def _count(self, work: int) -> None:
        self.work += work
        if self.work > MOST_WORK:
            raise TooMuchError

    def _rebuild_xref_table(self, stream: object) -> None:  # noqa: ARG002
        raise PdfReadError


@contextmanager
def open_pdf(content: bytes) -> Iterator[CarefulReader]:
    """Open a PDF for the block; raises BrokenError when it cannot be read, there or in the block."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with apply_configuration(
            zlib_maximum_output_length=MOST_UNFOLDED,
            lzw_maximum_output_length=MOST_UNFOLDED,
            run_length_maximum_output_length=MOST_UNFOLDED,
            stream_decoding_work_maximum_length=3 * MOST_UNFOLDED,
            stream_filters_maximum_length=4,
        ):
            yield CarefulReader(_CountedStream(content), xref_stream_maximum_entries=MOST_REFERENCES)
    except BrokenError:
        raise
    except TooMuchError:
        raise BrokenError("it has so many parts that it cannot be checked to its end") from None
    except Exception:  # noqa: BLE001 (a hostile file can make the library raise anything)
        raise BrokenError(DAMAGED) from None


def read_value(found: DictionaryObject, key: str) -> PdfObject | None:
    """Give what a dictionary has under a key, also where it stands elsewhere in the file; None where it has nothing."""
    value = found.get(key)
    return value.get_object() if isinstance(value, PdfObject) else None
