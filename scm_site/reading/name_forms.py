"""The forms that names of files and folders have, and what is wrong with a name that has none of them."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from scm_site.days import parse_day
from scm_site.reading.calendar_days import FIRST_YEAR, LAST_YEAR
from scm_site.reading.media_types import MEDIA_TYPES
from scm_site.reading.quoting import quote_value
from scm_site.reading.transliteration import LETTERS

LONGEST_SLUG = 80
ATTACHMENT_SUFFIXES = tuple(MEDIA_TYPES)

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PAIRS = [letters for letters in LETTERS if len(letters) > 1]


@dataclass(frozen=True, kw_only=True, slots=True)
class NameForm:
    """One form of a name: in words, by example, and a function that says what is wrong with a name or ""."""

    words: str
    example: str
    find_fault: Callable[[str], str]


def _find_slug_fault(name: str) -> str:
    if not name:
        return "it is empty"
    if len(name) > LONGEST_SLUG:
        return f"it has {len(name)} characters, and {LONGEST_SLUG} is the most"
    if _SLUG.fullmatch(name):
        return ""
    if name != name.lower():
        return "it has capital letters"
    if strange := re.search(r"[^a-z0-9-]", name):
        return f"it has the character {quote_value(strange[0])}"
    return "it has a hyphen at an end, or two hyphens in a row"


def _find_day_fault(day: str, shown: str, what: str) -> str:
    if fault := _find_year_fault(shown):
        return fault
    try:
        parse_day(day)
    except ValueError:
        return f"{quote_value(shown)} is not a {what} in the calendar"
    return ""


def _find_year_fault(text: str) -> str:
    if FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        return ""
    return f"the year of {quote_value(text)} is not between {FIRST_YEAR} and {LAST_YEAR}"


def _find_rest_fault(start: str, rest: str) -> str:
    if not rest.startswith("-") or rest == "-":
        return f"a hyphen and a short name must follow {quote_value(start)}"
    return _find_slug_fault(rest[1:])


def _find_dated_fault(name: str) -> str:
    start = name[:10]
    if not _DAY.fullmatch(start):
        return "it does not start with a date in the form `2026-03-12`"
    return _find_day_fault(start, start, "day") or _find_rest_fault(start, name[10:])


def _find_act_fault(name: str) -> str:
    return _find_dated_fault(name if name[10:] else f"{name}-x")


def _find_yeared_fault(name: str) -> str:
    if not re.match(r"[0-9]{4}(?![0-9])", name):
        return "it does not start with a year in the form `2026`"
    return _find_year_fault(name[:4]) or _find_rest_fault(name[:4], name[4:])


def _find_period_fault(name: str) -> str:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", name):
        return _find_day_fault(f"{name}-01", name, "month")
    if _DAY.fullmatch(name):
        return _find_day_fault(name, name, "day")
    return "it is neither a month in the form `2026-05` nor a day in the form `2026-05-18`"


def _find_language_fault(name: str) -> str:
    return "" if re.fullmatch(r"[a-z]{2,3}", name) else "it is longer, shorter or has other characters"


def _find_attachment_fault(name: str) -> str:
    if name != name.lower():
        return "it has capital letters"
    if not name.endswith(ATTACHMENT_SUFFIXES):
        return "files of this type are not accepted"
    if strange := re.search(r"[^a-z0-9._-]", name):
        return f"it has the character {quote_value(strange[0])}"
    return "" if re.match(r"[a-z0-9]", name) else "it must start with a small letter or a digit"


SLUG = NameForm(
    words="small letters, digits and single hyphens", example="warm-homes", find_fault=_find_slug_fault
)
DATED = NameForm(
    words="a date, a hyphen and a short name", example="2026-03-12-kick-off", find_fault=_find_dated_fault
)
DAY = NameForm(
    words="a date, and where several of a kind are of that day, a hyphen and a short name",
    example="2026-03-12",
    find_fault=_find_act_fault,
)
YEARED = NameForm(
    words="a year, a hyphen and a short name", example="2026-heat-pumps", find_fault=_find_yeared_fault
)
PERIOD = NameForm(words="a month or a day", example="2026-05", find_fault=_find_period_fault)
LANGUAGE = NameForm(
    words="a language code of two or three small letters", example="fr", find_fault=_find_language_fault
)
ATTACHMENT = NameForm(
    words="small letters, digits, dots, hyphens and underscores",
    example="final-report.pdf",
    find_fault=_find_attachment_fault,
)


def make_slug(text: str) -> str:
    """Give the nearest name of small letters, digits and hyphens: `Été à Łódź` becomes `ete-a-lodz`.

    A dash or an apostrophe between two words parts them, however it is written.
    """
    small = "".join(map(_part_words, unicodedata.normalize("NFC", text).lower()))
    for pair in _PAIRS:
        small = small.replace(pair, LETTERS[pair])
    latin = "".join(LETTERS.get(letter, letter) for letter in small)
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-")


def _part_words(letter: str) -> str:
    return "-" if unicodedata.category(letter).startswith("P") else letter
