"""Words that messages need."""

import pytest

from scm_site.checks.wording import guess_word, list_choices, quote_both


def test_a_near_word_is_guessed() -> None:
    assert guess_word("finances", ["finance", "data"]) == "; did you mean `finance`?"
    assert guess_word("zzz", ["finance", "data"]) == ""
    assert guess_word("zzz", []) == ""


THEMES = ["mobility", "built-environment", "citizen-focus", "data"]


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("built", "built-environment"),
        ("focus", "citizen-focus"),
        ("built-environments", "built-environment"),
        ("citisen-focus", "citizen-focus"),
        ("da", ""),
        ("bills", ""),
        ("time", ""),
    ],
)
def test_a_beginning_or_a_part_is_guessed_before_what_only_looks_alike(word: str, guess: str) -> None:
    assert guess_word(word, THEMES) == (f"; did you mean `{guess}`?" if guess else "")


def test_choices_are_listed_once_and_not_without_end() -> None:
    assert list_choices(["a", "b", "a"]) == "`a`, `b`"
    assert list_choices([]) == "none yet"
    assert list_choices(str(number) for number in range(12)).endswith("`9` and 2 more")


def test_long_contents_are_quoted_from_where_they_differ() -> None:
    start = "Many words that stand in both of the two texts, and then "
    one, other = quote_both(start + "this", start + "that")
    assert one.endswith("this`")
    assert other.endswith("that`")
    assert quote_both("short", ("short", "list")) == ("`short`", "`short; list`")
    assert quote_both(start, start + "more")[1].endswith("more`")
