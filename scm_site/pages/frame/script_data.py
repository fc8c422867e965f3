"""Data inside a page, for programs and for our own scripts: JSON that may stand in a script element as it is."""

import json

#: Signs that could end the element or start another one, and line ends that JavaScript does not allow in a text.
UNSAFE = str.maketrans({letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"})


def write_for_script(data: object) -> str:
    """Give data as JSON in which no text can break out of its script element (HTML, 4.12.1.3)."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)
