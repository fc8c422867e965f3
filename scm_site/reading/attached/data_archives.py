"""ZIP archives of data: only files of kinds that are allowed, each looked into as if it lay beside the outcome."""

from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath

from scm_site.reading.attached import allowed, file_kinds
from scm_site.reading.attached.faults import Fault
from scm_site.reading.attached.file_kinds import FileKind, find_beginning
from scm_site.reading.attached.formulas import find_formula
from scm_site.reading.attached.packages import Opener, Package, find_suffix
from scm_site.reading.attached.plain_texts import find_hidden, find_text_kind
from scm_site.reading.characters import find_wrong_characters
from scm_site.reading.media_types import MEDIA_TYPES
from scm_site.reading.portable_names import find_leftover, find_portability_fault
from scm_site.reading.quoting import quote_value

ARCHIVE_WAY_OUT = (
    "Make the archive again, with only the data, pictures and documents in it that readers need, each without macros "
    "and scripts. Pack no archive into it and set no password."
)
_ARCHIVES = allowed.list_words("""
    .7z .ace .arj .bz2 .cab .gz .iso .lz .lzma .rar .tar .tbz .tgz .txz .xz .z .zip .zst
    """)
_UNSEEN = (file_kinds.PROGRAM, file_kinds.ANOTHER_ARCHIVE, file_kinds.OLD_OFFICE, file_kinds.LOCKED_OFFICE)


class DataArchive:
    """An archive of data; `open_part` opens documents and pictures that are in it."""

    def __init__(self, package: Package, open_part: Opener) -> None:
        self.package, self.open_part = package, open_part
        self.save = package.save

    def find_faults(self) -> Iterator[Fault]:
        """Give what is not allowed; raises BrokenError when a file cannot be unpacked."""
        yield from self.package.find_dangers()
        blamed = {name for _, name in self.package.archive.dangers}
        for name in [one for one in self.package.names if one not in blamed]:
            content, quoted = self.package.read(name), quote_value(name)
            if words := _judge_name(name, content) or _judge_kind(name, content):
                yield Fault(f"{quoted}, {words}", partial(self.package.drop, name))
            else:
                yield from (
                    self.package.look_inside(name, self.open_part, partial(self.package.drop, name)) or ()
                )


def _judge_name(name: str, content: bytes) -> str:
    """Say what is wrong with the name of a file in an archive, or ""."""
    suffix, beginning = find_suffix(name), find_beginning(content)
    is_packed = beginning is file_kinds.ZIP and suffix not in file_kinds.BROKEN_ZIP.suffixes
    if suffix in _ARCHIVES or beginning is file_kinds.ANOTHER_ARCHIVE or is_packed:
        return "an archive in an archive"
    if beginning in (file_kinds.OLD_OFFICE, file_kinds.LOCKED_OFFICE):
        return "an old Office file, which can hold macros"
    parts = PurePosixPath(name).parts
    if any(find_portability_fault(part) for part in parts) or next(find_wrong_characters(name), None):
        return "whose name not every computer can hold, or that hides what it is"
    if any(find_leftover(part) for part in parts):
        return "which a program left behind, or which is hidden"
    known = suffix in MEDIA_TYPES or suffix in allowed.DATA_TEXTS or suffix in allowed.DATA
    plain = (
        not suffix
        and not name.endswith(".")
        and beginning is None
        and find_text_kind(content) is file_kinds.TEXT
    )
    return "" if known or plain else "of a kind that is not allowed: it can run, or few programs know it"


def _judge_kind(name: str, content: bytes) -> str:
    """Say what is wrong with what is in a file against its name, or ""."""
    suffix, beginning = find_suffix(name), find_beginning(content)
    if not content.strip():
        return ""
    if beginning is file_kinds.PROGRAM:
        return "which can run"
    if suffix in MEDIA_TYPES and suffix not in file_kinds.TEXT.suffixes:
        return "" if _fits(beginning, suffix) else "which is not what its name says"
    if suffix in allowed.DATA:
        page = beginning is None and find_text_kind(content[:4096]) in (
            file_kinds.WEB_PAGE,
            file_kinds.DRAWING,
        )
        return "which is not what its name says" if page or (beginning and beginning.suffixes) else ""
    return _judge_text(suffix, content, beginning)


def _judge_text(suffix: str, content: bytes, beginning: FileKind | None) -> str:
    kind = beginning or find_text_kind(content)
    if kind in (file_kinds.WEB_PAGE, file_kinds.DRAWING) or beginning is not None:
        return "which is not what its name says"
    is_text = kind is file_kinds.TEXT
    if is_text and suffix in (".csv", ".tsv", ".tab") and (line := find_formula(content)):
        return f"a table with a formula in line {line}, which a spreadsheet would calculate"
    return (
        "which hides something in its text"
        if is_text and suffix in (".csv", ".txt") and find_hidden(content)
        else ""
    )


def _fits(beginning: FileKind | None, suffix: str) -> bool:
    is_packed = beginning is file_kinds.ZIP and suffix in file_kinds.BROKEN_ZIP.suffixes
    return is_packed or (beginning is not None and suffix in beginning.suffixes)
