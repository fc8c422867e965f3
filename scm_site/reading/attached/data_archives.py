"""ZIP archives of data: nothing in them that could run, or that hides more."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from scm_site.reading.attached.archives import ZipArchive, open_archive
from scm_site.reading.attached.file_kinds import (
    ANOTHER_ARCHIVE,
    OLD_OFFICE,
    PDF,
    PROGRAM,
    ZIP,
    FileKind,
    find_beginning,
)
from scm_site.reading.attached.inspected import BrokenError
from scm_site.reading.attached.office_files import find_named_dangers
from scm_site.reading.attached.pdf_words import find_pdf_words
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
_PACKED = frozenset({".docx", ".pptx", ".xlsx", ".odt", ".odp", ".ods"})
_PROGRAMS, _ARCHIVES = frozenset(_PROGRAM_ENDS.split()), frozenset(_ARCHIVE_ENDS.split())


def find_archive_dangers(archive: ZipArchive) -> Iterator[str]:
    """Say what in an archive could run or hides more; raises BrokenError when a file cannot be unpacked.

    Documents in an archive are not opened, only glanced at: one archive could hold so many that it never ends.
    """
    for name, content in archive.unpack_all():
        quoted = quote_value(name)
        suffix = PurePosixPath(name.lower().rstrip(". ")).suffix
        beginning = find_beginning(content)
        if suffix in _PROGRAMS or beginning is PROGRAM:
            yield f"{quoted}, which can run"
        elif (
            suffix in _ARCHIVES
            or beginning is ANOTHER_ARCHIVE
            or (beginning is ZIP and suffix not in _PACKED)
        ):
            yield f"{quoted}, an archive in an archive"
        elif beginning is OLD_OFFICE:
            yield f"{quoted}, an old Office file, which can hold macros"
        else:
            yield from (f"{danger} in {quoted}" for danger in _glance(content, beginning))


def _glance(content: bytes, beginning: FileKind | None) -> Iterator[str]:
    """Say what in a document could run, by what can be seen without opening it."""
    if beginning is PDF:
        yield from find_pdf_words(content)
    elif beginning is ZIP:
        try:
            document = open_archive(content)
        except BrokenError:
            yield "something that cannot be opened"
        else:
            yield from (*document.dangers, *find_named_dangers(document))
