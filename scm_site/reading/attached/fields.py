"""Fields of Word documents: only such as show what the document itself knows (ECMA-376, part 1, 17.16)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from lxml import etree

from scm_site.reading.attached.allowed import FIELDS
from scm_site.reading.attached.faults import Fault
from scm_site.reading.attached.links import is_allowed_link
from scm_site.reading.attached.xml_parts import find_name, list_elements, remove, unwrap
from scm_site.reading.quoting import quote_value

_ARGUMENT = re.compile(r'"((?:\\.|[^"\\])*)"?|(\S+)')
_WITH_TEXT = frozenset({"\\l", "\\o", "\\t", "\\s"})

#: Stands in a field's code for a field in it, whose result nobody here knows.
_INNER = "\ufffc"


@dataclass(slots=True)
class _Field:
    code: str = ""
    elements: list[etree._Element] = field(default_factory=list)


def find_field_faults(root: etree._Element) -> Iterator[Fault]:
    """Give the fields of a part whose code is not on the list."""
    for found in _list_fields(root):
        if words := _judge_code(found.code):
            yield Fault(words, partial(_take_out, found.elements))


def _list_fields(root: etree._Element) -> Iterator[_Field]:
    """Give the fields of a part; one that never ends is one, too."""
    stack: list[_Field] = []
    for element in list_elements(root):
        local, code = find_name(element.tag)[1], ""
        kind = next(
            (value for key, value in element.attrib.items() if find_name(key)[1] == "fldCharType"), ""
        )
        if local == "fldSimple":
            code = next((value for key, value in element.attrib.items() if find_name(key)[1] == "instr"), "")
            yield _Field(code, [element])
        elif local == "fldChar" and kind == "begin":
            stack.append(_Field(elements=[element]))
        elif local in ("instrText", "delInstrText"):
            stack = stack or [_Field()]
            stack[-1].code += element.text or ""
            stack[-1].elements.append(element)
        elif local == "fldChar" and stack:
            stack[-1].elements.append(element)
            if kind == "end":
                yield stack.pop()
                for outer in stack[-1:]:
                    outer.code += _INNER
    yield from stack


def _judge_code(code: str) -> str:
    """Say what a field does that it may not, or ""."""
    name, rest = [*code.split(maxsplit=1), "", ""][:2]
    name = "=" if name.startswith("=") else name.partition("\\")[0].upper()
    if name not in FIELDS and code.strip():
        return f"a field {quote_value(name or code.strip()[:20])}, which can load or start something"
    if name == "HYPERLINK" and not is_allowed_link(target := _find_target(rest)):
        return f"a link to {quote_value(target)}"
    return ""


def _find_target(arguments: str) -> str:
    """Give where a link leads; a place in the document itself where it names nothing else."""
    skip = False
    for quoted, bare in _ARGUMENT.findall(arguments):
        if not skip and not bare.startswith("\\"):
            return str(quoted or bare).replace("\\\\", "\\")
        skip = bare.lower() in _WITH_TEXT
    return "#"


def _take_out(elements: list[etree._Element]) -> None:
    for element in elements:
        (unwrap if find_name(element.tag)[1] == "fldSimple" else remove)(element)
