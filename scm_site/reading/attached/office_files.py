"""Office files (Office Open XML, ECMA-376: docx, pptx, xlsx): what in their parts is not on the list of the allowed."""

import posixpath
import re
from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote

from lxml import etree

from scm_site.reading.attached import allowed
from scm_site.reading.attached.faults import Fault
from scm_site.reading.attached.file_kinds import OFFICE, find_beginning, is_media
from scm_site.reading.attached.links import is_allowed_link
from scm_site.reading.attached.office_parts import judge_tree
from scm_site.reading.attached.packages import Opener, Package, find_suffix
from scm_site.reading.attached.packed_kinds import MACRO_TYPE, TYPES
from scm_site.reading.attached.xml_parts import find_name, list_elements, remove
from scm_site.reading.quoting import quote_value

_RELATED = re.compile(r"/officedocument/(?:2006/)?relationships$", re.IGNORECASE)

#: What people call parts that are not allowed, by a word in their type or name.
_WORDS = (
    (re.compile("vba|macro", re.IGNORECASE), "macros"),
    (re.compile("activex|/ctrlprops/", re.IGNORECASE), "a control that runs a program"),
    (re.compile("oleobject|/embeddings/", re.IGNORECASE), "an embedded object that can be a program"),
    (re.compile("externallink", re.IGNORECASE), "a link to another workbook"),
    (re.compile("connections|querytable", re.IGNORECASE), "a connection to data elsewhere"),
    (re.compile("webextension|customui|toolbar", re.IGNORECASE), "an addition to the program that opens it"),
    (re.compile("revision", re.IGNORECASE), "tracked changes"),
    (re.compile("html|mht|rtf|message", re.IGNORECASE), "another document in place of a paragraph"),
)
_MAIN_TYPE = re.compile(r"ms-(word|excel|powerpoint)\..*\.main", re.IGNORECASE)
_PLAIN_TYPES = dict(zip(("word", "powerpoint", "excel"), OFFICE, strict=True))


class OfficeFile:
    """An Office file; `open_part` opens documents and pictures that are in it."""

    def __init__(self, package: Package, open_part: Opener) -> None:
        self.package, self.open_part = package, open_part
        self.save = package.save
        self.types: dict[str, str] = {}
        for element in list_elements(package.read_tree(TYPES)):
            key = element.get("PartName") or f".{element.get('Extension', '')}"
            self.types.setdefault(key.lower(), element.get("ContentType", ""))

    def find_faults(self) -> Iterator[Fault]:
        """Give what is not allowed; raises BrokenError where a part cannot be read."""
        yield from self.package.find_dangers()
        dropped = [name for name in self.package.names if self._find_words(name)]
        if not any(self._find_words(name) == "macros" for name in dropped):
            yield from (
                Fault(f"macros (by {quote_value(TYPES)})", self._unlist) for _ in self._list_macros()[:1]
            )
        for name in list(self.package.names):
            if name in dropped:
                words = f"{self._find_words(name)} ({quote_value(name)})"
                yield Fault(words, partial(self._drop, name))
            elif name.lower().endswith(".rels"):
                yield from self._judge_relations(name, dropped)
            elif name != TYPES:
                yield from self._judge_part(name)

    def _find_words(self, name: str) -> str:
        """Say what a part is whose type is not allowed, or ""."""
        if name == TYPES or name.lower().endswith(".rels"):
            return ""
        kind = self._find_type(name)
        is_allowed = (
            is_text(kind)
            or allowed.PACKED_PARTS.fullmatch(kind)
            or (allowed.OPAQUE_PARTS.fullmatch(kind) and find_suffix(name) != ".bin")
            or kind.lower().endswith(".printersettings")
        )
        if is_allowed and not _WORDS[1][0].search(name) and "vbaproject" not in name.lower():
            return ""
        told = (words for pattern, words in _WORDS if pattern.search(f"{kind} /{name}"))
        return next(told, "a part of a kind that is not allowed")

    def _find_type(self, name: str) -> str:
        """Give the type of a part by the list of types, "" where it has none."""
        return self.types.get(f"/{name.lower()}") or self.types.get(find_suffix(name)) or ""

    def _list_macros(self) -> list[etree._Element]:
        elements = list_elements(self.package.read_tree(TYPES))
        return [one for one in elements if MACRO_TYPE.search(one.get("ContentType", ""))]

    def _unlist(self) -> None:
        """Have the list of types tell of no macros."""
        for element in self._list_macros():
            program = _MAIN_TYPE.search(element.get("ContentType", ""))
            if program:
                element.set("ContentType", _PLAIN_TYPES[program[1].lower()])
            else:
                remove(element)

    def _drop(self, name: str) -> None:
        """Leave a part out, and all that leads to it."""
        self.package.drop(name)
        self.package.drop(_name_relations(name))
        self._unlist()
        for element in list_elements(self.package.read_tree(TYPES)):
            if element.get("PartName", "").lower() == f"/{name.lower()}":
                remove(element)
        for relations in [one for one in self.package.names if one.lower().endswith(".rels")]:
            for element in list_elements(self.package.read_tree(relations)):
                if _resolve(relations, element) == name.lower():
                    self._cut_relation(relations, element)

    def _judge_relations(self, name: str, dropped: list[str]) -> Iterator[Fault]:
        """Judge where a part leads: out of the file only by links, inside only to what is there for that."""
        gone = [one.lower() for one in dropped]
        for element in list_elements(self.package.read_tree(name)):
            if find_name(element.tag)[1] != "Relationship":
                continue
            kind, target = element.get("Type", ""), element.get("Target", "")
            mend = partial(self._cut_relation, name, element)
            word = kind.rpartition("/")[2].lower()
            is_outside = element.get("TargetMode", "Internal").lower() != "internal"
            if is_outside and word == allowed.HYPERLINK:
                if not is_allowed_link(target):
                    yield Fault(f"a link to {quote_value(target)} (`{name}`)", mend)
            elif is_outside or ":" in target or "\\" in target or target.startswith("//"):
                yield Fault(f"a part that is loaded from {quote_value(target)} when the file is opened", mend)
            elif word not in allowed.RELATIONS and _resolve(name, element) not in gone:
                yield Fault(f"a part of a kind that is not allowed ({quote_value(word)})", mend)

    def _cut_relation(self, relations: str, element: etree._Element) -> None:
        """Take a relation out, and in the part that it belongs to what used it."""
        folder, _, source = relations.rpartition("_rels/")
        source, key = folder + source[: -len(".rels")], element.get("Id")
        remove(element)
        if source not in self.package.names or find_suffix(source) not in (".xml", ".vml"):
            return
        for user in list_elements(self.package.read_tree(source, mends=True)):
            for name, value in user.attrib.items():
                space, local = find_name(name)
                if value == key and _RELATED.search(space):
                    _cut_user(user, name, local)

    def _judge_part(self, name: str) -> Iterator[Fault]:
        kind, content = self._find_type(name), self.package.read(name)
        drop = partial(self._drop, name)
        if (found := self.package.look_inside(name, self.open_part, drop)) is not None:
            yield from found
        elif allowed.PACKED_PARTS.fullmatch(kind):
            yield Fault(f"a document in it that cannot be opened ({quote_value(name)})", drop)
        elif is_text(kind):
            root = self.package.read_tree(name, mends="vmldrawing" in kind.lower())
            yield from judge_tree(root, name)
        elif not (is_media(content) or (find_beginning(content) is None and not kind.startswith("image/"))):
            yield Fault(f"something that is no picture, font, sound or film ({quote_value(name)})", drop)


def is_text(kind: str) -> bool:
    """Tell whether parts of a type are XML that is allowed; what the main part may be is judged by the file's name."""
    found = allowed.OFFICE_TYPE.fullmatch(kind)
    is_known = found is not None and found[1].lower() in allowed.OFFICE_PARTS
    return is_known or kind.lower().endswith((".main+xml", "/svg+xml"))


def _name_relations(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def _resolve(relations: str, element: etree._Element) -> str:
    """Give the name of the part that a relation leads to, in small letters."""
    target, folder = unquote(element.get("Target", "")), relations.rpartition("_rels/")[0]
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/").lower()


def _cut_user(user: etree._Element, attribute: str, local: str) -> None:
    """Take out what used a relation: the attribute where an element goes without it, else the element."""
    own = find_name(user.tag)[1]
    if local in ("link", "href", "pict") or own == "hyperlink":
        del user.attrib[attribute]
    else:
        remove(user)
