"""After the first slip, more are told: those of other fields and entries, and none on lines that are fine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_site.reading.yaml_values import read_yaml

SLIPS = {
    "two-fields": ("a: @x\nb: 1\nc: x: y\n", [1, 3]),
    "two-entries": ("a:\n  - b: @x\n    c: 1\n  - b: 1\n  - b: x: y\n", [2, 5]),
    "entries-and-fields": ("a:\n- b: @x\n- b: 1\n\tc: 2\nd: `e`\n", [2, 4, 5]),
    "open-quote-closed-below": ('a: "x\nb: 1\nc: "y"\nd: 1\n', [1]),
    "open-quote-and-more": ('a: "x\nb: @1\n', [1, 2]),
    "quotes-over-lines": ('a: @x\nb: "y\nc: @z"\nd: 1\n', [1]),
    "brackets-over-lines": ("a: @x\nb: [y,\nc: 1, d\n]\ne: 1\n", [1]),
    "two-in-one-entry": ("a:\n  - b: @x\n    c: @y\n", [2]),
}


@pytest.mark.parametrize(("text", "lines"), SLIPS.values(), ids=SLIPS)
def test_the_slips_of_other_fields_are_told_too(text: str, lines: list[int]) -> None:
    findings = read_yaml("a.yml", text).findings
    assert [(finding.rule, finding.place.line) for finding in findings] == [("Y001", line) for line in lines]


def test_a_file_made_to_keep_us_busy_is_given_up() -> None:
    assert len(read_yaml("a.yml", 'a: "\n' * 5000 + "b: @x\n").findings) <= 100


#: Fields that are fine, some of them with what looks like a slip inside quotes, brackets or a block.
FINE = st.sampled_from(
    ["k: 1", "k: text", "k: 'a: b'", 'k: "x\nj: @y: z\n`w"', "k: [a,\nb: 1]", "k: |\n  a: b: c\n  - @x\n  \ty",
     "k:\n  - a: 1\n    b: 2\n  - a: '@x'", "k:\n- x\n- 'y\n- @z'", "k: >-\n  # no\n\n  “y”", "# k: @x", "",
     "k:\n  l:\n    m: 1", "k: it's fine", 'k: 5"', "k: a\n  b - c\n\n  d"]
)  # fmt: skip
BROKEN = st.sampled_from(
    ["q: @x", "q: a: b", "q: `x`", "q:\n\tr: 1", "q: %x", "q:\n  - r: a: b\n  - r: 1", "q: 1\n  r: 2"]
)


@given(st.lists(FINE, max_size=6), BROKEN, st.lists(FINE, max_size=6))
def test_nothing_is_told_of_fields_that_are_fine(before: list[str], broken: str, after: list[str]) -> None:
    start = sum(piece.count("\n") + 1 for piece in before) + 1
    lines = range(start, start + broken.count("\n") + 1)
    text = "\n".join([*before, broken, *after]) + "\n"
    findings = read_yaml("a.yml", text).findings
    told = {finding.place.line for finding in findings if finding.rule == "Y001"}
    assert told
    assert told <= set(lines)


@given(st.lists(FINE, max_size=8))
def test_what_can_be_read_has_no_slips(pieces: list[str]) -> None:
    findings = read_yaml("a.yml", "\n".join([*pieces, "z: 1", ""])).findings
    assert all(finding.rule == "Y002" for finding in findings)
