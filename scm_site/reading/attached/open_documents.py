"""OpenDocument files (OASIS OpenDocument 1.3: odt, odp, ods): what in their members is not allowed."""

import posixpath
from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote

from lxml import etree

from scm_site.reading.attached import allowed
from scm_site.reading.attached.faults import BrokenError, Fault
from scm_site.reading.attached.file_kinds import find_beginning, is_media
from scm_site.reading.attached.formulas import find_formula_fault
from scm_site.reading.attached.links import is_allowed_link
from scm_site.reading.attached.packages import Opener, Package, find_suffix
from scm_site.reading.attached.packed_kinds import MIMETYPE
from scm_site.reading.attached.xml_parts import find_name, list_elements, remove
from scm_site.reading.quoting import quote_value

MANIFEST = "META-INF/manifest.xml"
_FORMULA = frozenset({"formula", "expression"})
_MAKERS = frozenset({"creator", "initial-creator", "printed-by", "sender-firstname", "sender-lastname"})
_SCRIPTS = ("basic/", "scripts/", "dialogs/")

#: Elements that are not allowed though their kind is, each with its words.
_ELEMENTS = {
    "tracked-changes": "tracked changes",
    "dde-source": "an order to another program (DDE)",
    "dde-connection-decl": "an order to another program (DDE)",
    "dde-link": "an order to another program (DDE)",
    "script": "macros",
    "applet": "an embedded program",
    "object-ole": "an embedded object that can be a program",
    "floating-frame": "a page that is loaded from elsewhere",
    "connection-resource": "a connection to data elsewhere",
    "database-source-table": "a connection to data elsewhere",
    "database-source-query": "a connection to data elsewhere",
    "database-source-sql": "a connection to data elsewhere",
    "cell-range-source": "a part that is loaded from elsewhere",
    "table-source": "a part that is loaded from elsewhere",
}
#: These lead to where a reader goes with a click; all others name what the document is made of.
_LINKS = frozenset(
    {
        "a",
        "hyperlink",
        "area-rectangle",
        "area-circle",
        "area-polygon",
        "event-listener",
        "form",
        "button",
        "image-frame",
    }
)
_CHANGES = frozenset({"change", "change-start", "change-end"})


class OpenDocument:
    """An OpenDocument file; `open_part` opens pictures that are in it."""

    def __init__(self, package: Package, open_part: Opener) -> None:
        self.package, self.open_part = package, open_part
        self.save = package.save

    def find_faults(self) -> Iterator[Fault]:
        """Give what is not allowed; raises BrokenError where a member cannot be read."""
        if MANIFEST in self.package.names and b"encryption-data" in self.package.read(MANIFEST):
            raise BrokenError("it asks for a password")
        yield from self.package.find_dangers()
        for name in list(self.package.names):
            content = self.package.read(name)
            if words := self._find_words(name, content):
                yield Fault(f"{words} ({quote_value(name)})", partial(self._drop, name))
            elif (
                found := self.package.look_inside(name, self.open_part, partial(self._drop, name))
            ) is not None:
                yield from found
            elif find_suffix(name) in (".xml", ".rdf") and content.strip():
                yield from self._judge_tree(name)

    def _find_words(self, name: str, content: bytes) -> str:
        """Say what a member is that is not allowed, or ""."""
        if name.lower().startswith(_SCRIPTS):
            return "macros"
        if not allowed.MEMBERS.fullmatch(name):
            is_object = name.startswith("Object")
            return (
                "an embedded object that can be a program"
                if is_object
                else "a part of a kind that is not allowed"
            )
        is_text = find_suffix(name) in (".xml", ".rdf") or name in (MIMETYPE, "layout-cache")
        begins = find_beginning(content)
        if (
            is_text
            or is_media(content)
            or (begins is not None and begins.suffixes and begins.suffixes[0] != ".zip")
        ):
            return ""
        is_drawing = b"<svg" in content[:2000] and self.package.read_tree(name) is not None
        return "" if is_drawing else "something that is no picture, sound or film"

    def _drop(self, name: str) -> None:
        """Leave a member out, also in the list of them."""
        self.package.drop(name)
        if MANIFEST in self.package.names:
            for element in list_elements(self.package.read_tree(MANIFEST)):
                if any(
                    find_name(key)[1] == "full-path" and value == name
                    for key, value in element.attrib.items()
                ):
                    remove(element)

    def _judge_tree(self, name: str) -> Iterator[Fault]:
        for element in list_elements(self.package.read_tree(name)):
            space, local = find_name(element.tag)
            told = f"({quote_value(name)})"
            if not allowed.NAMESPACES.fullmatch(space):
                words = (
                    "orders to run macros" if "script" in space else "elements of a kind that is not allowed"
                )
                yield Fault(f"{words} {told}", partial(remove, element))
            elif local in _ELEMENTS and not (local == "script" and "office" not in space):
                yield Fault(f"{_ELEMENTS[local]} {told}", partial(remove, element))
                yield from self._find_marks(name, local)
            elif local in _MAKERS and (element.text or "").strip():
                yield Fault(element.text.strip(), partial(setattr, element, "text", ""), is_maker=True)
            else:
                yield from self._judge_attributes(element, name)

    def _find_marks(self, name: str, local: str) -> Iterator[Fault]:
        """Give the marks of tracked changes, which go with them."""
        if local == "tracked-changes":
            for element in list_elements(self.package.read_tree(name)):
                if find_name(element.tag)[1] in _CHANGES:
                    yield Fault(f"tracked changes ({quote_value(name)})", partial(remove, element))

    def _judge_attributes(self, element: etree._Element, name: str) -> Iterator[Fault]:
        own = find_name(element.tag)[1]
        for key, value in element.attrib.items():
            space, local = find_name(key)
            words = ""
            if local == "href" and space.endswith("xlink"):
                words = self._judge_link(own, value, name)
            elif (local in _FORMULA and ":table:" in space) or (local == "formula" and ":text:" in space):
                words = find_formula_fault(value.partition(":=")[2] or value)
            elif (
                local == "action" and ":presentation:" in space and value not in allowed.PRESENTATION_ACTIONS
            ):
                words = "an order to start something on a click"
            if words:
                mend = (
                    partial(remove, element)
                    if own == "event-listener"
                    else partial(element.attrib.pop, key, None)
                )
                yield Fault(f"{words} ({quote_value(name)})", mend)

    def _judge_link(self, own: str, target: str, name: str) -> str:
        """Say where a link leads that it may not, or ""."""
        if not target.strip() or target.startswith("#"):
            return ""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(target).partition("#")[0]))
        if any(one == path or one.startswith(f"{path}/") for one in self.package.names) or target.startswith(
            "./Object"
        ):
            return ""
        if own in _LINKS or own == "config-item":
            return "" if is_allowed_link(target) else f"a link to {quote_value(target)}"
        if "Configurations2" in name and target.startswith(".uno:"):
            return ""
        is_inside = target.startswith(
            ("Pictures/", "./ObjectReplacements/", "ObjectReplacements/", "Object ", "Media/")
        )
        return (
            "" if is_inside else f"a part that is loaded from {quote_value(target)} when the file is opened"
        )
