"""Texts as a search compares them: without accents and capitals, so that `zurich` finds `Zürich`.

`assets/scm-fold.js` does the same in the browser; a test holds the two against each other.
"""

import unicodedata

#: Letters that Unicode does not take apart into a plain letter and a mark.
PLAIN = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ı": "i",
        "ŋ": "n",
        "ς": "σ",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "‐": "-",
        "–": "-",
        "—": "-",
        "\u00ad": "",
    }
)


def fold(text: str) -> str:
    """Give a text in small letters, without accents, with single spaces (Unicode, NFKD)."""
    plain = unicodedata.normalize("NFKD", text).lower().translate(PLAIN)
    letters = "".join(letter for letter in plain if unicodedata.category(letter) != "Mn")
    return " ".join(letters.split())
