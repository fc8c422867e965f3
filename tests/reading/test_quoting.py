"""A value in a message stays in its backticks, is short, and hides nothing."""

import pytest

from scm_site.reading.quoting import quote_path, quote_value


@pytest.mark.parametrize("text", ["a`b", "`", "``` ` ```", "a\n`b"])
def test_no_value_ends_its_backticks(text: str) -> None:
    for quoted in (quote_value(text), quote_path(text)):
        assert quoted.count("`") == 2
        assert quoted[0] == quoted[-1] == "`"


def test_what_cannot_be_seen_is_shown_and_what_is_long_is_cut() -> None:
    assert quote_value("a\u200bb") == "`aU+200Bb`"
    assert quote_value("x" * 61) == f"`{'x' * 59}…`"
    assert quote_value("x" * 60) == f"`{'x' * 60}`"
    assert quote_path("x" * 61) == f"`{'x' * 61}`"
