"""A record is written so that people can read it, and says the same when it is read."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scm_site.demo.play import SOURCE
from scm_site.reading import find_slot, read_content
from scm_site.reading.content_files import FoundFile
from scm_site.reading.parsing import parse_file
from scm_site.scaffold.finished_record import render_record

RECORDS = [
    *read_content(SOURCE).files,
    *read_content(Path(__file__).parent.parent.parent).files,
]


def test_every_record_of_the_example_is_read_as_it_was_written() -> None:
    assert len(RECORDS) > 200
    for file in RECORDS:
        is_markdown = file.path.endswith(".md")
        text = render_record(
            {**file.data, **({"text": file.body} if is_markdown else {})}, is_markdown=is_markdown
        )
        slot = find_slot(file.path)
        assert slot is not None
        again, findings = parse_file(
            FoundFile(path=file.path, location=Path(file.path), slot=slot, size=0), text.encode()
        )
        assert findings == ()
        assert (again.data, again.body) == (file.data, file.body), file.path  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("A word, and another one", "a: A word, and another one\n"),
        ("yes", 'a: "yes"\n'),
        ("Two: three", 'a: "Two: three"\n'),
        ("", 'a: ""\n'),
        ("1 roof", 'a: "1 roof"\n'),
        (["one", "two"], "a: [one, two]\n"),
        ([], "a: []\n"),
        ({}, "a: {}\n"),
        (["One, and two", "three"], "a:\n  - One, and two\n  - three\n"),
        ([{"b": 1, "c": ["x y", "z: 2"]}], 'a:\n  - b: 1\n    c:\n      - x y\n      - "z: 2"\n'),
        (Decimal("0.00001"), "a: 0.00001\n"),
        (True, "a: true\n"),
        ("word " * 30 + "end", "a: >-\n  " + ("word " * 23).strip() + "\n  " + "word " * 7 + "end\n"),
        ("one line\nanother one", "a: >-\n  one line\n\n  another one\n"),
        ("one\n  indented", 'a: "one\\n  indented"\n'),
    ],
)
def test_a_value_is_written_in_the_plainest_way(value: Any, lines: str) -> None:
    assert render_record({"a": value}, is_markdown=False) == lines


def test_what_stands_below_the_fields_is_written_below_them() -> None:
    assert (
        render_record({"a": "b", "text": "One.\n\nTwo.\n"}, is_markdown=True)
        == "---\na: b\n---\nOne.\n\nTwo.\n"
    )
