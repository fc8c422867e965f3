"""What stands in the parts of an Office file (ECMA-376): fields, formulas, links, changes, and who made it."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from lxml import etree

from scm_site.reading.attached import allowed
from scm_site.reading.attached.faults import Fault
from scm_site.reading.attached.fields import find_field_faults
from scm_site.reading.attached.formulas import find_formula_fault
from scm_site.reading.attached.links import is_allowed_link
from scm_site.reading.attached.xml_parts import find_name, list_elements, remove, unwrap
from scm_site.reading.quoting import quote_value

_TRACKED = allowed.list_words("""
    ins del moveFrom moveTo cellIns cellDel cellMerge moveFromRangeStart moveFromRangeEnd moveToRangeStart
    moveToRangeEnd rPrChange pPrChange tblPrChange tblPrExChange tcPrChange trPrChange sectPrChange numberingChange
    tblGridChange
    """)
_FORMULAS = allowed.list_words(
    "f formula formula1 formula2 definedName calculatedColumnFormula totalsRowFormula"
)
_MAKERS = frozenset({"creator", "lastModifiedBy", "Manager", "author"})
_WORD, _SHEET = re.compile("/wordprocessingml/"), re.compile("/spreadsheetml/|/chart|office/excel|/excel/")


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
