"""Values as messages show them: in backticks, short, and with nothing in them that cannot be seen."""

import unicodedata

_LONGEST = 60

#: So that no value can end the backticks it stands in.
_LOOKS_LIKE_BACKTICK = "\u02cb"


def quote_value(value: str) -> str:
    """Give the value in backticks, at most 60 characters of it, hidden characters as `U+XXXX`."""
    short = value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"
    return f"`{show_text(short)}`"


def quote_path(path: str) -> str:
    """Give a path in backticks, all of it: it is there to be copied."""
    return f"`{show_text(path)}`"


def show_text(text: str) -> str:
    """Give the text with every character that would not be seen as `U+XXXX`."""
    if not text.isprintable():
        text = "".join(map(_show_character, text))
    return text.replace("`", _LOOKS_LIKE_BACKTICK)


def name_character(character: str) -> str:
    """Give a character by its number and name: `U+200B (zero width space)`."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X} ({name})" if name else f"U+{ord(character):04X}"


def name_space(character: str) -> str:
    """Name a space that is none to YAML, with its article: `a no-break space (U+00A0)`; else give ""."""
    if character == " " or unicodedata.category(character) != "Zs":
        return ""
    name = unicodedata.name(character).lower()
    return f"a{'n' if name[0] in 'aeiou' else ''} {name} (U+{ord(character):04X})"


def _show_character(character: str) -> str:
    if unicodedata.category(character) == "Zs":
        return " "
    return character if character.isprintable() else f"U+{ord(character):04X}"
