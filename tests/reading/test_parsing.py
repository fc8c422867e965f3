"""Files as plain data: front matter, broken files beside sound ones, and no bytes that raise."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_site.reading import ParsedFile, read_content
from scm_site.reading.content_files import FoundFile
from scm_site.reading.front_matter import FrontMatter, split_front_matter
from scm_site.reading.layout import find_slot
from scm_site.reading.parsing import parse_file
from tests.register_cases import EXAMPLE


def make_file(path: str) -> FoundFile:
    slot = find_slot(path)
    assert slot is not None
    return FoundFile(path=path, location=Path(path), slot=slot, size=0)


MARKDOWN = make_file("content/groups/warm-homes/launch.md")
YAML = make_file("content/groups/warm-homes/status-updates/2026-05.yml")


def list_findings(file: FoundFile, content: str) -> list[tuple[str, int, int]]:
    _, findings = parse_file(file, content.encode())
    return [(finding.rule, finding.place.line, finding.place.column) for finding in findings]


def test_a_markdown_file_has_fields_and_text() -> None:
    content = (
        b"\xef\xbb\xbf---\r\ntitle: Warm homes\r\n---\r\n\r\nFirst line.\r\n\r\n---\r\nLast line.\r\n\r\n"
    )
    parsed, findings = parse_file(MARKDOWN, content)
    assert findings == ()
    assert isinstance(parsed, ParsedFile)
    assert parsed.data == {"title": "Warm homes"}
    assert parsed.marks["title",].line == 2
    assert (parsed.body, parsed.body_line) == ("First line.\n\n---\nLast line.", 5)
    assert (parsed.kind, dict(parsed.ids)) == ("launch", {"group": "warm-homes"})


def test_the_text_may_be_missing() -> None:
    parsed, findings = parse_file(MARKDOWN, b"---\na: 1\n---")
    assert findings == ()
    assert isinstance(parsed, ParsedFile)
    assert (parsed.body, parsed.body_line) == ("", 4)


FRONT_MATTER = {
    "empty-file": ("", [("Y013", 1, 1)]),
    "blank-file": ("\n \n", [("Y013", 1, 1)]),
    "missing": ("# Warm homes\n\nText.\n", [("Y014", 1, 1)]),
    "blank-line-first": ("\n---\na: 1\n---\n", [("Y014", 1, 1)]),
    "indented": (" ---\na: 1\n---\n", [("Y014", 1, 1)]),
    "not-closed": ("---\na: 1\n\nText.\n", [("Y015", 1, 1)]),
    "closed-by-four": ("---\na: 1\n----\n", [("Y015", 1, 1)]),
    "empty": ("---\n---\nText.\n", [("Y016", 2, 1)]),
    "only-a-comment": ("---\n# title\n\n---\nText.\n", [("Y016", 4, 1)]),
    "text": ("---\na: 1\ntext: x\n---\nText.\n", [("Y017", 3, 1)]),
    "text-and-duplicate": ("---\na: 1\na: 1\ntext: x\n---\n", [("Y002", 3, 1), ("Y017", 4, 1)]),
    "syntax": ("---\na: 1\nb: [\n---\nText.\n", [("Y001", 3, 4)]),
    "list": ("---\n- a\n---\nText.\n", [("Y012", 2, 1)]),
}


@pytest.mark.parametrize(("content", "findings"), FRONT_MATTER.values(), ids=FRONT_MATTER)
def test_front_matter_that_is_refused(content: str, findings: list[tuple[str, int, int]]) -> None:
    assert list_findings(MARKDOWN, content) == findings
    parsed, _ = parse_file(MARKDOWN, content.encode())
    assert not isinstance(parsed, ParsedFile)


def test_the_fence_may_have_spaces_behind_it() -> None:
    parts = split_front_matter("a.md", "---  \na: 1\n--- \n\n\n  code\n")
    assert parts == FrontMatter(yaml="a: 1\n", yaml_line=2, body="  code", body_line=6)


def test_wrong_characters_do_not_hide_other_faults() -> None:
    content = "a: x\u200b\na: 2\nb: &c\n"
    assert list_findings(YAML, content) == [("F017", 1, 5), ("Y002", 2, 1), ("Y003", 3, 4)]


def test_a_hidden_line_break_makes_no_field() -> None:
    parsed, findings = parse_file(YAML, "title: x\u2028status: approved\n".encode())
    assert not isinstance(parsed, ParsedFile)
    assert [finding.rule for finding in findings] == ["F015"]


def test_a_broken_file_never_hides_the_others(tmp_path: Path) -> None:
    for name in ("settings", "themes", "countries", "board", "secretariat", "approvals"):
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / f"content/{name}.yml").write_bytes(b"a: 1\n")
    (tmp_path / "content/board.yml").write_bytes(b"a: [\n")
    (tmp_path / "content/countries.yml").write_bytes(b"a: 1\na: 2\na: 3\n")
    (tmp_path / "content/themes.yml").write_bytes(b"\xff\xfe\x00")
    reading = read_content(tmp_path)
    assert [(finding.place.path, finding.rule) for finding in reading.findings] == [
        ("content/board.yml", "Y001"),
        ("content/countries.yml", "Y002"),
        ("content/countries.yml", "Y002"),
        ("content/themes.yml", "F012"),
    ]
    assert [file.kind for file in reading.broken] == ["board", "countries", "themes"]
    assert [file.kind for file in reading.files] == ["approvals", "secretariat", "settings"]


def check_nothing_raises(file: FoundFile, content: bytes) -> None:
    parsed, findings = parse_file(file, content)
    if not isinstance(parsed, ParsedFile):
        assert findings
    last_line = content.count(b"\n") + 1
    if isinstance(parsed, ParsedFile):
        assert all(mark.key_line <= mark.line <= last_line for mark in parsed.marks.values())
    for finding in findings:
        assert finding.place.line <= last_line
        assert finding.place.column >= 1
        assert (finding.message + finding.fix).isprintable()


@given(st.binary(max_size=300))
def test_random_bytes_never_raise(content: bytes) -> None:
    for file in (YAML, MARKDOWN):
        check_nothing_raises(file, content)
        check_nothing_raises(file, b"---\n" + content + b"\n---\n")


#: Pieces that YAML gives a meaning to, and that in wrong places break it.
PIECES = st.sampled_from(
    [*"-?:,[]{}#&*!|>'\"%@`\\~<= \t\n\r", "\n  ", "\n- ", ": ", "a", "b: 1\n", "---\n", "...\n", "<<: *a",
     "!!set ", "&a ", "*a", '"\\u202e"', "\u2028", "\ufeff", "\x85", "é", "🙂", "9" * 20, "%YAML 1.1\n", "? "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join))
def test_pieces_of_yaml_never_raise(text: str) -> None:
    check_nothing_raises(YAML, text.encode())
    check_nothing_raises(MARKDOWN, f"---\n{text}\n---\n".encode())


SAMPLE = b"""title: 'Warm homes'
members:
  - name: "A. Nyman"
    from: 2026-01-02
    roles: [chair, {of: x}]
text: >-
  One line
  another

number: -12.5
open: true
"""


@given(st.data())
def test_a_sound_file_with_one_change_never_raises(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(SAMPLE)))
    end = data.draw(st.integers(start, min(start + 5, len(SAMPLE))))
    piece = data.draw(st.one_of(st.binary(max_size=5), PIECES.map(str.encode)))
    content = SAMPLE[:start] + piece + SAMPLE[end:]
    check_nothing_raises(YAML, content)
    check_nothing_raises(MARKDOWN, b"---\n" + content + b"---\nText.\n")


def test_the_example_register_is_sound() -> None:
    reading = read_content(EXAMPLE)
    assert reading.findings == ()
    assert reading.files
