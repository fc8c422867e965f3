"""A record with all that it says, as a file that people can read."""

import re
import textwrap
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from scm_site.scaffold.yaml_text import make_yaml_text

#: How wide a line is: of text that is folded, and of a short list that stands behind its name.
WIDTH = 118
SHORT = 72
#: Texts that stand behind a name without quotes, with all that is read as it stands there.
_PLAIN = re.compile(r"[A-Za-zÀ-ž](?:[^\n\t:#]|:(?=\S)|(?<=\S)#)*(?<![\s:])")
_FOLDABLE = re.compile(r"\S+(?: \S+)*(?:\n{1,2}\S+(?: \S+)*)*")


def render_record(data: Mapping[str, Any], *, is_markdown: bool) -> str:
    """Give a record as the text of its file; in a Markdown file, what stands under `text` is its body."""
    fields = dict(data)
    body = str(fields.pop("text", "")).strip("\n") if is_markdown else ""
    lines = write_fields(fields, "")
    if is_markdown:
        lines = ["---", *lines, "---", *([body] if body else [])]
    return "".join(f"{line}\n" for line in lines)


def write_fields(fields: Mapping[str, Any], indent: str) -> list[str]:
    """Give the lines of some fields."""
    return [line for name, value in fields.items() for line in write_field(f"{indent}{name}:", value, indent)]


def write_field(start: str, value: Any, indent: str) -> list[str]:
    """Give the lines of one field, or of an entry of a list; `start` is what stands before its content."""
    if isinstance(value, Mapping) and value:
        return [start, *write_fields(value, f"{indent}  ")]
    if isinstance(value, list) and value:
        short = f"{start} [{', '.join(map(write_value, value))}]" if is_simple(value) else ""
        if short and len(short) <= SHORT:
            return [short]
        return [start, *(line for one in value for line in write_item(one, f"{indent}  "))]
    if isinstance(value, str) and ("\n" in value or (len(f"{start} {value}") > WIDTH and " " in value)):
        return write_long(start, value, f"{indent}  ")
    is_plain = isinstance(value, str) and " " in value and _PLAIN.fullmatch(value)
    return [f"{start} {value if is_plain else write_value(value)}"]


def write_item(value: Any, indent: str) -> list[str]:
    """Give the lines of an entry of a list."""
    if isinstance(value, Mapping) and value:
        first, *others = write_fields(value, f"{indent}  ")
        return [f"{indent}- {first.strip()}", *others]
    return write_field(f"{indent}-", value, indent)


def write_long(start: str, text: str, indent: str) -> list[str]:
    """Give a text on several lines, folded where that gives it back as it is; else on one line, in quotes."""
    if not _FOLDABLE.fullmatch(text):
        return [f"{start} {write_value(text)}"]
    lines = list[str]()
    for number, paragraph in enumerate(text.split("\n")):
        lines += [""] if number else []
        lines += textwrap.wrap(paragraph, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False)
    return [f"{start} >-", *(f"{indent}{line}".rstrip() for line in lines)]


def is_simple(values: list[Any]) -> bool:
    """Tell whether a list holds short words alone, none of which needs quotes."""
    return all(not isinstance(one, Mapping | list) and not write_value(one).startswith('"') for one in values)


def write_value(value: Any) -> str:
    """Give a text, a number or a yes/no on one line, and an empty list or field as such."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return make_yaml_text(value)
