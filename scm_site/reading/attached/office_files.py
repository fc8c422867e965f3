"""Office files (Office Open XML, ECMA-376: docx, pptx, xlsx): what in their parts is not on the list of the allowed."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from urllib.parse import unquote

from lxml import etree

from scm_site.reading.attached import allowed
from scm_site.reading.attached.faults import Fault
from scm_site.reading.attached.fields import find_field_faults
from scm_site.reading.attached.file_kinds import OFFICE, find_beginning, is_media
from scm_site.reading.attached.formulas import find_formula_fault
from scm_site.reading.attached.links import is_allowed_link
from scm_site.reading.attached.packages import Opener, Package, find_suffix
from scm_site.reading.attached.packed_kinds import MACRO_TYPE, TYPES
from scm_site.reading.attached.xml_parts import find_name, list_elements, remove, unwrap
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
_TRACKED = allowed.list_words("""
    ins del moveFrom moveTo cellIns cellDel cellMerge moveFromRangeStart moveFromRangeEnd moveToRangeStart
    moveToRangeEnd rPrChange pPrChange tblPrChange tblPrExChange tcPrChange trPrChange sectPrChange numberingChange tblGridChange
    """)
_FORMULAS = allowed.list_words(
    "f formula formula1 formula2 definedName calculatedColumnFormula totalsRowFormula"
)
_MAIN_TYPE = re.compile(r"ms-(word|excel|powerpoint)\..*\.main", re.IGNORECASE)
_PLAIN_TYPES = dict(zip(("word", "powerpoint", "excel"), OFFICE, strict=True))
_MAKERS = frozenset({"creator", "lastModifiedBy", "Manager", "author"})
_WORD, _SHEET = re.compile("/wordprocessingml/"), re.compile("/spreadsheetml/|/chart|office/excel|/excel/")


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


def judge_tree(root: etree._Element, name: str) -> Iterator[Fault]:
    """Judge what stands in a part that is XML."""
    yield from find_field_faults(root)
    for element in list_elements(root):
        space, local = find_name(element.tag)
        judge = _ELEMENTS.get(local, _find_nothing)
        yield from judge(element, space, name)
        yield from _judge_attributes(element, name)


def _judge_attributes(element: etree._Element, name: str) -> Iterator[Fault]:
    """Judge links, things that are loaded, and what happens on a click."""
    for key, value in element.attrib.items():
        local = find_name(key)[1]
        judge = _ATTRIBUTES.get(local)
        if judge and (words := judge(value)):
            yield Fault(f"{words} ({quote_value(name)})", partial(element.attrib.pop, key, None))
        elif local == "author" and value.strip():
            yield Fault(value.strip(), partial(element.set, key, "Author"), is_maker=True)
        elif local.startswith("on") and find_name(element.tag)[0].endswith("/svg") and len(local) > 3:
            yield Fault(
                f"a drawing with a script ({quote_value(name)})", partial(element.attrib.pop, key, None)
            )


def _judge_link(value: str) -> str:
    is_inside = not value.strip() or (re.fullmatch(r"[\w./# %-]*", value) and not value.startswith("//"))
    inline = value.startswith("data:image/")
    return "" if is_inside or inline or is_allowed_link(value) else f"a link to {quote_value(value)}"


def _judge_source(value: str) -> str:
    is_inside = re.fullmatch(r"[\w./# %-]*", value) and not value.startswith("//")
    return "" if is_inside else f"a part that is loaded from {quote_value(value)} when the file is opened"


def _judge_action(value: str) -> str:
    is_other = value.lower().startswith("ppaction:") and not allowed.SLIDE_ACTIONS.fullmatch(value)
    return f"an order to start something on a click ({quote_value(value)})" if is_other else ""


_ATTRIBUTES: Mapping[str, Callable[[str], str]] = {
    "href": _judge_link,
    "src": _judge_source,
    "action": _judge_action,
    "macro": lambda value: "an order to run a macro" if value.strip() else "",
    "onAction": lambda _: "an order to run a macro",
}


def _find_nothing(_element: etree._Element, _space: str, _name: str) -> Iterator[Fault]:
    yield from ()


def _find_tracked(element: etree._Element, space: str, name: str) -> Iterator[Fault]:
    local = find_name(element.tag)[1]
    if _WORD.search(space):
        parent = element.getparent()
        adds = (
            local in ("ins", "moveTo")
            and parent is not None
            and find_name(parent.tag)[1] not in ("rPr", "trPr")
        )
        yield Fault(f"tracked changes ({quote_value(name)})", partial(unwrap if adds else remove, element))


def _find_formulas(element: etree._Element, space: str, name: str) -> Iterator[Fault]:
    if _SHEET.search(space) and (words := find_formula_fault(element.text or "")):
        parent = element.getparent()
        is_cell = parent is not None and find_name(parent.tag)[1] == "c"
        target = element if is_cell or parent is None else parent
        yield Fault(
            f"{words} ({quote_value(name)})",
            partial(remove, target if find_name(target.tag)[1] != "definedNames" else element),
        )


def _find_maker(element: etree._Element, space: str, _name: str) -> Iterator[Fault]:
    if (element.text or "").strip() and "bibliography" not in space:
        empty = "Author" if find_name(element.tag)[1] == "author" else ""
        yield Fault(element.text.strip(), partial(setattr, element, "text", empty), is_maker=True)


def _find_person(element: etree._Element, _space: str, _name: str) -> Iterator[Fault]:
    named = {find_name(key)[1]: value.strip() for key, value in element.attrib.items()}
    who = (
        named.get("author") or named.get("displayName") or (named.get("name") if "initials" in named else "")
    )
    if who:
        yield Fault(who, partial(_unname, element), is_maker=True)


def _unname(element: etree._Element) -> None:
    """Leave a person there, to whom remarks may lead, and take out who it is."""
    for child in list(element):
        element.remove(child)
    for key in element.attrib:
        if find_name(key)[1] in ("author", "displayName", "name", "userId", "initials", "providerId"):
            element.set(key, "Author" if find_name(key)[1] != "providerId" else "None")


def _find_forbidden(words: str) -> Callable[[etree._Element, str, str], Iterator[Fault]]:
    def find(element: etree._Element, _space: str, name: str) -> Iterator[Fault]:
        yield Fault(f"{words} ({quote_value(name)})", partial(remove, element))

    return find


def _find_script(element: etree._Element, space: str, name: str) -> Iterator[Fault]:
    if space.endswith("/svg"):
        yield Fault(f"a drawing with a script ({quote_value(name)})", partial(remove, element))


_ELEMENTS: Mapping[str, Callable[[etree._Element, str, str], Iterator[Fault]]] = {
    **dict.fromkeys(_FORMULAS, _find_formulas),
    **dict.fromkeys(_MAKERS, _find_maker),
    **dict.fromkeys(_TRACKED, _find_tracked),
    **dict.fromkeys(("person", "cmAuthor"), _find_person),
    **dict.fromkeys(("script", "foreignObject", "iframe", "handler", "set", "animate"), _find_script),
    "mailMerge": _find_forbidden("a connection to data elsewhere"),
    "altChunk": _find_forbidden("another document in place of a paragraph"),
    "ddeLink": _find_forbidden("an order to another program (DDE)"),
    "FmlaMacro": _find_forbidden("an order to run a macro"),
}
