"""YAML to plain data: which values are text, where they stand, what is refused."""

import math
from decimal import Decimal

import pytest

from scm_site.reading.marks import Mark
from scm_site.reading.yaml_builder import DEEPEST, MOST_FINDINGS, MOST_VALUES
from scm_site.reading.yaml_values import YamlValues, read_yaml

VALUES = {
    "true": True,
    "false": False,
    "null": None,
    "": None,
    "0": 0,
    "12": 12,
    "-12": -12,
    "999999999999999": 999_999_999_999_999,
    "1.10": Decimal("1.10"),
    "-0.5": Decimal("-0.5"),
}

TEXTS = [
    "no", "NO", "yes", "on", "off", "True", "FALSE", "Null", "~", "012", "00123", "0x1F", "0o17", "1_000",
    "+49", "+49123", "1e5", "1.0e+5", ".5", "5.", ".inf", "-.inf", ".nan", "12:30", "12:30:45", "2026-01-02",
    "2026-02-30", "2026-01-02T10:00:00+99:00", "2026", "1.2.3", "=", "-", "--1", "١٢",
]  # fmt: skip


def read(text: str) -> YamlValues:
    return read_yaml("a.yml", text)


def list_findings(text: str) -> list[tuple[str, int, int]]:
    findings = read(text).findings
    return [(finding.rule, finding.place.line, finding.place.column) for finding in findings]


@pytest.mark.parametrize(("written", "value"), VALUES.items())
def test_these_are_more_than_text(written: str, value: object) -> None:
    data = read(f"a: {written}\n").data
    assert data is not None
    assert data["a"] == value
    assert (type(data["a"]), str(data["a"])) == (type(value), str(value))


@pytest.mark.parametrize("written", [text for text in TEXTS if text not in ("2026", "-")])
def test_everything_else_stays_text(written: str) -> None:
    assert read(f"a: {written}\n").data == {"a": written}
    assert read(f"{written}: a\n").data == {written: "a"}


@pytest.mark.parametrize("written", [*VALUES, *TEXTS])
def test_in_quotes_everything_is_text(written: str) -> None:
    assert read(f"a: '{written}'\nb: \"{written}\"\n").data == {"a": written, "b": written}


def test_names_of_fields_are_always_text() -> None:
    assert read("NO: Norway\n1: one\ntrue: x\nnull: y\n'q': z\n").data == {
        "NO": "Norway",
        "1": "one",
        "true": "x",
        "null": "y",
        "q": "z",
    }


def test_collections_and_long_texts() -> None:
    text = (
        "a:\n  - b: 1\n    c: [x, {d: 2.5}]\n  -\ne: >-\n  one\n  two\nf: |\n  three\n  four\ng: {}\nh: []\n"
    )
    assert read(text).data == {
        "a": [{"b": 1, "c": ["x", {"d": 2.5}]}, None],
        "e": "one two",
        "f": "three\nfour\n",
        "g": {},
        "h": [],
    }


def test_every_value_knows_its_place_and_the_place_of_its_field() -> None:
    marks = read("a: 1\nbé:\n  - x\n  - c: 'y'\nd:\n").marks
    assert dict(marks) == {
        (): Mark(line=1, column=1, key_line=1, key_column=1),
        ("a",): Mark(line=1, column=4, key_line=1, key_column=1),
        ("bé",): Mark(line=3, column=3, key_line=2, key_column=1),
        ("bé", 0): Mark(line=3, column=5, key_line=3, key_column=5),
        ("bé", 1): Mark(line=4, column=5, key_line=4, key_column=5),
        ("bé", 1, "c"): Mark(line=4, column=8, key_line=4, key_column=5),
        ("d",): Mark(line=5, column=3, key_line=5, key_column=1),
    }


def test_columns_count_characters_also_beyond_the_first_plane() -> None:
    assert read("{🙂🙂: é, b: 1}\n").marks["b",].key_column == 9


def test_lines_are_those_of_the_whole_file() -> None:
    values = read_yaml("a.md", "a: 1\na: 2\n", first_line=2)
    assert values.marks["a",].line == 3
    assert values.findings[0].place.line == 3
    assert values.findings[0].message == "field `a` is already on line 2"


REFUSED = {
    "duplicate": ("a: 1\nb: 2\na: 3\n", [("Y002", 3, 1)]),
    "duplicate-nested": ("x:\n  - a: 1\n    a: 2\n", [("Y002", 3, 5)]),
    "duplicate-in-braces": ("x: {a: 1, a: 2}\n", [("Y002", 1, 11)]),
    "duplicate-by-quotes": ("a: 1\n'a': 2\n\"\\x61\": 3\n", [("Y002", 2, 1), ("Y002", 3, 1)]),
    "duplicate-mapping": ("x:\n  a: 1\nx:\n  a: 2\n", [("Y002", 3, 1)]),
    "anchor-and-alias": ("a: &x 1\nb: *x\n", [("Y003", 1, 4), ("Y003", 2, 4)]),
    "anchor-on-a-list": ("a: &x [1]\n", [("Y003", 1, 4)]),
    "alias-as-field": ("*x : 1\n", [("Y003", 1, 1)]),
    "recursive-alias": ("a: &x\n  b: *x\n", [("Y003", 1, 4), ("Y003", 2, 6)]),
    "merge": ("a:\n  b: 1\n<<: {c: 1}\n", [("Y003", 3, 1)]),
    "tag": ("a: !!binary aGk=\nb: !x {c: 1}\n", [("Y004", 1, 4), ("Y004", 2, 4)]),
    "python-tag": ("a: !!python/object/apply:os.system [ls]\n", [("Y004", 1, 4)]),
    "set": ("a: !!set {b}\n", [("Y004", 1, 4)]),
    "directive": ("%YAML 1.1\n---\na: 1\n", [("Y005", 1, 1)]),
    "tag-directive": ("%TAG ! tag:x,2000:\n---\na: 1\n", [("Y005", 1, 1)]),
    "second-document": ("a: 1\n---\nb: 1\n", [("Y006", 2, 1)]),
    "list-as-field": ("[a]: 1\nb: 1\nb: 2\n", [("Y007", 1, 1), ("Y002", 3, 1)]),
    "mapping-as-field": ("? {a: 1}\n: 1\n", [("Y007", 1, 3)]),
    "text-as-field": ("? |\n  a\n: 1\n", [("Y007", 1, 3)]),
    "no-name": ("? \n: 1\n", [("Y007", 1, 2)]),
    "no-name-in-quotes": ("'': 1\n", [("Y007", 1, 1)]),
    "long-number": ("a: 1234567890123456\nb: -0.1234567890123456\n", [("Y010", 1, 4), ("Y010", 2, 4)]),
    "hidden-escape": ('a: "x\\u202e"\n"b\\0": 1\n', [("Y011", 1, 4), ("Y011", 2, 1)]),
    "escaped-line-breaks": ('a: "\\N"\nb: "\\L"\nc: "\\r\\n"\n', [("Y011", n, 4) for n in (1, 2, 3)]),
    "list-on-top": ("- a: 1\n", [("Y012", 1, 1)]),
    "text-on-top": ("just text\n", [("Y012", 1, 1)]),
    "empty": ("", [("Y013", 1, 1)]),
    "comment": ("# nothing\n", [("Y013", 1, 1)]),
    "only-a-fence": ("---\n", [("Y013", 2, 1)]),
    "swallowed": ("a:\n  - x\n   - y\n", [("Y018", 3, 4)]),
    "several": ("a: &x 1\na: !y 2\nb: [\n", [("Y003", 1, 4), ("Y002", 2, 1), ("Y004", 2, 4), ("Y001", 3, 4)]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "findings"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_has_no_data(text: str, findings: list[tuple[str, int, int]]) -> None:
    assert list_findings(text) == findings
    assert read(text).data is None


def test_escapes_that_are_seen_are_fine() -> None:
    assert read('a: "caf\\u00e9\\n\\tx"\n').data == {"a": "café\n\tx"}


def test_a_dash_within_a_text_is_fine() -> None:
    assert read("a: from 1 - 2\nb: one - two\n  three\n").data == {"a": "from 1 - 2", "b": "one - two three"}


def test_nesting_has_a_limit() -> None:
    def nest(depth: int) -> str:
        return "a: " + "[" * (depth - 1) + "]" * (depth - 1)

    assert read(nest(DEEPEST)).findings == ()
    assert list_findings(nest(DEEPEST + 1)) == [("Y008", 1, 3 + DEEPEST)]
    assert list_findings("[" * 100_000)[-1][0] in ("Y008", "Y001")
    assert list_findings("- " * 100_000)[-1][0] == "Y008"


def test_the_number_of_values_has_a_limit() -> None:
    assert read("a: [" + "1," * (MOST_VALUES - 2) + "]").findings == ()
    assert [rule for rule, _, _ in list_findings("a: [" + "1," * (MOST_VALUES - 1) + "]")] == ["Y009"]


def test_a_flood_of_findings_is_cut_off() -> None:
    assert len(list_findings("a: 1\n" * 50_000)) == MOST_FINDINGS


def test_a_bomb_of_aliases_is_not_unfolded() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 20))
    assert {rule for rule, _, _ in list_findings(bomb)} == {"Y003"}


def test_numbers_are_finite() -> None:
    data = read("a: 99999999999999.9\n").data
    assert data is not None
    assert math.isfinite(data["a"])


def test_a_flood_that_is_cut_off_says_so() -> None:
    finding = read("a: 1\n" * 50_000).findings[-1]
    assert finding.message.endswith("after 100 findings, the rest of the file was not read")


REMARKS = {
    "title": ("a: Heat pumps # quiet\n", [("Y019", 1, 15)]),
    "tab": ("a: Heat pumps\t# quiet\n", [("Y019", 1, 15)]),
    "entry": ("a:\n  - Heat #3\n", [("Y019", 2, 10)]),
    "second-line": ("a: Heat\n  pumps #3\nb: 1\n", [("Y019", 2, 9)]),
    "in-the-middle": ("a: Heat\n  pumps #3 and\n  more: of it\n  and on\nb: 1\n", [("Y019", 2, 9)]),
    "in-brackets": ("a: [x, y #3\n  ]\n", [("Y019", 1, 10)]),
    "date": ("a: 2026-01-02 # Friday\n", [("Y019", 1, 15)]),
    "number": ("a: 12 # dozen\nb: true # yes\nc: # nothing\n", []),
    "quoted": ("a: 'x' # y\nb: \"x\" # y\n", []),
    "list-and-block": ("a: # list\n  # remark\n  - b: 1\nc: | # text\n  x # y\nd: > # text\n  x # y\n", []),
    "no-space": ("a: issue#3\nb: C# and so\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "findings"), REMARKS.values(), ids=REMARKS)
def test_a_remark_behind_a_text_is_told(text: str, findings: list[tuple[str, int, int]]) -> None:
    assert list_findings(text) == findings
    assert not any(finding.rule == "Y019" for finding in read_yaml("a.yml", text, remarks=True).findings)


@pytest.mark.parametrize("written", ["“x y”", "„x y“", "”x y”", "«\u00a0x y »", "‘x y’", "‚x y‘"])
def test_typographic_quotes_around_a_text_are_told_and_taken_away(written: str) -> None:
    values = read(f"a: {written}\n")
    assert [finding.rule for finding in values.findings] == ["Y020"]
    assert values.data == {"a": "x y"}


@pytest.mark.parametrize("written", ["“x” and “y”", "the “x”", "“x” y", "“", "””", "’tis", "Café ‘x’"])
def test_typographic_quotes_within_a_text_are_fine(written: str) -> None:
    assert read(f"a: {written}\n").data == {"a": written}
    assert read("a: '“x y”'\nb: |\n  “x y”\n").findings == ()
