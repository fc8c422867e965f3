"""Words for pages: states and kinds as people read them, each with its tone."""

from scm_site.records.people import Role
from scm_site.records.state import StateName

#: The tone of a word that is shown as a label; the word itself always stands beside it.
TONES: dict[str, str] = {
    "forming": "info",
    "active": "ok",
    "ending": "due",
    "closing": "due",
    "completed": "none",
    "ended by agreement": "none",
    "ended early": "none",
    "not known": "none",
    "held": "ok",
    "planned": "info",
    "cancelled": "none",
    "minutes missing": "due",
    "minutes not known": "none",
    "open": "ok",
    "closed": "none",
    "withdrawn": "late",
    "agreed": "ok",
}

KIND_NAMES = {"focus": "Focus group", "discussion": "Discussion group"}

STATE_MEANINGS: dict[StateName, str] = {
    "forming": "The topic is agreed and the launch date lies ahead.",
    "active": "The group is at work.",
    "ending": "The end was announced and lies ahead.",
    "closing": "The time of the group is over; how it ended is not recorded yet.",
    "completed": "The objectives were achieved.",
    "ended by agreement": "The members agreed to end the group.",
    "ended early": "Chair and co-chair ended the group before its time.",
    "not known": "The dates are not known, so the state cannot be worked out.",
}

FORMAT_NAMES = {
    "project": "Project",
    "demonstrator": "Demonstrator",
    "report": "Report",
    "online seminar": "Online seminar",
    "white paper": "White paper",
    "other": "Other",
}

LANGUAGE_NAMES = {
    "bg": "български",
    "cs": "čeština",
    "da": "dansk",
    "de": "Deutsch",
    "el": "ελληνικά",
    "en": "English",
    "es": "español",
    "et": "eesti",
    "fi": "suomi",
    "fr": "français",
    "ga": "Gaeilge",
    "hr": "hrvatski",
    "hu": "magyar",
    "is": "íslenska",
    "it": "italiano",
    "lt": "lietuvių",
    "lv": "latviešu",
    "mk": "македонски",
    "mt": "Malti",
    "nl": "Nederlands",
    "no": "norsk",
    "pl": "polski",
    "pt": "português",
    "ro": "română",
    "sk": "slovenčina",
    "sl": "slovenščina",
    "sq": "shqip",
    "sr": "српски",
    "sv": "svenska",
    "tr": "Türkçe",
    "uk": "українська",
}

LICENCE_ADDRESSES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "EUPL-1.2": "https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12",
    "MIT": "https://opensource.org/license/mit",
}

ROLE_TITLES: dict[Role, str] = {
    "chair": "Chair",
    "co-chair": "Co-chair",
    "team member": "SCM team member",
    "participant": "Participants",
    "support": "Support team",
}


def sentence(words: str) -> str:
    """Start words with a capital letter."""
    return words[:1].upper() + words[1:]
