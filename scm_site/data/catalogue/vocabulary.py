"""The names that the catalogue uses: prefixes, and entries of the lists of the EU's Publications Office."""

from collections.abc import Mapping

from scm_site.data.catalogue.graph import Literal, Ref

PREFIXES: Mapping[str, str] = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

#: The lists of the EU: https://op.europa.eu/en/web/eu-vocabularies
AUTHORITY = "http://publications.europa.eu/resource/authority/"
MEDIA_TYPE = "https://www.iana.org/assignments/media-types/"
SHA256 = Ref(iri="http://spdx.org/rdf/terms#checksumAlgorithm_sha256")

#: The lists that are used, and what they are called.
SCHEMES: Mapping[str, str] = {
    "access-right": "Access right",
    "data-theme": "Data theme",
    "distribution-status": "Distribution status",
    "file-type": "File type",
    "frequency": "Frequency",
    "language": "Language",
    "licence": "Licence",
    "planned-availability": "Planned availability",
}

#: What entries of these lists are called; an entry that is not here is called by its code.
LABELS: Mapping[str, str] = {
    "access-right/PUBLIC": "public",
    "data-theme/ENVI": "Environment",
    "data-theme/GOVE": "Government and public sector",
    "data-theme/REGI": "Regions and cities",
    "distribution-status/COMPLETED": "completed",
    "frequency/DAILY": "daily",
    "licence/CC0": "Creative Commons CC0 1.0 Universal",
    "licence/CC_BYNCND_4_0": "Creative Commons Attribution–NonCommercial–NoDerivatives 4.0 International",
    "licence/CC_BYNCSA_4_0": "Creative Commons Attribution–NonCommercial–ShareAlike 4.0 International",
    "licence/CC_BYNC_4_0": "Creative Commons Attribution–NonCommercial 4.0 International",
    "licence/CC_BYND_4_0": "Creative Commons Attribution–NoDerivatives 4.0 International",
    "licence/CC_BYSA_4_0": "Creative Commons Attribution-ShareAlike 4.0 International",
    "licence/CC_BY_4_0": "Creative Commons Attribution 4.0 International",
    "licence/EUPL_1_2": "European Union Public Licence 1.2",
    "licence/MIT": "MIT License",
    "planned-availability/STABLE": "stable",
}

#: The licences that a record may name (SPDX), by their codes in the EU's list.
LICENCES: Mapping[str, str] = {
    "CC-BY-4.0": "CC_BY_4_0",
    "CC-BY-SA-4.0": "CC_BYSA_4_0",
    "CC-BY-NC-4.0": "CC_BYNC_4_0",
    "CC-BY-NC-SA-4.0": "CC_BYNCSA_4_0",
    "CC-BY-ND-4.0": "CC_BYND_4_0",
    "CC-BY-NC-ND-4.0": "CC_BYNCND_4_0",
    "CC0-1.0": "CC0",
    "EUPL-1.2": "EUPL_1_2",
    "MIT": "MIT",
}

#: Types of file, by their codes in the EU's list.
FILE_TYPES: Mapping[str, str] = {
    "application/json": "JSON",
    "application/vnd.oasis.opendocument.spreadsheet": "ODS",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "application/zip": "ZIP",
    "text/csv": "CSV",
}

#: Languages that a record may name, by their codes in the EU's list (ISO 639-2/T), which CLDR does not tell apart
#: from other three-letter codes of a language (`fra`, `fre`).
LANGUAGES: Mapping[str, str] = {
    "bg": "BUL",
    "cs": "CES",
    "da": "DAN",
    "de": "DEU",
    "el": "ELL",
    "en": "ENG",
    "es": "SPA",
    "et": "EST",
    "fi": "FIN",
    "fr": "FRA",
    "ga": "GLE",
    "hr": "HRV",
    "hu": "HUN",
    "is": "ISL",
    "it": "ITA",
    "lt": "LIT",
    "lv": "LAV",
    "mk": "MKD",
    "mt": "MLT",
    "nl": "NLD",
    "no": "NOR",
    "pl": "POL",
    "pt": "POR",
    "ro": "RON",
    "sk": "SLK",
    "sl": "SLV",
    "sq": "SQI",
    "sr": "SRP",
    "sv": "SWE",
    "tr": "TUR",
    "uk": "UKR",
}


def make_entry(scheme: str, code: str) -> Ref:
    """Give an entry of one of the EU's lists."""
    return Ref(iri=f"{AUTHORITY}{scheme}/{code}")


def make_language(code: str) -> Ref | None:
    """Give a language by its two-letter code; None where the list has none for it."""
    return make_entry("language", LANGUAGES[code]) if code in LANGUAGES else None


def make_licence(code: str) -> Ref | None:
    """Give a licence by its SPDX code; None for what is no licence to use."""
    return make_entry("licence", LICENCES[code]) if code in LICENCES else None


def make_english(text: str) -> Literal:
    """Give a text in English."""
    return Literal(text=text, language="en")
