"""Bytes to text: what is accepted, and what is said about the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_site.findings import Severity
from scm_site.reading.decoding import MOST_PER_RULE, decode_text

ACCEPTED = {
    "plain": (b"a: 1\nb: 2\n", "a: 1\nb: 2\n"),
    "crlf": (b"a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
    "byte-order-mark": (b"\xef\xbb\xbfa: 1\n", "a: 1\n"),
    "tab-in-text": (b"a: x\ty\n", "a: x\ty\n"),
    "accents": ("ä: Łódź – Αθήνα, Софија\n".encode(), "ä: Łódź – Αθήνα, Софија\n"),
    "no-break-space": ("10\u00a0km".encode(), "10\u00a0km"),
    "emoji-with-joiner": ("👩\u200d🌾 ❤\ufe0f\u200d🔥".encode(), "👩\u200d🌾 ❤\ufe0f\u200d🔥"),
    "persian-with-non-joiner": ("می\u200cخواهم".encode(), "می\u200cخواهم"),
    "hindi-with-joiner": ("क्\u200dष".encode(), "क्\u200dष"),
    "flag-of-scotland": (
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f".encode(),
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    ),
    "empty": (b"", ""),
}


@pytest.mark.parametrize(("content", "text"), ACCEPTED.values(), ids=ACCEPTED)
def test_what_is_accepted(content: bytes, text: str) -> None:
    decoded = decode_text("a.yml", content)
    assert decoded.findings == ()
    assert (decoded.text, decoded.sound) == (text, True)


REFUSED = {
    "nul": (b"a: x\0y", "F014", 1, 5, "control character U+0000 after `a: x`"),
    "escape": (b"a: 1\nb: \x1b[31m", "F014", 2, 4, "U+001B"),
    "form-feed": (b"a: 1\n\x0c", "F014", 2, 1, "U+000C at the start of the line"),
    "delete": (b"a: \x7f", "F014", 1, 4, "U+007F"),
    "c1": ("a: \x9b".encode(), "F014", 1, 4, "U+009B"),
    "noncharacter": ("a: \ufffe".encode(), "F014", 1, 4, "U+FFFE"),
    "noncharacter-of-a-higher-plane": ("a: \U0010ffff".encode(), "F014", 1, 4, "U+10FFFF"),
    "lone-cr": (b"a: 1\rb: 2\n", "F015", 1, 5, "the line break U+000D after `a: 1`"),
    "cr-cr-lf": (b"a: 1\r\r\n", "F015", 1, 5, "U+000D"),
    "line-separator": ("a: x\u2028b: y".encode(), "F015", 1, 5, "U+2028 (line separator)"),
    "paragraph-separator": ("a: x\u2029b: y".encode(), "F015", 1, 5, "U+2029 (paragraph separator)"),
    "next-line": ("a: x\x85b: y".encode(), "F015", 1, 5, "U+0085"),
    "bidi-override": ("ab\nc: \u202ex".encode(), "F016", 2, 4, "U+202E (right-to-left override)"),
    "bidi-isolate": ("a: \u2066x".encode(), "F016", 1, 4, "U+2066 (left-to-right isolate)"),
    "zero-width-space": ("a: Warm\u200bhomes".encode(), "F017", 1, 8, "(zero width space) after `a: Warm`"),
    "word-joiner": ("a: \u2060x".encode(), "F017", 1, 4, "U+2060 (word joiner)"),
    "soft-hyphen": ("a: Warm\u00adhomes".encode(), "F017", 1, 8, "U+00AD (soft hyphen)"),
    "byte-order-mark-inside": ("a: \ufeffx".encode(), "F017", 1, 4, "U+FEFF (zero width no-break space)"),
    "second-byte-order-mark": ("\ufeff\ufeffa: 1".encode(), "F017", 1, 1, "U+FEFF"),
    "joiner-in-latin": ("a: Auf\u200clage".encode(), "F017", 1, 7, "U+200C (zero width non-joiner)"),
    "joiner-in-cyrillic": ("a: Со\u200dфија".encode(), "F017", 1, 6, "U+200D (zero width joiner)"),
    "joiner-at-line-end": ("a: می\u200c\n".encode(), "F017", 1, 6, "U+200C"),
    "tag-characters": ("a: x\U000e0041".encode(), "F017", 1, 5, "U+E0041"),
    "variation-selector": ("a: x\U000e0101".encode(), "F017", 1, 5, "U+E0101"),
    "hangul-filler": ("a: \u3164".encode(), "F017", 1, 4, "U+3164"),
    "replacement": ("a: Caf\ufffd".encode(), "F019", 1, 7, "U+FFFD (replacement character)"),
    "private": ("a: \uf0b7 x".encode(), "F019", 1, 4, "U+F0B7"),
    "latin-1": (b"a: 1\nb: Caf\xe9\n", "F013", 2, 7, "the byte E9 after `b: Caf` is not UTF-8"),
    "half-a-character": (b"a: \xe2\x82", "F013", 1, 4, "the byte E2"),
    "surrogate": (b"a: \xed\xa0\x80", "F013", 1, 4, "the byte ED"),
    "overlong": (b"a: \xc0\xaf", "F013", 1, 4, "the byte C0"),
    "utf-16": ("a: 1\n".encode("utf-16"), "F012", 1, 1, "in the encoding UTF-16"),
    "utf-16-without-mark": ("a: 1\n".encode("utf-16-le"), "F012", 1, 1, "UTF-16, or not a text"),
    "utf-32": ("a: 1\n".encode("utf-32"), "F012", 1, 1, "in the encoding UTF-32"),
    "word-document": (b"PK\x03\x04\x14\x00", "F012", 1, 1, "a word processor's document"),
    "pdf": (b"%PDF-1.7\n", "F012", 1, 1, "a PDF document"),
}


@pytest.mark.parametrize(("content", "rule", "line", "column", "words"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(content: bytes, rule: str, line: int, column: int, words: str) -> None:
    decoded = decode_text("a.yml", content)
    assert not decoded.sound
    finding = decoded.findings[0]
    assert {finding.rule for finding in decoded.findings} == {rule}
    assert (finding.rule, finding.place.line, finding.place.column) == (rule, line, column)
    assert words in finding.message
    assert finding.severity == Severity.ERROR


def test_letters_in_parts_are_a_warning_and_are_joined() -> None:
    decoded = decode_text("a.yml", "a: 1\nb: Cafe\u0301 Noe\u0308l\n".encode())
    (finding,) = decoded.findings
    assert (finding.rule, finding.severity) == ("F018", Severity.WARNING)
    assert (finding.place.line, finding.place.column) == (2, 7)
    assert "the letter after `b: Caf` is stored in parts" in finding.message
    assert (decoded.text, decoded.sound) == ("a: 1\nb: Café Noël\n", True)


def test_many_faults_of_one_rule_are_counted() -> None:
    decoded = decode_text("a.yml", "x\u200b\n".encode() * 20 + b"\xe9\n" * 7)
    rules = [finding.rule for finding in decoded.findings]
    assert rules.count("F017") == rules.count("F013") == MOST_PER_RULE
    last = [finding for finding in decoded.findings if finding.rule == "F017"][-1]
    assert last.place.line == MOST_PER_RULE
    assert last.message.endswith("(and at 15 more places in this file)")


def test_a_wrong_byte_is_shown_as_a_question_mark() -> None:
    _, second = decode_text("a.yml", b"p\xe5 \xd8en").findings
    assert second.message == "the byte D8 after `p? ` is not UTF-8"


def test_a_text_with_faults_keeps_its_lines_for_further_checks() -> None:
    decoded = decode_text("a.yml", b"a: 1\xe9\n\xe2\x80\xaeb: 2\n")
    assert decoded.text == "a: 1?\n?b: 2\n"


@given(st.binary(max_size=200))
def test_no_bytes_raise_and_a_sound_text_is_safe(content: bytes) -> None:
    decoded = decode_text("a.yml", content)
    decoded.text.encode("utf-8")
    assert not set("\r\x00\x85\u2028\u2029\u202e\ufeff") & set(decoded.text)
    for finding in decoded.findings:
        assert finding.message.isprintable()


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=50))
def test_what_is_sound_once_is_sound_again(text: str) -> None:
    decoded = decode_text("a.yml", text.encode())
    if decoded.sound:
        assert decode_text("a.yml", decoded.text.encode()).findings == ()
