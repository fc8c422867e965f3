"""Plain values as YAML that every reader takes for the same value."""

import json
import re

#: Texts that need no quotes: a date, or a letter first and then nothing that means more in YAML.
_PLAIN = re.compile(
    r"[A-Za-z][\w ./@()+-]*(?:\w|[.)/])|[A-Za-z]|https://[\w./-]+|[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII
)

#: Texts that some reader of YAML takes for something else.
_WORDS = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def make_yaml_text(value: object) -> str:
    """Give a text, a number or a yes/no as YAML on one line."""
    if not isinstance(value, str):
        return json.dumps(value)
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)


def make_yaml_lines(value: object, indent: str = "") -> list[str]:
    """Give any value as the lines of YAML that stand below its field's name."""
    if isinstance(value, dict):
        return [
            line for name, inner in value.items() for line in _make_entry(f"{indent}{name}:", inner, indent)
        ]
    if isinstance(value, list):
        return [line for inner in value for line in _make_item(inner, indent)]
    return [indent + make_yaml_text(value)]


def _make_entry(start: str, value: object, indent: str) -> list[str]:
    if isinstance(value, dict | list):
        return [start, *make_yaml_lines(value, f"{indent}  ")]
    return [f"{start} {make_yaml_text(value)}"]


def _make_item(value: object, indent: str) -> list[str]:
    first, *others = make_yaml_lines(value, f"{indent}  ")
    return [f"{indent}- {first.strip()}", *others]
