"""Texts that look alike: each has a skeleton, and two that readers take for each other have the same one.

The skeleton is that of Unicode (UTS 39, section 4), made from `unicode_security/confusables.txt`, and then of small
letters, so that `0`, whose look-alike is the capital `O`, is also one of `o`.
"""

import unicodedata
from functools import cache
from pathlib import Path

from scm_site.reading.folding import fold_text

_LISTED = Path(__file__).parent / "unicode_security" / "confusables.txt"
#: `m` is listed as `rn`. Here it is the other way round: it is the same, and a text of ASCII stays as long as it is.
_TWO_FOR_ONE = ("rn", "m")


@cache
def read_look_alikes() -> dict[int, str]:
    """Give for each character that has look-alikes the one, or the few, that stand for all of them."""
    lines = _LISTED.read_text(encoding="utf-8-sig").splitlines()
    parts = (line.split(";") for line in lines if line and not line.startswith("#"))
    return {int(source, 16): _read_characters(target) for source, target, *_ in parts if source != "006D "}


def _read_characters(codes: str) -> str:
    return "".join(chr(int(code, 16)) for code in codes.split())


@cache
def _read_ascii() -> dict[int, str]:
    """Give the same for ASCII alone: it is all that a text of ASCII can have, and quick."""
    return {number: like for number, like in read_look_alikes().items() if number < 128 and len(like) == 1}


def make_skeleton(text: str) -> str:
    """Give what a text has in common with all texts that look like it; two spaces or lines are one."""
    if text.isascii():
        return _make_small(" ".join(text.split()).translate(_read_ascii()))
    apart = unicodedata.normalize("NFD", fold_text(text).strip())
    return _make_small(unicodedata.normalize("NFD", apart.translate(read_look_alikes())))


def _make_small(text: str) -> str:
    """Give a text in small letters, once more with one character for all that look alike."""
    return text.lower().translate(_read_ascii()).replace(*_TWO_FOR_ONE)


def look_alike(one: str, other: str) -> bool:
    """Tell whether two texts are taken for each other, and differ in more than capitals and spaces."""
    return write_plainly(one) != write_plainly(other) and make_skeleton(one) == make_skeleton(other)


def write_plainly(text: str) -> str:
    """Give a text as it is the same for everybody: capital or not, its accents composed, its spaces single."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


@cache
def looks_latin(letter: str) -> bool:
    """Tell whether a letter looks like one of the Latin alphabet without accents."""
    like = read_look_alikes().get(ord(letter), letter)
    return len(like) == 1 and like.isascii() and like.isalpha()


@cache
def list_latin_look_alikes() -> str:
    """Give all letters that look like one of the Latin alphabet without accents, and are no form of it."""
    letters = (chr(number) for number in read_look_alikes() if number > 127)
    return "".join(
        one
        for one in letters
        if one.isalpha() and looks_latin(one) and unicodedata.is_normalized("NFKC", one)
    )


def find_other_letters(text: str, meant: str) -> list[str]:
    """Give the characters of a text that the one which is meant does not have, each once."""
    has = set(meant.casefold())
    return [letter for letter in dict.fromkeys(text) if letter.casefold() not in has and not letter.isspace()]
