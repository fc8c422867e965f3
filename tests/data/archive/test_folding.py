"""How texts are made comparable for a search. tests/browser/test_archive.py holds the script against these cases."""

import pytest

from scm_site.data.archive.folding import fold

CASES = {
    "Zürich": "zurich",
    "Straße": "strasse",
    "STRASSE": "strasse",
    "Łódź": "lodz",
    "Tromsø": "tromso",
    "œuvre": "oeuvre",
    "Æbelø": "aebelo",
    "Οδηγός ΟΔΗΓΟΣ": "οδηγοσ οδηγοσ",
    "Район Йордан": "раион иордан",
    "İstanbul ısı": "istanbul isi",
    "  two \n lines\u00a0and a space ": "two lines and a space",
    "ﬁne ①": "fine 1",
    "e\u0301": "e",
    "l’énergie – 2024\u20112026": "l'energie - 2024-2026",
    "Straßen\u00adbahn": "strassenbahn",
    "": "",
}


@pytest.mark.parametrize(("text", "folded"), CASES.items())
def test_texts_are_compared_without_accents_and_capitals(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", CASES)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
