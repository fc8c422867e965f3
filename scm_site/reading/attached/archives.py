"""ZIP archives, and everything that is packed as one: opened with limits, and unpacked in memory only.

Each member is unpacked once, by its own bytes: what the table of contents says about its size is not believed
(`zipfile` stops where that table says, other programs do not).
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import ZipInfo

from scm_site.reading.attached.inspected import BrokenError
from scm_site.reading.quoting import quote_value

MOST_MEMBERS = 2_000
MOST_UNPACKED = 100 * 1024 * 1024

_ENCRYPTED = 0x1
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_UNSAFE_PATH = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f\\]")


@dataclass(frozen=True, kw_only=True, slots=True)
class ZipArchive:
    """A ZIP archive: its bytes, and its members by name."""

    content: bytes
    members: dict[str, ZipInfo]
    dangers: tuple[str, ...] = ()

    def unpack(self, name: str) -> bytes:
        """Give the bytes of a member; raises BrokenError when they are not what the archive says."""
        return unpack_member(self.content, self.members[name])

    def unpack_all(self) -> Iterator[tuple[str, bytes]]:
        """Give each file in the archive with its bytes, one at a time; raises BrokenError as `unpack` does."""
        for name, member in self.members.items():
            if not member.is_dir():
                yield name, self.unpack(name)


def open_archive(content: bytes) -> ZipArchive:
    """Open a ZIP archive; raises BrokenError when it is none.

    Where its `dangers` tell of a password or of too much in it, it is not to be unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            members = opened.infolist()
    except Exception:  # noqa: BLE001 (a hostile file can make the library raise anything)
        raise BrokenError("it is not a whole ZIP archive; it may have been cut off on the way") from None
    if not members:
        raise BrokenError("there is nothing in it")
    named = {member.filename: member for member in members}
    return ZipArchive(content=content, members=named, dangers=tuple(_find_dangers(members)))


def is_too_much(archive: ZipArchive) -> bool:
    """Tell whether an archive unfolds to more than it should."""
    unpacked = sum(member.file_size for member in archive.members.values())
    return unpacked > MOST_UNPACKED or len(archive.members) > MOST_MEMBERS


def has_password(archive: ZipArchive) -> bool:
    """Tell whether anything in an archive asks for a password."""
    return any(member.flag_bits & _ENCRYPTED for member in archive.members.values())


def _find_dangers(members: list[ZipInfo]) -> Iterator[str]:
    """Say what is wrong with the table of contents."""
    if len(members) > MOST_MEMBERS:
        yield f"{len(members):,} files, and {MOST_MEMBERS:,} are the most"
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED:
        yield f"files that unfold to {unpacked:,} bytes, and {MOST_UNPACKED:,} bytes are the most"
    seen: set[str] = set()
    for member in members[:MOST_MEMBERS]:
        quoted = quote_value(member.filename)
        if member.flag_bits & _ENCRYPTED:
            yield f"{quoted}, which asks for a password"
        if _UNSAFE_PATH.search(member.orig_filename):
            yield f"{quoted}, which would be unpacked into another folder"
        if _is_link(member):
            yield f"{quoted}, which is a link and not a file"
        if member.filename.casefold() in seen:
            yield f"{quoted} twice, so that programs differ in what they open"
        seen.add(member.filename.casefold())


def _is_link(member: ZipInfo) -> bool:
    kind = stat.S_IFMT(member.external_attr >> 16)
    return kind not in (0, stat.S_IFREG, stat.S_IFDIR)


def unpack_member(content: bytes, member: ZipInfo) -> bytes:
    """Unpack one member by its own bytes; raises BrokenError when it is not as large or not what the archive says."""
    packed = _find_packed(content, member)
    if member.compress_type == zipfile.ZIP_STORED:
        unpacked, whole = bytes(packed), True
    elif member.compress_type == zipfile.ZIP_DEFLATED:
        unpacked, whole = _inflate(packed, member.file_size + 1)
    else:
        raise BrokenError(f"{quote_value(member.filename)} in it is packed in a way that few programs know")
    if not whole or len(unpacked) != member.file_size or zlib.crc32(unpacked) != member.CRC:
        raise BrokenError(f"{quote_value(member.filename)} in it is not what its table of contents says")
    return unpacked


def _find_packed(content: bytes, member: ZipInfo) -> memoryview:
    """Give the packed bytes of a member, which stand behind a header of their own (APPNOTE.TXT, section 4.3.7)."""
    try:
        mark, name, extra = _LOCAL_HEADER.unpack_from(content, member.header_offset)
    except struct.error:
        mark, name, extra = b"", 0, 0
    start = member.header_offset + _LOCAL_HEADER.size + name + extra
    packed = memoryview(content)[start : start + member.compress_size]
    if mark != b"PK\x03\x04" or len(packed) != member.compress_size:
        raise BrokenError(f"{quote_value(member.filename)} is named in it, but not there")
    return packed


def _inflate(packed: memoryview, most: int) -> tuple[bytes, bool]:
    """Give the unpacked bytes, at most so many, and whether that is all of them."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        return inflater.decompress(packed, most), inflater.eof
    except zlib.error:
        return b"", False
