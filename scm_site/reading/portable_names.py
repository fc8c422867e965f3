"""Names of files that not every computer can hold, or that a program left behind."""

import re
import unicodedata

#: The whole path from the root; Windows stops at 260 with the drive and the folder above it.
LONGEST_PATH = 200

_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "123456789")]
)
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]')

_LEFTOVERS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\.DS_Store|\._.*|\.AppleDouble"), "macOS makes such files by itself"),
    (re.compile(r"thumbs\.db|desktop\.ini", re.IGNORECASE), "Windows makes such files by itself"),
    (re.compile(r"~\$.*|\.~lock\..*#"), "an office program makes it while the document is open"),
    (
        re.compile(r".*~|#.*#|\..*\.sw[a-z]|.*\.(?:bak|orig|rej|tmp|swp)", re.IGNORECASE | re.DOTALL),
        "it is a copy that an editor made",
    ),
    (re.compile(r"\..*", re.DOTALL), "names that start with a dot are hidden"),
)


def find_leftover(name: str) -> str:
    """Say which program leaves files of such a name behind, or ""."""
    return next((origin for pattern, origin in _LEFTOVERS if pattern.fullmatch(name)), "")


def find_portability_fault(name: str) -> str:
    """Say why not every computer can hold the name, or ""."""
    if re.search("[\ud800-\udfff]", name):
        return "it holds bytes that are not UTF-8"
    if strange := _FORBIDDEN.search(name):
        return f"it holds {_show_character(strange[0])}"
    if name.endswith((".", " ")):
        return f"it ends in a {'dot' if name.endswith('.') else 'space'}"
    start = name.partition(".")[0].rstrip(" ")
    return f"`{start}` is the name of a device on Windows" if start.lower() in _RESERVED else ""


def fold_name(name: str) -> str:
    """Give what is left of a name on a computer that tells apart neither capitals nor forms of accents."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _show_character(character: str) -> str:
    return f"`{character}`" if character.isprintable() else f"the hidden character U+{ord(character):04X}"
