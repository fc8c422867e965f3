"""Reviews that are missing, broken, huge or made by somebody who means harm: what the comment says then."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.workflows.conftest import COMMIT, Checked


def test_a_missing_review_is_told(checked: Checked) -> None:
    ran = checked.run()
    assert ran.lines[0] == "There is no review to show: the run left no review"
    assert "## The review could not be made" in checked.body
    assert "actions/runs/4711" in checked.body


def change(document: str, **changes: Any) -> str:
    return json.dumps({**json.loads(document), **changes})


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: "",
        lambda _: "[" * 200_000,
        lambda good: good[: len(good) // 2],
        lambda good: good.encode("utf-16"),
        lambda _: b"\xff\xfe\x00",
        lambda _: '{"version": 1' + "0" * 5000 + "}",
        lambda good: change(good, version=2),
        lambda good: change(good, number=99),
        lambda good: change(good, records="x"),
        lambda good: change(good, base="main"),
        lambda good: change(good, author="x" * 5000),
        lambda good: change(good, author="half of a pair: \ud800"),
    ],
)
def test_a_broken_review_is_told_and_nothing_of_it_is_shown(
    checked: Checked, rewrite: str, spoil: Any
) -> None:
    checked.leave(spoil(rewrite))
    assert checked.run().lines[0].startswith("There is no review to show: ")
    assert "## The review could not be made" in checked.body
    assert "Another guide" not in checked.body
    assert len(checked.body) < 1000


def test_a_review_that_is_too_large_is_not_read(checked: Checked, rewrite: str) -> None:
    checked.leave(rewrite + " " * 1024 * 1024)
    assert checked.run().lines[0] == "There is no review to show: the review is larger than 1048576 bytes"
    assert "## The review is too large for a comment" in checked.body


def test_only_an_ordinary_file_is_read(checked: Checked, tmp_path: Path) -> None:
    checked.review.parent.mkdir()
    checked.review.symlink_to(tmp_path / "event.json")
    assert checked.run().lines[0].endswith("the review is no ordinary file")
    checked.review.unlink()
    os.mkfifo(checked.review)
    assert checked.run().lines[0].endswith("the review is no ordinary file")


HOSTILE = (
    "@everyone #1 GH-1 </details></summary><script>alert(1)</script> ![x](https://evil.example/x.png) "
    "[x](javascript:alert(1)) www.evil.example `@a` ::error::x ##[error] \u202e\x1b[31m <!-- scm-review -->"
)


def spoil_texts(value: Any) -> Any:
    """Put hostile words in the place of every text that people write."""
    if isinstance(value, dict):
        fixed = ("rule", "severity", "as_of", "base", "kind", "about")
        whats = ("new", "changed", "moved", "gone")
        return {
            key: one if key in fixed or one in whats or one is None else spoil_texts(one)
            for key, one in value.items()
        }
    if isinstance(value, list):
        return [spoil_texts(one) for one in value]
    return (
        HOSTILE[:40]
        if isinstance(value, str) and len(value) < 40
        else HOSTILE
        if isinstance(value, str)
        else value
    )


def test_hostile_words_stay_words(checked: Checked, rewrite: str) -> None:
    document = spoil_texts(json.loads(rewrite))
    document |= {"author": HOSTILE[:90], "mixes": [HOSTILE[:50]] * 2}
    checked.leave(json.dumps(document))
    checked.run()
    body = checked.body
    assert not re.search(r"@\w", re.sub(r"`[^`\n]*`", "", body)), (
        "nobody is called, except that code calls nobody"
    )
    tokens = MarkdownIt("commonmark", {"html": True}).parse(body)
    inline = [child for token in tokens for child in token.children or ()]
    assert [child for child in inline if child.type == "image"] == []
    links = {str(child.attrGet("href")) for child in inline if child.type == "link_open"}
    assert {link.split("/")[2] for link in links} <= {"groups.smart-cities.example", "github.com"}
    html = [token.content for token in [*tokens, *inline] if "html" in token.type]
    allowed = re.compile(r"(<!-- scm-review -->|</?details>|<summary>[^<]*</summary>|\s)*")
    assert [one for one in html if not allowed.fullmatch(one)] == []


def test_the_largest_review_fits_into_a_comment(checked: Checked, rewrite: str) -> None:
    document = json.loads(rewrite)
    finding = {**document["findings"][0], "message": "é" * 300, "fix": "ü" * 300}
    document["findings"] = [finding] * 200
    checked.leave(json.dumps(document))
    checked.run()
    assert len(checked.body) <= 65_536
    assert "There is more than fits here" in checked.body
    assert f"about commit {COMMIT}" in checked.body
