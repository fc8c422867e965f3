"""A record as it was before: less some fields, some of them with another value.

A field is named as in `minutes` or `minutes.approved`; `members.9` is the tenth item of a list, `members.9.charter` a
field in it, `text` what stands below the fields, `text.2` the part of that from its third heading `##` to the next.
"""

import re
from collections.abc import Sequence


class NoFieldError(ValueError):
    """A record has no such field."""


def drop(text: str, fields: Sequence[str]) -> str:
    """Give a record less some fields."""
    if "text" in fields and text.startswith("---\n"):
        text = "---\n".join(text.split("---\n")[:2]) + "---\n"
    for field in sorted(set(fields) - {"text"}, key=count_from_the_end):
        name, _, item = field.partition(".")
        if name == "text":
            text = text.replace(find_section(text, int(item)), "", 1)
            continue
        block = find_block(text, name, "")
        text = text.replace(block, drop_part(block, *item.split(".")) if item else "", 1)
    return text


def set_value(text: str, field: str, value: str) -> str:
    """Give a record in which a field of one line has another value."""
    name, *inner = field.split(".")
    block = find_block(text, name, "")
    if not inner:
        return text.replace(block, f"{name}: {value}\n", 1)
    number, key = int(inner[0]), inner[1]
    head, *items = split_items(block)
    line = find_block(items[number].replace("  - ", "    ", 1), key, "    ")
    place = line if line in items[number] else line.replace("    ", "  - ", 1)
    items[number] = items[number].replace(place, place.split(":")[0] + f": {value}\n", 1)
    return text.replace(block, head + "".join(items), 1)


def count_from_the_end(field: str) -> tuple[str, int]:
    """Let the last items of a list go first, so that the others keep their numbers."""
    name, _, item = field.partition(".")
    number = item.partition(".")[0]
    return name, -int(number) if number.isdecimal() else 0


def find_section(text: str, number: int) -> str:
    """Give a part of the body with its heading."""
    return re.split(r"^(?=## )", text, flags=re.MULTILINE)[number + 1]


def find_block(text: str, name: str, indent: str) -> str:
    """Give the lines of a field; raises NoFieldError."""
    block = re.search(rf"^{indent}{name}:.*\n(?:{indent}[ \t]+.*\n|\n(?=[ \t]))*", text, re.MULTILINE)
    if block is None:
        raise NoFieldError(f"there is no field {name}")
    return block[0]


def split_items(block: str) -> list[str]:
    """Give the first line of a list, then its items."""
    return re.split(r"^(?=  - )", block, flags=re.MULTILINE)


def drop_part(block: str, number: str, inner: str = "") -> str:
    """Give a list less one of its items or less a field in it, or a mapping less one of its fields."""
    if not number.isdecimal():
        return block.replace(find_block(block, number, "  "), "", 1)
    head, *items = split_items(block)
    item = items[int(number)]
    items[int(number)] = item.replace(find_block(item, inner, "    "), "", 1) if inner else ""
    return head + "".join(items)
