"""Pictures: whether they are whole, and not made to fill a reader's memory."""

import re
import struct
import zlib
from collections.abc import Callable, Mapping

from scm_site.reading.attached.file_kinds import JPEG, PNG, WEBP, FileKind
from scm_site.reading.attached.inspected import BrokenError, Inspected

#: So many points of a picture are enough for a poster; what unfolds to more is refused.
MOST_PIXELS = 100_000_000

Size = tuple[int, int]

#: Segments of a JPEG that give its size (ITU-T T.81, table B.1).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_START_OF_SCAN, _END = 0xDA, b"\xff\xd9"
_STOPS = frozenset({0xD8, 0xD9, *range(0xD0, 0xD8)})


def inspect_picture(content: bytes, kind: FileKind) -> Inspected:
    """Tell what is wrong with a picture of a kind."""
    try:
        width, height = _READERS[kind](content)
    except (BrokenError, struct.error, IndexError):
        return Inspected(broken="it is not a whole picture; the end or a part of it is missing")
    if not width or not height:
        return Inspected(broken="it is a picture without width or height")
    if width * height > MOST_PIXELS:
        danger = f"{width:,} × {height:,} points, which would fill the memory of a reader's device"
        return Inspected(dangers=(danger,), way_out="Make the picture smaller.")
    return Inspected()


def _read_png(content: bytes) -> Size:
    """Go through the chunks of a PNG and give its size (W3C PNG, section 5)."""
    place, size = 8, None
    while True:
        length, name = struct.unpack_from(">I4s", content, place)
        checksum = struct.unpack_from(">I", content, place + 8 + length)[0]
        if zlib.crc32(memoryview(content)[place + 4 : place + 8 + length]) != checksum:
            raise BrokenError
        if size is None:
            if name != b"IHDR":
                raise BrokenError
            size = struct.unpack_from(">II", content, place + 8)
        if name == b"IEND":
            return size[0], size[1]
        place += 12 + length


def _read_jpeg(content: bytes) -> Size:
    """Go through the segments of a JPEG up to its picture, and give its size (ITU-T T.81, annex B)."""
    place, size = 2, None
    while True:
        found = re.compile(rb"\xff+([^\xff])", re.DOTALL).match(content, place)
        if found is None:
            raise BrokenError
        marker, place = found[1][0], found.end()
        if marker in _STOPS or not marker:
            raise BrokenError
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", content, place + 3)
            size = width, height
        if marker == _START_OF_SCAN:
            break
        place += struct.unpack_from(">H", content, place)[0]
    if size is None or content.find(_END, place) < 0:
        raise BrokenError
    return size


def _read_webp(content: bytes) -> Size:
    """Give the size of a WebP picture (RFC 9649)."""
    length, chunk = struct.unpack_from("<I4x4s", content, 4)
    if length + 8 > len(content):
        raise BrokenError
    if chunk == b"VP8X":
        wide, high = (int.from_bytes(content[start : start + 3], "little") for start in (24, 27))
        return wide + 1, high + 1
    if chunk == b"VP8L":
        bits = struct.unpack_from("<I", content, 21)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 ":
        wide, high = struct.unpack_from("<HH", content, 26)
        return wide & 0x3FFF, high & 0x3FFF
    raise BrokenError


_READERS: Mapping[FileKind, Callable[[bytes], Size]] = {PNG: _read_png, JPEG: _read_jpeg, WEBP: _read_webp}
