"""ZIP archives of data: nothing in them that could run, or that hides more."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from scm_site.reading.attached.archives import Archive
from scm_site.reading.attached.file_kinds import ANOTHER_ARCHIVE, OLD_OFFICE, PROGRAM, ZIP, find_beginning
from scm_site.reading.media_types import find_media_type
from scm_site.reading.quoting import quote_value

ARCHIVE_WAY_OUT = (
    "Make the archive again, with only the data, pictures and documents in it that readers need, each without macros "
    "and scripts. Pack no archive into it and set no password."
)

#: Files that a double click would run, or that a browser would run from the reader's own disk.
_PROGRAM_ENDS = """
    .app .apk .bat .chm .class .cmd .com .cpl .deb .dll .dmg .docm .dotm .elf .exe .gadget .hta .htm .html
    .inf .jar .jnlp .js .jse .lnk .mht .mhtml .mjs .msc .msi .msp .pif .pkg .potm .ppam .pps .ppsm .pptm .ps1 .psm1
    .py .pyc .rb .reg .rpm .run .scf .scr .sct .sh .shtml .so .svg .svgz .swf .url .vb .vbe .vbs .wasm .website .ws
    .wsf .wsh .xht .xhtml .xlam .xlsb .xlsm .xltm .xsl .xslt
"""
_ARCHIVE_ENDS = ".7z .ace .arj .bz2 .cab .gz .iso .lz .lzma .rar .tar .tbz .tgz .txz .xz .z .zip .zst"
_PROGRAMS, _ARCHIVES = frozenset(_PROGRAM_ENDS.split()), frozenset(_ARCHIVE_ENDS.split())

#: Gives the dangers in the bytes of a document.
FindDangers = Callable[[str, bytes], tuple[str, ...]]


def find_archive_dangers(archive: Archive, find_dangers: FindDangers) -> Iterator[str]:
    """Say what in an archive could run or hides more; raises BrokenError when a file cannot be unpacked."""
    for name, content in archive.unpack_all():
        quoted = quote_value(name)
        suffix = PurePosixPath(name.lower().rstrip(". ")).suffix
        beginning = find_beginning(content)
        if suffix in _PROGRAMS or beginning is PROGRAM:
            yield f"{quoted}, which can run"
        elif suffix in _ARCHIVES or beginning is ANOTHER_ARCHIVE:
            yield f"{quoted}, an archive in an archive"
        elif beginning is OLD_OFFICE:
            yield f"{quoted}, an old Office file, which can hold macros"
        elif find_media_type(name):
            yield from (f"{danger} in {quoted}" for danger in find_dangers(name, content))
        elif beginning is ZIP:
            yield f"{quoted}, an archive in an archive"
