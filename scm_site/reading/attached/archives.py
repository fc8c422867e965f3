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

from scm_site.reading.attached.faults import BrokenError
from scm_site.reading.quoting import quote_value

MOST_MEMBERS = 2_000
MOST_UNPACKED = 100 * 1024 * 1024

_ENCRYPTED = 0x1
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_END_SIZE, _COMMENT = 22, re.compile(rb"[\w .,:;()/@+-]{0,200}")
_UNSAFE_PATH = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f\\]")


@dataclass(frozen=True, kw_only=True, slots=True)
class ZipArchive:
    """A ZIP archive: its bytes, its members by name, and what is wrong with it, with the member that is to blame."""

    content: bytes
    members: dict[str, ZipInfo]
    dangers: tuple[tuple[str, str], ...] = ()

    def unpack(self, name: str) -> bytes:
        """Give the bytes of a member; raises BrokenError when they are not what the archive says."""
        return unpack_member(self.content, self.members[name])


def open_archive(content: bytes) -> ZipArchive:
    """Open a ZIP archive; raises BrokenError when it is none.

    Where its `dangers` tell of a password or of too much in it, it is not to be unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            members, comment = opened.infolist(), opened.comment
    except Exception:  # noqa: BLE001 (a hostile file can make the library raise anything)
        raise BrokenError("it is not a whole ZIP archive; it may have been cut off on the way") from None
    if not members:
        raise BrokenError("there is nothing in it")
    named = {member.filename: member for member in members}
    return ZipArchive(
        content=content,
        members=named,
        dangers=(*_find_dangers(members), *_find_hidden(content, comment, members)),
    )


def is_too_much(archive: ZipArchive) -> bool:
    """Tell whether an archive unfolds to more than it should."""
    unpacked = sum(member.file_size for member in archive.members.values())
    return unpacked > MOST_UNPACKED or len(archive.members) > MOST_MEMBERS


def has_password(archive: ZipArchive) -> bool:
    """Tell whether anything in an archive asks for a password."""
    return any(member.flag_bits & _ENCRYPTED for member in archive.members.values())


def _find_hidden(content: bytes, comment: bytes, members: list[ZipInfo]) -> Iterator[tuple[str, str]]:
    """Say what is in the file besides the archive, so that other programs may take it for something else."""
    end = len(content) - _END_SIZE - len(comment)
    if min(member.header_offset for member in members) or content[max(end, 0) : end + 4] != b"PK\x05\x06":
        yield "something before or behind the archive", ""
    if not _COMMENT.fullmatch(comment):
        yield "a remark that is more than a few words", ""


def _find_dangers(members: list[ZipInfo]) -> Iterator[tuple[str, str]]:
    """Say what is wrong with the table of contents."""
    if len(members) > MOST_MEMBERS:
        yield f"{len(members):,} files, and {MOST_MEMBERS:,} are the most", ""
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED:
        yield f"files that unfold to {unpacked:,} bytes, and {MOST_UNPACKED:,} bytes are the most", ""
    seen: dict[str, str] = {}
    for member in members[:MOST_MEMBERS]:
        name, quoted = member.filename, quote_value(member.filename)
        if member.flag_bits & _ENCRYPTED:
            yield f"{quoted}, which asks for a password", name
        if _UNSAFE_PATH.search(member.orig_filename):
            yield f"{quoted}, which would be unpacked into another folder", name
        if _is_link(member):
            yield f"{quoted}, which is a link and not a file", name
        if name.casefold() in seen:
            yield (
                f"{quoted} twice, so that programs differ in what they open",
                name if seen[name.casefold()] != name else "",
            )
        seen.setdefault(name.casefold(), name)


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
