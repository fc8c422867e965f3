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
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC-BY-NC-SA-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    "CC-BY-ND-4.0": "https://creativecommons.org/licenses/by-nd/4.0/",
    "CC-BY-NC-ND-4.0": "https://creativecommons.org/licenses/by-nc-nd/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "EUPL-1.2": "https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12",
    "MIT": "https://opensource.org/license/mit",
}

#: What each licence lets others do, in a sentence; the text of the licence decides.
REUSE = {
    "CC-BY-4.0": "You may share and change it, also to earn money, if you name who made it.",
    "CC-BY-SA-4.0": "You may share and change it, if you name who made it; share what you make in the same way.",
    "CC-BY-NC-4.0": "You may share and change it, if you name who made it and earn no money with it.",
    "CC-BY-NC-SA-4.0": "You may share and change it, if you name who made it and earn no money with it; share what "
    "you make in the same way.",
    "CC-BY-ND-4.0": "You may share it as it is, also to earn money, if you name who made it.",
    "CC-BY-NC-ND-4.0": "You may share it as it is, if you name who made it and earn no money with it.",
    "CC0-1.0": "You may do with it whatever you like.",
    "EUPL-1.2": "You may use, share and change it, if you keep its notices; share what you make in the same way.",
    "MIT": "You may use, share and change it, if you keep its notice.",
    "all rights reserved": "You may read it. Ask who made it before you do anything else with it.",
}


@cache
def name_language(code: str) -> str:
    """Give a language's name in that language itself (Unicode CLDR), as in `français` for `fr`."""
    return Locale.parse(code).language_name or code
