"""libyaml's complaints in plain words, on the line where the mistake is."""

import pytest

from scm_site.reading.yaml_values import read_yaml

COMPLAINTS = {
    "tab": ("a:\n\tb: 1\n", 2, 1, "indented with a tab: `b: 1`"),
    "tab-after-spaces": ("a:\n  b: 1\n\tc: 2\n", 3, 1, "indented with a tab: `c: 2`"),
    "no-space": ("x: 1\na:b\nc: d\n", 2, 2, "no space after the colon: `a:b`"),
    "no-space-in-the-first-line": ("a:b\nc: d\n", 1, 2, "no space after the colon: `a:b`"),
    "no-space-in-the-last-line": ("x: 1\na:b", 2, 2, "no space after the colon: `a:b`"),
    "no-colon": ("x: 1\ntitle Warm\ny: 2\n", 2, 1, "no field and no colon: `title Warm`"),
    "no-colon-in-the-first-line": ("title Warm\ny: 2\n", 1, 1, "no field and no colon: `title Warm`"),
    "colon-in-text": ("a: b: c\n", 1, 5, "a text with a colon and a space in it needs quotes: `a: b: c`"),
    "open-quote": ("a: 'x\nb: 1\n", 1, 4, "the quote that opens here is never closed: `a: 'x`"),
    "open-double-quote": ('a: 1\nb: "x\n', 2, 4, "is never closed"),
    "quote-over-a-fence": ('a: "x\n---\ny"\n', 1, 4, "is never closed"),
    "apostrophe": ("a: 'it's'\n", 1, 8, "a text goes on after its closing quote"),
    "quotes-in-quotes": ('a: "he said "no" to"\n', 1, 14, "a text goes on after its closing quote"),
    "deeper": ("a: 1\n  b: 2\n", 2, 4, "indented deeper than the field above it: `b: 2`"),
    "not-aligned": ("a:\n  b: 2\n c: 1\n", 3, 2, "does not start where the fields above it start: `c: 1`"),
    "not-an-entry": ("a:\n  - b\n  c: 1\n", 3, 3, "not an entry of the list above it: `c: 1`"),
    "entry-for-field": ("a: b\n- c\n", 2, 1, "an entry of a list stands where a field belongs: `- c`"),
    "list-on-the-line": ("a: - b\n", 1, 4, "a list cannot start on the line of its field"),
    "at-sign": ("a: @anna\n", 1, 4, "a text cannot start with `@`"),
    "backtick": ("a: `x`\n", 1, 4, "a text cannot start with a backtick"),
    "percent": ("a: %x\n", 1, 4, "a text cannot start with `%`"),
    "bold": ("a: **b** x\n", 1, 4, "a text cannot start with `*`"),
    "ampersand": ("a: & b\n", 1, 4, "a text cannot start with `&`"),
    "exclamation": ("a: !<x y\n", 1, 4, "a text cannot start with `!`"),
    "comma": ("a: ,x\n", 1, 4, "a text cannot start with `,`"),
    "question": ("a: ? b\n", 1, 4, "a text cannot start with `?`"),
    "open-bracket": ("a: [x\nb: 1\n", 1, 4, "the bracket that opens here is never closed: `a: [x`"),
    "open-brace": ("a: 1\nb: {c: 1\n", 2, 4, "the bracket that opens here is never closed"),
    "bracket-with-nothing": ("a: 1\nb: [\n", 2, 4, "the bracket that opens here is never closed: `b: [`"),
    "no-name": (": 1\n", 1, 1, "there is no field before the colon: `: 1`"),
    "no-name-in-braces": ("a: {: 1}\n", 1, 5, "a text cannot start with `:`"),
    "text-in-brackets": ("a: [x] y\n", 1, 8, "a text that starts with a bracket needs quotes"),
    "backslash": ('a: "\\q"\n', 1, 5, "a backslash in double quotes starts a code"),
    "half-an-escape": ('a: "x\\u12"\n', 1, 8, "a backslash in double quotes starts a code"),
    "surrogate-escape": ('a: "x\\ud800"\n', 1, 8, "a backslash in double quotes starts a code"),
    "text-after-pipe": ("a: | x\n  y\n", 1, 6, "nothing may follow `|` or `>` on its line"),
    "unknown-directive": ("%FOO x\n---\na: 1\n", 1, 1, "a line cannot start with `%`"),
    "yaml-3": ("%YAML 3.0\n---\na: 1\n", 1, 1, "a line cannot start with `%`"),
    "after-the-end": ("a: 1\n...\nb: 1\n", 3, 1, "the record has ended above this line"),
}


@pytest.mark.parametrize(("text", "line", "column", "words"), COMPLAINTS.values(), ids=COMPLAINTS)
def test_a_complaint_in_plain_words(text: str, line: int, column: int, words: str) -> None:
    (finding,) = read_yaml("a.yml", text).findings
    assert words in finding.message
    assert (finding.rule, finding.place.line, finding.place.column) == ("Y001", line, column)
    assert finding.fix
