"""Which files the register has, as a number for each: a form tells a link to one of them from a slip (rule T004).

The paths themselves would name outcomes that are not public yet.
"""

from scm_site.records.register import Register

#: Where the numbers stand on the site.
PATHS = "file/paths.json"

START, PRIME = 2166136261, 16777619


def number_paths(register: Register) -> list[int]:
    """Give the number of every file that is a record, in the order of the numbers."""
    return sorted({number_path(path) for path in register.paths})


def number_path(path: str) -> int:
    """Give the number of a path: FNV-1a of 32 bits, as `assets/forms/records.js` works it out."""
    number = START
    for byte in path.encode():
        number = (number ^ byte) * PRIME & 0xFFFFFFFF
    return number
