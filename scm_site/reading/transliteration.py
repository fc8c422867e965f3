"""Letters of Greek and Cyrillic, and Latin ones that Unicode does not take apart, in plain Latin letters.

For names of files and addresses only, so that `Топли домове` becomes `topli-domove`. Greek after ISO 843 in its plain
form (as ELOT 743; ου is one sound and one pair of letters), Bulgarian after its law on transliteration, other Cyrillic
letters as in the passports of the countries that use them. Letters with accents need no entry: what is left without the
accent is taken.
"""

_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
    "ά": "a", "έ": "e", "ή": "i", "ί": "i", "ό": "o", "ύ": "y", "ώ": "o", "ϊ": "i", "ϋ": "y", "ΐ": "i", "ΰ": "y",
    "ου": "ou", "ού": "ou",
}  # fmt: skip
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ъ": "a", "ь": "y", "ю": "yu", "я": "ya",
    "ѓ": "gj", "ѕ": "dz", "ј": "j", "љ": "lj", "њ": "nj", "ќ": "kj", "џ": "dz", "ђ": "dj", "ћ": "c",
    "ґ": "g", "є": "ie", "і": "i", "ї": "i", "ы": "y", "э": "e", "ё": "e",
}  # fmt: skip
_LATIN = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "å": "a", "ł": "l", "đ": "d",
    "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n",
}  # fmt: skip

#: Small letter, or pair of letters, to what is written for it.
LETTERS: dict[str, str] = {**_GREEK, **_CYRILLIC, **_LATIN}
