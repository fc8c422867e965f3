"""What private contact data looks like: as it is typed (N002), and as it is read once it is folded (N006)."""

import re
from collections.abc import Iterator

#: A name and a version, or a number and a price, have digits alone behind the sign.
E_MAIL = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?![0-9.]+(?![A-Za-z0-9.-]))[A-Za-z0-9-]{1,63}\.[A-Za-z0-9.-]{2,100}"
)
_YEAR = r"(?:19|20|21)[0-9]{2}"
#: Behind a word such as `mobile`: a day, or years one after another.
_TIME = rf"(?![0-9]{{2}}[./-][0-9]{{2}}[./-][0-9]{{4}})(?!{_YEAR}[ /.-](?:{_YEAR}|[01][0-9])(?![0-9]))"
PHONE = re.compile(
    r"(?<![\w/.-])(?<![0-9]\s)(?:\+|00)[1-9][0-9]{0,2}(?:[ ./()-]{0,2}[0-9]){6,12}(?![\w-])"
    rf"|(?i:\b(?:tel|phone|mobile)\b\.?:? ?){_TIME}[0-9(+][0-9 ()/.-]{{6,20}}"
)
#: Small letters only: `Vienna (AT)` is a town. In round brackets, `at` counts only before a name with a dot.
SPELT_OUT = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63} ?"
    r"(?:\[at\] ?[A-Za-z0-9][A-Za-z0-9.-]{0,100}"
    r"|\(at\) ?[A-Za-z0-9][A-Za-z0-9-]{0,62} ?(?:\.|\(dot\)|\[dot\]) ?[A-Za-z]{2,20})"
)
#: What it is, a sign that stands in all of it (or ""), and how it looks.
Pattern = tuple[str, str, re.Pattern[str]]
PRIVATE: tuple[Pattern, ...] = (
    ("an e-mail address", "@", E_MAIL),
    ("an e-mail address", "at", SPELT_OUT),
    ("a phone number", "", PHONE),
)

_NAME = r"(?<![\w.%+-])[\w][\w.%+-]{0,63}"
_LAST = r"(?=[^0-9])[\w-]{2,63}"
_HOST = rf"(?:[\w-]{{1,63}}\.){{1,5}}{_LAST}"
_DOT = r"(?:\.| ?[\[({] ?(?:\.|dot|punkt|point|punto) ?[\])}] ?)"
_AT = r"(?: ?[\[({] ?(?:@|at|ät|arroba|arobase|chiocciola) ?[\])}] ?|[\[({]AT[\])}])"
#: Letters of any script. With a space before the sign only where the name has a dot, a hyphen or a low line in it.
SHOWN_E_MAIL = re.compile(
    rf"{_NAME}@{_HOST}|(?<![\w.%+-])[\w]+[._-][\w][\w.-]{{0,60}}(?: @ ?|@ ){_HOST}"
    rf"|{_NAME}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,4}}{_DOT}{_LAST}"
    rf"|{_NAME} at [\w-]{{1,63}}(?: dot [\w-]{{1,63}}){{0,3}} dot {_LAST}"
)

_DIGIT = r"(?:[ ./()-]{0,3}[0-9])"
_DAY = r"[0-9]{2}[./-][0-9]{2}[./-][0-9]{4}"
#: What begins with a nought and is no number to call: days, months, spans of days, a Belgian enterprise number.
_NO_NUMBER = (
    rf"(?!{_DAY})(?!0[1-9][ ./-]{_YEAR}(?![0-9]))(?![0-9]{{2}}[./-][0-9]{{2}}[./]? ?- ?[0-9]{{2}}[./-])"
    r"(?![0-9]{4}\.[0-9]{3}\.[0-9]{3}(?![0-9]))(?![0-9]{9})"
)
#: From abroad, with more between its digits than N002 takes; from within a country: a nought, and a gap somewhere.
_CALLED = (
    rf"(?<![\w/.-])(?<![0-9] )(?:\+\(?|00 ?)[1-9][0-9]{{0,2}}{_DIGIT}{{6,12}}(?![\w-])"
    rf"|(?<![\w/.,:+=#&%-])(?<![0-9] )(?<![0-9]\()"
    rf"(?=\(?0\)?{_DIGIT}{{8,11}}(?![ ./()-]{{0,2}}[0-9])(?![\w:])){_NO_NUMBER}"
    rf"\(?0\)?[1-9]{_DIGIT}{{7,10}}"
)


def _spell_either(word: str) -> str:
    """Give a pattern for a word in small letters and capitals, in a form that browsers know, too."""
    return "".join(f"[{letter}{letter.upper()}]" for letter in word)


_WORDS = (
    "tel",
    "tél",
    "telefon",
    "telefono",
    "telefone",
    "teléfono",
    "téléphone",
    "telefoon",
    "phone",
    "mobile",
)
_MORE_WORDS = ("mobil", "móvil", "τηλ", "тел", "whatsapp")
_NAMED = "|".join(_spell_either(word) for word in (*_WORDS, *_MORE_WORDS))
SHOWN_PHONE = re.compile(
    rf"{_CALLED}|(?<![\w])(?:{_NAMED})(?![\w])\.?:? ?{_TIME}[0-9(+]{_DIGIT}{{6,12}}(?![\w])"
)
SHOWN_PRIVATE: tuple[Pattern, ...] = (
    ("an e-mail address", "", SHOWN_E_MAIL),
    ("a phone number", "", SHOWN_PHONE),
)
#: What stands in every text that fits one of these: a sign, a bracket, a word, or six digits close to each other.
MAY_BE_SHOWN_PRIVATE = re.compile(r"[@\[({]| dot |(?:[0-9][ ./()-]{0,4}){5}[0-9]")


def find_private_data(
    text: str, patterns: tuple[Pattern, ...] = PRIVATE
) -> Iterator[tuple[str, re.Match[str]]]:
    """Give what looks like private contact data in a text, and what it is."""
    for what, sign, pattern in patterns:
        for match in pattern.finditer(text) if sign in text else ():
            yield what, match


def mask(text: str) -> str:
    """Show enough of private data to find it, and no more."""
    return text[:3] + "…"
