"""From which character and word on a text says enough."""

import pytest

from scm_site.records.unfinished import rate_text

PAD = " four" * 12


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"ones two three four{PAD}", [("79 characters", "80")]),
        (f"ones two three four\n\n{PAD}", [("79 characters", "80")]),
        (f"ones twos three four{PAD}", []),
        (f"four twos three Four{PAD}", [("3 different words", "4")]),
    ],
)
def test_a_text_is_thin_up_to_the_last_character_and_word(text: str, told: list[tuple[str, str]]) -> None:
    assert [(thin.size, thin.enough) for thin in rate_text(("text",), text, 80)] == told
