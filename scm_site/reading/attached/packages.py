"""Documents that are packed as a ZIP archive: their parts, as text or as trees, and packing them again."""

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath

from lxml import etree

from scm_site.reading.attached.archives import ZipArchive
from scm_site.reading.attached.faults import BrokenError, Fault, Opened
from scm_site.reading.attached.xml_parts import parse_part
from scm_site.reading.quoting import quote_value

#: Opens a document by its bytes, when it is of a kind that may be a part of another one.
Opener = Callable[[str, bytes], Opened | None]


class Package:
    """The parts of a document, of which some may have been changed."""

    def __init__(self, archive: ZipArchive) -> None:
        self.archive = archive
        self.names = [name for name, member in archive.members.items() if not member.is_dir()]
        self.trees: dict[str, etree._Element] = {}
        self.opened: dict[str, Opened] = {}

    def read(self, name: str) -> bytes:
        """Give the bytes of a part; raises BrokenError."""
        return self.archive.unpack(name)

    def read_tree(self, name: str, *, mends: bool = False) -> etree._Element:
        """Give the tree of a part, the same each time; raises BrokenError."""
        if name not in self.trees:
            self.trees[name] = parse_part(name, self.read(name), mends=mends)
        return self.trees[name]

    def drop(self, name: str) -> None:
        """Leave a part out."""
        if name in self.names:
            self.names.remove(name)

    def find_dangers(self) -> Iterator[Fault]:
        """Give what is wrong with the archive itself; packed again it has none of it."""
        for words, name in self.archive.dangers:
            yield Fault(words, partial(self.drop, name))

    def look_inside(self, name: str, open_part: Opener, drop: Callable[[], object]) -> list[Fault] | None:
        """Give the faults of a document or a picture that is a part of this one; None where a part is neither."""
        try:
            opened = open_part(name, self.read(name))
            faults = list(opened.find_faults()) if opened else []
        except BrokenError:
            return [Fault(f"something that cannot be opened in {quote_value(name)}", drop)]
        if opened is None:
            return None
        self.opened[name] = opened
        told = f" in {quote_value(name)}"
        return [
            Fault(fault.words + ("" if fault.is_maker else told), fault.mend or drop, fault.is_maker)
            for fault in faults
        ]

    def save(self) -> bytes:
        """Pack the parts again, in their order, without times and remarks."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
            for name in self.names:
                kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                packed.writestr(zipfile.ZipInfo(name), self._write(name), kind)
        return made.getvalue()

    def _write(self, name: str) -> bytes:
        if name in self.opened:
            return self.opened[name].save() or self.read(name)
        if name in self.trees:
            tree = self.trees[name].getroottree()
            return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))
        return self.read(name)


def find_suffix(name: str) -> str:
    """Give the end of a part's name, in small letters."""
    return PurePosixPath(name.lower().rstrip(". ")).suffix
