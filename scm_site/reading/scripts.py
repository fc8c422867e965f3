"""Words whose letters are of several scripts: `pаypal` with a Cyrillic `а` (`assets/forms/scripts.js` says the same).

Only scripts with letters that look alike count: Chinese, Arabic or Georgian beside Latin deceives nobody. Nor is it a
fault to write a sign of science (`kΩ`, `μg`) or a name that is put together of two whole parts (`ПриватBank`).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from scm_site.reading.look_alikes import looks_latin

#: The scripts that have letters in common by their looks, as Unicode's names of letters begin.
SCRIPTS = ("Latin", "Greek", "Cyrillic", "Armenian")
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
#: Small Greek letters that no science uses as a sign, since they look like Latin ones.
NO_SIGNS = "οιυ"
#: Greek letters with which longer words begin: micro, and a difference.
PREFIXES = "μΔ"


@cache
def find_script(letter: str) -> str:
    """Give which of the scripts a letter is of, or ""."""
    script = unicodedata.name(letter, "").partition(" ")[0].capitalize()
    return script if script in SCRIPTS else ""


def has_several_scripts(text: str) -> bool:
    """Tell whether a text has letters of more than one of the scripts, wherever they stand."""
    return not text.isascii() and len({*map(find_script, set(text))} - {""}) > 1


def find_mixed_words(text: str, *, is_name: bool = False) -> Iterator[tuple[int, str]]:
    """Give position and word where the letters of a word are of several scripts; in a name, signs are no excuse."""
    for found in _WORD.finditer(text) if not text.isascii() else ():
        if not found[0].isascii() and is_mixed(found[0], is_name=is_name):
            yield found.start(), unicodedata.normalize("NFC", found[0])


def is_mixed(word: str, *, is_name: bool = False) -> bool:
    """Tell whether a word's letters are of several scripts without a good reason."""
    letters = list_letters(word)
    scripts = {*map(find_script, letters)}
    if len(scripts - {""}) > 1:
        return is_name or not (is_sign(letters) or is_compound(letters))
    return len(scripts) > 1 and all(looks_latin(one) for one in letters if not find_script(one))


def list_letters(word: str) -> list[str]:
    """Give the letters of a word without width or style; the sign for micro is a sign of its own, and no letter."""
    return [
        letter for letter in unicodedata.normalize("NFKC", word.replace("\u00b5", "")) if letter.isalpha()
    ]


def is_sign(letters: list[str]) -> bool:
    """Tell whether a word is a sign of science: one or two Greek letters with a unit, an index or an acronym."""
    word = "".join(letters)
    greek = "".join(letter for letter in letters if find_script(letter) == "Greek")
    before, found, after = word.partition(greek or word)
    if not greek or not found or len(greek) > 2 or any(map(is_no_sign, greek)):
        return False
    if greek.islower() and (before + after).isupper():
        return True
    longest = 2 if any(map(looks_latin, greek)) else 3
    is_short = len(before + after) <= longest and (greek.isupper() or not before or not after)
    return is_short or (not before and greek in PREFIXES)


def is_no_sign(letter: str) -> bool:
    """Tell whether a Greek letter is taken for a Latin one, so that nobody uses it as a sign."""
    return letter in NO_SIGNS or (letter.isupper() and looks_latin(letter))


def is_compound(letters: list[str]) -> bool:
    """Tell whether a word is put together of two whole parts, as `ПриватBank` or `LEDлампи`."""
    parts = ["".join(part) for _, part in groupby(letters, find_script)]
    if len(parts) != 2 or min(map(len, parts)) < 2:
        return False
    first, second = parts
    is_seam = (first[-1].islower() and second[0].isupper()) or (first.isupper() and second.islower())
    return is_seam and not all(find_script(one) == "Latin" or looks_latin(one) for one in letters)


def list_foreign(word: str) -> list[str]:
    """Give the letters of the scripts that a word has least of, each once."""
    letters = list_letters(word)
    scripts = [find_script(letter) for letter in letters]
    most = max(scripts, key=lambda script: (scripts.count(script), script == "Latin"))
    return list(dict.fromkeys(letter for letter in letters if find_script(letter) != most))
