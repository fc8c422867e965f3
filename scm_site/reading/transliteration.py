"""Letters of Greek and Cyrillic, and Latin ones that Unicode does not take apart, in plain Latin letters.

For names of files and addresses only, so that `Топли домове` becomes `topli-domove`. Greek after ISO 843 in its plain
form (as ELOT 743), Bulgarian after its law on transliteration, other Cyrillic letters as in the passports of the
countries that use them. Letters with accents need no entry: what is left without the accent is taken.
"""

_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        [
            "a",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "th",
            "i",
            "k",
            "l",
            "m",
            "n",
            "x",
            "o",
            "p",
            "r",
            "s",
            "s",
            "t",
            "y",
            "f",
            "ch",
            "ps",
            "o",
        ],
        strict=True,
    )
)
_GREEK_WITH_MARKS = dict(zip("άέήίόύώϊϋΐΰ", "aeiioyoiyiy", strict=True))
_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъьюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "h",
            "ts",
            "ch",
            "sh",
            "sht",
            "a",
            "y",
            "yu",
            "ya",
        ],
        strict=True,
    )
)
_OTHER_CYRILLIC = {
    "ѓ": "gj", "ѕ": "dz", "ј": "j", "љ": "lj", "њ": "nj", "ќ": "kj", "џ": "dz", "ђ": "dj", "ћ": "c",
    "ґ": "g", "є": "ie", "і": "i", "ї": "i", "ы": "y", "э": "e", "ё": "e",
}  # fmt: skip
_LATIN = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "å": "a", "ł": "l", "đ": "d",
    "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n",
}  # fmt: skip

#: Small letter to what is written for it.
LETTERS: dict[str, str] = {**_GREEK, **_GREEK_WITH_MARKS, **_CYRILLIC, **_OTHER_CYRILLIC, **_LATIN}
