"""What people call kinds, formats, languages and licences: the names behind the values in records."""

from functools import cache

from babel import Locale

KIND_NAMES = {"focus": "Focus group", "discussion": "Discussion group"}

FORMAT_NAMES = {
    "project": "Project",
    "demonstrator": "Demonstrator",
    "report": "Report",
    "online seminar": "Online seminar",
    "white paper": "White paper",
    "other": "Other",
}

LICENCE_ADDRESSES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "EUPL-1.2": "https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12",
    "MIT": "https://opensource.org/license/mit",
}


@cache
def name_language(code: str) -> str:
    """Give a language's name in that language itself (Unicode CLDR), as in `français` for `fr`."""
    return Locale.parse(code).language_name or code
