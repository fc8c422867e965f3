"""What standings, audit, archive and reviews say of the worked example is what was reviewed by hand."""

from pathlib import Path

import pytest

from tests.demo.expected_answers import EXPECTED, write_answers
from tests.made_once import make_once

BLESS = "If the new answers are right, accept them with: make bless PATHS=tests/demo/expected"


@pytest.fixture(scope="module")
def answers(demo_history: Path) -> Path:
    return make_once("demo-answers", lambda folder: write_answers(demo_history, folder))


@pytest.mark.parametrize("name", ["status.txt", "due.txt", "audit.txt", "archive.txt", "reviews.md"])
def test_the_answer_is_as_expected(answers: Path, name: str) -> None:
    assert (answers / name).read_text(encoding="utf-8") == (EXPECTED / name).read_text(encoding="utf-8"), (
        BLESS
    )
