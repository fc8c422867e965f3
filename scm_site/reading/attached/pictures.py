"""Pictures: whether they are whole, not made to fill a reader's memory, and hold nothing but the picture.

A picture is parted into its pieces (chunks of PNG and WebP, segments of JPEG). Each is on the list of the allowed, or
tells neither where nor by whom it was taken; a copy goes without those that do.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from scm_site.reading.attached import allowed
from scm_site.reading.attached.faults import BrokenError, Fault
from scm_site.reading.attached.file_kinds import JPEG, PNG, WEBP, FileKind
from scm_site.reading.attached.picture_metadata import (
    find_exif_faults,
    find_iptc_faults,
    find_raw_faults,
    find_xmp_faults,
    keep_orientation,
)
from scm_site.reading.quoting import quote_value

#: So many points of a picture are enough for a poster; what unfolds to more is refused.
MOST_PIXELS = 100_000_000
#: Some programs write a few bytes too many; nothing fits into these.
_MOST_BEHIND = 8
_PADDING = b"\0\r\n\t \xff"

#: Segments of a JPEG that give its size (ITU-T T.81, table B.1).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN_END = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]", re.DOTALL)
_MARKER = re.compile(rb"\xff+([^\xff])", re.DOTALL)
_MARKUP = re.compile(rb"<[!?/]?\s*[a-z]", re.IGNORECASE)
_XMP, _EXIF = b"http://ns.adobe.com/xap/1.0/\0", b"Exif\0"

_COLOURS = (b"ICC_PROFILE\0", b"Adobe")
_METADATA = frozenset(
    {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME", b"EXIF", b"XMP ", *range(0xE1, 0xF0), 0xFE}
)

_RAW = b"Raw profile type "
BROKEN = "it is not a whole picture; the end or a part of it is missing"


@dataclass(slots=True)
class Piece:
    """A piece of a picture: its name (a number in a JPEG), what it says, and its bytes as they stand in the file."""

    name: bytes | int
    body: bytes
    whole: bytes


class Picture:
    """A picture of a kind; raises BrokenError when it is not whole."""

    def __init__(self, kind: FileKind, content: bytes) -> None:
        self.kind = kind
        try:
            self.pieces, self.rest = _READERS[kind](content)
            self.size = _SIZES[kind](self.pieces)
        except (struct.error, IndexError, ValueError, StopIteration):
            raise BrokenError(BROKEN) from None
        if not all(self.size):
            raise BrokenError("it is a picture without width or height")

    def find_faults(self) -> Iterator[Fault]:
        """Give what is in it besides the picture."""
        width, height = self.size
        if width * height > MOST_PIXELS:
            yield Fault(f"{width:,} × {height:,} points, which would fill the memory of a reader's device")
        elif self.kind is PNG and _unfolds(self.pieces, width, height):
            yield Fault("far more data than its size tells")
        if len(self.rest.strip(_PADDING)) > _MOST_BEHIND:
            yield Fault(f"{len(self.rest):,} bytes behind the picture", partial(setattr, self, "rest", b""))
        for piece in list(self.pieces):
            for fault in _JUDGES[self.kind](piece):
                yield Fault(fault.words, partial(self._leave_out, piece), fault.is_maker)

    def _leave_out(self, piece: Piece) -> None:
        """Leave a piece out; of EXIF, what side is up stays."""
        if piece in self.pieces:
            place = self.pieces.index(piece)
            exif = keep_orientation(piece.body) if self.kind is JPEG and piece.name == 0xE1 else b""
            head = b"\xff\xe1" + struct.pack(">H", len(exif) + 2)
            self.pieces[place : place + 1] = [Piece(0xE1, exif, head + exif)] if exif else []

    def leave_out_metadata(self) -> bool:
        """Leave out all that is no part of the picture, and tell whether there was something."""
        said = [
            piece for piece in self.pieces if piece.name in _METADATA and not piece.body.startswith(_COLOURS)
        ]
        before = self.save()
        for piece in said:
            self._leave_out(piece)
        return self.save() != before

    def save(self) -> bytes:
        """Give its bytes."""
        made = b"".join(piece.whole for piece in self.pieces)
        if self.kind is PNG:
            return b"\x89PNG\r\n\x1a\n" + made
        if self.kind is JPEG:
            return b"\xff\xd8" + made
        left = {piece.name for piece in self.pieces}
        flags = made[8] & ~(0 if b"EXIF" in left else 8) & ~(0 if b"XMP " in left else 4)
        made = made[:8] + bytes([flags]) + made[9:] if made.startswith(b"VP8X") else made
        return b"RIFF" + struct.pack("<I", len(made) + 4) + b"WEBP" + made


def _read_png(content: bytes) -> tuple[list[Piece], bytes]:
    """Part a PNG into its chunks (W3C PNG, section 5), and give what stands behind them."""
    place, pieces = 8, list[Piece]()
    while not pieces or pieces[-1].name != b"IEND":
        length, name = struct.unpack_from(">I4s", content, place)
        end = place + 12 + length
        (checksum,) = struct.unpack_from(">I", content, end - 4)
        if zlib.crc32(memoryview(content)[place + 4 : end - 4]) != checksum:
            raise ValueError
        pieces.append(Piece(name, content[place + 8 : end - 4], content[place:end]))
        place = end
    return pieces, content[place:]


def _read_jpeg(content: bytes) -> tuple[list[Piece], bytes]:
    """Part a JPEG into its segments (ITU-T T.81, annex B), each scan with its data."""
    place, pieces = 2, list[Piece]()
    while True:
        found = _MARKER.match(content, place)
        if found is None or not found[1][0] or found[1][0] in range(0xD0, 0xD9):
            raise ValueError
        marker, start, place = found[1][0], place, found.end()
        if marker == 0xD9:
            pieces.append(Piece(marker, b"", content[start:place]))
            return pieces, content[place:]
        (length,) = struct.unpack_from(">H", content, place)
        body, place = content[place + 2 : place + length], place + length
        if marker == 0xDA:
            ends = _SCAN_END.search(content, place)
            if ends is None:
                raise ValueError
            place = ends.start()
        pieces.append(Piece(marker, body, content[start:place]))


def _read_webp(content: bytes) -> tuple[list[Piece], bytes]:
    """Part a WebP picture into its chunks (RFC 9649)."""
    (length,) = struct.unpack_from("<I", content, 4)
    place, end, pieces = 12, length + 8, list[Piece]()
    if end > len(content):
        raise ValueError
    while place < end:
        name, size = struct.unpack_from("<4sI", content, place)
        following = place + 8 + size + size % 2
        if place + 8 + size > end:
            raise ValueError
        pieces.append(Piece(name, content[place + 8 : place + 8 + size], content[place:following]))
        place = following
    return pieces, content[max(end, place) :]


def _size_png(pieces: list[Piece]) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", pieces[0].body if pieces[0].name == b"IHDR" else b"")
    return width, height


def _size_jpeg(pieces: list[Piece]) -> tuple[int, int]:
    frame = next(piece for piece in pieces if piece.name in _FRAMES)
    height, width = struct.unpack_from(">HH", frame.body, 1)
    if not any(piece.name == 0xDA for piece in pieces):
        raise ValueError
    return width, height


def _size_webp(pieces: list[Piece]) -> tuple[int, int]:
    first = pieces[0]
    if first.name == b"VP8X":
        wide, high = (int.from_bytes(first.body[start : start + 3], "little") for start in (4, 7))
        return wide + 1, high + 1
    if first.name == b"VP8L":
        (bits,) = struct.unpack_from("<I", first.body, 1)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    wide, high = struct.unpack_from("<HH", first.body if first.name == b"VP8 " else b"", 6)
    return wide & 0x3FFF, high & 0x3FFF


def _unfolds(pieces: list[Piece], width: int, height: int) -> bool:
    """Tell whether the data of a PNG unfold to more than its points need."""
    depth, colour = pieces[0].body[8:10]
    row = (width * depth * {0: 1, 2: 3, 3: 1, 4: 2}.get(colour, 4) + 7) // 8 + 1
    left, inflater = row * height + 16 * (width + height) + 1024, zlib.decompressobj()
    try:
        for piece in pieces:
            data = piece.body if piece.name == b"IDAT" else b""
            while data and left > 0:
                left -= len(inflater.decompress(data, min(left, 2**20) + 1))
                data = inflater.unconsumed_tail
    except zlib.error:
        raise BrokenError(BROKEN) from None
    return left <= 0


def _judge_png(piece: Piece) -> Iterator[Fault]:
    if piece.name == b"eXIf":
        yield from find_exif_faults(piece.body)
    elif piece.name in (b"tEXt", b"zTXt", b"iTXt"):
        yield from _judge_text(piece)
    elif piece.name not in allowed.PNG_CHUNKS:
        yield Fault(f"a chunk {quote_value(repr(piece.name)[2:-1])}, which is no part of the picture")


def _judge_text(piece: Piece) -> Iterator[Fault]:
    """Judge a text in a PNG by its keyword (W3C PNG, section 11.3.3)."""
    try:
        yield from _judge_keyword(piece)
    except zlib.error:
        yield Fault("a remark that cannot be read")


def _judge_keyword(piece: Piece) -> Iterator[Fault]:
    keyword, _, rest = piece.body.partition(b"\0")
    if keyword == b"XML:com.adobe.xmp":
        packed, text = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
        yield from find_xmp_faults(zlib.decompressobj().decompress(text, 2**22) if packed else text)
    elif keyword.startswith(_RAW):
        text = zlib.decompressobj().decompress(rest[1:], 2**22) if piece.name == b"zTXt" else rest
        yield from find_raw_faults(keyword.removeprefix(_RAW).strip().lower(), text)
    elif keyword.lower() in (b"author", b"artist", b"copyright"):
        yield Fault(rest.decode("latin-1").strip("\0 "), is_maker=True)
    elif not allowed.PNG_TEXTS.fullmatch(keyword):
        yield Fault(
            f"a remark {quote_value(keyword.decode('latin-1'))}, which may tell where or by whom it was made"
        )


def _judge_jpeg(piece: Piece) -> Iterator[Fault]:
    body, marker = piece.body, int(piece.name)
    if marker in allowed.JPEG_SEGMENTS or body.startswith(allowed.JPEG_APPLICATIONS.get(marker, ())):
        return
    if marker == 0xE1 and body.startswith(_EXIF):
        yield from find_exif_faults(body)
    elif marker == 0xE1 and body.startswith(_XMP):
        yield from find_xmp_faults(body[len(_XMP) :])
    elif marker == 0xED and body.startswith((b"Photoshop 3.0\0", b"Adobe_Photoshop")):
        yield from find_iptc_faults(body)
    elif marker == 0xFE and not _MARKUP.search(body):
        return
    else:
        what = "a remark with markup" if marker == 0xFE else f"a segment of the number {marker}"
        yield Fault(f"{what}, which is no part of the picture")


def _judge_webp(piece: Piece) -> Iterator[Fault]:
    if piece.name == b"EXIF":
        yield from find_exif_faults(piece.body)
    elif piece.name == b"XMP ":
        yield from find_xmp_faults(piece.body)
    elif piece.name not in allowed.WEBP_CHUNKS:
        yield Fault(f"a chunk {quote_value(repr(piece.name)[2:-1])}, which is no part of the picture")


_READERS: Mapping[FileKind, Callable[[bytes], tuple[list[Piece], bytes]]] = {
    PNG: _read_png,
    JPEG: _read_jpeg,
    WEBP: _read_webp,
}
_SIZES: Mapping[FileKind, Callable[[list[Piece]], tuple[int, int]]] = {
    PNG: _size_png,
    JPEG: _size_jpeg,
    WEBP: _size_webp,
}
_JUDGES: Mapping[FileKind, Callable[[Piece], Iterator[Fault]]] = {
    PNG: _judge_png,
    JPEG: _judge_jpeg,
    WEBP: _judge_webp,
}
