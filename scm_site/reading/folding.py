"""Texts as their meaning is read: the same for all signs, digits and spaces that look or mean alike.

`assets/forms/folding.js` does the same in a browser.
"""

import re
import unicodedata

from scm_site.reading.characters import Fault, find_wrong_characters

#: Joiners and selectors have their place in emoji and some scripts, but never in an address or a number.
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"
_SPACES = re.compile(r"\s+")
#: What is read as a dash, or as the dot of an address, and is neither for Unicode's compatibility.
_SIGNS = {0x2212: "-", 0x3002: "."}


class _Folds(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, number: int) -> str:
        self[number] = folded = _fold_character(chr(number))
        return folded


def _fold_character(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in ("Pd", "Zs"):
        return "-" if category == "Pd" else " "
    is_unseen = any(fault in (Fault.BIDI, Fault.INVISIBLE) for _, fault in find_wrong_characters(character))
    return "" if is_unseen or character in _JOINERS else character


_FOLDS = _Folds(_SIGNS)


def fold_text(text: str) -> str:
    """Give a text in Unicode's compatible form (NFKC), its digits, dashes and spaces those of ASCII, nothing unseen."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_FOLDS)
    return _SPACES.sub(" ", text)
