"""A text over its limit is too long, and nothing else is said of it: nothing that costs time looks at it."""

import shutil
from pathlib import Path

import pytest
from markdown_it.token import Token

from scm_site.pipeline import check
from scm_site.texts.markdown import PARSER
from tests.register_cases import EXAMPLE

PROPOSAL = "content/proposals/2026-shared-data.md"
WRONG = "<b> anna@example.org [fill in: x] &shy; ![a](b) "


@pytest.mark.parametrize(("size", "rules"), [(60_001, {"S006"}), (59_000, {"N002", "T001", "T003", "T005"})])
def test_a_text_over_its_limit_is_not_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, rules: set[str]
) -> None:
    parse = PARSER.parse

    def parse_others(text: str) -> list[Token]:
        assert len(text) < size // 2
        return parse(text)

    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    file = tmp_path / PROPOSAL
    front, fence, _text = file.read_text(encoding="utf-8").partition("\n---\n")
    text = (WRONG * (size // len(WRONG) + 1))[: size - 1] + "."
    file.write_text(f"{front}{fence}{text}\n", encoding="utf-8")
    if "S006" in rules:
        monkeypatch.setattr(PARSER, "parse", parse_others)
    found = {finding.rule for finding in check(tmp_path).findings if finding.place.path == PROPOSAL}
    assert found == rules
